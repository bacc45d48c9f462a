/// A half-open range of UTF-8 offsets (bytes) into the text of an article as it was read.
public struct TextRange: Hashable, Sendable, Codable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  public init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// Length in bytes.
  public var count: Int { end - start }
  public var isEmpty: Bool { end <= start }
  public var range: Range<Int> { start..<max(start, end) }

  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
  public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
}

extension TextRange: Comparable {
  /// By start, then by end.
  public static func < (a: TextRange, b: TextRange) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}
