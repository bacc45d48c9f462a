import ContactGraph
import ContactModel
import GraphExport
import GraphTestSupport
import TestSupport
import Testing
import TextModel

@Suite struct ContactsJSONTests {
  typealias Sample = SampleArticles

  static func decoded(_ line: String) throws -> ContactsJSON.Record {
    try ContactsJSON.decoded(line.utf8, file: "shard.jsonl", number: 7)
  }

  @Test func oneArticleIsOneLine() {
    let article = Sample.article(
      "a1", contacts: [(Sample.macron, Sample.putin, Sample.contact(.call, on: "2022-01-28"))])
    #expect(
      ContactsJSON.encoded(article) == """
        {"doc": "a1", "title": "Title of a1", "date": "2022-01-28", "source": "Daily Lantern", \
        "url": "https://lantern.example/a1?a=1&b=2", "hash": "\(Sample.hash(of: "a1"))", "length": 1000, \
        "parties": [{"name": "Emmanuel Macron", "type": "person", "aliases": ["French President", "Macron"], \
        "id": "Q3052772", "country": "FR"}, {"name": "Vladimir Putin", "type": "person", "aliases": ["Putin", \
        "Russian President"], "id": "Q7747", "country": "RU"}], "contacts": [{"from": "Emmanuel Macron", \
        "to": "Vladimir Putin", "kind": "call", "mutual": true, "modality": "actual", "evidence": ["They spoke."], \
        "optional": false, "when": ["2022-01-28", "2022-01-28"], "venue": "Geneva", "topic": "grain & gas", \
        "confidence": 0.875, "cameo": "036", "sentences": [{"start": 10, "end": 21, "from": [10, 12], "to": [20, 22], \
        "trigger": [14, 18], "construction": "told C"}]}]}
        """)
  }

  @Test(arguments: 0..<10) func whatIsWrittenIsReadBack(seed: Int) throws {
    for article in Sample.random(seed: UInt64(seed), count: 20) {
      #expect(try Self.decoded(ContactsJSON.encoded(article)) == .article(article, copyOf: nil))
      #expect(try Self.decoded(ContactsJSON.encoded(article, copyOf: "ff")) == .article(article, copyOf: "ff"))
      #expect(
        try Self.decoded(ContactsJSON.encoded(article, signature: "AA=="))
          == .article(
            article, copyOf: nil, signature: "AA=="))
    }
  }

  @Test(arguments: HostileText.all) func anyTextIsReadBack(text: String) throws {
    var article = Sample.article("a", [(Sample.macron, Sample.putin, .tell)])
    article.article.title = text
    article.parties[0].name = text
    article.contacts[0].topic = text
    article.contacts[0].evidence[0].text = text
    let line = ContactsJSON.encoded(article)
    #expect(!line.utf8.contains(UInt8(ascii: "\n")))
    #expect(try Self.decoded(line) == .article(article, copyOf: nil))
  }

  @Test func partiesOfOneNameAreToldApart() throws {
    let elder = Party(id: "Q23505", name: "George Bush", type: .person)
    let younger = Party(id: "Q207", name: "George Bush", type: .person)
    let article = Sample.article("a", [(elder, younger, .tell)])
    let line = ContactsJSON.encoded(article)
    #expect(line.contains(#""from": "George Bush (Q23505)", "to": "George Bush (Q207)""#))
    #expect(try Self.decoded(line) == .article(article, copyOf: nil))
  }

  @Test func aHandMadeRecordIsAccepted() throws {
    let record = try Self.decoded(
      """
      {"doc": "t1", "parties": [{"name": "Ann Lee", "type": "person", "aliases": []}, \
      {"name": "Narnia", "type": "country"}], "contacts": [{"from": "Ann Lee", "to": "Narnia", "kind": "tell", \
      "mutual": false, "modality": "actual", "evidence": ["Lee told Narnia"], "optional": true}]}
      """)
    guard case .article(let article, nil, nil) = record else {
      Issue.record("no article")
      return
    }
    #expect(article.parties.map(\.id) == ["p-ann-lee", "c-narnia"])
    #expect(article.article.contentHash.count == 16)
    #expect(article.contacts[0].evidence[0].text == "Lee told Narnia")
  }

  @Test func aFailureIsARecord() throws {
    let line = ContactsJSON.encodedFailure(doc: "x", message: "no \"text\"")
    #expect(line == #"{"doc": "x", "error": "no \"text\""}"#)
    #expect(try Self.decoded(line) == .failure(doc: "x", message: "no \"text\""))
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var line: String
    var message: String
    var testDescription: String { message }
  }

  static let contact = #""kind": "tell", "modality": "actual", "evidence": []"#
  static let faults = [
    Fault(line: "{", message: "not JSON: the text ends too early at byte 2"),
    Fault(line: #"{"doc": "a"} x"#, message: "not JSON: something stands behind the value at byte 14"),
    Fault(line: #"{"doc": "a", "doc": "b"}"#, message: "not JSON: the key 'doc' is given twice at byte 14"),
    Fault(line: "[1]", message: "the record is a list, not an object"),
    Fault(line: #"{"parties": []}"#, message: "the record has no \"doc\""),
    Fault(line: #"{"doc": 1, "parties": []}"#, message: "the record.doc is a number, not a text"),
    Fault(line: #"{"doc": "a", "parties": []}"#, message: "the record has no \"contacts\""),
    Fault(
      line: #"{"doc": "a", "parties": [], "contacts": [], "x": 1}"#, message: "the record has an unknown key \"x\""),
    Fault(
      line: #"{"doc": "a", "parties": [{"name": "A", "type": "planet"}], "contacts": []}"#,
      message: "parties[0].type is \"planet\", not one of person, country, organization, place"),
    Fault(
      line:
        #"{"doc": "a", "parties": [{"name": "A", "type": "person"}, {"name": "A", "type": "person"}], "contacts": []}"#,
      message: "two parties are named \"A\""),
    Fault(
      line: #"{"doc": "a", "parties": [{"name": "A", "type": "person"}], "contacts": [{"from": "A", "to": "B", "#
        + contact + "}]}", message: "contacts[0].to is \"B\", which is not in \"parties\""),
    Fault(
      line: #"{"doc": "a", "date": "soon", "parties": [], "contacts": []}"#,
      message: "the record.date is \"soon\", not a date such as 2022-01-28"),
  ]

  @Test(arguments: faults) func aFaultIsNamedWithItsLine(fault: Fault) {
    #expect {
      try Self.decoded(fault.line)
    } throws: {
      "\($0)" == "shard.jsonl:7: \(fault.message)"
    }
  }

  @Test func damagedLinesNeverStopTheProgram() {
    let line = Array(ContactsJSON.encoded(Sample.article("a", [(Sample.macron, Sample.putin, .tell)])).utf8)
    var random = SeededRandom(seed: 1)
    for _ in 0..<2000 {
      var damaged = line
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<damaged.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: damaged[place] = UInt8.random(in: 0...255, using: &random)
        case 1: damaged.remove(at: place)
        default: damaged.removeSubrange(place...)
        }
        if damaged.isEmpty { break }
      }
      _ = try? ContactsJSON.decoded(damaged, file: "x", number: 1)
    }
  }
}
