import ContactGraph
import ContactModel
import Foundation
import GRDB
import TextModel

/// A graph file: one SQLite database with articles, the parties as each article presents them, contacts and evidence.
///
/// It can be queried with any SQLite tool; the view `contacts` joins everything:
/// `sqlite3 graph.parley "SELECT day, from_name, kind, to_name, sentence FROM contacts"`.
/// Every batch of articles is one transaction, so that the file is whole whenever the writer is killed.
public struct GraphStore: Sendable {
  /// How much a graph file holds.
  public struct Counts: Hashable, Sendable {
    public var articles: Int
    /// Articles that repeat another one.
    public var copies: Int
    public var contacts: Int
    /// The last build ended before all its articles were read.
    public var isUnfinished: Bool

    public init(articles: Int, copies: Int, contacts: Int, isUnfinished: Bool) {
      self.articles = articles
      self.copies = copies
      self.contacts = contacts
      self.isUnfinished = isUnfinished
    }
  }

  /// The file as the user named it.
  public let path: String
  let queue: DatabaseQueue

  /// Opens an existing graph file for reading.
  ///
  /// - Throws: `GraphStoreError`.
  public init(reading path: String) throws {
    self.path = path
    try GraphFile.requireGraph(path)
    self.queue = try GraphFile.openForReading(path)
  }

  public func counts() throws -> Counts {
    try GraphFile.translatingErrors(path) {
      try queue.read { db in
        Counts(
          articles: try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0,
          copies: try Int.fetchOne(db, sql: "SELECT count(*) FROM article WHERE copy_of IS NOT NULL") ?? 0,
          contacts: try Int.fetchOne(db, sql: "SELECT count(*) FROM contact") ?? 0,
          isUnfinished: try Self.isUnfinished(db))
      }
    }
  }

  /// Whether the last build ended before all its articles were read.
  ///
  /// - Throws: `GraphStoreError`.
  public func isUnfinished() throws -> Bool {
    try GraphFile.translatingErrors(path) { try queue.read { try Self.isUnfinished($0) } }
  }

  private static func isUnfinished(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT count(*) > 0 FROM state WHERE name = 'unfinished'") ?? false
  }

  /// Closes the file; the value must not be used afterwards.
  public func close() throws {
    try GraphFile.translatingErrors(path) { try queue.close() }
  }
}
