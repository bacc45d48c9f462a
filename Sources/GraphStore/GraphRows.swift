import ContactModel
import GRDB
import TextModel

/// Writes the rows of articles, inside a transaction of the caller.
struct GraphRows {
  /// Rows of articles seen in this run: an article is replaced only by another text of a later run.
  private var seen: Set<Int64> = []
  private var rowOfAppearance: [Party: Int64] = [:]
  private var removedArticles = false

  private static let appearanceCacheLength = 50_000

  /// A row of `article`.
  private struct Stored {
    var row: Int64
    var id: String
    var copyOf: String?

    init(_ row: Row) {
      self.row = row[0]
      self.id = row[1]
      self.copyOf = row[2]
    }
  }

  /// Forgets what a transaction that failed had written.
  mutating func forgetUnsaved() {
    rowOfAppearance.removeAll()
  }

  /// Some article of the file has this text.
  func holdsText(of article: ArticleReference, _ db: Database) throws -> Bool {
    try db.cachedStatement(sql: "SELECT 1 FROM article WHERE hash = ? LIMIT 1").with([article.contentHash]) {
      try Int.fetchOne($0) != nil
    }
  }

  mutating func recordIfKnown(_ article: ArticleReference, _ db: Database) throws -> Bool {
    let stored = try articles(ofHash: article.contentHash, db)
    if let same = stored.first(where: { $0.id == article.id }) {
      seen.insert(same.row)
      return true
    }
    guard let primary = stored.first(where: { $0.copyOf != article.contentHash }), primary.id < article.id else {
      return false
    }
    try removeEarlier(article, db)
    try insert(article, copyOf: article.contentHash, db)
    return true
  }

  mutating func add(
    _ contacts: ArticleContacts, copyOf: String?, _ db: Database
  ) throws -> GraphStore.Writer.Outcome {
    var contacts = contacts
    contacts.article.id = Self.storable(contacts.article.id)
    let article = contacts.article
    let stored = try articles(ofHash: article.contentHash, db)
    if let same = stored.first(where: { $0.id == article.id }) {
      seen.insert(same.row)
      return .known
    }
    try removeEarlier(article, db)
    guard let primary = stored.first(where: { $0.copyOf != article.contentHash }) else {
      try insert(contacts, copyOf: copyOf == article.contentHash ? nil : copyOf, db)
      return .added
    }
    if primary.id < article.id {
      try insert(article, copyOf: article.contentHash, db)
    } else {
      try db.execute(sql: "DELETE FROM contact WHERE article = ?", arguments: [primary.row])
      try db.execute(
        sql: "UPDATE article SET copy_of = hash WHERE row = ?", arguments: [primary.row])
      try insert(contacts, copyOf: primary.copyOf ?? copyOf, db)
      removedArticles = true
    }
    return .copy
  }

  /// Appearances that no contact uses any more go, so that a replaced article leaves no trace.
  func removeUnusedAppearances(_ db: Database) throws {
    guard removedArticles else { return }
    try db.execute(
      sql: """
        DELETE FROM appearance WHERE row NOT IN (SELECT from_party FROM contact UNION SELECT to_party FROM contact)
        """)
  }

  private func articles(ofHash hash: String, _ db: Database) throws -> [Stored] {
    try db.cachedStatement(sql: "SELECT row, id, copy_of FROM article WHERE hash = ? ORDER BY id")
      .with([hash]) { try Row.fetchAll($0).map(Stored.init) }
  }

  /// Removes what earlier runs stored under the id of an article.
  private mutating func removeEarlier(_ article: ArticleReference, _ db: Database) throws {
    let earlier = try db.cachedStatement(sql: "SELECT row, id, copy_of, hash FROM article WHERE id = ?")
      .with([article.id]) { statement in
        try Row.fetchAll(statement).map { (stored: Stored($0), hash: $0[3] as String) }
      }
    for (stored, hash) in earlier where !seen.contains(stored.row) {
      if stored.copyOf != hash {
        // The next article with the same text takes the contacts over.
        let heirs = try articles(ofHash: hash, db).filter { $0.row != stored.row }
        if let heir = heirs.first {
          try db.execute(sql: "UPDATE contact SET article = ? WHERE article = ?", arguments: [heir.row, stored.row])
          try db.execute(sql: "UPDATE article SET copy_of = ? WHERE row = ?", arguments: [stored.copyOf, heir.row])
        }
      }
      try db.execute(sql: "DELETE FROM article WHERE row = ?", arguments: [stored.row])
      removedArticles = true
    }
  }

  @discardableResult
  private mutating func insert(_ article: ArticleReference, copyOf: String?, _ db: Database) throws -> Int64 {
    try db.cachedStatement(
      sql: """
        INSERT INTO article (id, hash, title, date, source, url, length, copy_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      Self.storable(article.id), article.contentHash, article.title.map(Self.storable), article.date?.description,
      article.source.map(Self.storable), article.url.map(Self.storable), article.length, copyOf,
    ])
    let row = db.lastInsertedRowID
    seen.insert(row)
    return row
  }

  private mutating func insert(_ article: ArticleContacts, copyOf: String?, _ db: Database) throws {
    let articleRow = try insert(article.article, copyOf: copyOf, db)
    guard !article.contacts.isEmpty else { return }
    let insertContact = try db.cachedStatement(
      sql: """
        INSERT INTO contact (article, from_party, to_party, kind, mutual, modality, first_day, last_day, venue, medium,
          topic, confidence, cameo)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let insertEvidence = try db.cachedStatement(
      sql: "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for contact in article.contacts {
      try insertContact.execute(arguments: [
        articleRow, row(of: article.parties[contact.from], db), row(of: article.parties[contact.to], db),
        contact.kind.rawValue, contact.isMutual, contact.modality.rawValue, contact.when?.first.number,
        contact.when?.last.number, contact.venue.map(Self.storable), contact.medium.map(Self.storable),
        contact.topic.map(Self.storable), contact.confidence, contact.cameo.map(Self.storable),
      ])
      let contactRow = db.lastInsertedRowID
      for (ordinal, evidence) in contact.evidence.enumerated() {
        try insertEvidence.execute(arguments: [
          contactRow, ordinal, Self.storable(evidence.text), evidence.sentence.start, evidence.sentence.end,
          evidence.from.start, evidence.from.end, evidence.to.start, evidence.to.end, evidence.trigger.start,
          evidence.trigger.end, Self.storable(evidence.construction),
        ])
      }
    }
  }

  private mutating func row(of party: Party, _ db: Database) throws -> Int64 {
    if let row = rowOfAppearance[party] { return row }
    let values = [
      Self.storable(party.id), Self.storable(party.name), party.type.rawValue,
      AliasList.encoded(party.aliases.map(Self.storable)),
    ]
    let optional = [party.country, party.affiliation].map { $0.map(Self.storable) }
    let fields = values + optional.map { $0 ?? "" }
    let digest = Int64(bitPattern: ContentHash.value(Array(fields.joined(separator: "\u{0}").utf8)))
    let existing = try db.cachedStatement(
      sql: """
        SELECT row FROM appearance WHERE digest = ? AND party = ? AND name = ? AND type = ? AND aliases = ?
          AND country IS ? AND affiliation IS ?
        """
    ).with([digest, values[0], values[1], values[2], values[3], optional[0], optional[1]]) { try Int64.fetchOne($0) }
    let row: Int64
    if let existing {
      row = existing
    } else {
      try db.cachedStatement(
        sql: """
          INSERT INTO appearance (digest, party, name, type, aliases, country, affiliation) VALUES (?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [digest, values[0], values[1], values[2], values[3], optional[0], optional[1]])
      row = db.lastInsertedRowID
    }
    if rowOfAppearance.count >= Self.appearanceCacheLength { rowOfAppearance.removeAll(keepingCapacity: true) }
    rowOfAppearance[party] = row
    return row
  }

  /// SQLite ends a text at its first NUL.
  private static func storable(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
  }
}

extension Statement {
  /// Sets the arguments and runs a body that reads the statement's rows.
  fileprivate func with<Value>(
    _ arguments: StatementArguments, _ body: (Statement) throws -> Value
  ) throws -> Value {
    try setArguments(arguments)
    return try body(self)
  }
}
