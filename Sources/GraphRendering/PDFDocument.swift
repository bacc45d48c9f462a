/// Makes equal pictures equal PDF files.
enum PDFDocument {
  private static let key = Array("/CreationDate (D:".utf8)
  private static let epoch = Array("19700101000000".utf8)

  /// The same file with 1970 as the year of its making; no byte moves, so that its table of offsets stays right.
  ///
  /// Complexity: O(*n*) in the bytes.
  static func finished(_ bytes: [UInt8]) -> [UInt8] {
    // The date is in one of the last objects, behind the compressed drawing.
    let tail = bytes.suffix(8192)
    guard let found = tail.firstRange(of: key) else { return bytes }
    let digits = found.upperBound..<min(bytes.count, found.upperBound + epoch.count)
    guard digits.count == epoch.count, bytes[digits].allSatisfy({ (48...57).contains($0) }) else { return bytes }
    var result = bytes
    result.replaceSubrange(digits, with: epoch)
    return result
  }
}
