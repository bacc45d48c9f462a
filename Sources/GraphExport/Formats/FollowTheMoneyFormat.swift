import ContactGraph
import ContactModel
import TextModel

/// Entities of FollowTheMoney, one a line, as Aleph and OpenSanctions read them: parties, articles, and each contact as an
/// `UnknownLink` whose proof is its article and the copies of it.
///
/// ```json
/// {"id": "Q7747", "schema": "Person", "properties": {"name": ["Vladimir Putin"], "wikidataId": ["Q7747"]}}
/// {"id": "contact-00aa-1", "schema": "UnknownLink", "properties": {"subject": ["Q3052772"], "object": ["Q7747"],
///  "role": ["call"], "status": ["actual"], "date": ["2022-01-28"], "summary": ["…"], "proof": ["article-00aa"]}}
/// ```
///
/// Texts are cut to the lengths that FollowTheMoney allows. A country is the `PublicBody` that acts for it.
struct FollowTheMoneyFormat: ExportFormat {
  private static let nameLength = 384
  private static let stringLength = 1024
  private static let textLength = 65_000

  var name: String { "ftm" }
  var summary: String { "FollowTheMoney JSON Lines: Aleph, OpenSanctions" }
  var fileExtension: String? { "ftm" }
  var leavesOut: Set<ExportTrait> { [.evidenceOffsets, .appearances, .confidence, .undirected] }
  var canSum: Bool { false }
  var usesMetrics: Bool { false }

  func write(_ content: ExportContent, to sinks: [ByteSink]) {
    let sink = sinks[0]
    let graph = content.graph
    for party in graph.parties { write(party, to: sink) }
    for article in graph.articles { write(article.reference, to: sink) }
    var copies: [Int: [Int]] = [:]
    for (index, article) in graph.articles.enumerated() {
      if let original = article.copyOf { copies[original, default: []].append(index) }
    }
    var counts = [Int](repeating: 0, count: graph.articles.count)
    for (index, contact) in graph.contacts.enumerated() {
      if sink.hasFailed { return }
      counts[contact.article] += 1
      let reference = graph.articles[contact.article].reference
      let days = graph.days(of: contact)
      let isOneDay = days.map { $0.first == $0.last } ?? false
      let circumstances = [("topic", contact.topic), ("venue", contact.venue), ("medium", contact.medium)]
      entity(
        "contact-\(Self.articleKey(reference))-\(counts[contact.article])", "UnknownLink",
        [
          ("subject", [Self.identifier(graph.parties[contact.from].id)]),
          ("object", [Self.identifier(graph.parties[contact.to].id)]), ("role", [contact.kind.rawValue]),
          ("status", [contact.modality.rawValue]),
          ("date", isOneDay ? days.map { [$0.first.date.description] } ?? [] : []),
          ("startDate", isOneDay ? [] : days.map { [$0.first.date.description] } ?? []),
          ("endDate", isOneDay ? [] : days.map { [$0.last.date.description] } ?? []),
          ("summary", Self.cut(contact.evidence.map(\.text), Self.textLength)),
          (
            "description",
            Self.cut(circumstances.compactMap { name, value in value.map { "\(name): \($0)" } }, Self.textLength)
          ),
          ("publisher", Self.cut([reference.source], Self.stringLength)),
          ("sourceUrl", Self.cut([Self.webAddress(reference.url)], 4096)),
          ("recordId", [content.linkID(index)] + (contact.cameo.map { ["CAMEO \($0)"] } ?? [])),
          (
            "proof",
            ([contact.article] + (copies[contact.article] ?? []))
              .map { "article-" + Self.articleKey(graph.articles[$0].reference) }
          ),
        ], to: sink)
    }
  }

  private func write(_ party: Party, to sink: ByteSink) {
    let schema =
      switch party.type {
      case .person: "Person"
      case .country: "PublicBody"
      case .organization: "Organization"
      case .place: "LegalEntity"
      }
    let names = Self.cut([party.name], Self.nameLength)
    entity(
      Self.identifier(party.id), schema,
      [
        ("name", names.isEmpty ? [party.id] : names), ("alias", Self.cut(party.aliases, Self.nameLength)),
        ("country", party.country.map { [$0.lowercased()] } ?? []),
        ("wikidataId", ExportContent.wikidataPage(party.id) == nil ? [] : [party.id]),
      ], to: sink)
  }

  private func write(_ article: ArticleReference, to sink: ByteSink) {
    entity(
      "article-" + Self.articleKey(article), "Article",
      [
        ("title", Self.cut([article.title], Self.stringLength)),
        ("fileName", Self.cut([article.id], Self.stringLength)),
        ("publishedAt", article.date.map { [$0.description] } ?? []),
        ("publisher", Self.cut([article.source], Self.stringLength)),
        ("sourceUrl", Self.cut([Self.webAddress(article.url)], 4096)),
      ], to: sink)
  }

  private func entity(
    _ id: String, _ schema: String, _ properties: [(name: String, values: [String])], to sink: ByteSink
  ) {
    sink.write("{\"id\": ")
    sink.writeJSON(id)
    sink.write(", \"schema\": \"\(schema)\", \"properties\": {")
    for (index, property) in properties.filter({ !$0.values.isEmpty }).enumerated() {
      sink.write(index == 0 ? "\"\(property.name)\": " : ", \"\(property.name)\": ")
      sink.writeJSON(property.values)
    }
    sink.write("}}\n")
  }

  private static func articleKey(_ article: ArticleReference) -> String {
    ContentHash.hexadecimal(Array((article.id + "\n" + article.contentHash).utf8))
  }

  /// The id where FollowTheMoney takes it as it is, else a digest of it.
  private static func identifier(_ id: String) -> String {
    let isPlain =
      !id.isEmpty && id.utf8.count <= 100
      && id.utf8.allSatisfy { 48...57 ~= $0 || 65...90 ~= $0 || 97...122 ~= $0 || $0 == UInt8(ascii: "-") }
      && id.utf8.first != UInt8(ascii: "-") && id.utf8.last != UInt8(ascii: "-")
    return isPlain ? id : "party-" + ContentHash.hexadecimal(Array(id.utf8))
  }

  private static func webAddress(_ url: String?) -> String? {
    url.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil }
  }

  /// The texts that are not blank, without code points that JSON readers or databases refuse, each at most so many code
  /// points long.
  private static func cut(_ texts: [String?], _ length: Int) -> [String] {
    texts.compactMap { text in
      guard let text else { return nil }
      let scalars = text.unicodeScalars.prefix(length).map { XMLText.isAllowed($0) ? $0 : "\u{FFFD}" }
      return scalars.allSatisfy(\.properties.isWhitespace) ? nil : String(String.UnicodeScalarView(scalars))
    }
  }
}
