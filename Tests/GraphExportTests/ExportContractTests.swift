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
  static func kept(_ text: String, by format: any ExportFormat) -> String {
    func replacing(_ change: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
      String(String.UnicodeScalarView(text.unicodeScalars.compactMap(change)))
    }
    switch format.name {
    case "dot":
      return replacing {
        switch $0 {
        case "\t": " "
        case "\r": nil
        case "\u{2028}", "\u{2029}": "\n"
        default: XMLText.isAllowed($0) ? $0 : "\u{FFFD}"
        }
      }
    case "tsv": return replacing { ["\t", "\n", "\r"].contains($0) ? " " : $0 }
    case "neo4j": return text
    default: return text
    }
  }

  @Test(
    .enabled(if: IndependentReader.isInstalled, IndependentReader.absence), arguments: ExportFormats.all.map(\.name))
  func anyTextIsReadBack(format name: String) throws {
    let format = try #require(ExportFormats.named(name))
    let graph = Self.hostileGraph
    let texts = format.texts(ExportContent(graph, metrics: try GraphMetrics(of: graph)))
    let found = try IndependentReader.read(format, texts)
    let usesNumbers = name == "dot"
    func identifier(_ party: Int) -> String { usesNumbers ? "n\(party + 1)" : graph.parties[party].id }
    #expect(found.nodes.count == graph.parties.count)
    for (index, party) in graph.parties.enumerated() {
      #expect(
        found.nodes[identifier(index)].map(Array.init(_:)) == Array(Self.kept(party.name, by: format)), "\(party.id)")
    }
    let expected = graph.contacts.map { contact in
      let sentence = contact.evidence[0].text
      return IndependentReader.Found.Link(
        from: identifier(contact.from), to: identifier(contact.to), kind: contact.kind.rawValue,
        sentence: Self.kept(
          name == "neo4j" ? sentence.map { $0 == ";" ? "," : String($0) }.joined() : sentence, by: format),
        weight: 1)
    }
    #expect(Set(found.edges) == Set(expected))
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
}
