import ContactGraph
import ContactModel
import GraphExport
import GraphTestSupport
import Testing
import TextModel

/// Each format of one small graph, as a person sees it.
@Suite struct ExportFormatTests {
  typealias Sample = SampleArticles

  static let graph: ContactGraph = {
    var builder = ContactGraphBuilder()
    builder.add(
      Sample.article(
        "a1",
        contacts: [
          (Sample.macron, Sample.putin, Sample.contact(.call, on: "2022-01-28", text: "They spoke, \"at length\".")),
          (Sample.putin, Sample.outlet, Sample.contact(.press, modality: .planned)),
        ]))
    return builder.build()
  }()

  static func text(_ name: String, _ grouping: ExportContent.Grouping = .contacts, file: Int = 0) throws -> String {
    let format = try #require(ExportFormats.named(name))
    return format.texts(ExportContent(graph, grouping: grouping))[file]
  }

  @Test func dot() throws {
    #expect(
      try Self.text("dot") == #"""
        digraph "Who spoke to whom" {
          graph [charset="UTF-8"];
          n1 [label="Emmanuel Macron", type="person", country="FR", aliases="French President | Macron", page="https://www.wikidata.org/wiki/Q3052772", party="Q3052772"];
          n2 [label="Vladimir Putin", type="person", country="RU", aliases="Putin | Russian President", page="https://www.wikidata.org/wiki/Q7747", party="Q7747"];
          n3 [label="Daily Lantern", type="organization", country="GB", party="o-daily-lantern"];
          n1 -> n2 [label="call", dir=none, weight=1, kind="call", modality="actual", mutual="true", start_day="2022-01-28", end_day="2022-01-28", venue="Geneva", topic="grain &amp; gas", confidence="0.875", cameo="036", sentence="They spoke, \"at length\".", article="a1", title="Title of a1", published="2022-01-28", publisher="Daily Lantern", source_url="https://lantern.example/a1?a=1&amp;b=2"];
          n2 -> n3 [label="press", weight=1, kind="press", modality="planned", mutual="false", venue="Geneva", topic="grain &amp; gas", confidence="0.875", cameo="036", sentence="They spoke.", article="a1", title="Title of a1", published="2022-01-28", publisher="Daily Lantern", source_url="https://lantern.example/a1?a=1&amp;b=2"];
        }

        """#)
  }

  @Test func edgeList() throws {
    #expect(
      try Self.text("edgelist") == #"""
        Source,Target,Type,Weight,Label,Id,SourceId,TargetId,SourceType,TargetType,kind,modality,mutual,start,end,venue,medium,topic,confidence,cameo,sentence,article,title,published,publisher,url
        Emmanuel Macron,Vladimir Putin,Undirected,1,call,c1,Q3052772,Q7747,person,person,call,actual,true,2022-01-28,2022-01-28,Geneva,,grain & gas,0.875,036,"They spoke, ""at length"".",a1,Title of a1,2022-01-28,Daily Lantern,https://lantern.example/a1?a=1&b=2
        Vladimir Putin,Daily Lantern,Directed,1,press,c2,Q7747,o-daily-lantern,person,organization,press,planned,false,,,Geneva,,grain & gas,0.875,036,They spoke.,a1,Title of a1,2022-01-28,Daily Lantern,https://lantern.example/a1?a=1&b=2

        """#)
  }

  @Test func edgeListOfPairs() throws {
    #expect(
      try Self.text("edgelist", .pairs) == #"""
        Source,Target,Type,Weight,Label,Id,SourceId,TargetId,SourceType,TargetType,kinds,mutual,reports,events,start,end,sentence,article,url
        Emmanuel Macron,Vladimir Putin,Undirected,1,call,e1,Q3052772,Q7747,person,person,call 1,true,1,1,2022-01-28,2022-01-28,"They spoke, ""at length"".",a1,https://lantern.example/a1?a=1&b=2
        Vladimir Putin,Daily Lantern,Directed,1,press,e2,Q7747,o-daily-lantern,person,organization,press 1,false,1,1,2022-01-28,2022-01-28,They spoke.,a1,https://lantern.example/a1?a=1&b=2

        """#)
  }

  @Test func neo4j() throws {
    #expect(
      try Self.text("neo4j") == #"""
        id:ID,name,type,country,affiliation,aliases:string[],page,:LABEL
        Q3052772,Emmanuel Macron,person,FR,,French President;Macron,https://www.wikidata.org/wiki/Q3052772,Person
        Q7747,Vladimir Putin,person,RU,,Putin;Russian President,https://www.wikidata.org/wiki/Q7747,Person
        o-daily-lantern,Daily Lantern,organization,GB,,,,Organization

        """#)
  }

  @Test func lossIsReported() throws {
    let content = ExportContent(Self.graph)
    #expect(
      ExportFormats.named("edgelist")?.lossReport(for: content)
        == "the format edgelist has no place for offsets of sentences, aliases: left out.")
    #expect(ExportFormats.named("edgelist")?.lossReport(for: ExportContent(ContactGraph())) == nil)
  }

  @Test func formatsAreFoundByNameAndExtension() {
    #expect(ExportFormats.named("DOT")?.name == "dot")
    #expect(ExportFormats.named("doc") == nil)
    #expect(ExportFormats.forExtension("csv")?.name == "edgelist")
    #expect(ExportFormats.forExtension("svg") == nil)
  }

  struct TextRow: Sendable, CustomTestStringConvertible {
    var text: String
    var dot: String
    var testDescription: String { dot }
  }

  @Test(arguments: [
    TextRow(text: "plain", dot: #""plain""#), TextRow(text: #"a"b"#, dot: #""a\"b""#),
    TextRow(text: #"end\"#, dot: #""end\\""#), TextRow(text: "&lt;", dot: #""&amp;lt;""#),
    TextRow(text: "a\r\nb\tc", dot: #""a\nb c""#), TextRow(text: "\u{1}", dot: "\"\u{FFFD}\""),
    TextRow(text: #"\N"#, dot: #""\\N""#), TextRow(text: "", dot: #""""#),
  ]) func dotQuotes(row: TextRow) {
    #expect(DOTText.quoted(row.text) == row.dot)
  }

  @Test func longDotTextIsJoined() {
    let quoted = DOTText.quoted(String(repeating: "é", count: 4000))
    #expect(quoted.split(separator: " + ").count == 2)
    #expect(quoted.split(separator: " + ").allSatisfy { $0.utf8.count < 16_382 })
  }
}
