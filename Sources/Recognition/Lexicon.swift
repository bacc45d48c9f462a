import TextModel

/// A set of words, each with a number and its classes; looked up by bytes without regard to the case of ASCII letters.
///
/// An open-addressing table of hashes over eight bytes at a time: one look-up touches the slot and the entry, and for
/// words of more than eight bytes the word's bytes.
struct Lexicon: Sendable {
  private struct Entry: Sendable {
    /// The first eight bytes, the first one lowest.
    var head: UInt64
    var classes: WordClass
    var start: Int32
    var count: Int32
  }

  private var pool: [UInt8] = []
  private var entries: [Entry] = []
  /// The upper half of the hash of an entry and its index plus one, so that a word that is not there costs one access; 0
  /// where the slot is free. The size is a power of two.
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
    let lowered = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    let head = lowered.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    entries.append(Entry(head: head, classes: classes, start: Int32(pool.count), count: Int32(lowered.count)))
    pool += lowered
    if entries.count * 2 > slots.count { grow() } else { insert(entries.count - 1) }
    return entries.count - 1
  }

  /// The number of the word at `text[start..<end]`, or -1.
  @inline(__always)
  func index(of text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    let asked = Asked(text + start, end - start)
    return slots.withUnsafeBufferPointer { slots in
      index(of: asked, slots, first: slots[Int(truncatingIfNeeded: asked.hash) & (slots.count - 1)])
    }
  }

  /// The number of the word of each token, or -1.
  ///
  /// Tables of this size lie outside the fast caches: the places of all words are read before any is looked at, so that
  /// the reads wait for each other little.
  func indexes(of tokens: ArraySlice<Token>, in text: UnsafePointer<UInt8>, into indexes: inout [Int32]) {
    indexes.removeAll(keepingCapacity: true)
    withUnsafeTemporaryAllocation(of: (asked: Asked, first: UInt64).self, capacity: tokens.count) { places in
      slots.withUnsafeBufferPointer { slots in
        let mask = slots.count - 1
        for (place, token) in tokens.enumerated() {
          let asked = Asked(text + Int(token.start), Int(token.end - token.start))
          places.initializeElement(at: place, to: (asked, slots[Int(truncatingIfNeeded: asked.hash) & mask]))
        }
        for place in 0..<tokens.count {
          indexes.append(Int32(index(of: places[place].asked, slots, first: places[place].first)))
        }
      }
    }
  }

  /// A word that is looked up.
  private struct Asked {
    let word: UnsafePointer<UInt8>
    let count: Int
    /// The first eight bytes in lower case.
    let head: UInt64
    let hash: UInt64

    @inline(__always)
    init(_ word: UnsafePointer<UInt8>, _ count: Int) {
      self.word = word
      self.count = count
      head = Lexicon.lowered(Lexicon.eight(word, count))
      hash = Lexicon.hash(word, count, head)
    }
  }

  /// - Parameter first: what the first slot of the word holds.
  @inline(__always)
  private func index(of asked: Asked, _ slots: UnsafeBufferPointer<UInt64>, first: UInt64) -> Int {
    entries.withUnsafeBufferPointer { entries in
      let mask = slots.count - 1
      var slot = Int(truncatingIfNeeded: asked.hash) & mask
      var value = first
      while true {
        if value == 0 { return -1 }
        if value >> 32 == asked.hash >> 32 {
          let index = Int(UInt32(truncatingIfNeeded: value)) - 1
          if entries[index].head == asked.head, Int(entries[index].count) == asked.count,
            asked.count <= 8 || hasTail(entries[index], asked.word)
          {
            return index
          }
        }
        slot = (slot + 1) & mask
        value = slots[slot]
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

  /// The bytes from the ninth on are equal.
  private func hasTail(_ entry: Entry, _ word: UnsafePointer<UInt8>) -> Bool {
    pool.withUnsafeBufferPointer { pool in
      guard let base = pool.baseAddress else { return false }
      let count = Int(entry.count)
      var at = 8
      while at < count {
        if Self.lowered(Self.eight(word + at, count - at)) != Self.eight(base + Int(entry.start) + at, count - at) {
          return false
        }
        at += 8
      }
      return true
    }
  }

  private mutating func insert(_ index: Int) {
    let entry = entries[index]
    let hash = pool.withUnsafeBufferPointer { pool in
      pool.baseAddress.map { Self.hash($0 + Int(entry.start), Int(entry.count), entry.head) } ?? 0
    }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = (hash & ~0xFFFF_FFFF) | UInt64(index + 1)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 4)
    for index in entries.indices { insert(index) }
  }

  // MARK: Eight bytes at a time

  /// The first bytes, at most eight of `count`, the first one lowest and zero behind the last; no more are read.
  @inline(__always)
  private static func eight(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let raw = UnsafeRawPointer(bytes)
    if count >= 8 { return UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) }
    if count >= 4 {
      // Two reads that overlap.
      let low = UInt64(UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)))
      let high = UInt64(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)))
      return low | high &<< UInt64(8 &* (count &- 4))
    }
    guard count > 0 else { return 0 }
    let low = UInt64(bytes[0])
    let middle = UInt64(bytes[count &>> 1]) &<< UInt64(8 &* (count &>> 1))
    let high = UInt64(bytes[count &- 1]) &<< UInt64(8 &* (count &- 1))
    return low | middle | high
  }

  /// The capitals of ASCII as small letters.
  @inline(__always)
  private static func lowered(_ x: UInt64) -> UInt64 {
    let low = x & 0x7F7F_7F7F_7F7F_7F7F
    let capitals =
      (low &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(low &+ 0x2525_2525_2525_2525) & ~x & 0x8080_8080_8080_8080
    return x | capitals &>> 2
  }

  /// The hash of a word by its bytes in lower case, of which the first eight are at hand.
  @inline(__always)
  private static func hash(_ word: UnsafePointer<UInt8>, _ count: Int, _ head: UInt64) -> UInt64 {
    var hash = mixed(head ^ UInt64(truncatingIfNeeded: count) &<< 56, 0x9E37_79B9_7F4A_7C15)
    var at = 8
    while at < count {
      hash = mixed(hash ^ lowered(eight(word + at, count &- at)), 0xA076_1D64_78BD_642F)
      at &+= 8
    }
    return hash
  }

  @inline(__always)
  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
