/// The words of the treebank with the tags they had, and words of a dictionary with their classes: an open-addressing hash
/// table over mapped memory.
package struct Lexicon {
  /// Eight bytes: the hash of the word and what is known of it.
  package struct Entry {
    package var key: UInt32
    private var bits: UInt32

    /// An empty slot.
    package init() {
      key = 0
      bits = 0
    }

    /// - Parameters:
    ///   - ambiguity: the set of tags, as a number from 2; 1 for a word too rare to tell; 0 for one that the treebank lacks.
    ///   - onlyTag: the only tag class of the word, or 255.
    ///   - isFrequent: the parser reads the word itself.
    ///   - wordClass: what a dictionary says of the word.
    package init(key: UInt32, ambiguity: UInt16, onlyTag: UInt8, isFrequent: Bool, wordClass: WordClass) {
      self.key = key
      bits =
        UInt32(min(ambiguity, 1023)) | UInt32(min(onlyTag, 127)) << 10 | (isFrequent ? 1 << 17 : 0)
        | UInt32(wordClass.rawValue) << 18
    }

    package var isEmpty: Bool { bits == 0 }
    package var ambiguity: UInt32 { bits & 1023 }
    package var onlyTag: UInt8 {
      let tag = UInt8(truncatingIfNeeded: bits >> 10 & 127)
      return tag == 127 ? 255 : tag
    }
    package var isFrequent: Bool { bits & 1 << 17 != 0 }
    package var wordClass: WordClass { WordClass(rawValue: UInt16(truncatingIfNeeded: bits >> 18)) }
  }

  /// A power of two slots.
  package let slots: UnsafeBufferPointer<Entry>

  package init(slots: UnsafeBufferPointer<Entry>) {
    self.slots = slots
  }

  @inline(__always)
  package func entry(_ key: UInt32) -> Entry? {
    let mask = slots.count - 1
    guard mask >= 0 else { return nil }
    var i = Int(key) & mask
    while !slots[i].isEmpty {
      if slots[i].key == key { return slots[i] }
      i = (i + 1) & mask
    }
    return nil
  }
}
