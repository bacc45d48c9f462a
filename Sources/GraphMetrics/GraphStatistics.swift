import ContactGraph
import ContactModel
import TextModel

/// The figures of a graph as a whole: what `parley stats` prints.
public struct GraphStatistics: Hashable, Sendable {
  /// A name with a number.
  public struct Count: Hashable, Sendable {
    public var name: String
    public var count: Int
  }

  public let articles: Int
  /// Articles that repeat another one.
  public let copies: Int
  public let contacts: Int
  /// Separate events that the contacts tell of, at least.
  public let events: Int
  public let pairs: Int
  public let parties: Int
  /// Of each type, kind and modality that occurs, commonest first.
  public let types: [Count]
  public let kinds: [Count]
  public let modalities: [Count]
  public let components: Int
  public let largestComponent: Int
  public let communities: Int
  /// The share of all possible pairs that are in contact, 0 to 1.
  public let density: Double
  /// The days of the first and the last contact, where any is known.
  public let days: DayInterval?

  public init(of graph: ContactGraph, _ metrics: GraphMetrics) {
    let edges = graph.edges()
    articles = graph.articles.count
    copies = graph.articles.count { $0.copyOf != nil }
    contacts = graph.contacts.count
    events = edges.reduce(0) { $0 + $1.events }
    pairs = edges.count
    parties = graph.parties.count
    types =
      EntityType.allCases.map { type in
        Count(name: type.rawValue, count: graph.parties.count { $0.type == type })
      }.occurring
    kinds =
      ContactKind.allCases.map { kind in
        Count(name: kind.rawValue, count: graph.contacts.count { $0.kind == kind })
      }.occurring
    modalities =
      Modality.allCases.map { modality in
        Count(name: modality.rawValue, count: graph.contacts.count { $0.modality == modality })
      }.occurring
    components = Set(metrics.component).count
    largestComponent = metrics.component.count { $0 == 0 }
    communities = Set(metrics.community).count
    let possible = Double(parties) * Double(parties - 1) / 2
    density = possible > 0 ? Double(pairs) / possible : 0
    if let first = edges.compactMap(\.first).min(), let last = edges.compactMap(\.last).max() {
      days = DayInterval(first: first, last: last)
    } else {
      days = nil
    }
  }
}

extension [GraphStatistics.Count] {
  /// Those that are not 0, largest first; equal ones keep their order.
  fileprivate var occurring: Self {
    enumerated().filter { $0.element.count > 0 }
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }
}
