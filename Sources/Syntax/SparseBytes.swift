/// Bytes without the zeros among them: how sections of many zeros stand in a model file.
///
/// ```
/// bytes 0..<8    n, the number of bytes, little-endian
/// from 8         a bit for each of them, the least significant first, 1 where it is not zero; up to a multiple of 8 bytes
/// then           the bytes that are not zero
/// ```
package enum SparseBytes {
  /// The bytes without their zeros. Complexity: O(*n*).
  package static func packed(_ bytes: [UInt8]) -> [UInt8] {
    let words = (bytes.count + 63) / 64
    var packed = (0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) }
    packed += [UInt8](repeating: 0, count: words * 8)
    for (i, byte) in bytes.enumerated() where byte != 0 {
      packed[8 + i / 8] |= 1 << UInt8(i % 8)
      packed.append(byte)
    }
    return packed
  }

  /// All the bytes, at a multiple of 64, which the caller deallocates; nil if `packed` is not what `packed(_:)` gives.
  ///
  /// Complexity: O(*n*).
  package static func unpacked(_ packed: UnsafeRawBufferPointer) -> UnsafeMutableRawBufferPointer? {
    guard packed.count >= 8, let start = packed.baseAddress else { return nil }
    let count = Int(truncatingIfNeeded: packed.loadUnaligned(as: UInt64.self).littleEndian)
    // A bit for each byte must have room.
    guard count >= 0, count / 8 <= packed.count else { return nil }
    let words = (count + 63) / 64
    guard packed.count >= 8 + words * 8 else { return nil }
    func bits(_ word: Int) -> UInt64 {
      start.loadUnaligned(fromByteOffset: 8 + word * 8, as: UInt64.self).littleEndian
    }
    let total = (0..<words).reduce(0) { $0 + bits($1).nonzeroBitCount }
    guard packed.count == 8 + words * 8 + total, count % 64 == 0 || bits(words - 1) >> UInt64(count % 64) == 0 else {
      return nil
    }
    let result = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 64)
    guard let out = result.baseAddress else { return result }
    out.initializeMemory(as: UInt8.self, repeating: 0, count: count)
    var next = start + 8 + words * 8
    for word in 0..<words {
      var set = bits(word)
      while set != 0 {
        out.storeBytes(
          of: next.load(as: UInt8.self), toByteOffset: word * 64 + set.trailingZeroBitCount, as: UInt8.self)
        next += 1
        set &= set - 1
      }
    }
    return result
  }
}
