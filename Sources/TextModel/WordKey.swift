/// A short word packed into two machine words, so that looking it up allocates nothing.
struct WordKey: Hashable, Sendable {
  /// The longest word, in bytes.
  static let limit = 16

  private let low: UInt64
  private let high: UInt64

  /// Packs bytes; nil where there are none or more than `limit`.
  @inline(__always)
  init?(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, lowercased: Bool = false) {
    guard end > start, end - start <= Self.limit else { return nil }
    var (low, high): (UInt64, UInt64) = (0, 0)
    for at in start..<end {
      var byte = text[at]
      if lowercased, byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte)
    }
    self.low = low
    self.high = high
  }

  init?(_ word: some StringProtocol) {
    let bytes = Array(word.utf8)
    guard let key = bytes.withUnsafeBufferPointer({ $0.baseAddress.flatMap { WordKey($0, 0, bytes.count) } }) else {
      return nil
    }
    self = key
  }
}
