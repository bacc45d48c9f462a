/// A 64-bit hash of an article's text by which equal texts are told, the same on every machine.
///
/// Method: FNV-1a over eight-byte words with a final mix (MurmurHash3's `fmix64`). It is no protection against
/// deliberate collisions.
public enum ContentHash {
  /// The hash as 16 hexadecimal digits. Complexity: O(*n*) in the bytes.
  public static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = String(value(bytes), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The hash as a number. Complexity: O(*n*) in the bytes.
  public static func value(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    bytes.withUnsafeBytes { buffer in
      var position = 0
      while position + 8 <= buffer.count {
        let word = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        hash = (hash ^ word) &* 0x100_0000_01B3
        hash ^= hash >> 31
        position += 8
      }
      while position < buffer.count {
        hash = (hash ^ UInt64(buffer[position])) &* 0x100_0000_01B3
        position += 1
      }
    }
    hash ^= UInt64(bytes.count)
    hash ^= hash >> 33
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 33
    hash = hash &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ (hash >> 33)
  }
}
