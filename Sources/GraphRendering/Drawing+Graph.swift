import ContactGraph
import ContactModel
import TextModel

extension Drawing {
  /// Up to this number of parties each kind of contact has its own line; above it there is one line for each pair.
  private static let linesByKindLimit = 120

  /// What there is to draw of a graph: all its parties and contacts.
  ///
  /// Complexity: O(*n* log *n*) in the contacts.
  init(_ graph: ContactGraph, options: RenderingOptions) {
    let grouping: Edge.Grouping =
      graph.parties.count <= Self.linesByKindLimit ? .pairAndKind : .pair
    let words = GraphWords(graph)
    title = options.title ?? "Who spoke to whom"
    subtitle = words.extent
    nodes = []
    edges = []
    let countries = options.isClustered ? Self.countryNames(graph, known: options.countryNames) : [:]
    let importance =
      options.importance.flatMap { $0.count == graph.parties.count ? $0 : nil } ?? words.contactCounts.map(Double.init)
    let most = max(importance.max() ?? 0, .leastNormalMagnitude)
    for (index, party) in graph.parties.enumerated() {
      nodes.append(
        Node(
          name: party.name, description: words.description(ofParty: index), type: party.type,
          group: party.country.map { countries[$0] ?? $0 }, importance: max(0, importance[index]) / most,
          community: options.communities.flatMap { $0.indices.contains(index) ? $0[index] : nil },
          address: WebAddress.wikidata(party.id)))
    }
    for edge in graph.edges(by: grouping) {
      let best = words.mostTelling(edge.contacts)
      edges.append(
        Line(
          tail: edge.from, head: edge.to, kind: edge.kind ?? edge.kinds.first?.kind ?? .talks,
          hasHead: edge.contacts.contains { graph.contacts[$0].isAddressed(from: edge.from) },
          hasTail: edge.contacts.contains { graph.contacts[$0].isAddressed(from: edge.to) },
          modality: words.strongestModality(edge.contacts), weight: Double(edge.weight),
          description: words.description(of: edge),
          address: best.flatMap { graph.articles[graph.contacts[$0].article].reference.url }))
    }
    description = words.summary(edges: graph.edges(by: .pair))
  }

  /// The name of each country by its code: as the gazetteer has it, else as the graph's own parties do.
  private static func countryNames(_ graph: ContactGraph, known: [String: String]) -> [String: String] {
    var names: [String: String] = [:]
    for party in graph.parties where party.type == .country {
      if let code = party.country { names[code] = party.name }
    }
    return names.merging(known) { _, known in known }
  }
}

extension GraphContact {
  /// Whether the party is said to address the other.
  fileprivate func isAddressed(from party: Int) -> Bool { !isMutual && from == party }
}
