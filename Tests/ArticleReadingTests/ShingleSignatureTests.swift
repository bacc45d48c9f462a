import Testing

@testable import ArticleReading

@Suite struct ShingleSignatureTests {
  @Test func resemblanceIsTheShareOfEqualPlacesBeyondChance() {
    var state: UInt64 = 3
    func random() -> UInt64 {
      state = StableHash.mixed(state &+ 0x9E37_79B9_7F4A_7C15)
      return state
    }
    for round in 0..<400 {
      let first = (0..<ShingleSignature.places).map { _ in UInt8(truncatingIfNeeded: random()) }
      let second = first.map { place -> UInt8 in
        switch random() % 400 {
        case 0..<UInt64(round): place
        // Differences in one bit alone, the highest among them.
        case ..<300: place ^ 1 << UInt8(random() % 8)
        default: UInt8(truncatingIfNeeded: random())
        }
      }
      let different = zip(first, second).count { $0 != $1 }
      first.withUnsafeBufferPointer { one in
        second.withUnsafeBufferPointer { other in
          guard let one = one.baseAddress, let other = other.baseAddress else { return }
          #expect(ShingleSignature.differences(one, other) == different)
          // All places the same, or as few as chance makes the same.
          let share = Double(ShingleSignature.places - different) / Double(ShingleSignature.places)
          let resemblance = max(0, (share - 1 / 256) / (1 - 1 / 256))
          #expect(abs(ShingleSignature.resemblance(one, other) - resemblance) < 1e-12)
        }
      }
    }
  }

  @Test(arguments: ["", "one", "The king called the queen.", String(repeating: "The king called. ", count: 50_000)])
  func bytesAndTextAreReadBack(text: String) throws {
    let signature = ShingleSignature(text)
    #expect(signature.bytes.count == ShingleSignature.length)
    #expect(ShingleSignature(bytes: signature.bytes) == signature)
    #expect(signature.encoded.utf8.count == 176)
    #expect(ShingleSignature(encoded: signature.encoded) == signature)
    #expect(ShingleSignature(bytes: signature.bytes.dropLast()) == nil)
    #expect(ShingleSignature(encoded: String(signature.encoded.dropLast(4))) == nil)
    #expect(ShingleSignature(encoded: "no Base64") == nil)
  }
}
