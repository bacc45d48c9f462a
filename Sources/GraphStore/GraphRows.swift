import ContactModel
import GRDB
import TextModel

/// Writes the rows of articles, inside a transaction of the caller.
struct GraphRows {
  /// Rows of articles seen in this run: an article is replaced only by another text of a later run.
  private var seen: Set<Int64> = []
  private var rowOfAppearance = AppearanceRows()
  private var removedArticles = false
  /// The index by which the contacts of an article are found; most files never need it.
  private var hasContactIndex = false
  /// An earlier build that was not finished may have replaced articles, too.
  var continuesUnfinished = false

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
    rowOfAppearance = AppearanceRows()
    hasContactIndex = false
  }

  /// For each article whether some article of the file has its text.
  func textsHeld(by articles: [ArticleReference], _ db: Database) throws -> [Bool] {
    let statement = try RowStatements.holdsHash(db)
    return try articles.map { article in
      statement.bind(1, article.contentHash)
      return try statement.first() != nil
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
    let statements = try RowStatements(db)
    try removeEarlier(article, statements)
    try insert(article, copyOf: article.contentHash, statements)
    return true
  }

  mutating func add(
    _ contacts: ArticleContacts, copyOf: String?, signature: [UInt8]?, _ statements: RowStatements
  ) throws -> GraphStore.Writer.Outcome {
    let db = statements.db
    var contacts = contacts
    contacts.article.id = RowStatement.storable(contacts.article.id)
    let article = contacts.article
    statements.holdsHash.bind(1, article.contentHash)
    let stored = try statements.holdsHash.first() == nil ? [] : articles(ofHash: article.contentHash, db)
    if let same = stored.first(where: { $0.id == article.id }) {
      seen.insert(same.row)
      return .known
    }
    try removeEarlier(article, statements)
    guard let primary = stored.first(where: { $0.copyOf != article.contentHash }) else {
      try insert(contacts, copyOf: copyOf == article.contentHash ? nil : copyOf, signature: signature, statements)
      return .added
    }
    if primary.id < article.id {
      try insert(article, copyOf: article.contentHash, statements)
    } else {
      try removeContacts(ofArticle: primary.row, db)
      try db.execute(
        sql: "UPDATE article SET copy_of = hash WHERE row = ?", arguments: [primary.row])
      try insert(contacts, copyOf: primary.copyOf ?? copyOf, signature: signature, statements)
      removedArticles = true
    }
    return .copy
  }

  /// Appearances that no contact uses any more go, so that a replaced article leaves no trace.
  func removeUnusedAppearances(_ db: Database) throws {
    guard removedArticles || continuesUnfinished else { return }
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
  private mutating func removeEarlier(_ article: ArticleReference, _ statements: RowStatements) throws {
    statements.holdsID.bind(1, article.id)
    guard try statements.holdsID.first() != nil else { return }
    let db = statements.db
    let earlier = try db.cachedStatement(sql: "SELECT row, id, copy_of, hash FROM article WHERE id = ?")
      .with([article.id]) { statement in
        try Row.fetchAll(statement).map { (stored: Stored($0), hash: $0[3] as String) }
      }
    for (stored, hash) in earlier where !seen.contains(stored.row) {
      if stored.copyOf != hash {
        // The next article with the same text takes the contacts over.
        let heirs = try articles(ofHash: hash, db).filter { $0.row != stored.row }
        if let heir = heirs.first {
          try makeContactIndex(db)
          try db.execute(sql: "UPDATE contact SET article = ? WHERE article = ?", arguments: [heir.row, stored.row])
          try db.execute(sql: "UPDATE article SET copy_of = ? WHERE row = ?", arguments: [stored.copyOf, heir.row])
        }
      }
      try removeContacts(ofArticle: stored.row, db)
      try db.execute(sql: "DELETE FROM article WHERE row = ?", arguments: [stored.row])
      removedArticles = true
    }
  }

  private mutating func makeContactIndex(_ db: Database) throws {
    guard !hasContactIndex else { return }
    try db.execute(sql: "CREATE INDEX IF NOT EXISTS contact_article ON contact (article)")
    hasContactIndex = true
  }

  private mutating func removeContacts(ofArticle row: Int64, _ db: Database) throws {
    try makeContactIndex(db)
    for contact in try Int64.fetchAll(db, sql: "SELECT row FROM contact WHERE article = ?", arguments: [row]) {
      let first = contact << GraphSchema.evidenceBits
      try db.execute(
        sql: "DELETE FROM evidence WHERE row BETWEEN ? AND ?",
        arguments: [first, first + (1 << GraphSchema.evidenceBits) - 1])
    }
    try db.execute(sql: "DELETE FROM contact WHERE article = ?", arguments: [row])
  }

  @discardableResult
  private mutating func insert(
    _ article: ArticleReference, copyOf: String?, signature: [UInt8]? = nil, _ statements: RowStatements
  ) throws -> Int64 {
    let insertion = statements.insertArticle
    insertion.bind(1, article.id)
    insertion.bind(2, article.contentHash)
    insertion.bind(3, article.title)
    insertion.bind(4, article.date?.description)
    insertion.bind(5, article.source)
    insertion.bind(6, article.url)
    insertion.bind(7, article.length)
    insertion.bind(8, copyOf)
    insertion.bind(9, signature)
    try insertion.run()
    let row = statements.db.lastInsertedRowID
    seen.insert(row)
    return row
  }

  private mutating func insert(
    _ article: ArticleContacts, copyOf: String?, signature: [UInt8]?, _ statements: RowStatements
  ) throws {
    let articleRow = try insert(article.article, copyOf: copyOf, signature: signature, statements)
    // The row of each party's appearance; 0 where it is not known yet.
    var rows = [Int64](repeating: 0, count: article.parties.count)
    let (insertContact, insertEvidence) = (statements.insertContact, statements.insertEvidence)
    for contact in article.contacts {
      for party in [contact.from, contact.to] where rows[party] == 0 {
        rows[party] = try row(of: article.parties[party], statements)
      }
      insertContact.bind(1, articleRow)
      insertContact.bind(2, rows[contact.from])
      insertContact.bind(3, rows[contact.to])
      insertContact.bind(4, contact.kind.rawValue)
      insertContact.bind(5, contact.isMutual ? 1 : 0)
      insertContact.bind(6, contact.modality.rawValue)
      insertContact.bind(7, contact.when?.first.number)
      insertContact.bind(8, contact.when?.last.number)
      insertContact.bind(9, contact.venue)
      insertContact.bind(10, contact.medium)
      insertContact.bind(11, contact.topic)
      insertContact.bind(12, contact.confidence)
      insertContact.bind(13, contact.cameo)
      try insertContact.run()
      let contactRow = statements.db.lastInsertedRowID
      // Of a contact that an article states a million times the rest says nothing new.
      for (ordinal, evidence) in contact.evidence.prefix(1 << GraphSchema.evidenceBits).enumerated() {
        insertEvidence.bind(1, (contactRow << GraphSchema.evidenceBits) + Int64(ordinal))
        insertEvidence.bind(2, evidence.text)
        insertEvidence.bind(3, evidence.sentence)
        insertEvidence.bind(5, evidence.from)
        insertEvidence.bind(7, evidence.to)
        insertEvidence.bind(9, evidence.trigger)
        insertEvidence.bind(11, evidence.construction)
        try insertEvidence.run()
      }
    }
  }

  /// The row of a party's appearance; one that was seen long ago, or in an earlier build, may get a second row.
  private mutating func row(of party: Party, _ statements: RowStatements) throws -> Int64 {
    let hash = AppearanceRows.hash(party)
    if let row = rowOfAppearance.row(of: party, hash: hash) { return row }
    let insertion = statements.insertAppearance
    insertion.bind(1, party.id)
    insertion.bind(2, party.name)
    insertion.bind(3, party.type.rawValue)
    insertion.bind(4, AliasList.encoded(party.aliases))
    insertion.bind(5, party.country)
    insertion.bind(6, party.affiliation)
    try insertion.run()
    let row = statements.db.lastInsertedRowID
    rowOfAppearance.remember(party, row: row, hash: hash)
    return row
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
