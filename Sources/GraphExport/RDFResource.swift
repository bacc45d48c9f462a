import ContactGraph
import ContactModel
import TextModel

/// One subject of an RDF graph with all that is said about it; Turtle and JSON-LD write the same resources.
///
/// Contacts are `schema:CommunicateAction`s with `schema:agent` and `schema:recipient`, derived (`prov:wasDerivedFrom`)
/// from their articles; what schema.org has no term for is in the namespace `urn:parley:term:`.
struct RDFResource {
  enum Term: Hashable {
    /// A full IRI.
    case resource(String)
    /// A prefixed name such as `schema:CompletedActionStatus`.
    case name(String)
    case text(String)
    case flag(Bool)
    case count(Int)
    case decimal(Double)
    /// A date as exact as it is known.
    case date(PartialDate)
  }

  static let prefixes = [
    (name: "schema", iri: "https://schema.org/"), (name: "prov", iri: "http://www.w3.org/ns/prov#"),
    (name: "xsd", iri: "http://www.w3.org/2001/XMLSchema#"), (name: "parley", iri: "urn:parley:term:"),
  ]

  /// Its own full IRI.
  var iri: String
  /// A prefixed name.
  var type: String
  /// Prefixed names with at least one value each.
  var properties: [(name: String, values: [Term])]

  private init(_ iri: String, _ type: String, _ properties: [(name: String, values: [Term])]) {
    self.iri = iri
    self.type = type
    self.properties = properties.filter { !$0.values.isEmpty }
  }

  /// All resources of a graph: parties, then articles, then contacts.
  static func forEach(of graph: ContactGraph, _ body: (RDFResource) -> Void) {
    for party in graph.parties { body(resource(of: party)) }
    for article in graph.articles { body(resource(of: article, in: graph)) }
    var counts = [Int](repeating: 0, count: graph.articles.count)
    for contact in graph.contacts {
      counts[contact.article] += 1
      body(resource(of: contact, number: counts[contact.article], in: graph))
    }
  }

  private static func resource(of party: Party) -> RDFResource {
    let type =
      switch party.type {
      case .person: "schema:Person"
      case .country: "schema:Country"
      case .organization: "schema:Organization"
      case .place: "schema:Place"
      }
    return RDFResource(
      iri(of: party), type,
      [
        ("schema:identifier", [.text(party.id)]), ("schema:name", [.text(party.name)]),
        ("schema:alternateName", party.aliases.map { .text($0) }), ("parley:country", texts(party.country)),
        ("parley:affiliation", texts(party.affiliation)),
      ])
  }

  private static func resource(of article: GraphArticle, in graph: ContactGraph) -> RDFResource {
    let reference = article.reference
    return RDFResource(
      iri(of: reference), "schema:NewsArticle",
      [
        ("schema:identifier", [.text(reference.id)]), ("schema:headline", texts(reference.title)),
        ("schema:datePublished", reference.date.map { [.date($0)] } ?? []),
        ("schema:publisher", texts(reference.source)),
        ("schema:url", texts(reference.url)), ("parley:hash", [.text(reference.contentHash)]),
        ("prov:wasDerivedFrom", article.copyOf.map { [.resource(iri(of: graph.articles[$0].reference))] } ?? []),
      ])
  }

  private static func resource(of contact: GraphContact, number: Int, in graph: ContactGraph) -> RDFResource {
    let article = graph.articles[contact.article].reference
    let status: [Term] =
      switch contact.modality {
      case .actual: [.name("schema:CompletedActionStatus")]
      case .planned: [.name("schema:PotentialActionStatus")]
      case .negated, .uncertain: []
      }
    return RDFResource(
      "urn:parley:contact:\(percentEncoded(article.id)):\(percentEncoded(article.contentHash)):\(number)",
      "schema:CommunicateAction",
      [
        ("schema:agent", [.resource(iri(of: graph.parties[contact.from]))]),
        ("schema:recipient", [.resource(iri(of: graph.parties[contact.to]))]),
        ("parley:kind", [.text(contact.kind.rawValue)]), ("parley:modality", [.text(contact.modality.rawValue)]),
        ("parley:mutual", [.flag(contact.isMutual)]), ("schema:actionStatus", status),
        ("schema:startTime", contact.when.map { [.date($0.first.date)] } ?? []),
        ("schema:endTime", contact.when.map { [.date($0.last.date)] } ?? []),
        ("schema:location", texts(contact.venue)), ("schema:instrument", texts(contact.medium)),
        ("schema:about", texts(contact.topic)), ("schema:description", unique(contact.evidence.map(\.text))),
        ("parley:confidence", [.decimal(contact.confidence)]), ("parley:cameo", texts(contact.cameo)),
        ("prov:wasDerivedFrom", [.resource(iri(of: article))]),
      ])
  }

  private static func iri(of party: Party) -> String {
    ExportContent.wikidataPage(party.id) == nil
      ? "urn:parley:party:" + percentEncoded(party.id) : "http://www.wikidata.org/entity/" + party.id
  }

  private static func iri(of article: ArticleReference) -> String {
    "urn:parley:article:\(percentEncoded(article.id)):\(percentEncoded(article.contentHash))"
  }

  private static func texts(_ text: String?) -> [Term] { text.map { [.text($0)] } ?? [] }

  private static func unique(_ texts: [String]) -> [Term] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }.map { .text($0) }
  }

  /// All but ASCII letters, digits, `-`, `.`, `_` and `~` as `%XX` (RFC 3986).
  static func percentEncoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return encoded
  }
}
