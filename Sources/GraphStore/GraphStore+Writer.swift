import ContactModel
import Foundation
import GRDB
import TextModel

extension GraphStore {
  /// Adds articles to a graph file, making it where there is none.
  ///
  /// Articles are saved in batches, at least two a second while articles come, each in one transaction: a writer killed at any moment leaves a whole file, and the
  /// same articles added again give the graph of an undisturbed run. Use from one task at a time.
  public final class Writer {
    /// What became of an article.
    public enum Outcome: Hashable, Sendable {
      case added
      /// The article with this text is in the graph already.
      case known
      /// The text is in the graph under another id: the article is recorded as a copy.
      case copy
    }

    /// The file as the user named it.
    public let path: String
    private let queue: DatabaseQueue
    private struct Pending {
      var article: ArticleContacts
      var copyOf: String?
      var signature: [UInt8]?
    }
    private var pending: [Pending] = []
    /// The smallest id under which each text is pending.
    private var pendingIDs: [String: String] = [:]
    private var pendingBytes = 0
    /// Hashes that were asked for and that the file does not hold.
    private var absentHashes: Set<String> = []
    private var rows = GraphRows()
    /// The number of articles, and of bytes of evidence, after which a batch is saved.
    private let batchLength: Int
    private let batchBytes = 4 << 20
    private static let absentLength = 4096
    /// How long articles are kept unsaved at most, as long as more of them come.
    private static let patience = ContinuousClock.Duration.milliseconds(500)
    private var lastSaving = ContinuousClock.now

    /// Opens or makes a graph file.
    ///
    /// - Parameter batchLength: the number of articles of one transaction.
    /// - Throws: `GraphStoreError`.
    public init(_ path: String, batchLength: Int = 2048) throws {
      self.path = path
      self.batchLength = max(1, batchLength)
      let queue = try GraphFile.openForWriting(path)
      self.queue = queue
      try GraphFile.translatingErrors(path) {
        try queue.write { db in
          rows.continuesUnfinished =
            try Bool.fetchOne(db, sql: "SELECT count(*) > 0 FROM state WHERE name = 'unfinished'") ?? false
          try db.execute(sql: "INSERT OR REPLACE INTO state (name, value) VALUES ('unfinished', '1')")
        }
      }
    }

    /// Says whether the text of an article is in the file already, so that it need not be read again; the same text
    /// under another id is recorded as a copy.
    ///
    /// False for a text whose article has a larger id than the one asked for: that one then states the contacts, so
    /// that the order of articles does not matter.
    ///
    /// - Throws: `GraphStoreError`.
    public func recordIfKnown(_ article: ArticleReference) throws -> Bool {
      try recordIfKnown([article])[0]
    }

    /// As `recordIfKnown(_:)`, for several articles, in their order.
    ///
    /// - Throws: `GraphStoreError`.
    public func recordIfKnown(_ articles: [ArticleReference]) throws -> [Bool] {
      var isKnown = [Bool](repeating: false, count: articles.count)
      let asked = articles.indices.filter {
        pendingIDs[articles[$0].contentHash] == nil && !absentHashes.contains(articles[$0].contentHash)
      }
      guard !asked.isEmpty else { return isKnown }
      try GraphFile.translatingErrors(path) {
        // Most articles of a first run are new: a read is all that they need.
        let held = try queue.read { db in try rows.textsHeld(by: asked.map { articles[$0] }, db) }
        for (index, isHeld) in zip(asked, held) {
          if isHeld {
            isKnown[index] = try queue.write { try rows.recordIfKnown(articles[index], $0) }
          } else {
            if absentHashes.count >= Self.absentLength { absentHashes.removeAll(keepingCapacity: true) }
            absentHashes.insert(articles[index].contentHash)
          }
        }
      }
      return isKnown
    }

    /// Adds an article with its contacts. The same text counts once; an article of the same id that an earlier run
    /// added with another text is replaced.
    ///
    /// - Parameters:
    ///   - copyOf: the content hash of the article that this one nearly repeats; its contacts then do not count.
    ///   - signature: what tells copies of the article; `signatures(newest:)` gives it back.
    /// - Throws: `GraphStoreError`, also for articles added before in the same batch.
    public func add(_ article: ArticleContacts, copyOf: String? = nil, signature: [UInt8]? = nil) throws {
      pending.append(Pending(article: article, copyOf: copyOf, signature: signature))
      let reference = article.article
      pendingIDs[reference.contentHash] = min(pendingIDs[reference.contentHash] ?? reference.id, reference.id)
      pendingBytes += article.contacts.reduce(256) { $1.evidence.reduce($0 + 128) { $0 + $1.text.utf8.count } }
      if pending.count >= batchLength || pendingBytes >= batchBytes || ContinuousClock.now - lastSaving > Self.patience
      {
        try flush()
      }
    }

    /// Whether the text of an article waits to be saved, under an id that is not larger.
    ///
    /// Together with `recordIfKnown` this says whether an article is new, whenever batches are saved.
    public func isPending(_ article: ArticleReference) -> Bool {
      pendingIDs[article.contentHash].map { $0 <= article.id } ?? false
    }

    /// The signatures of the newest articles that the file holds, in the order in which they were added, each with the content
    /// hash of the article that it copies, or its own.
    ///
    /// - Throws: `GraphStoreError`.
    public func signatures(newest count: Int) throws -> [(signature: [UInt8], original: String)] {
      try GraphFile.translatingErrors(path) {
        try queue.read { db in
          let rows = try Row.fetchCursor(
            db,
            sql: """
              SELECT signature, coalesce(copy_of, hash) FROM article WHERE signature IS NOT NULL ORDER BY row DESC LIMIT ?
              """,
            arguments: [count])
          var found: [(signature: [UInt8], original: String)] = []
          while let row = try rows.next() {
            found.append((signature: try row.withUnsafeData(atIndex: 0) { Array($0 ?? Data()) }, original: row[1]))
          }
          return found.reversed()
        }
      }
    }

    /// Saves everything added so far; the build may go on, now or in another run.
    ///
    /// - Throws: `GraphStoreError`.
    public func flush() throws {
      guard !pending.isEmpty else { return }
      for hash in pendingIDs.keys { absentHashes.remove(hash) }
      try GraphFile.translatingErrors(path) {
        do {
          try queue.write { db in
            let statements = try RowStatements(db)
            for one in pending {
              _ = try rows.add(one.article, copyOf: one.copyOf, signature: one.signature, statements)
            }
          }
        } catch {
          rows.forgetUnsaved()
          throw error
        }
      }
      pending.removeAll(keepingCapacity: true)
      pendingIDs.removeAll(keepingCapacity: true)
      pendingBytes = 0
      lastSaving = .now
    }

    /// Saves everything, marks the build as finished and closes the file.
    ///
    /// - Throws: `GraphStoreError`.
    public func finish() throws {
      try flush()
      try GraphFile.translatingErrors(path) {
        try queue.write { db in
          try rows.removeUnusedAppearances(db)
          try db.execute(sql: "DELETE FROM state WHERE name = 'unfinished'")
        }
        try queue.close()
      }
    }

    /// Saves everything and closes the file; it stays marked as unfinished.
    ///
    /// - Throws: `GraphStoreError`.
    public func stop() throws {
      try flush()
      try GraphFile.translatingErrors(path) { try queue.close() }
    }
  }
}
