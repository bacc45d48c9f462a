import ContactGraph
import ContactModel
import GRDB
import TextModel

extension GraphStore {
  /// How much of the graph is read.
  public enum Detail: Hashable, Sendable {
    /// Everything.
    case full
    /// Contacts without their evidence: enough for pictures and metrics.
    case withoutEvidence
  }

  /// The whole graph of the file.
  ///
  /// Complexity: O(n log n) in the number of contacts.
  ///
  /// - Throws: `GraphStoreError`.
  public func graph(_ detail: Detail = .full) throws -> ContactGraph {
    try GraphFile.translatingErrors(path) {
      try queue.read { db in
        var assembly = GraphAssembly()
        let articles = try Self.readArticles(db, into: &assembly)
        let appearances = try readAppearances(db, into: &assembly)
        try readContacts(db, articles: articles, appearances: appearances, detail: detail, into: &assembly)
        return assembly.graph()
      }
    }
  }

  /// Adds all articles; gives the provisional index of each row, none for a copy, whose contacts do not count.
  private static func readArticles(_ db: Database, into assembly: inout GraphAssembly) throws -> RowIndex {
    struct Stored {
      var row: Int64
      var reference: ArticleReference
      var copyOf: String?
    }
    var stored: [Stored] = []
    let rows = try Row.fetchCursor(
      db, sql: "SELECT row, id, title, date, source, url, hash, length, copy_of FROM article")
    while let row = try rows.next() {
      let date: String? = row[3]
      stored.append(
        Stored(
          row: row[0],
          reference: ArticleReference(
            id: row[1], title: row[2], date: date.flatMap { PartialDate($0) }, source: row[4], url: row[5],
            contentHash: row[6], length: row[7]),
          copyOf: row[8]))
    }
    // Only an article that is not the same text under another id can stand for its hash.
    var copyOf: [String: String?] = [:]
    for article in stored where article.copyOf != article.reference.contentHash {
      copyOf[article.reference.contentHash] = article.copyOf
    }
    var indexes = RowIndex()
    for article in stored {
      let hash = article.reference.contentHash
      var original = hash
      if article.copyOf != nil {
        original = GraphAssembly.original(of: hash) { copyOf[$0] ?? nil }
      }
      let isSameText = article.copyOf == hash
      let isCopy = isSameText || (original != hash && copyOf[original] != nil)
      let index = assembly.addArticle(article.reference, copyOf: isCopy ? original : nil)
      if !isCopy { indexes[article.row] = index }
    }
    return indexes
  }

  private func readAppearances(_ db: Database, into assembly: inout GraphAssembly) throws -> RowIndex {
    var indexes = RowIndex()
    let rows = try Row.fetchCursor(
      db, sql: "SELECT row, party, name, type, aliases, country, affiliation FROM appearance")
    while let row = try rows.next() {
      let typeName: String = row[3]
      guard let type = EntityType(rawValue: typeName) else {
        throw GraphStoreError(.damaged, path: path, detail: "a party of type '\(typeName)'")
      }
      indexes[row[0]] = assembly.appearance(
        of: Party(
          id: row[1], name: row[2], type: type, aliases: AliasList.decoded(row[4]), country: row[5],
          affiliation: row[6]))
    }
    return indexes
  }

  private func readContacts(
    _ db: Database, articles: RowIndex, appearances: RowIndex, detail: Detail,
    into assembly: inout GraphAssembly
  ) throws {
    assembly.reserve(contacts: try Int.fetchOne(db, sql: "SELECT count(*) FROM contact") ?? 0)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT row, article, from_party, to_party, kind, mutual, modality, first_day, last_day, venue, medium, topic,
          confidence, cameo
        FROM contact ORDER BY row
        """)
    let evidence = try EvidenceCursor(db)
    while let row = try rows.next() {
      let identity: Int64 = row[0]
      guard let index = articles[row[1]] else { continue }
      guard let from = appearances[row[2]], let to = appearances[row[3]],
        let kind = ContactKind(rawValue: row[4]), let modality = Modality(rawValue: row[6])
      else {
        throw GraphStoreError(.damaged, path: path, detail: "contact \(identity)")
      }
      var when: DayInterval?
      if let first: Int = row[7], let last: Int = row[8] { when = DayInterval(first: Day(first), last: Day(last)) }
      let contact = Contact(
        from: from, to: to, kind: kind, isMutual: row[5], modality: modality,
        evidence: detail == .full ? try evidence.sentences(of: identity) : [], when: when, venue: row[9],
        medium: row[10], topic: row[11], confidence: row[12], cameo: row[13])
      assembly.add(GraphContact(contact, article: index, fromAppearance: from, toAppearance: to))
    }
  }
}

/// Walks through the evidence in step with the contacts, both in the order of their rows.
private final class EvidenceCursor {
  private let rows: RowCursor
  private var current: Row?

  init(_ db: Database) throws {
    // Files of the first two layouts are read as they are where they may not be written.
    let isInOrder = try db.columns(in: "evidence").contains { $0.name == "row" }
    rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(isInOrder ? "row >> \(GraphSchema.evidenceBits)" : "contact"), sentence, start, "end", from_start, from_end,
          to_start, to_end, trigger_start, trigger_end, construction
        FROM evidence ORDER BY \(isInOrder ? "row" : "contact, ordinal")
        """)
  }

  /// The evidence of a contact whose row is larger than that of every contact asked for before.
  func sentences(of contact: Int64) throws -> [Evidence] {
    var found: [Evidence] = []
    while true {
      if current == nil { current = try rows.next() }
      guard let row = current else { return found }
      let owner: Int64 = row[0]
      if owner > contact { return found }
      if owner == contact {
        found.append(
          Evidence(
            sentence: TextRange(row[2], row[3]), text: row[1], from: TextRange(row[4], row[5]),
            to: TextRange(row[6], row[7]), trigger: TextRange(row[8], row[9]), construction: row[10]))
      }
      current = nil
    }
  }
}
