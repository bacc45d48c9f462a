/// A set of words, each with a number and its classes; looked up by bytes without regard to the case of ASCII letters.
///
/// An open-addressing table of FNV-1a hashes: one look-up touches the slot, the entry and the word's bytes.
struct Lexicon: Sendable {
  private struct Entry: Sendable {
    var start: Int32
    var count: Int32
    var hash: UInt32
    var classes: WordClass
  }

  private var pool: [UInt8] = []
  private var entries: [Entry] = []
  /// The hash of an entry and its index plus one, so that a word that is not there costs one access; 0 where the slot is
  /// free. The size is a power of two.
  private var slots = [UInt64](repeating: 0, count: 1024)

  /// Number of words.
  var count: Int { entries.count }

  /// The number of a word, from 0; the word is added where it is new. Complexity: O(1) in the number of words, amortized.
  mutating func add(_ word: some StringProtocol, _ classes: WordClass = []) -> Int {
    let bytes = Array(word.utf8)
    let found = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { index(of: $0, 0, bytes.count) } ?? -1
    }
    if found >= 0 {
      entries[found].classes.formUnion(classes)
      return found
    }
    let lowered = bytes.map(Self.lowercased)
    entries.append(
      Entry(
        start: Int32(pool.count), count: Int32(lowered.count), hash: Self.hash(lowered, 0, lowered.count),
        classes: classes))
    pool += lowered
    if entries.count * 2 > slots.count { grow() } else { insert(entries.count - 1) }
    return entries.count - 1
  }

  /// The number of the word at `text[start..<end]`, or -1.
  @inline(__always)
  func index(of text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var hash: UInt32 = 2_166_136_261
    var at = start
    while at < end {
      hash = (hash ^ UInt32(Self.lowercased(text[at]))) &* 16_777_619
      at += 1
    }
    return slots.withUnsafeBufferPointer { slots in
      entries.withUnsafeBufferPointer { entries in
        let mask = slots.count - 1
        var slot = Int(hash ^ (hash >> 15)) & mask
        while true {
          let value = slots[slot]
          if value == 0 { return -1 }
          if UInt32(value >> 32) == hash {
            let index = Int(UInt32(truncatingIfNeeded: value)) - 1
            if Int(entries[index].count) == end - start, equal(entries[index], text, start) { return index }
          }
          slot = (slot + 1) & mask
        }
      }
    }
  }

  /// The number of a word, or nil.
  func index(of word: some StringProtocol) -> Int? {
    let bytes = Array(word.utf8)
    let found = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { index(of: $0, 0, bytes.count) } ?? -1
    }
    return found < 0 ? nil : found
  }

  func classes(_ index: Int) -> WordClass {
    entries[index].classes
  }

  /// The word in lower case.
  func word(_ index: Int) -> String {
    let entry = entries[index]
    return String(decoding: pool[Int(entry.start)..<Int(entry.start + entry.count)], as: UTF8.self)
  }

  @inline(__always)
  private func equal(_ entry: Entry, _ text: UnsafePointer<UInt8>, _ start: Int) -> Bool {
    pool.withUnsafeBufferPointer { pool in
      for offset in 0..<Int(entry.count)
      where pool[Int(entry.start) + offset] != Self.lowercased(text[start + offset]) {
        return false
      }
      return true
    }
  }

  private mutating func insert(_ index: Int) {
    let hash = entries[index].hash
    let mask = slots.count - 1
    var slot = Int(hash ^ (hash >> 15)) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt64(hash) << 32 | UInt64(index + 1)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 4)
    for index in entries.indices { insert(index) }
  }

  private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for at in start..<end { hash = (hash ^ UInt32(bytes[at])) &* 16_777_619 }
    return hash
  }

  @inline(__always)
  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
