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
      while numbers.count <= name { numbers.append(-1) }
      numbers[name] = newValue.map { Int32($0) } ?? -1
    }
  }
}

/// Several numbers for names of one article, in the order in which they were added, each once.
struct NumbersOfName {
  /// For each name its first link; -1 for none.
  private var firsts: [Int32] = []
  private var links: [(number: Int32, next: Int32)] = []

  /// nil for a name that has none.
  subscript(name: Int32) -> [Int]? {
    guard Int(name) < firsts.count, firsts[Int(name)] >= 0 else { return nil }
    var numbers: [Int] = []
    var link = firsts[Int(name)]
    while link >= 0 {
      numbers.append(Int(links[Int(link)].number))
      link = links[Int(link)].next
    }
    return numbers
  }

  mutating func add(_ number: Int, to name: Int32) {
    while firsts.count <= Int(name) { firsts.append(-1) }
    let added = Int32(links.count)
    var link = firsts[Int(name)]
    if link < 0 {
      firsts[Int(name)] = added
    } else {
      while true {
        if links[Int(link)].number == Int32(number) { return }
        let next = links[Int(link)].next
        if next < 0 { break }
        link = next
      }
      links[Int(link)].next = added
    }
    links.append((Int32(number), -1))
  }
}
