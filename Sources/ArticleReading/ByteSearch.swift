/// Looks for short pieces in bytes.
enum ByteSearch {
  /// Where a piece is first found.
  static func first(_ piece: String, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    find(Array(piece.utf8), in: bytes, isBackward: false)
  }

  /// Where a piece is last found.
  static func last(_ piece: String, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    find(Array(piece.utf8), in: bytes, isBackward: true)
  }

  private static func find(_ piece: [UInt8], in bytes: ArraySlice<UInt8>, isBackward: Bool) -> Range<Int>? {
    guard let first = piece.first, bytes.count >= piece.count else { return nil }
    let (start, end) = (bytes.startIndex, bytes.endIndex - piece.count)
    return bytes.withUnsafeBufferPointer { text in
      for step in 0...(end - start) {
        let at = isBackward ? end - start - step : step
        guard text[at] == first else { continue }
        if piece.indices.allSatisfy({ text[at + $0] == piece[$0] }) { return start + at..<start + at + piece.count }
      }
      return nil
    }
  }
}
