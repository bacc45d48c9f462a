import ContactGraph
import ContactModel
import TextModel

/// A graph told in sentences, for those who point at a line or cannot see the picture.
struct GraphWords {
  private let graph: ContactGraph
  /// For each party the number of its contacts.
  let contactCounts: [Int]
  /// For each party the parties it was in contact with, most contacts first.
  private let partners: [[(party: Int, count: Int)]]

  /// Complexity: O(*n* log *n*) in the contacts.
  init(_ graph: ContactGraph) {
    self.graph = graph
    var counts = [Int](repeating: 0, count: graph.parties.count)
    var pairs: [[Int: Int]] = Array(repeating: [:], count: graph.parties.count)
    for contact in graph.contacts {
      counts[contact.from] += 1
      counts[contact.to] += 1
      pairs[contact.from][contact.to, default: 0] += 1
      pairs[contact.to][contact.from, default: 0] += 1
    }
    contactCounts = counts
    partners = pairs.map { row in
      row.map { (party: $0.key, count: $0.value) }.sorted { (-$0.count, $0.party) < (-$1.count, $1.party) }
    }
  }

  /// `23 parties, 41 contacts in 12 articles, 3 January – 4 February 2022`.
  var extent: String {
    var text =
      Self.count(graph.parties.count, "party", "parties") + ", "
      + Self.count(graph.contacts.count, "contact", "contacts") + " in "
      + Self.count(Set(graph.contacts.map(\.article)).count, "article", "articles")
    let days = graph.contacts.compactMap { graph.articles[$0.article].reference.date?.interval }
    if let first = days.map(\.first).min(), let last = days.map(\.last).max() {
      text += ", " + DayInterval(first: first, last: last).inWords
    }
    return text
  }

  /// `Ada Byron, person: 12 contacts with 3 parties, most with Charles Babbage (7), Mary Somerville (4)`.
  func description(ofParty index: Int) -> String {
    let party = graph.parties[index]
    var text = party.name + ", " + party.type.rawValue
    text += ": " + Self.count(contactCounts[index], "contact", "contacts")
    text += " with " + Self.count(partners[index].count, "party", "parties")
    guard partners[index].count > 1 else {
      return text + (partners[index].first.map { ", " + graph.parties[$0.party].name } ?? "")
    }
    let first = partners[index].prefix(3).map { "\(graph.parties[$0.party].name) (\($0.count))" }
    return text + ", most with " + first.joined(separator: ", ")
  }

  /// The pair, what was said of it and the most telling sentence.
  func description(of edge: Edge) -> String {
    let arrow = edge.direction == .forward ? " → " : " – "
    var text = graph.parties[edge.from].name + arrow + graph.parties[edge.to].name + ": "
    text += edge.kinds.map { "\($0.kind.rawValue) \($0.count)" }.joined(separator: ", ")
    text += "; reported by " + Self.count(edge.reports, "article", "articles")
    if let first = edge.first, let last = edge.last {
      text += ", " + DayInterval(first: first, last: last).inWords
    }
    text += "."
    if let best = mostTelling(edge.contacts), let evidence = graph.contacts[best].evidence.first {
      let words = evidence.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      text += " “" + (words.count > 360 ? words.prefix(359) + "…" : words) + "”"
      let reference = graph.articles[graph.contacts[best].article].reference
      let origin = [reference.title ?? reference.id, reference.source, reference.date?.inWords].compactMap { $0 }
      text += " — " + origin.joined(separator: ", ")
    }
    return text
  }

  /// The picture in a few sentences: its extent and the strongest ties.
  func summary(edges: [Edge]) -> String {
    let strongest = edges.sorted { (-$0.weight, $0.from, $0.to) < (-$1.weight, $1.from, $1.to) }.prefix(5)
    let ties = strongest.map {
      "\(graph.parties[$0.from].name) and \(graph.parties[$0.to].name) (\($0.weight))"
    }
    let head = "A network of who spoke to whom: \(extent)."
    return ties.isEmpty ? head : head + " Most contacts: " + ties.joined(separator: "; ") + "."
  }

  /// The contact to quote: one that took place before one that did not, the surest, the first.
  func mostTelling(_ contacts: [Int]) -> Int? {
    contacts.filter { !graph.contacts[$0].evidence.isEmpty }.min {
      let (a, b) = (graph.contacts[$0], graph.contacts[$1])
      return (a.modality.rank, -a.confidence, $0) < (b.modality.rank, -b.confidence, $1)
    }
  }

  /// How a line is drawn that stands for several contacts: as the surest of them.
  func strongestModality(_ contacts: [Int]) -> Modality {
    for modality in [Modality.actual, .planned, .uncertain]
    where contacts.contains(where: { graph.contacts[$0].modality == modality }) {
      return modality
    }
    return .negated
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) " + (number == 1 ? one : many)
  }
}
