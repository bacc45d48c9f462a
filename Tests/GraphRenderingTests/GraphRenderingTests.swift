import ContactGraph
import ContactModel
import SyntheticContacts
import Testing
import TextModel

@testable import GraphRendering

@Suite struct GraphRenderingTests {
  static func graph(parties: Int, contacts: Int) -> ContactGraph {
    var generator = SyntheticContacts(parties: parties, seed: 11)
    var builder = ContactGraphBuilder()
    for article in generator.articles(contacts: contacts) { builder.add(article) }
    return builder.build()
  }

  /// One contact in one article between two parties.
  static func graph(
    from: String, to: String, fromID: String = "p-1", sentence: String = "A told B.", url: String? = nil,
    modality: Modality = .actual, isMutual: Bool = false
  ) -> ContactGraph {
    let evidence = Evidence(
      sentence: TextRange(0, 9), text: sentence, from: TextRange(0, 1), to: TextRange(7, 8), trigger: TextRange(2, 6),
      construction: "told B")
    var builder = ContactGraphBuilder()
    builder.add(
      ArticleContacts(
        article: ArticleReference(
          id: "one", title: "A title", date: PartialDate(year: 2021, month: 3, day: 4), url: url,
          contentHash: "0000000000000001", length: 9),
        parties: [
          Party(id: fromID, name: from, type: .person, country: "FR"),
          Party(id: "p-2", name: to, type: .country, country: "TR"),
        ],
        contacts: [
          Contact(from: 0, to: 1, kind: .tell, isMutual: isMutual, modality: modality, evidence: [evidence])
        ]))
    return builder.build()
  }

  @Test(arguments: [5, 40, 150])
  func `every party and every tie is drawn and named`(parties: Int) throws {
    let graph = Self.graph(parties: parties, contacts: parties * 3)
    let svg = try #require(SVGReader(try GraphRendering.render(graph)))
    let markers = svg.groups("party")
    #expect(markers.count == graph.parties.count)
    #expect(svg.groups("label").count == graph.parties.count)
    for type in Set(graph.parties.map(\.type)) {
      #expect(svg.groups(type.rawValue).count == graph.parties.count { $0.type == type })
    }
    for marker in markers {
      let index = try #require(Int(marker.id.dropFirst()))
      #expect(marker.title.hasPrefix(graph.parties[index].name + ", "))
    }
    let grouping: Edge.Grouping = graph.parties.count <= 120 ? .pairAndKind : .pair
    let lines = svg.groups("contact")
    #expect(lines.count == graph.edges(by: grouping).count)
    #expect(lines.allSatisfy { $0.title.contains("“") && $0.title.contains("reported by") })
    #expect(svg.root["role"] == "img")
    #expect(svg.root["aria-labelledby"] == "picture-title picture-description")
    #expect(svg.title == "Who spoke to whom")
    #expect(svg.summary.hasPrefix("A network of who spoke to whom: \(graph.parties.count) parties, "))
  }

  @Test func `a picture says what it shows`() throws {
    var options = RenderingOptions()
    options.title = "Grain & gas"
    let svg = try #require(
      SVGReader(try GraphRendering.render(Self.graph(from: "Ada Byron", to: "Utopia"), options: options)))
    #expect(svg.title == "Grain & gas")
    #expect(svg.groups("title").map(\.text).contains("2 parties, 1 contact in 1 article, 4 March 2021"))
    #expect(svg.groups("legend").map(\.text).filter { !$0.isEmpty } == ["Person", "Country", "tell"])
    #expect(
      svg.groups("contact").map(\.title) == [
        "Ada Byron → Utopia: tell 1; reported by 1 article, 4 March 2021. “A told B.” — A title, 4 March 2021"
      ])
    #expect(
      svg.groups("party").map(\.title) == [
        "Ada Byron, person: 1 contact with 1 party, Utopia", "Utopia, country: 1 contact with 1 party, Ada Byron",
      ])
  }

  @Test(arguments: [
    #"back\N\slash\"#, #"<script>alert("x")</script>"#, "&lt;b&amp;", "\u{1}\u{8}\u{FFFE}", "line\nbreak\ttab", "]]>",
    "שלום עולם", "東京都知事室", "🕊️🇺🇳", "\u{202E}reversed", "", " ", "%s%n{|}<>",
    String(repeating: "very long ", count: 10_000),
  ])
  func `any text gives a well-formed picture`(text: String) throws {
    let graph = Self.graph(from: text, to: "B", sentence: text, url: "https://x.example/" + text.prefix(50))
    for format in PictureFormat.allCases {
      var options = RenderingOptions(format: format)
      options.title = text
      let bytes = try GraphRendering.render(graph, options: options)
      guard format == .svg else { continue }
      let svg = try #require(SVGReader(bytes), "not well-formed: \(text.prefix(40))")
      #expect(!svg.elements.contains("script"))
      #expect(svg.groups("party").count == 2)
    }
  }

  @Test(arguments: [
    ("web", "https://x.example/a?b=1&c=2", 1), ("script", "javascript:alert(1)", 0),
    ("attribute", "https://x.example/\" onload=\"alert(1)", 1), ("data", "data:text/html,x", 0),
  ])
  func `only web addresses become links`(row: (name: String, url: String, count: Int)) throws {
    let svg = try #require(SVGReader(try GraphRendering.render(Self.graph(from: "A", to: "B", url: row.url))))
    #expect(svg.groups("contact").flatMap(\.links).count == row.count, "\(row.name)")
    #expect(svg.links.allSatisfy { $0.hasPrefix("https://") })
    #expect(!svg.attributes.contains("onload"))
  }

  @Test func `a party with a Wikidata id links to its page`() throws {
    let svg = try #require(SVGReader(try GraphRendering.render(Self.graph(from: "A", to: "B", fromID: "Q42"))))
    #expect(Set(svg.groups("party").flatMap(\.links)) == ["https://www.wikidata.org/wiki/Q42"])
  }

  @Test func `equal graphs give equal bytes`() async throws {
    let graph = Self.graph(parties: 30, contacts: 80)
    for format in PictureFormat.allCases {
      let options = RenderingOptions(format: format, isClustered: true)
      let first = try GraphRendering.render(graph, options: options)
      // The PDF renderer knows the time in seconds.
      if format == .pdf { try await Task.sleep(for: .seconds(1)) }
      let isEqual = try GraphRendering.render(graph, options: options) == first
      #expect(isEqual, "\(format)")
    }
  }

  @Test(arguments: LayoutEngine.allCases, Theme.allCases)
  func `every layout and theme draws`(layout: LayoutEngine, theme: Theme) throws {
    let options = RenderingOptions(layout: layout, theme: theme)
    let graph = Self.graph(parties: 20, contacts: 40)
    let svg = try #require(SVGReader(try GraphRendering.render(graph, options: options)))
    #expect(svg.groups("party").count == graph.parties.count)
  }

  @Test func `clusters are named after countries`() throws {
    var options = RenderingOptions(isClustered: true)
    options.countryNames = ["FR": "France"]
    let svg = try #require(SVGReader(try GraphRendering.render(Self.graph(from: "A", to: "Turkey"), options: options)))
    #expect(svg.groups("ground").count == 2)
    #expect(svg.groups("heading").map(\.text).sorted() == ["France", "Turkey"])
  }

  @Test func `communities have colours of their own, and importance makes large`() throws {
    var options = RenderingOptions(importance: [0, 9], communities: [0, 8])
    let graph = Self.graph(from: "A", to: "B")
    let colored = String(decoding: try GraphRendering.render(graph, options: options), as: UTF8.self)
    #expect(colored.contains("#0072b2") && colored.contains("#7a808c"))
    let drawing = Drawing(graph, options: options)
    #expect(drawing.nodes.map(\.importance) == [0, 1])
    options.importance = [1]
    #expect(Drawing(graph, options: options).nodes.map(\.importance) == [1, 1])
  }

  @Test func `formats begin as their readers expect`() throws {
    let graph = Self.graph(from: "A", to: "B")
    let png = try GraphRendering.render(graph, options: RenderingOptions(format: .png))
    #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    let pdf = try GraphRendering.render(graph, options: RenderingOptions(format: .pdf))
    #expect(String(decoding: pdf.prefix(5), as: UTF8.self) == "%PDF-")
  }

  @Test func `an empty graph is refused`() {
    #expect(
      throws: RenderingError("there is nothing to draw: no contact is in the graph, or none passes the selection.")
    ) { try GraphRendering.render(ContactGraph()) }
  }

  /// Everybody spoke to everybody: more than `dot` can rank.
  static func tangle(parties: Int) -> Drawing {
    let nodes = (0..<parties).map {
      Drawing.Node(name: "Party \($0)", description: "", type: .person, importance: 0.5)
    }
    var edges: [Drawing.Line] = []
    for tail in 0..<parties {
      for head in (tail + 1)..<parties {
        edges.append(
          Drawing.Line(
            tail: tail, head: head, kind: .talks, hasHead: false, hasTail: false, modality: .actual, weight: 1,
            description: ""))
      }
    }
    return Drawing(title: "", subtitle: "", description: "", nodes: nodes, edges: edges)
  }

  @Test func `a layout beyond its time ends with one sentence`() {
    let limits = RenderingLimits(seconds: 1)
    #expect(
      throws: RenderingError(
        "the layout took longer than 1 s and was stopped; draw fewer parties (--top, --min-weight, --component) or "
          + "try --layout sfdp.")
    ) {
      try GraphRendering.render(
        Self.tangle(parties: 100), options: RenderingOptions(layout: .dot, limits: limits)
      ).count
    }
  }

  @Test func `a layout beyond its memory ends with one sentence`() {
    let limits = RenderingLimits(seconds: 20, bytes: 28 << 20)
    #expect(
      throws: RenderingError(
        "the layout needs more than 28 MiB of memory; draw fewer parties (--top, --min-weight, --component) or "
          + "try --layout sfdp.")
    ) {
      try GraphRendering.render(
        Self.tangle(parties: 100), options: RenderingOptions(layout: .dot, limits: limits)
      ).count
    }
  }

  @Test(arguments: [
    (-11, "the layout crashed inside Graphviz (signal 11); draw fewer"),
    (3, "Graphviz could not draw the graph (no such engine); draw fewer"),
  ])
  func `a layout that fails says how`(row: (code: Int, start: String)) {
    let complaint = row.code == 3 ? "Warning: odd\nError: no such engine\n" : ""
    let sentence = GraphvizGraph.sentence(
      code: Int32(row.code), isTimedOut: false, complaint: complaint, limits: RenderingLimits())
    #expect(sentence.hasPrefix(row.start))
  }
}
