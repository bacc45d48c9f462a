/// What the bytes of a name hold, found eight bytes at a time.
struct NameShape {
  private(set) var isASCII = true
  /// Small letters of ASCII.
  private(set) var hasSmallLetter = false
  private(set) var hasDot = false
  private(set) var hasApostrophe = false
  /// A word starts with a small letter of ASCII, behind a space or hyphen or at the start.
  private(set) var hasLowWord = false

  /// - Parameter scanner: over the bytes of the name.
  @inline(__always) init(_ scanner: TokenScanner) {
    let high: UInt64 = 0x8080_8080_8080_8080
    var place = scanner.lower
    // The start counts as a place behind a space.
    var carry: UInt64 = 0x80
    var others: UInt64 = 0
    var small: UInt64 = 0
    var dots: UInt64 = 0
    var apostrophes: UInt64 = 0
    var low: UInt64 = 0
    while place < scanner.upper {
      let x = scanner.eight(at: place)
      others |= x & high
      let smallHere = TokenScanner.smallLetters(x)
      let parts = Self.places(of: 0x20, x) | Self.places(of: 0x2D, x)
      small |= smallHere
      dots |= Self.places(of: 0x2E, x)
      apostrophes |= Self.places(of: 0x27, x)
      low |= smallHere & (parts &<< 8 | carry)
      carry = parts &>> 56
      place &+= 8
    }
    isASCII = others == 0
    hasSmallLetter = small != 0
    hasDot = dots != 0
    hasApostrophe = apostrophes != 0
    hasLowWord = low != 0
  }

  /// High bits set at the bytes of `x` that are `byte`.
  @inline(__always) private static func places(of byte: UInt64, _ x: UInt64) -> UInt64 {
    let y = x ^ (byte &* 0x0101_0101_0101_0101)
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((y & low) &+ low) | y | low)
  }
}
