/// A number for names of one article, by their numbers in its `NameTable`. Complexity: O(1), amortized.
struct NumberOfName {
  private var numbers: [Int32] = []

  /// nil for a name that has none.
  subscript(name: Int32) -> Int? {
    get {
      let name = Int(name)
      return name < numbers.count && numbers[name] >= 0 ? Int(numbers[name]) : nil
    }
    set {
      let name = Int(name)
      if numbers.isEmpty { numbers.reserveCapacity(128) }
      while numbers.count <= name { numbers.append(-1) }
      numbers[name] = newValue.map { Int32($0) } ?? -1
    }
  }
}

/// Several numbers for names of one article, in the order in which they were added, each once.
///
/// Complexity: adding a number and finding the first ones is O(1), amortized.
struct NumbersOfName {
  /// For each name its first and last link and their number; -1 for none.
  private var lists: [(first: Int32, last: Int32, count: Int32)] = []
  private var links: [(number: Int32, next: Int32)] = []
  /// Names and numbers of the lists that are too long to be looked through.
  private var held: Set<UInt64> = []
  private static let longest = 8

  /// nil for a name that has none.
  subscript(name: Int32) -> [Int]? {
    guard Int(name) < lists.count, lists[Int(name)].count > 0 else { return nil }
    var numbers: [Int] = []
    numbers.reserveCapacity(Int(lists[Int(name)].count))
    var link = lists[Int(name)].first
    while link >= 0 {
      numbers.append(Int(links[Int(link)].number))
      link = links[Int(link)].next
    }
    return numbers
  }

  mutating func add(_ number: Int, to name: Int32) {
    if lists.isEmpty {
      lists.reserveCapacity(128)
      links.reserveCapacity(64)
    }
    while lists.count <= Int(name) { lists.append((-1, -1, 0)) }
    let list = lists[Int(name)]
    if list.count > Self.longest {
      guard held.insert(Self.pair(Int32(number), name)).inserted else { return }
    } else {
      var link = list.first
      while link >= 0 {
        if links[Int(link)].number == Int32(number) { return }
        link = links[Int(link)].next
      }
    }
    let added = Int32(links.count)
    links.append((Int32(number), -1))
    if list.last >= 0 { links[Int(list.last)].next = added }
    lists[Int(name)] = (list.first < 0 ? added : list.first, added, list.count + 1)
    if Int(list.count) == Self.longest {
      for number in self[name] ?? [] { held.insert(Self.pair(Int32(number), name)) }
    }
  }

  private static func pair(_ number: Int32, _ name: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: name)) << 32 | UInt64(UInt32(bitPattern: number))
  }
}
