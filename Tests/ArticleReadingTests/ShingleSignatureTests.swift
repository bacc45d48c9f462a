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

  /// The hashes of all pairs by splitting the text, the least of each place by sorting.
  private static func naive(_ text: String) -> (minima: [UInt8], pairs: Int) {
    let letters = text.utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 128...: byte
      default: 0x20
      }
    }
    let words = letters.split(separator: 0x20).map { word in
      StableHash.mixed(word.reduce(0) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 &+ 0x1234_5678_9ABC_DEF1 })
    }
    let pairs = words.indices.map { at in
      StableHash.mixed((at > 0 ? words[at - 1] | 1 : 0) &* 0x9E37_79B9_7F4A_7C15 &+ words[at])
    }
    if pairs.isEmpty { return ([UInt8](repeating: 0, count: ShingleSignature.places), 0) }
    let sorted = pairs.sorted()
    let least: [UInt64?] = (0..<ShingleSignature.places).map { place in sorted.first { Int($0 >> 57) == place } }
    // A place without pairs takes the first that has some, in an order of its own.
    let minima = least.indices.map { place -> UInt8 in
      var hash = least[place]
      var attempt: UInt64 = 0
      while hash == nil {
        attempt += 1
        hash = least[Int(StableHash.mixed(UInt64(place) << 32 | attempt) >> 57)]
      }
      return UInt8(truncatingIfNeeded: (hash ?? 0) >> 16)
    }
    return (minima, pairs.count)
  }

  @Test func signaturesAreThoseOfTheWordsCutApart() {
    var state: UInt64 = 11
    let letters = Array("aAzZ09 ,.-'’éÉ\n@[`{")
    for length in [0, 1, 2, 3, 5, 9, 20, 60, 200, 1500] {
      for _ in 0..<12 {
        var text = ""
        for _ in 0..<length {
          state = StableHash.mixed(state &+ 0x9E37_79B9_7F4A_7C15)
          text.append(letters[Int(state % UInt64(letters.count))])
        }
        let signature = ShingleSignature(text)
        let expected = Self.naive(text)
        #expect(signature.minima == expected.minima)
        #expect(signature.pairs == expected.pairs)
      }
    }
  }
}
