/// A Bloom filter of 64-bit hashes, two bits a hash in one word of 64.
enum HashFilter {
  /// The filter's words for the hashes; a power of two of them, sixteen bits a hash or more.
  static func words(for hashes: [UInt64]) -> [UInt64] {
    var size = 64
    while size * 4 < hashes.count { size *= 2 }
    var words = [UInt64](repeating: 0, count: size)
    for hash in hashes { words[word(hash, size)] |= bits(hash) }
    return words
  }

  @inline(__always) static func word(_ hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: hash >> 12) & (size &- 1)
  }

  @inline(__always) static func bits(_ hash: UInt64) -> UInt64 {
    1 &<< (hash & 63) | 1 &<< (hash &>> 6 & 63)
  }
}

/// Which lower-case words can start a name, by their first bytes: a bit for each pair of first bytes, then a bit for
/// each hash of the first four.
enum LowerCaseFilter {
  static let pairBits = 1 << 16
  static let wordBits = 1 << 15
  static let words = (pairBits + wordBits) / 64

  /// The bit for a word, from its first bytes (the first lowest) and its length.
  @inline(__always) static func bit(_ x: UInt64, _ count: Int) -> Int {
    let kept = count >= 4 ? x & 0xFFFF_FFFF : x & ((1 &<< UInt64(8 &* count)) &- 1)
    return pairBits &+ Int(truncatingIfNeeded: (kept &* 0x9E37_79B9_7F4A_7C15) &>> 49)
  }

  /// Adds a word by the bytes that it is compared as.
  static func add(_ x: UInt64, _ count: Int, to filter: inout [UInt64]) {
    guard count > 0, x & 0xFF < 0x80 else { return }
    func set(_ bit: Int) { filter[bit >> 6] |= 1 << UInt64(bit & 63) }
    set(bit(x, count))
    let first = Int(x & 0xFF)
    if count > 1 { set(first | Int(x >> 8 & 0xFF) << 8) }
    // Behind a single letter anything can stand, and a letter outside ASCII may be compared as another.
    for second in (count > 1 ? 128 : 0)..<256 { set(first | second << 8) }
  }
}
