/// Phrases of one or more words, found at a word of an article; hyphens part words as spaces do.
struct PhraseTable: Sendable {
  private struct Phrase: Sendable {
    var words: Range<Int>
    var value: Int32
  }

  private var pool: [Int32] = []
  private var phrases: [Phrase] = []
  /// For each word number the range of its phrases in `phrases`, longest first.
  private var ranges: [Range<Int32>] = []

  init() {}

  /// - Parameters:
  ///   - rows: the words of each phrase by their numbers in a lexicon, and the number that the phrase stands for.
  ///   - wordCount: the number of words of the lexicon.
  init(_ rows: [(words: [Int32], value: Int)], wordCount: Int) {
    ranges = [Range<Int32>](repeating: 0..<0, count: wordCount)
    let sorted = rows.filter { !$0.words.isEmpty }.enumerated().sorted { a, b in
      if a.element.words[0] != b.element.words[0] { return a.element.words[0] < b.element.words[0] }
      if a.element.words.count != b.element.words.count { return a.element.words.count > b.element.words.count }
      return a.offset < b.offset
    }
    for (_, row) in sorted {
      let first = Int(row.words[0])
      let at = Int32(phrases.count)
      ranges[first] = ranges[first].isEmpty ? at..<at + 1 : ranges[first].lowerBound..<at + 1
      phrases.append(Phrase(words: pool.count..<pool.count + row.words.count, value: Int32(row.value)))
      pool += row.words
    }
  }

  /// The longest phrase that starts at `words[at]` and ends before `end`: its value and how many words it takes.
  @inline(__always)
  func match(_ words: [Word], at: Int, end: Int) -> (value: Int, count: Int)? {
    let first = Int(words[at].id)
    guard first >= 0, first < ranges.count, !ranges[first].isEmpty else { return nil }
    for index in ranges[first] {
      let phrase = phrases[Int(index)]
      let count = phrase.words.count
      guard at + count <= end else { continue }
      var offset = 1
      while offset < count, pool[phrase.words.lowerBound + offset] == words[at + offset].id { offset += 1 }
      if offset == count { return (Int(phrase.value), count) }
    }
    return nil
  }
}
