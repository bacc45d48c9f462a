import GRDB

/// The tables of a graph file.
enum GraphSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: "PRAGMA application_id = \(GraphFile.applicationID)")
      try db.execute(sql: tables)
    }
    // What tells copies of an article, so that those of a later build are found.
    migrator.registerMigration("2") { db in
      try db.execute(sql: "ALTER TABLE article ADD COLUMN signature BLOB")
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    // Rows that come in their order and are found by it need no index that is written with each of them.
    migrator.registerMigration("3") { db in
      try db.execute(sql: tablesInOrder)
      try db.execute(sql: "PRAGMA user_version = \(GraphFile.version)")
    }
    return migrator
  }

  /// How many bits of an evidence's row tell which of its contact it is; those above are the contact's row.
  static let evidenceBits = 20

  /// `article.copy_of` is the content hash of the article that this one repeats: its own hash for the same text under
  /// another id, so that the order in which articles come does not matter. `article.signature` is there where later articles
  /// are compared with this one. `contact.first_day` and `last_day` count
  /// days from 1970-01-01; all offsets count bytes of the article's text.
  ///
  /// As the first layout had them; `tablesInOrder` tells what became of them.
  private static let tables = """
    CREATE TABLE state (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

    CREATE TABLE article (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      hash TEXT NOT NULL,
      title TEXT,
      date TEXT,
      source TEXT,
      url TEXT,
      length INTEGER NOT NULL,
      copy_of TEXT,
      UNIQUE (id, hash)
    );
    CREATE INDEX article_hash ON article (hash);

    CREATE TABLE appearance (
      row INTEGER PRIMARY KEY,
      party TEXT NOT NULL,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      aliases TEXT NOT NULL,
      country TEXT,
      affiliation TEXT,
      digest INTEGER NOT NULL
    );
    CREATE INDEX appearance_digest ON appearance (digest);

    CREATE TABLE contact (
      row INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article (row) ON DELETE CASCADE,
      from_party INTEGER NOT NULL REFERENCES appearance (row),
      to_party INTEGER NOT NULL REFERENCES appearance (row),
      kind TEXT NOT NULL,
      mutual INTEGER NOT NULL,
      modality TEXT NOT NULL,
      first_day INTEGER,
      last_day INTEGER,
      venue TEXT,
      medium TEXT,
      topic TEXT,
      confidence REAL NOT NULL,
      cameo TEXT
    );
    CREATE INDEX contact_article ON contact (article);

    CREATE TABLE evidence (
      contact INTEGER NOT NULL REFERENCES contact (row) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      \(evidenceColumns),
      PRIMARY KEY (contact, ordinal)
    ) WITHOUT ROWID;

    \(contactsView(evidence: "evidence.contact = contact.row"))
    """

  /// `evidence.row` is the row of its contact, shifted, and its place among that contact's evidence; equal appearances may stand
  /// in more than one row.
  private static let tablesInOrder = """
    DROP VIEW contacts;

    CREATE TABLE evidence_in_order (
      row INTEGER PRIMARY KEY,
      \(evidenceColumns)
    );
    INSERT INTO evidence_in_order
    SELECT
      (contact << \(evidenceBits)) + ordinal, sentence, start, "end", from_start, from_end, to_start, to_end,
      trigger_start, trigger_end, construction
    FROM evidence ORDER BY contact, ordinal;
    DROP TABLE evidence;
    ALTER TABLE evidence_in_order RENAME TO evidence;

    DROP INDEX appearance_digest;
    ALTER TABLE appearance DROP COLUMN digest;
    DROP INDEX contact_article;

    \(contactsView(evidence: "evidence.row BETWEEN contact.row << \(evidenceBits) AND ((contact.row + 1) << \(evidenceBits)) - 1"))
    """

  /// What each piece of evidence holds beside its place.
  private static let evidenceColumns = """
    sentence TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    from_start INTEGER NOT NULL,
    from_end INTEGER NOT NULL,
    to_start INTEGER NOT NULL,
    to_end INTEGER NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    construction TEXT NOT NULL
    """

  /// A view for people who look into the file: a row for each piece of evidence, which is found by a condition.
  private static func contactsView(evidence condition: String) -> String {
    """
    CREATE VIEW contacts AS
    SELECT
      contact.row AS contact, one.party AS from_id, one.name AS from_name, contact.kind AS kind,
      contact.modality AS modality, contact.mutual AS mutual, other.party AS to_id, other.name AS to_name,
      date(contact.first_day * 86400, 'unixepoch') AS day, date(contact.last_day * 86400, 'unixepoch') AS last_day,
      contact.venue AS venue, contact.medium AS medium, contact.topic AS topic, contact.confidence AS confidence,
      contact.cameo AS cameo, evidence.sentence AS sentence, article.id AS article, article.date AS published,
      article.source AS source, article.url AS url
    FROM contact
    JOIN article ON article.row = contact.article
    JOIN appearance AS one ON one.row = contact.from_party
    JOIN appearance AS other ON other.row = contact.to_party
    LEFT JOIN evidence ON \(condition);
    """
  }
}
