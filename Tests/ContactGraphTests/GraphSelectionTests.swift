import ContactGraph
import ContactModel
import GraphMetrics
import GraphTestSupport
import TestSupport
import Testing
import TextModel

@Suite struct GraphSelectionTests {
  typealias Sample = SampleArticles

  /// `a-b-c-d` in a row with `b-c` twice, a triangle `x-y-z`, and `n` denied.
  static let graph: ContactGraph = {
    func party(_ name: String) -> Party {
      Party(id: name, name: name, type: name == "d" ? .country : .person)
    }
    var builder = ContactGraphBuilder()
    let rows: [(String, String, ContactKind, Modality, String?)] = [
      ("a", "b", .tell, .actual, "2022-01-10"), ("b", "c", .meet, .actual, "2022-02-10"),
      ("b", "c", .call, .planned, "2022-03"), ("c", "d", .tell, .actual, nil), ("x", "y", .meet, .actual, nil),
      ("y", "z", .meet, .actual, nil), ("z", "x", .meet, .uncertain, nil), ("n", "a", .tell, .negated, nil),
    ]
    for (number, row) in rows.enumerated() {
      builder.add(
        Sample.article(
          "\(number)", date: nil,
          contacts: [(party(row.0), party(row.1), Sample.contact(row.2, modality: row.3, on: row.4))]))
    }
    return builder.build()
  }()

  static func select(_ selection: GraphSelection, in graph: ContactGraph = graph) throws -> ContactGraph {
    let selected = try selection.apply(to: graph) { try GraphMetrics(of: $0).pageRank }
    selected._checkInvariants()
    return selected
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var selection: GraphSelection
    /// Ids of the parties left.
    var parties: String
    var contacts: Int
    var testDescription: String { name }
  }

  static let rows = [
    Row(name: "what happened or is planned", selection: GraphSelection(), parties: "abcdxyz", contacts: 6),
    Row(name: "everything", selection: .everything, parties: "abcdnxyz", contacts: 8),
    Row(name: "kind", selection: GraphSelection(kinds: [.tell]), parties: "abcd", contacts: 2),
    Row(name: "modality", selection: GraphSelection(modalities: [.negated]), parties: "an", contacts: 1),
    Row(name: "type", selection: GraphSelection(types: [.person]), parties: "abcxyz", contacts: 5),
    Row(name: "from", selection: GraphSelection(from: Day(year: 2022, month: 2, day: 10)), parties: "bc", contacts: 2),
    Row(name: "to", selection: GraphSelection(to: Day(year: 2022, month: 2, day: 9)), parties: "ab", contacts: 1),
    Row(
      name: "a day inside a vague date",
      selection: GraphSelection(
        from: Day(year: 2022, month: 3, day: 5), to: Day(year: 2022, month: 3, day: 6)), parties: "bc", contacts: 1),
    Row(name: "ego", selection: GraphSelection(ego: "b"), parties: "abc", contacts: 3),
    Row(name: "ego, two hops", selection: GraphSelection(ego: "b", hops: 2), parties: "abcd", contacts: 4),
    Row(name: "ego, no hop", selection: GraphSelection(ego: "b", hops: 0), parties: "", contacts: 0),
    Row(name: "between neighbours", selection: GraphSelection(between: .init("c", "b")), parties: "bc", contacts: 2),
    Row(name: "between far ones", selection: GraphSelection(between: .init("a", "d")), parties: "abcd", contacts: 4),
    Row(name: "between strangers", selection: GraphSelection(between: .init("a", "x")), parties: "", contacts: 0),
    Row(name: "minimum weight", selection: GraphSelection(minimumWeight: 2), parties: "bc", contacts: 2),
    Row(
      name: "core", selection: GraphSelection(modalities: [.actual, .uncertain], core: 2), parties: "xyz", contacts: 3),
    Row(name: "component", selection: GraphSelection(largestComponent: true), parties: "abcd", contacts: 4),
    Row(name: "top by weight", selection: GraphSelection(top: 2), parties: "bc", contacts: 2),
    Row(name: "top by degree", selection: GraphSelection(top: 3, ranking: .degree), parties: "bc", contacts: 2),
    Row(name: "top by PageRank", selection: GraphSelection(top: 2, ranking: .pagerank), parties: "xy", contacts: 1),
    Row(name: "top of few", selection: GraphSelection(top: 100), parties: "abcdxyz", contacts: 6),
  ]

  @Test(arguments: rows) func aSelectionKeepsItsPart(row: Row) throws {
    let selected = try Self.select(row.selection)
    #expect(selected.parties.map(\.id).joined() == row.parties)
    #expect(selected.contacts.count == row.contacts)
  }

  static let people: ContactGraph = {
    var minister = Party(id: "p1", name: "Ann Lee", type: .person, country: "FR", affiliation: "o1 Ministry of Tides")
    let clerk = Party(id: "p2", name: "Bo Chan", type: .person, country: "FR", affiliation: "o1 Ministry of Tides")
    let body = Party(id: "o9", name: "League of Rivers", type: .organization)
    let stranger = Party(id: "p3", name: "Cy Day", type: .person)
    var builder = ContactGraphBuilder()
    builder.add(
      Sample.article("1", [(minister, Sample.putin, .tell), (clerk, Sample.putin, .tell), (minister, clerk, .tell)]))
    minister.country = "DE"
    builder.add(
      Sample.article("2", [(minister, Sample.france, .meet), (body, minister, .write), (stranger, body, .tell)]))
    return builder.build()
  }()

  @Test func peopleCountAsTheCountryTheyRepresented() throws {
    let selected = try GraphSelection(unit: .country).apply(
      to: Self.people, countryName: { ["DE": "Germany"][$0] }, pageRank: { _ in [] })
    selected._checkInvariants()
    #expect(
      selected.dump == """
        Q142 country France [] FR
        c-de country Germany [] DE
        c-ru country RU [] RU
        o9 organization League of Rivers []
        p3 person Cy Day []
        France -- Germany meet actual 2
        France -> RU tell actual 1
        League of Rivers -> Germany write actual 2
        Cy Day -> League of Rivers tell actual 2
        """)
    #expect(selected.contacts[1].evidence.count == 2)
  }

  @Test func peopleCountAsTheirOrganization() throws {
    let selected = try Self.select(GraphSelection(unit: .organization), in: Self.people)
    #expect(
      selected.dump == """
        Q142 country France [] FR
        Q7747 person Vladimir Putin [Putin, Russian President] RU
        o1 organization Ministry of Tides []
        o9 organization League of Rivers []
        p3 person Cy Day []
        France -- Ministry of Tides meet actual 2
        Ministry of Tides -> Vladimir Putin tell actual 1
        League of Rivers -> Ministry of Tides write actual 2
        Cy Day -> League of Rivers tell actual 2
        """)
  }

  @Test func aPersonIsFoundByNameWherePeopleCountAsCountries() throws {
    let selected = try Self.select(GraphSelection(unit: .country, ego: "putin"), in: Self.people)
    #expect(selected.parties.map(\.id) == ["Q142", "c-ru"])
  }

  @Test(arguments: 0..<10) func structureAgreesWithIgraph(seed: Int) throws {
    var builder = ContactGraphBuilder()
    for article in Sample.random(seed: UInt64(seed), count: 25, parties: 30) { builder.add(article) }
    let graph = builder.build()
    let metrics = try GraphMetrics(of: graph)
    #expect(graph.components() == metrics.component)
    #expect(graph.coreness() == metrics.coreness)
    #expect(graph.neighbours().map(\.count) == metrics.degree)
  }

  @Test(arguments: 0..<10) func everySelectionIsAGraph(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var builder = ContactGraphBuilder()
    for article in Sample.random(seed: UInt64(seed), count: 25, parties: 20) { builder.add(article) }
    let graph = builder.build()
    for _ in 0..<20 {
      let selection = GraphSelection(
        modalities: Set(Modality.allCases.shuffled(using: &random).prefix(2)),
        unit: GraphSelection.Unit.allCases.randomElement(using: &random) ?? .party,
        minimumWeight: Int.random(in: 1...2, using: &random), core: Bool.random(using: &random) ? 2 : nil,
        largestComponent: Bool.random(using: &random), top: Int.random(in: 1...30, using: &random),
        ranking: .degree)
      let selected = try Self.select(selection, in: graph)
      #expect(selected.contacts.count <= graph.contacts.count)
      #expect(selected.parties.count <= selection.top ?? 0)
    }
  }
}
