import ContactGraph
import ContactModel
import GraphMetrics
import TextModel

extension ExportContent {
  /// Columns of parties beside their id and name, for a party's index.
  static func partyColumns(_ graph: ContactGraph, _ metrics: GraphMetrics?) -> [ExportColumn<Int>] {
    let parties = graph.parties
    var columns: [ExportColumn<Int>] = [
      ExportColumn("type", .text) { .text(parties[$0].type.rawValue) },
      ExportColumn("country", .text) { text(parties[$0].country) },
      ExportColumn("affiliation", .text) { text(parties[$0].affiliation) },
      ExportColumn("aliases", .texts) { parties[$0].aliases.isEmpty ? .none : .texts(parties[$0].aliases) },
      ExportColumn("page", .text) { text(wikidataPage(parties[$0].id)) },
    ]
    guard let metrics else { return columns }
    columns += [
      ExportColumn("degree", .count) { .count(metrics.degree[$0]) },
      ExportColumn("weightedDegree", .count) { .count(metrics.weightedDegree[$0]) },
      ExportColumn("pageRank", .real) { .real(metrics.pageRank[$0]) },
      ExportColumn("community", .count) { .count(metrics.community[$0]) },
      ExportColumn("component", .count) { .count(metrics.component[$0]) },
      ExportColumn("core", .count) { .count(metrics.coreness[$0]) },
    ]
    if let betweenness = metrics.betweenness {
      columns.append(ExportColumn("betweenness", .real) { .real(betweenness[$0]) })
    }
    return columns
  }

  /// Columns of contacts, for a contact's index.
  static func contactColumns(_ graph: ContactGraph) -> [ExportColumn<Int>] {
    let contacts = graph.contacts
    let articles = graph.articles
    return [
      ExportColumn("kind", .text) { .text(contacts[$0].kind.rawValue) },
      ExportColumn("modality", .text) { .text(contacts[$0].modality.rawValue) },
      ExportColumn("mutual", .flag) { .flag(contacts[$0].isMutual) },
      ExportColumn("start", .day) { contacts[$0].when.map { .day($0.first) } ?? .none },
      ExportColumn("end", .day) { contacts[$0].when.map { .day($0.last) } ?? .none },
      ExportColumn("venue", .text) { text(contacts[$0].venue) },
      ExportColumn("medium", .text) { text(contacts[$0].medium) },
      ExportColumn("topic", .text) { text(contacts[$0].topic) },
      ExportColumn("confidence", .real) { .real(contacts[$0].confidence) },
      ExportColumn("cameo", .text) { text(contacts[$0].cameo) },
      ExportColumn("sentence", .texts) { texts(contacts[$0].evidence.map(\.text)) },
      ExportColumn("article", .text) { .text(articles[contacts[$0].article].reference.id) },
      ExportColumn("title", .text) { text(articles[contacts[$0].article].reference.title) },
      ExportColumn("published", .text) { text(articles[contacts[$0].article].reference.date?.description) },
      ExportColumn("publisher", .text) { text(articles[contacts[$0].article].reference.source) },
      ExportColumn("url", .text) { text(articles[contacts[$0].article].reference.url) },
    ]
  }

  /// Columns of summed pairs, for an edge's index.
  static func edgeColumns(_ graph: ContactGraph, _ edges: [Edge]) -> [ExportColumn<Int>] {
    let articles = graph.articles
    @Sendable func samples(_ index: Int) -> [GraphContact] {
      edges[index].contacts.prefix(3).map { graph.contacts[$0] }
    }
    @Sendable func distinct(_ values: [String?]) -> ExportValue {
      var seen: [String] = []
      for case let value? in values where !seen.contains(value) { seen.append(value) }
      return texts(seen)
    }
    return [
      ExportColumn("kinds", .texts) { .texts(edges[$0].kinds.map { "\($0.kind.rawValue) \($0.count)" }) },
      ExportColumn("mutual", .flag) { .flag(edges[$0].direction == .mutual) },
      ExportColumn("reports", .count) { .count(edges[$0].reports) },
      ExportColumn("events", .count) { .count(edges[$0].events) },
      ExportColumn("start", .day) { edges[$0].first.map { .day($0) } ?? .none },
      ExportColumn("end", .day) { edges[$0].last.map { .day($0) } ?? .none },
      ExportColumn("sentence", .texts) { distinct(samples($0).compactMap { $0.evidence.first?.text }) },
      ExportColumn("article", .texts) { distinct(samples($0).map { articles[$0.article].reference.id }) },
      ExportColumn("url", .texts) { distinct(samples($0).map { articles[$0.article].reference.url }) },
    ]
  }

  /// The page of a Wikidata item, nil for other ids.
  static func wikidataPage(_ id: String) -> String? {
    guard id.utf8.count > 1, id.utf8.first == UInt8(ascii: "Q"), id.utf8.dropFirst().allSatisfy({ 48...57 ~= $0 })
    else { return nil }
    return "https://www.wikidata.org/wiki/" + id
  }

  private static func text(_ text: String?) -> ExportValue { text.map { .text($0) } ?? .none }
  private static func texts(_ texts: [String]) -> ExportValue { texts.isEmpty ? .none : .texts(texts) }
}
