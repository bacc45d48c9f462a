/// A 64-bit hash of an article's text by which equal texts are told, the same on every machine.
///
/// Method: FNV-1a over eight-byte words with a final mix (MurmurHash3's `fmix64`). It is no protection against
/// deliberate collisions.
public enum ContentHash {
  /// The hash as 16 hexadecimal digits. Complexity: O(*n*) in the bytes.
  public static func hexadecimal(_ bytes: [UInt8]) -> String {
    hexadecimal(value(bytes))
  }

  /// The hash of a text's UTF-8 bytes as 16 hexadecimal digits. Complexity: O(*n*) in the bytes.
  public static func hexadecimal(_ text: String) -> String {
    var text = text
    return hexadecimal(text.withUTF8 { value(UnsafeRawBufferPointer($0)) })
  }

  private static func hexadecimal(_ hash: UInt64) -> String {
    String(unsafeUninitializedCapacity: 16) { digits in
      for place in 0..<16 {
        let digit = UInt8(truncatingIfNeeded: hash >> UInt64(60 - 4 * place) & 0xF)
        digits[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
      }
      return 16
    }
  }

  /// The hash as a number. Complexity: O(*n*) in the bytes.
  public static func value(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { value($0) }
  }

  /// As `value(_:)`, for bytes in memory.
  public static func value(_ buffer: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
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
    hash ^= UInt64(buffer.count)
    hash ^= hash >> 33
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 33
    hash = hash &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ (hash >> 33)
  }
}
