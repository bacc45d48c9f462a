import TextModel

/// Turns UTF-8 offsets into offsets in Unicode code points, as Python counts; asked in ascending order it reads the bytes once.
struct CodePointOffsets {
  private let bytes: [UInt8]
  private var at = 0
  private var count = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The number of code points before a UTF-8 offset. Complexity: O(*n*) in the distance from the offset asked before, O(*n*) in the
  /// bytes where it lies before that one.
  mutating func offset(_ byte: Int) -> Int {
    if byte < at { (at, count) = (0, 0) }
    while at < byte, at < bytes.count {
      if bytes[at] & 0xC0 != 0x80 { count += 1 }
      at += 1
    }
    return count
  }

  /// The number of code points of a range.
  func length(_ range: TextRange) -> Int {
    bytes[range.range].count { $0 & 0xC0 != 0x80 }
  }
}
