import Foundation
import GRDB
import GRDBSQLite

/// A prepared statement of the hot path: its values are bound and its rows stepped without a box or an array for each.
///
/// Used inside one access of the database, from whose cache it comes.
struct RowStatement {
  private let statement: Statement
  private let handle: SQLiteStatement
  private let db: Database

  init(_ db: Database, _ sql: String) throws {
    statement = try db.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
    self.db = db
  }

  // MARK: Values, by their places from 1

  func bind(_ place: Int32, _ value: Int) {
    sqlite3_bind_int64(handle, place, Int64(value))
  }

  func bind(_ place: Int32, _ value: Int64) {
    sqlite3_bind_int64(handle, place, value)
  }

  func bind(_ place: Int32, _ value: Int?) {
    if let value { bind(place, value) } else { sqlite3_bind_null(handle, place) }
  }

  func bind(_ place: Int32, _ value: Double) {
    sqlite3_bind_double(handle, place, value)
  }

  /// SQLite ends a text at its first NUL: each is stored as U+FFFD.
  func bind(_ place: Int32, _ text: String) {
    // SQLite copies the bytes before the call returns.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    var text = text
    let isBound = text.withUTF8 { bytes in
      guard let base = bytes.baseAddress, !bytes.isEmpty else {
        sqlite3_bind_text(handle, place, "", 0, copied)
        return true
      }
      guard memchr(base, 0, bytes.count) == nil else { return false }
      base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
        _ = sqlite3_bind_text(handle, place, characters, Int32(bytes.count), copied)
      }
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
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    _ = bytes.withUnsafeBytes { sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), copied) }
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
    if let failure { throw failure }
    return value
  }
}
