import Syntax
import TestSupport
import Testing

/// Sections come out of a model file as they were put in.
@Suite struct SparseBytesTests {
  private func unpacked(_ packed: [UInt8]) -> [UInt8]? {
    packed.withUnsafeBytes { packed in
      SparseBytes.unpacked(packed).map { bytes in
        defer { bytes.deallocate() }
        return Array(bytes)
      }
    }
  }

  @Test(arguments: [0, 1, 7, 8, 63, 64, 65, 1000])
  func roundTrip(count: Int) {
    var random = SeededRandom(seed: UInt64(count))
    for share in [0, 1, 2, 8] as [UInt64] {
      let bytes = (0..<count).map { _ in random.next() % 8 < share ? UInt8(truncatingIfNeeded: random.next()) : 0 }
      let packed = SparseBytes.packed(bytes)
      #expect(packed.count == 8 + (count + 63) / 64 * 8 + bytes.count { $0 != 0 })
      #expect(unpacked(packed) == bytes)
    }
  }

  @Test func damaged() {
    let packed = SparseBytes.packed([0, 5, 0, 0, 7])
    #expect(unpacked(packed) == [0, 5, 0, 0, 7])
    // Cut short or too long.
    for count in packed.indices { #expect(unpacked(Array(packed[..<count])) == nil, "\(count)") }
    #expect(unpacked(packed + [1]) == nil)
    // More bytes than there are bits for, fewer than there are, and a number that no memory holds.
    for (place, byte) in [(0, 65), (0, 4), (7, 0x7F), (7, 0xFF), (8, 0xFF)] as [(Int, UInt8)] {
      var other = packed
      other[place] = byte
      #expect(unpacked(other) == nil, "\(place) \(byte)")
    }
  }
}
