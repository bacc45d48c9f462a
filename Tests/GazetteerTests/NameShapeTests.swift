import TestSupport
import Testing

@testable import Gazetteer

@Suite struct NameShapeTests {
  /// What a pass over single bytes finds.
  private static func naive(_ bytes: [UInt8]) -> [Bool] {
    var hasLowWord = false
    var before: UInt8 = 0x20
    for byte in bytes {
      if byte >= 0x61, byte <= 0x7A, before == 0x20 || before == 0x2D { hasLowWord = true }
      before = byte
    }
    return [
      bytes.allSatisfy { $0 < 0x80 }, bytes.contains { $0 >= 0x61 && $0 <= 0x7A }, bytes.contains(0x2E),
      bytes.contains(0x27), hasLowWord,
    ]
  }

  private static func shape(_ bytes: [UInt8]) -> [Bool] {
    bytes.withUnsafeBufferPointer { buffer in
      TokenScanner.over(buffer, buffer.indices) { scanner in
        let shape = NameShape(scanner)
        return [shape.isASCII, shape.hasSmallLetter, shape.hasDot, shape.hasApostrophe, shape.hasLowWord]
      }
    }
  }

  @Test(arguments: [
    "", "UN", "Angela Merkel", "George W. Bush", "N'Djamena", "al-Assad", "Bashar al-Assad", "Bank of England",
    "Recep Tayyip Erdoğan", "G20", "de", "X-y", "abcdefgh ijk", "ABCDEFG-h", "ABCDEFGH-i", "É. d'A",
  ])
  func namesHaveTheShapeOfTheirBytes(_ name: String) {
    #expect(Self.shape(Array(name.utf8)) == Self.naive(Array(name.utf8)))
  }

  @Test func randomBytesHaveTheShapeThatSinglePassesFind() {
    var random = SeededRandom(seed: 7)
    let alphabet = Array("AZaz09 -.'{`@[é".utf8)
    for _ in 0..<2000 {
      let bytes = (0..<random.below(20)).map { _ in alphabet[random.below(alphabet.count)] }
      #expect(Self.shape(bytes) == Self.naive(bytes))
    }
  }
}
