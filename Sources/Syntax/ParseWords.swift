/// What arc and label features read of each word: parallel arrays with the root and "no word" at the end.
///
/// The arrays belong to this value and are used again for the next sentence.
package struct ParseWords {
  /// The word's hash.
  package private(set) var w: UnsafeMutablePointer<UInt32>
  /// The word's tag class and, for the root and no word, 252 and 253.
  package private(set) var p: UnsafeMutablePointer<UInt32>
  /// Word and tag together.
  package private(set) var wp: UnsafeMutablePointer<UInt32>
  /// How many finite verbs, commas and quotation marks stand before a word.
  package private(set) var counts: UnsafeMutablePointer<Counts>
  /// The first finite verb from a word on, or the number of "no word".
  package private(set) var nextFinite: UnsafeMutablePointer<Int32>
  private var capacity = 0

  package struct Counts {
    package var finite: UInt32
    package var commas: UInt32
    package var quotes: UInt32
  }

  package static let rootTag: UInt32 = 252
  package static let noTag: UInt32 = 253
  private static let comma = FeatureHash.finish((0x811C_9DC5 ^ 0x2C) &* 0x0100_0193)
  private static let quote = FeatureHash.finish((0x811C_9DC5 ^ 0x22) &* 0x0100_0193)

  package init() {
    w = .allocate(capacity: 0)
    p = .allocate(capacity: 0)
    wp = .allocate(capacity: 0)
    counts = .allocate(capacity: 0)
    nextFinite = .allocate(capacity: 0)
  }

  /// Frees the arrays; the value must not be used after.
  package func deallocate() {
    w.deallocate()
    p.deallocate()
    wp.deallocate()
    counts.deallocate()
    nextFinite.deallocate()
  }

  /// Fills the arrays from attributes and tag classes.
  ///
  /// - Parameters:
  ///   - isFinite: for each tag class, whether it is a finite verb.
  ///   - backward: turns the sentence round.
  package mutating func fill(
    count: Int, words: UnsafePointer<WordAttributes>, tags: UnsafePointer<UInt8>, isFinite: [Bool], backward: Bool
  ) {
    if count + 2 > capacity {
      deallocate()
      capacity = max(64, (count + 2) * 2)
      w = .allocate(capacity: capacity)
      p = .allocate(capacity: capacity)
      wp = .allocate(capacity: capacity)
      counts = .allocate(capacity: capacity)
      nextFinite = .allocate(capacity: capacity)
    }
    var sum = Counts(finite: 0, commas: 0, quotes: 0)
    for i in 0..<count {
      let k = backward ? count - 1 - i : i
      let word = words[k].lexical
      w[i] = word
      p[i] = UInt32(tags[k])
      wp[i] = FeatureHash.mix(word, p[i] &+ 1)
      counts[i] = sum
      if isFinite[Int(tags[k])] { sum.finite += 1 }
      if words[k].lower == Self.comma { sum.commas += 1 }
      if words[k].lower == Self.quote { sum.quotes += 1 }
    }
    w[count] = 0x524F_4F54
    p[count] = Self.rootTag
    wp[count] = 0x524F_4F54
    w[count + 1] = 0x4E4F_4E45
    p[count + 1] = Self.noTag
    wp[count + 1] = 0x4E4F_4E45
    counts[count] = sum
    counts[count + 1] = sum
    var next = Int32(count + 1)
    nextFinite[count] = next
    nextFinite[count + 1] = next
    for i in stride(from: count - 1, through: 0, by: -1) {
      if isFinite[Int(p[i])] { next = Int32(i) }
      nextFinite[i] = next
    }
  }
}
