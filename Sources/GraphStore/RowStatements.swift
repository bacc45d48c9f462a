import GRDB

/// The statements that are run for every article, prepared for one access of the database.
struct RowStatements {
  let db: Database
  let holdsHash: RowStatement
  let holdsID: RowStatement
  let insertArticle: RowStatement
  let insertContact: RowStatement
  let insertEvidence: RowStatement
  let insertAppearance: RowStatement

  init(_ db: Database) throws {
    self.db = db
    holdsHash = try Self.holdsHash(db)
    holdsID = try RowStatement(db, "SELECT 1 FROM article WHERE id = ? LIMIT 1")
    insertArticle = try RowStatement(
      db,
      """
      INSERT INTO article (id, hash, title, date, source, url, length, copy_of, signature)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertContact = try RowStatement(
      db,
      """
      INSERT INTO contact (article, from_party, to_party, kind, mutual, modality, first_day, last_day, venue, medium,
        topic, confidence, cameo)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertEvidence = try RowStatement(db, "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    insertAppearance = try RowStatement(
      db,
      """
      INSERT INTO appearance (party, name, type, aliases, country, affiliation) VALUES (?, ?, ?, ?, ?, ?)
      """)
  }

  /// Asks whether some article has a text.
  static func holdsHash(_ db: Database) throws -> RowStatement {
    try RowStatement(db, "SELECT 1 FROM article WHERE hash = ? LIMIT 1")
  }
}
