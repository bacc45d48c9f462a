import ContactGraph
import ContactModel
import Foundation
import GraphExport
import GraphTestSupport
import TestSupport
import Testing
import TextModel

/// What is exported as lines of contacts can be built into a graph again.
@Suite struct ContactLinesTests {
  typealias Sample = SampleArticles

  static func graph(_ articles: [ArticleContacts]) -> ContactGraph {
    var builder = ContactGraphBuilder()
    for article in articles { builder.add(article) }
    return builder.build()
  }

  static func readBack(_ text: String) throws -> [ContactsJSON.Record] {
    var reader = ContactsReader(file: "contacts.jsonl")
    var records: [ContactsJSON.Record] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      records += try reader.read(line)
    }
    return records + reader.finish()
  }

  @Test(arguments: 0..<10) func nothingIsLost(seed: Int) throws {
    let articles = Sample.random(seed: UInt64(seed), count: 30).filter { !$0.contacts.isEmpty }
    let graph = Self.graph(articles)
    let text = try #require(ExportFormats.named("jsonl")).texts(ExportContent(graph))[0]
    let records = try Self.readBack(text)
    #expect(records.count == articles.count)
    var builder = ContactGraphBuilder()
    for record in records {
      guard case .article(let article, nil, nil) = record else {
        Issue.record("\(record)")
        continue
      }
      builder.add(article)
    }
    #expect(builder.build() == graph)
  }

  @Test func wholeArticlesAreNeverJoined() throws {
    let line = ContactsJSON.encoded(Sample.article("a", [(Sample.macron, Sample.putin, .tell)]))
    #expect(try Self.readBack(line + "\n" + line + "\n\n").count == 2)
  }

  @Test func aFaultDoesNotStopTheReader() throws {
    let article = Sample.article("a", [(Sample.macron, Sample.putin, .tell)])
    var reader = ContactsReader(file: "x.jsonl")
    #expect(try reader.read("".utf8) == [])
    #expect { try reader.read("nonsense".utf8) } throws: { "\($0)".hasPrefix("x.jsonl:2: not JSON") }
    #expect(try reader.read(ContactsJSON.encoded(article).utf8) == [.article(article, copyOf: nil)])
    #expect(try reader.read(#"{"doc": null, "error": "too long"}"#.utf8) == [.failure(doc: nil, message: "too long")])
    #expect(reader.finish() == [])
  }

  @Test(arguments: 0..<10) func shardsMakeTheGraphOfOneRun(seed: Int) throws {
    let articles = Sample.random(seed: UInt64(seed), count: 40)
    var random = SeededRandom(seed: UInt64(seed))
    var shards = [String](repeating: "", count: 5)
    for article in articles.shuffled(using: &random) {
      shards[Int.random(in: 0..<5, using: &random)] += ContactsJSON.encoded(article) + "\n"
    }
    var builder = ContactGraphBuilder()
    for shard in shards.shuffled(using: &random) {
      for record in try Self.readBack(shard) {
        if case .article(let article, let copyOf, _) = record { builder.add(article, copyOf: copyOf) }
      }
    }
    #expect(builder.build() == Self.graph(articles))
  }
}
