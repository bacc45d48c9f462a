import Foundation
import GRDB

/// Opens and checks the database file.
enum GraphFile {
  /// `Parl` in ASCII, in the header of every graph file.
  static let applicationID = 0x5061_726C
  /// The newest layout of the tables that this program knows.
  static let version = 3

  private static let magic = Array("SQLite format 3\0".utf8)

  /// Throws unless the file is a graph of a known version.
  static func requireGraph(_ path: String) throws {
    switch try headerState(path) {
    case .missing: throw GraphStoreError(.missing, path: path)
    case .empty: throw GraphStoreError(.empty, path: path)
    case .foreign: throw GraphStoreError(.notAGraph, path: path)
    case .database: break
    }
  }

  enum HeaderState { case missing, empty, foreign, database }

  static func headerState(_ path: String) throws -> HeaderState {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return .missing }
    if isDirectory.boolValue { return .foreign }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw GraphStoreError(.unreadable, path: path, detail: "permission denied")
    }
    defer { try? handle.close() }
    let header: Data
    do { header = try handle.read(upToCount: magic.count) ?? Data() } catch {
      throw GraphStoreError(.unreadable, path: path, detail: "\(error)")
    }
    // A writer that is killed in its first transaction leaves an empty file, or one that its journal empties.
    if header.isEmpty { return .empty }
    return Array(header) == magic ? .database : .foreign
  }

  static func openForReading(_ path: String) throws -> DatabaseQueue {
    // A journal beside the file is what a killed writer left: only a writing connection may roll it back.
    if FileManager.default.fileExists(atPath: path + "-journal"), FileManager.default.isWritableFile(atPath: path) {
      try translatingErrors(path) {
        let writing = try DatabaseQueue(path: path, configuration: configuration(readonly: false))
        _ = try writing.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
        try writing.close()
      }
      try requireGraph(path)
    }
    return try translatingErrors(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: true))
      try queue.read { db in
        if try isBlank(db) { throw GraphStoreError(.empty, path: path) }
        try requireVersion(db, path: path)
      }
      return queue
    }
  }

  static func openForWriting(_ path: String) throws -> DatabaseQueue {
    if try headerState(path) == .foreign { throw GraphStoreError(.notAGraph, path: path) }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder) else { throw GraphStoreError(.noFolder, path: path) }
    return try translatingErrors(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: false))
      try queue.read { db in
        if try !isBlank(db) { try requireVersion(db, path: path) }
      }
      try GraphSchema.migrator.migrate(queue)
      return queue
    }
  }

  /// No table was made yet, at most the list of migrations.
  private static func isBlank(_ db: Database) throws -> Bool {
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
    return (count ?? 0) == 0
  }

  private static func requireVersion(_ db: Database, path: String) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
      throw GraphStoreError(.notAGraph, path: path)
    }
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard found <= version else {
      throw GraphStoreError(.newerVersion, path: path, detail: "layout \(found), this one knows \(version)")
    }
  }

  private static func configuration(readonly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readonly
    // The writer adds what a row refers to before the row, and removes it after: nothing is looked up for each row.
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      // 32 MB of pages: an archive's indexes stay in memory while it is written.
      try db.execute(sql: "PRAGMA cache_size = -32768")
    }
    return configuration
  }

  /// Runs a body and says in the project's words what SQLite complains of.
  static func translatingErrors<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DatabaseError {
      let detail = error.message ?? "\(error.resultCode)"
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw GraphStoreError(.locked, path: path)
      case .SQLITE_NOTADB: throw GraphStoreError(.notAGraph, path: path)
      case .SQLITE_CORRUPT: throw GraphStoreError(.damaged, path: path, detail: detail)
      case .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_PERM:
        throw GraphStoreError(.unwritable, path: path, detail: detail)
      case .SQLITE_CANTOPEN:
        let isThere = FileManager.default.fileExists(atPath: path)
        throw GraphStoreError(isThere ? .unreadable : .unwritable, path: path, detail: detail)
      default: throw GraphStoreError(.damaged, path: path, detail: detail)
      }
    }
  }
}
