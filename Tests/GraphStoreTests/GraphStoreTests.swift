import ContactGraph
import ContactModel
import Foundation
import GRDB
import GraphStore
import GraphTestSupport
import TestSupport
import Testing
import TextModel

/// A folder that is removed with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("parley-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}

@Suite struct GraphStoreTests {
  typealias Sample = SampleArticles
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static func graph(_ articles: [ArticleContacts]) -> ContactGraph {
    var builder = ContactGraphBuilder()
    for article in articles { builder.add(article) }
    return builder.build()
  }

  func store(_ articles: [ArticleContacts], in name: String, batchLength: Int = 512) throws -> ContactGraph {
    let writer = try GraphStore.Writer(folder.file(name), batchLength: batchLength)
    for article in articles { try writer.add(article) }
    try writer.finish()
    return try GraphStore(reading: folder.file(name)).graph()
  }

  @Test(arguments: 0..<5) func aStoredGraphIsTheBuiltOne(seed: Int) throws {
    let articles = SampleArticles.random(seed: UInt64(seed), count: 25)
    let expected = Self.graph(articles)
    var random = SeededRandom(seed: UInt64(seed))
    #expect(try store(articles, in: "one.parley") == expected)
    #expect(try store(articles.shuffled(using: &random), in: "two.parley", batchLength: 3) == expected)
    // Again into the same file: nothing counts twice.
    #expect(try store(articles.shuffled(using: &random), in: "two.parley") == expected)
  }

  @Test func theFileIsOneFileAndCanBeQueried() throws {
    _ = try store([Sample.article("a", [(Sample.putin, Sample.macron, .call)])], in: "g.parley")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["g.parley"])
    let rows = try DatabaseQueue(path: folder.file("g.parley")).read { db in
      try Row.fetchAll(
        db, sql: "SELECT published, from_name, kind, modality, to_name, sentence, article FROM contacts")
    }
    #expect(
      rows.map { $0.databaseValues.map { "\($0)" }.joined(separator: " ") } == [
        "\"2022-01-28\" \"Vladimir Putin\" \"call\" \"actual\" \"Emmanuel Macron\" "
          + "\"Vladimir Putin – call – Emmanuel Macron.\" \"a\""
      ])
  }

  @Test func theSameTextUnderAnotherIdIsACopyInAnyOrder() throws {
    let rows: [(from: Party, to: Party, kind: ContactKind)] = [(Sample.putin, Sample.macron, .call)]
    let articles = ["m", "a", "z"].map { Sample.article($0, hash: "00000000000000aa", rows) }
    let expected = Self.graph(articles)
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2, 1, 0, 2], [1, 2, 0], [2, 0, 1, 2], [2, 1, 0]]
    for (number, order) in orders.enumerated() {
      #expect(try store(order.map { articles[$0] }, in: "\(number).parley", batchLength: 1) == expected)
    }
  }

  @Test func aLaterRunReplacesAnArticleWithNewText() throws {
    let old = Sample.article("a", hash: "1", [(Sample.putin, Sample.macron, .call)])
    let new = Sample.article("a", hash: "2", [(Sample.france, Sample.russia, .talks)])
    let other = Sample.article("b", [(Sample.outlet, Sample.russia, .press)])
    _ = try store([old, other], in: "g.parley")
    #expect(try store([new, other], in: "g.parley") == Self.graph([new, other]))
  }

  @Test func twoTextsOfOneIdInOneRunAreBothKept() throws {
    let one = Sample.article("a", hash: "1", [(Sample.putin, Sample.macron, .call)])
    let two = Sample.article("a", hash: "2", [(Sample.france, Sample.russia, .talks)])
    let expected = Self.graph([one, two])
    #expect(try store([one, two], in: "g.parley") == expected)
    #expect(try store([two, one], in: "g.parley") == expected)
  }

  @Test func aReplacedOriginalLeavesItsContactsToItsCopy() throws {
    let rows: [(from: Party, to: Party, kind: ContactKind)] = [(Sample.putin, Sample.macron, .call)]
    let original = Sample.article("a", hash: "1", rows)
    let copy = Sample.article("b", hash: "1", rows)
    let replacement = Sample.article("a", hash: "2", [(Sample.france, Sample.russia, .talks)])
    _ = try store([original, copy], in: "g.parley")
    #expect(try store([replacement], in: "g.parley") == Self.graph([replacement, copy]))
  }

  @Test func aNearCopyReportsButDoesNotCount() throws {
    let path = folder.file("g.parley")
    let rows: [(from: Party, to: Party, kind: ContactKind)] = [(Sample.putin, Sample.macron, .call)]
    let writer = try GraphStore.Writer(path)
    try writer.add(Sample.article("b", hash: "2", rows), copyOf: "1")
    try writer.add(Sample.article("a", hash: "1", rows))
    try writer.finish()
    let graph = try GraphStore(reading: path).graph()
    graph._checkInvariants()
    #expect(graph.articles.map(\.copyOf) == [nil, 0])
    #expect(graph.edges().map(\.reports) == [2])
    #expect(graph.edges().map(\.weight) == [1])
  }

  @Test func knownTextsAreSkipped() throws {
    let path = folder.file("g.parley")
    let article = Sample.article("m", hash: "1", [(Sample.putin, Sample.macron, .call)])
    _ = try store([article], in: "g.parley")
    let writer = try GraphStore.Writer(path)
    func reference(_ id: String, _ hash: String) -> ArticleReference {
      ArticleReference(id: id, contentHash: hash, length: 1)
    }
    #expect(try writer.recordIfKnown(reference("m", "1")))
    #expect(try writer.recordIfKnown(reference("x", "1")))
    #expect(try !writer.recordIfKnown(reference("m", "2")))
    #expect(try !writer.recordIfKnown(reference("a", "1")), "a smaller id takes the contacts over")
    try writer.finish()
    let counts = try GraphStore(reading: path).counts()
    #expect(counts == GraphStore.Counts(articles: 2, copies: 1, contacts: 1, isUnfinished: false))
  }

  @Test func aStoppedBuildSaysSo() throws {
    let path = folder.file("g.parley")
    let writer = try GraphStore.Writer(path)
    try writer.add(Sample.article("a", [(Sample.putin, Sample.macron, .call)]))
    try writer.stop()
    #expect(try GraphStore(reading: path).counts().isUnfinished)
    try GraphStore.Writer(path).finish()
    #expect(try !GraphStore(reading: path).counts().isUnfinished)
  }

  @Test func evidenceCanBeLeftOut() throws {
    _ = try store([Sample.article("a", [(Sample.putin, Sample.macron, .call)])], in: "g.parley")
    let graph = try GraphStore(reading: folder.file("g.parley")).graph(.withoutEvidence)
    #expect(graph.contacts.map(\.evidence) == [[]])
  }

  @Test func hostileTextComesBack() throws {
    let names = [
      "a\"b", "<&>", "line\nfeed", "tab\tstop", "back\\", "שלום", "東京", "🙂", "\u{1}\u{7f}", "back\\n", "",
      String(repeating: "long ", count: 20_000),
    ]
    let articles = names.enumerated().map { number, name in
      Sample.article(
        "a\(number)",
        [
          (
            Party(id: "p\(number)", name: name, type: .person, aliases: [name + "!", "\\"]), Sample.macron,
            ContactKind.tell
          )
        ])
    }
    #expect(try store(articles, in: "g.parley") == Self.graph(articles))
  }

  @Test func signaturesAreKeptInTheirOrder() throws {
    let articles = Sample.random(seed: 4, count: 5)
    let path = folder.file("signatures.parley")
    let writer = try GraphStore.Writer(path)
    #expect(try writer.signatures(newest: 10).isEmpty)
    for (index, article) in articles.prefix(4).enumerated() {
      let original = index == 2 ? articles[0].article.contentHash : nil
      try writer.add(article, copyOf: original, signature: index == 1 ? nil : [0, UInt8(index)])
    }
    try writer.finish()
    let second = try GraphStore.Writer(path)
    let found = try second.signatures(newest: 10)
    #expect(found.map(\.signature) == [[0, 0], [0, 2], [0, 3]])
    let hashes = articles.map(\.article.contentHash)
    #expect(found.map(\.original) == [hashes[0], hashes[0], hashes[3]])
    #expect(try second.signatures(newest: 1).map(\.signature) == [[0, 3]])
    try second.finish()
  }

  /// A file of the first layout is brought to the present one, and read as it is where it may not be written.
  @Test func filesOfTheFirstLayoutAreKept() throws {
    let articles = Sample.random(seed: 4, count: 6)
    let clean = try store(articles, in: "clean.parley")
    _ = try store(Array(articles.prefix(3)), in: "old.parley")
    let queue = try DatabaseQueue(path: folder.file("old.parley"))
    try queue.write { db in
      try db.execute(
        sql: """
          DROP VIEW contacts;
          CREATE TABLE first_evidence (
            contact INTEGER NOT NULL REFERENCES contact (row) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL, sentence TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
            from_start INTEGER NOT NULL, from_end INTEGER NOT NULL, to_start INTEGER NOT NULL, to_end INTEGER NOT NULL,
            trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL, construction TEXT NOT NULL,
            PRIMARY KEY (contact, ordinal)
          ) WITHOUT ROWID;
          INSERT INTO first_evidence
          SELECT row / 1048576, row % 1048576, sentence, start, "end", from_start, from_end, to_start, to_end, trigger_start,
            trigger_end, construction
          FROM evidence;
          DROP TABLE evidence;
          ALTER TABLE first_evidence RENAME TO evidence;
          ALTER TABLE appearance ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;
          CREATE INDEX appearance_digest ON appearance (digest);
          CREATE INDEX IF NOT EXISTS contact_article ON contact (article);
          CREATE VIEW contacts AS SELECT contact.row FROM contact;
          ALTER TABLE article DROP COLUMN signature;
          DELETE FROM grdb_migrations WHERE identifier = '3';
          DELETE FROM grdb_migrations WHERE identifier = '2';
          PRAGMA user_version = 1;
          """)
    }
    try queue.close()
    let old = try GraphStore(reading: folder.file("old.parley"))
    #expect(try old.graph() == store(Array(articles.prefix(3)), in: "new.parley"))
    try old.close()
    #expect(try store(articles, in: "old.parley") == clean)
  }
}
