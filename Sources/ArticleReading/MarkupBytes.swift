import Foundation

/// Names and values of markup as the parser holds them: bytes up to a zero, compared in letters of any case without making strings.
enum MarkupBytes {
  @inline(__always)
  static func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// Whether bytes are a word in lower case.
  static func equal(_ bytes: UnsafePointer<UInt8>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    for at in 0..<count where lowered(bytes[at]) != word.utf8Start[at] { return false }
    return bytes[count] == 0
  }

  /// Whether a word in lower case stands somewhere in bytes.
  static func contain(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    for start in 0...(bytes.count - count) {
      var at = 0
      while at < count, lowered(bytes[start + at]) == word.utf8Start[at] { at += 1 }
      if at == count { return true }
    }
    return false
  }

  /// Bytes up to a zero.
  static func buffer(_ bytes: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes, count: strlen(UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self)))
  }

  /// A hash of bytes in lower case; 64 bits tell the words of a list from all others.
  @inline(__always)
  static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(lowered(byte))) &* 0x100_0000_01B3 }

  static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325
}

/// Words with a value each, found by their hashes.
struct MarkupWords: Sendable {
  private var keys: [UInt64]
  private var values: [UInt16]
  private let mask: Int

  /// - Parameter words: in lower case; the value of a word that comes again is added to the first by its bits.
  init(_ words: [(words: [String], value: UInt16)]) {
    let count = words.reduce(0) { $0 + $1.words.count }
    var size = 64
    while size < 4 * count { size *= 2 }
    mask = size - 1
    keys = [UInt64](repeating: 0, count: size)
    values = [UInt16](repeating: 0, count: size)
    for (list, value) in words {
      for word in list {
        let hash = word.utf8.reduce(MarkupBytes.emptyHash) { MarkupBytes.adding($1, to: $0) }
        let slot = slot(hash)
        keys[slot] = hash
        values[slot] |= value
      }
    }
  }

  /// The value of the word with a hash, 0 for any other.
  subscript(hash: UInt64) -> UInt16 { values[slot(hash)] }

  private func slot(_ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash >> 32 ^ hash) & mask
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }
}
