import ContactGraph
import ContactModel
import GraphExport
import GraphMetrics
import GraphTestSupport
import Testing
import TextModel

/// What every format must do, whatever the names and sentences are.
@Suite struct ExportContractTests {
  typealias Sample = SampleArticles

  /// One party for each hostile text, in contact with the next one; the texts are sentences, titles and topics too.
  static let hostileGraph: ContactGraph = {
    var builder = ContactGraphBuilder()
    let texts = HostileText.all
    let parties = texts.enumerated().map { index, text in
      let number = String(100 + index)
      return Party(
        id: "p-\(number)", name: text.isEmpty ? "nameless" : text, type: .person, aliases: [text + "'s alias"],
        country: "FR")
    }
    for (index, text) in texts.enumerated() {
      var contact = Sample.contact(.tell, on: "2022-01-2\(index % 9)", text: text.isEmpty ? "nothing" : text)
      contact.topic = text
      contact.venue = text
      var article = Sample.article(
        "a\(index)", contacts: [(parties[index], parties[(index + 1) % texts.count], contact)])
      article.article.title = text
      article.article.source = text
      builder.add(article)
    }
    builder.add(Sample.article("z", contacts: [(parties[1], parties[2], Sample.contact(.meet, text: "They met."))]))
    return builder.build()
  }()

  /// A text as the format gives it back.
  ///
  /// - Parameter length: the number of code points that FollowTheMoney allows.
  static func kept(_ text: String, by format: any ExportFormat, length: Int) -> String {
    func replacing(_ change: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
      String(String.UnicodeScalarView(text.unicodeScalars.compactMap(change)))
    }
    func allowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar { XMLText.isAllowed(scalar) ? scalar : "\u{FFFD}" }
    switch format.name {
    case "dot":
      return replacing {
        switch $0 {
        case "\t": " "
        case "\r": nil
        case "\u{2028}", "\u{2029}": "\n"
        default: allowed($0)
        }
      }
    case "pajek":
      return replacing {
        switch $0 {
        case "\"": "'"
        case "\\": "/"
        case "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": " "
        default: allowed($0)
        }
      }
    case "tsv": return replacing { ["\t", "\n", "\r"].contains($0) ? " " : $0 }
    case "graphml", "gexf", "gml": return replacing(allowed)
    case "ftm": return String(String.UnicodeScalarView(text.unicodeScalars.prefix(length).map(allowed)))
    default: return text
    }
  }

  /// How the format names a party.
  static func identifier(_ party: Int, in graph: ContactGraph, by format: any ExportFormat) -> String {
    switch format.name {
    case "dot": "n\(party + 1)"
    case "pajek": "\(party + 1)"
    case "gml": "\(party)"
    default: graph.parties[party].id
    }
  }

  static func sentence(of contact: GraphContact, by format: any ExportFormat) -> String {
    let sentence = contact.evidence[0].text
    switch format.name {
    case "pajek": return ""
    case "neo4j": return sentence.map { $0 == ";" ? "," : String($0) }.joined()
    default: return kept(sentence, by: format, length: 65_000)
    }
  }

  @Test(
    .enabled(if: IndependentReader.isInstalled, IndependentReader.absence), arguments: ExportFormats.all.map(\.name))
  func anyTextIsReadBack(format name: String) throws {
    let format = try #require(ExportFormats.named(name))
    let graph = Self.hostileGraph
    let texts = format.texts(ExportContent(graph, metrics: try GraphMetrics(of: graph)))
    let found = try IndependentReader.read(format, texts)
    #expect(found.nodes.count == graph.parties.count)
    let differing = graph.parties.indices.filter { index in
      let wanted = Self.kept(graph.parties[index].name, by: format, length: 384)
      let name = found.nodes[Self.identifier(index, in: graph, by: format)] ?? "missing"
      return Array(name.unicodeScalars) != Array(wanted.unicodeScalars)
    }
    #expect(differing.map { HostileText.all[$0].prefix(40) } == [])
    let expected = graph.contacts.map { contact in
      IndependentReader.Found.Link(
        from: Self.identifier(contact.from, in: graph, by: format),
        to: Self.identifier(contact.to, in: graph, by: format), kind: contact.kind.rawValue,
        sentence: Self.sentence(of: contact, by: format), weight: 1)
    }
    #expect(Set(found.edges).symmetricDifference(expected).map { "\($0)".prefix(200) } == [])
    #expect(found.edges.count == expected.count)
  }

  @Test(
    .enabled(if: IndependentReader.isInstalled, IndependentReader.absence),
    arguments: ExportFormats.all.filter(\.canSum).map(\.name))
  func summedPairsAreReadBack(format name: String) throws {
    let format = try #require(ExportFormats.named(name))
    let graph = Self.hostileGraph
    let found = try IndependentReader.read(format, format.texts(ExportContent(graph, grouping: .pairs)))
    #expect(found.edges.count == graph.edges().count)
    #expect(found.edges.reduce(0) { $0 + $1.weight } == graph.contacts.count)
  }

  @Test(arguments: ExportFormats.all.map(\.name)) func equalGraphsGiveEqualBytes(format name: String) throws {
    let format = try #require(ExportFormats.named(name))
    let articles = Sample.random(seed: 3, count: 40)
    var (one, other) = (ContactGraphBuilder(), ContactGraphBuilder())
    for article in articles { one.add(article) }
    for article in articles.reversed() { other.add(article) }
    #expect(format.texts(ExportContent(one.build())) == format.texts(ExportContent(other.build())))
  }

  @Test(
    .enabled(if: IndependentReader.isInstalled, IndependentReader.absence), arguments: ExportFormats.all.map(\.name))
  func theEmptyGraphIsReadBack(format name: String) throws {
    let format = try #require(ExportFormats.named(name))
    let found = try IndependentReader.read(format, format.texts(ExportContent(ContactGraph())))
    #expect(found.nodes.isEmpty && found.edges.isEmpty)
  }

  @Test func namesOfFormatsAreUnique() {
    #expect(Set(ExportFormats.all.map(\.name)).count == ExportFormats.all.count)
  }

  @Test(.enabled(if: IndependentReader.isInstalled, IndependentReader.absence))
  func turtleAndJSONLDStateTheSame() throws {
    let content = ExportContent(Self.hostileGraph)
    let texts = try ["turtle", "jsonld"].map { try #require(ExportFormats.named($0)).texts(content)[0] }
    let output = try IndependentReader.run("rdf", files: ["a.ttl", "b.jsonld"], texts, script: "compare_rdf.py")
    let numbers = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    #expect((Int(numbers[0]) ?? 0) > 400)
    #expect(numbers[1] == "0")
  }

  @Test(.enabled(if: IndependentReader.isInstalled, IndependentReader.absence))
  func followTheMoneyValidates() throws {
    let format = try #require(ExportFormats.named("ftm"))
    let texts = format.texts(ExportContent(ExportFormatTests.graph))
    let output = try IndependentReader.run(format, texts, script: "validate_ftm.py")
    #expect(String(decoding: output, as: UTF8.self) == "6 entities, nothing lost\n")
  }
}
