/// The words of the treebank with the tags they had: an open-addressing hash table over mapped memory.
package struct Lexicon {
  /// Eight bytes: the hash of the word and what is known of it.
  package struct Entry {
    package var key: UInt32
    /// The set of tags, as a number from 1.
    package var ambiguity: UInt16
    /// The only tag class of the word, or 255.
    package var onlyTag: UInt8
    /// 1 if the parser reads the word itself; 0 in an empty slot and for a rare word.
    package var frequent: UInt8

    package var isFrequent: Bool { frequent != 0 }

    package init(key: UInt32, ambiguity: UInt16, onlyTag: UInt8, frequent: UInt8) {
      self.key = key
      self.ambiguity = ambiguity
      self.onlyTag = onlyTag
      self.frequent = frequent
    }
  }

  /// A power of two slots; those with `ambiguity` 0 are empty.
  package let slots: UnsafeBufferPointer<Entry>

  package init(slots: UnsafeBufferPointer<Entry>) {
    self.slots = slots
  }

  @inline(__always)
  package func entry(_ key: UInt32) -> Entry? {
    let mask = slots.count - 1
    guard mask >= 0 else { return nil }
    var i = Int(key) & mask
    while slots[i].ambiguity != 0 {
      if slots[i].key == key { return slots[i] }
      i = (i + 1) & mask
    }
    return nil
  }
}
