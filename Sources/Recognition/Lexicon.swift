import TextModel

/// A set of words, each with a number and its classes; looked up by bytes without regard to the case of ASCII letters.
///
/// An open-addressing table of hashes over eight bytes at a time. A slot holds all that a look-up asks for, so that one
/// touches a single line of the cache, and for words of more than eight bytes the word's bytes.
struct Lexicon: Sendable {
  private struct Slot: Sendable {
    /// The first eight bytes, the first one lowest.
    var head: UInt64 = 0
    var classes: WordClass = []
    /// The number of the word plus one; 0 where the slot is free.
    var number: UInt32 = 0
    /// Where the word starts in the pool.
    var start: Int32 = 0
    var count: Int32 = 0
    /// The upper half of the hash.
    var tag: UInt32 = 0
  }

  private var pool: [UInt8] = []
  /// Where each word starts in the pool.
  private var starts: [Int32] = [0]
  /// The size is a power of two.
  private var slots = [Slot](repeating: Slot(), count: 1024)
  /// The classes of each word.
  private var allClasses: [WordClass] = []

  /// A word as it was found; -1 and no classes where it was not.
  struct Found: Equatable, Sendable {
    var index: Int32 = -1
    var classes: WordClass = []
  }

  /// Number of words.
  var count: Int { allClasses.count }

  /// The number of a word, from 0; the word is added where it is new. Complexity: O(1) in the number of words, amortized.
  mutating func add(_ word: some StringProtocol, _ classes: WordClass = []) -> Int {
    let bytes = Array(word.utf8)
    let found = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { slot(of: Asked($0, bytes.count)) }
    }
    if let found {
      let number = Int(slots[found].number) - 1
      slots[found].classes.formUnion(classes)
      allClasses[number].formUnion(classes)
      return number
    }
    pool += bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    starts.append(Int32(pool.count))
    allClasses.append(classes)
    if allClasses.count * 2 > slots.count { grow() } else { insert(allClasses.count - 1) }
    return allClasses.count - 1
  }

  /// The number of the word at `text[start..<end]`, or -1.
  @inline(__always)
  func index(of text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    Int(find(text, start, end).index)
  }

  /// The word at `text[start..<end]`.
  @inline(__always)
  func find(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Found {
    guard let slot = slot(of: Asked(text + start, end - start)) else { return Found() }
    return Found(index: Int32(bitPattern: slots[slot].number &- 1), classes: slots[slot].classes)
  }

  /// Gives the word of each token to `take`, in their order.
  ///
  /// Tables of this size lie outside the fast caches: the places of several words are read before any is looked at, so that
  /// the reads wait for each other little.
  @inline(__always)
  func find(
    _ tokens: UnsafeBufferPointer<Token>, in text: UnsafeBufferPointer<UInt8>, _ take: (Token, Found) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Place.self, capacity: Place.together) { places in
      slots.withUnsafeBufferPointer { slots in
        guard let base = text.baseAddress, let table = slots.baseAddress, let places = places.baseAddress,
          let token = tokens.baseAddress
        else { return }
        let mask = slots.count &- 1
        var first = 0
        while first < tokens.count {
          let count = min(Place.together, tokens.count &- first)
          for at in 0..<count {
            let (start, end) = (Int(token[first &+ at].start), Int(token[first &+ at].end))
            let asked =
              start &+ 8 <= text.count
              ? Asked(base + start, end &- start, first: Self.eightOf(base + start, end &- start))
              : Asked(base + start, end &- start)
            let slot = Int(truncatingIfNeeded: asked.hash) & mask
            (places + at).initialize(to: Place(asked: asked, number: table[slot].number))
          }
          for at in 0..<count {
            var found = Found()
            if places[at].number != 0, let slot = Self.slot(of: places[at].asked, table, mask, pool) {
              found = Found(index: Int32(bitPattern: table[slot].number &- 1), classes: table[slot].classes)
            }
            take(token[first &+ at], found)
          }
          first &+= count
        }
      }
    }
  }

  /// Where a word that is looked up stands first.
  private struct Place {
    /// How many are read together.
    static var together: Int { 24 }

    var asked: Asked
    /// The number of what stands there.
    var number: UInt32
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
      self.init(word, count, first: Lexicon.eight(word, count))
    }

    /// - Parameter first: the first eight bytes as they are written.
    @inline(__always)
    init(_ word: UnsafePointer<UInt8>, _ count: Int, first: UInt64) {
      self.word = word
      self.count = count
      head = Lexicon.lowered(first)
      hash = Lexicon.hash(word, count, head)
    }
  }

  /// The slot of a word; nil where there is none.
  @inline(__always)
  private func slot(of asked: Asked) -> Int? {
    slots.withUnsafeBufferPointer { slots in
      slots.baseAddress.flatMap { Self.slot(of: asked, $0, slots.count - 1, pool) }
    }
  }

  @inline(__always)
  private static func slot(of asked: Asked, _ slots: UnsafePointer<Slot>, _ mask: Int, _ pool: [UInt8]) -> Int? {
    var place = Int(truncatingIfNeeded: asked.hash) & mask
    while slots[place].number != 0 {
      if slots[place].head == asked.head, Int(slots[place].count) == asked.count,
        asked.count <= 8
          || slots[place].tag == UInt32(truncatingIfNeeded: asked.hash &>> 32)
            && hasTail(Int(slots[place].start), asked, pool)
      {
        return place
      }
      place = (place &+ 1) & mask
    }
    return nil
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
    allClasses[index]
  }

  /// The word in lower case.
  func word(_ index: Int) -> String {
    String(decoding: pool[Int(starts[index])..<Int(starts[index + 1])], as: UTF8.self)
  }

  /// The bytes from the ninth on are equal.
  private static func hasTail(_ start: Int, _ asked: Asked, _ pool: [UInt8]) -> Bool {
    pool.withUnsafeBufferPointer { pool in
      guard let base = pool.baseAddress else { return false }
      var at = 8
      while at < asked.count {
        if lowered(eight(asked.word + at, asked.count - at))
          != eight(base + start + at, asked.count - at)
        {
          return false
        }
        at += 8
      }
      return true
    }
  }

  private mutating func insert(_ index: Int) {
    let start = starts[index]
    let count = starts[index + 1] - start
    let asked: (head: UInt64, hash: UInt64) = pool.withUnsafeBufferPointer { pool in
      guard let base = pool.baseAddress else { return (0, 0) }
      let asked = Asked(base + Int(start), Int(count))
      return (asked.head, asked.hash)
    }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: asked.hash) & mask
    while slots[slot].number != 0 { slot = (slot + 1) & mask }
    slots[slot] = Slot(
      head: asked.head, classes: allClasses[index], number: UInt32(index + 1), start: start, count: count,
      tag: UInt32(truncatingIfNeeded: asked.hash >> 32))
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for index in allClasses.indices { insert(index) }
  }

  // MARK: Eight bytes at a time

  /// The first bytes, at most eight of `count`, the first one lowest and zero behind the last; no more are read.
  @inline(__always)
  static func eight(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
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

  /// As `eight`, of one byte or more behind which others may be read: without a branch for each length.
  @inline(__always)
  fileprivate static func eightOf(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let x = UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    let others = UInt64(truncatingIfNeeded: 64 &- 8 &* min(count, 8))
    return (x &<< others) &>> others
  }

  /// The capitals of ASCII as small letters.
  @inline(__always)
  static func lowered(_ x: UInt64) -> UInt64 {
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
