import Testing

@testable import ArticleReading

@Suite struct ShingleSignatureTests {
  @Test func resemblanceIsTheShareOfEqualPlaces() {
    var state: UInt64 = 3
    func random() -> UInt64 {
      state = StableHash.mixed(state &+ 0x9E37_79B9_7F4A_7C15)
      return state
    }
    for round in 0..<400 {
      let first = (0..<ShingleSignature.places).map { _ in UInt16(truncatingIfNeeded: random()) }
      let second = first.map { place -> UInt16 in
        switch random() % 400 {
        case 0..<UInt64(round): place
        // Differences in one bit alone, the highest among them.
        case ..<300: place ^ 1 << UInt16(random() % 16)
        default: UInt16(truncatingIfNeeded: random())
        }
      }
      let equal = zip(first, second).count { $0 == $1 }
      first.withUnsafeBufferPointer { one in
        second.withUnsafeBufferPointer { other in
          guard let one = one.baseAddress, let other = other.baseAddress else { return }
          #expect(ShingleSignature.resemblance(one, other) == Double(equal) / Double(ShingleSignature.places))
        }
      }
    }
  }
}
