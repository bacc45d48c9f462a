import ContactModel
import TextModel

extension ContactGraph {
  /// The contacts summed for each pair of parties (in either direction), sorted by from, to and kind.
  ///
  /// Complexity: O(n log n) in the number of contacts.
  public func edges(by grouping: Edge.Grouping = .pair) -> [Edge] {
    struct Key {
      var pair: UInt64
      var kind: Int
      var index: Int
    }
    var keys = contacts.indices.map { index in
      let contact = contacts[index]
      let (low, high) = (min(contact.from, contact.to), max(contact.from, contact.to))
      return Key(
        pair: UInt64(low) << 32 | UInt64(high), kind: grouping == .pair ? 0 : contact.kind.rank, index: index)
    }
    keys.sort { ($0.pair, $0.kind, $0.index) < ($1.pair, $1.kind, $1.index) }
    var copies: [Int: Int] = [:]
    for case let original? in articles.map(\.copyOf) { copies[original, default: 0] += 1 }
    var edges: [Edge] = []
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].pair == keys[start].pair, keys[end].kind == keys[start].kind { end += 1 }
      edges.append(edge(of: keys[start..<end].map(\.index), hasKind: grouping == .pairAndKind, copies: copies))
      start = end
    }
    return edges.sorted { ($0.from, $0.to, $0.kind?.rank ?? -1) < ($1.from, $1.to, $1.kind?.rank ?? -1) }
  }

  private func edge(of indexes: [Int], hasKind: Bool, copies: [Int: Int]) -> Edge {
    if indexes.count == 1 { return edge(of: indexes[0], hasKind: hasKind, copies: copies) }
    let low = min(contacts[indexes[0]].from, contacts[indexes[0]].to)
    let high = max(contacts[indexes[0]].from, contacts[indexes[0]].to)
    var (upward, downward, mutual) = (0, 0, 0)
    var counts = [Int](repeating: 0, count: ContactKind.allCases.count)
    var reporting: Set<Int> = []
    var (first, last): (Day?, Day?) = (nil, nil)
    for index in indexes {
      let contact = contacts[index]
      counts[contact.kind.rank] += 1
      if contact.isMutual {
        mutual += 1
      } else if contact.from == low {
        upward += 1
      } else {
        downward += 1
      }
      reporting.insert(contact.article)
      if let days = days(of: contact) {
        first = min(first ?? days.first, days.first)
        last = max(last ?? days.last, days.last)
      }
    }
    let isForward = mutual == 0 && (upward == 0 || downward == 0)
    let kinds = ContactKind.allCases.filter { counts[$0.rank] > 0 }
      .map { Edge.KindCount(kind: $0, count: counts[$0.rank]) }
      .sorted { ($1.count, $0.kind.rank) < ($0.count, $1.kind.rank) }
    return Edge(
      from: downward > upward ? high : low, to: downward > upward ? low : high,
      kind: hasKind ? kinds.first?.kind : nil, direction: isForward ? .forward : .mutual, contacts: indexes,
      reports: reporting.reduce(0) { $0 + 1 + (copies[$1] ?? 0) },
      events: EventGrouping.events(of: indexes, in: self).count, kinds: kinds, first: first, last: last)
  }

  /// The edge of a pair with one contact, as most pairs are.
  private func edge(of index: Int, hasKind: Bool, copies: [Int: Int]) -> Edge {
    let contact = contacts[index]
    let days = days(of: contact)
    return Edge(
      from: contact.from, to: contact.to, kind: hasKind ? contact.kind : nil,
      direction: contact.isMutual ? .mutual : .forward, contacts: [index],
      reports: 1 + (copies.isEmpty ? 0 : copies[contact.article] ?? 0), events: 1,
      kinds: [Edge.KindCount(kind: contact.kind, count: 1)], first: days?.first, last: days?.last)
  }
}
