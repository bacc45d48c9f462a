/// For each word of a sentence a list of numbers, all in one array.
struct WordLists {
  struct Entry {
    var word: Int
    var value: Int
  }

  private let values: [Int]
  /// Where the list of each word ends.
  private let ends: [Int32]

  /// The lists of entries, each in the order of the entries; words are below `count`.
  ///
  /// Complexity: O(*n*) in entries and words.
  init(_ entries: [Entry], count: Int) {
    self.init(count: count, entries: entries.count, word: { entries[$0].word }, value: { entries[$0].value })
  }

  /// For each word those whose head it is, in order; a head below 0 is none.
  init(heads: [Int32], count: Int) {
    self.init(count: count, entries: heads.count, word: { Int(heads[$0]) }, value: { $0 })
  }

  private init(count: Int, entries: Int, word: (Int) -> Int, value: (Int) -> Int) {
    var ends = [Int32](repeating: 0, count: count)
    var total: Int32 = 0
    for entry in 0..<entries where word(entry) >= 0 {
      ends[word(entry)] += 1
      total += 1
    }
    // From the lengths to the starts, which move to the ends as the lists are filled.
    var start: Int32 = 0
    for index in ends.indices { (ends[index], start) = (start, start + ends[index]) }
    values = [Int](unsafeUninitializedCapacity: Int(total)) { values, initialized in
      for entry in 0..<entries {
        let word = word(entry)
        guard word >= 0 else { continue }
        values[Int(ends[word])] = value(entry)
        ends[word] += 1
      }
      initialized = Int(total)
    }
    self.ends = ends
  }

  subscript(word: Int) -> ArraySlice<Int> { values[(word > 0 ? Int(ends[word - 1]) : 0)..<Int(ends[word])] }
}
