extension ContactGraph {
  /// For each party the others that it is in contact with, ascending.
  ///
  /// Complexity: O(n log n) in the number of contacts.
  public func neighbours() -> [[Int]] {
    var pairs: Set<UInt64> = []
    for contact in contacts {
      pairs.insert(UInt64(min(contact.from, contact.to)) << 32 | UInt64(max(contact.from, contact.to)))
    }
    var neighbours = [[Int]](repeating: [], count: parties.count)
    for pair in pairs {
      let (low, high) = (Int(pair >> 32), Int(pair & 0xffff_ffff))
      neighbours[low].append(high)
      neighbours[high].append(low)
    }
    return neighbours.map { $0.sorted() }
  }

  /// For each party the smallest number of contacts that lead to it, in any direction; nil where none do.
  public func distances(from party: Int) -> [Int?] {
    let neighbours = neighbours()
    var distances = [Int?](repeating: nil, count: parties.count)
    distances[party] = 0
    var queue = [party]
    var head = 0
    while head < queue.count {
      let current = queue[head]
      head += 1
      for next in neighbours[current] where distances[next] == nil {
        distances[next] = (distances[current] ?? 0) + 1
        queue.append(next)
      }
    }
    return distances
  }

  /// The contacts on the shortest ways between two parties: those between the two alone where they have some.
  func keepingShortestPaths(from one: Int, to other: Int) -> ContactGraph {
    let (fromOne, fromOther) = (distances(from: one), distances(from: other))
    guard let length = fromOne[other] else { return keeping { _ in false } }
    return keeping { index in
      let contact = contacts[index]
      return [(contact.from, contact.to), (contact.to, contact.from)].contains { a, b in
        guard let before = fromOne[a], let after = fromOther[b] else { return false }
        return before + 1 + after == length
      }
    }
  }

  /// For each party the number of its connected part, from 0 for the one with most parties, of equal ones the first.
  public func components() -> [Int] {
    let neighbours = neighbours()
    var component = [Int?](repeating: nil, count: parties.count)
    var sizes: [(number: Int, size: Int)] = []
    for start in parties.indices where component[start] == nil {
      let number = sizes.count
      var stack = [start]
      component[start] = number
      var size = 0
      while let current = stack.popLast() {
        size += 1
        for next in neighbours[current] where component[next] == nil {
          component[next] = number
          stack.append(next)
        }
      }
      sizes.append((number, size))
    }
    sizes.sort { ($1.size, $0.number) < ($0.size, $1.number) }
    var rank = [Int](repeating: 0, count: sizes.count)
    for (position, entry) in sizes.enumerated() { rank[entry.number] = position }
    return component.map { rank[$0 ?? 0] }
  }

  /// For each party the largest k for which it has k others in the part where everybody has k others
  /// (Matula, Beck 1983).
  public func coreness() -> [Int] {
    let neighbours = neighbours()
    var degree = neighbours.map(\.count)
    var buckets = [[Int]](repeating: [], count: (degree.max() ?? 0) + 1)
    for (party, count) in degree.enumerated() { buckets[count].append(party) }
    var coreness = [Int?](repeating: nil, count: parties.count)
    var level = 0
    var next = 0
    while next < buckets.count {
      guard let party = buckets[next].popLast() else {
        next += 1
        continue
      }
      // A party moves to lower buckets as its neighbours go; older entries are out of date.
      guard coreness[party] == nil, degree[party] == next else { continue }
      level = max(level, next)
      coreness[party] = level
      for neighbour in neighbours[party] where coreness[neighbour] == nil && degree[neighbour] > 0 {
        degree[neighbour] -= 1
        buckets[degree[neighbour]].append(neighbour)
        next = min(next, degree[neighbour])
      }
    }
    return coreness.map { $0 ?? 0 }
  }
}
