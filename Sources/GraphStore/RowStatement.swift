import Foundation
import GRDB
import GRDBSQLite
import TextModel

/// A prepared statement of the hot path: its values are bound and its rows stepped without a box or an array for each.
///
/// Texts wait in memory of the statement until it is run. Used inside one access of the database, from whose cache it comes.
final class RowStatement {
  private let statement: Statement
  private let handle: SQLiteStatement
  private let db: Database
  /// Texts that are bound; each stays where it is until the statement was run.
  private let texts: UnsafeMutableBufferPointer<UInt8>
  private var used = 0

  private static let room = 16 << 10

  init(_ db: Database, _ sql: String) throws {
    statement = try db.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
    self.db = db
    texts = .allocate(capacity: Self.room)
  }

  deinit {
    // The statement lives on in the cache.
    sqlite3_clear_bindings(handle)
    texts.deallocate()
  }

  // MARK: Values, by their places from 1

  func bind(_ place: Int32, _ value: Int) {
    sqlite3_bind_int64(handle, place, Int64(value))
  }

  func bind(_ place: Int32, _ value: Int64) {
    sqlite3_bind_int64(handle, place, value)
  }

  /// The two ends of a range, at a place and the next.
  func bind(_ place: Int32, _ range: TextRange) {
    bind(place, range.start)
    bind(place + 1, range.end)
  }

  func bind(_ place: Int32, _ value: Int?) {
    if let value { bind(place, value) } else { sqlite3_bind_null(handle, place) }
  }

  func bind(_ place: Int32, _ value: Double) {
    sqlite3_bind_double(handle, place, value)
  }

  /// SQLite ends a text at its first NUL: each is stored as U+FFFD.
  func bind(_ place: Int32, _ text: String) {
    var text = text
    let isBound = text.withUTF8 { bytes in
      guard !bytes.contains(0) else { return false }
      bind(place, bytes)
      return true
    }
    if !isBound { bind(place, Self.storable(text)) }
  }

  func bind(_ place: Int32, _ text: String?) {
    if let text { bind(place, text) } else { sqlite3_bind_null(handle, place) }
  }

  func bind(_ place: Int32, _ bytes: [UInt8]?) {
    guard let bytes else {
      sqlite3_bind_null(handle, place)
      return
    }
    _ = bytes.withUnsafeBytes { sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), Self.copied) }
  }

  /// SQLite copies the bytes before the call returns.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  /// Binds UTF-8 without NUL.
  private func bind(_ place: Int32, _ text: UnsafeBufferPointer<UInt8>) {
    guard let room = texts.baseAddress, let base = text.baseAddress, text.count <= texts.count - used else {
      _ = text.withMemoryRebound(to: CChar.self) { characters in
        sqlite3_bind_text(handle, place, characters.baseAddress, Int32(characters.count), Self.copied)
      }
      if text.baseAddress == nil { sqlite3_bind_text(handle, place, "", 0, Self.copied) }
      return
    }
    let start = room + used
    start.update(from: base, count: text.count)
    used += text.count
    _ = start.withMemoryRebound(to: CChar.self, capacity: text.count) { characters in
      sqlite3_bind_text(handle, place, characters, Int32(text.count), nil)
    }
  }

  /// The text as it is stored.
  static func storable(_ text: String) -> String {
    var text = text
    guard text.withUTF8({ $0.contains(0) }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
  }

  // MARK: Running

  /// Runs a statement that gives no rows.
  ///
  /// - Throws: `DatabaseError`.
  func run() throws {
    _ = try first()
  }

  /// The whole number in the first column of the first row; nil where there is none.
  ///
  /// - Throws: `DatabaseError`.
  func first() throws -> Int64? {
    let code = sqlite3_step(handle)
    let value = code == SQLITE_ROW ? sqlite3_column_int64(handle, 0) : nil
    // What went wrong is asked for before the statement is reset.
    let failure =
      code == SQLITE_ROW || code == SQLITE_DONE
      ? nil : DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage, sql: statement.sql)
    sqlite3_reset(handle)
    used = 0
    if let failure { throw failure }
    return value
  }
}
