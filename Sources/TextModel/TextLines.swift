import Foundation

/// The lines of a text, and the paragraphs that they make.
struct TextLines {
  /// A line, or in hard-wrapped text the lines up to a blank one.
  struct Paragraph {
    var range: Range<Int>
    /// A blank line, or the text's start, comes before it.
    var isAfterBlank: Bool
  }

  private(set) var paragraphs: [Paragraph] = []

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { text in
      var lines: [Line] = []
      guard let base = text.baseAddress else { return }
      lines.reserveCapacity(text.count / 128 + 4)
      var start = 0
      var isAfterBlank = true
      // Carriage returns alone break lines in old files only; before a line feed they are white space at the line's end.
      let mark: Int32 = memchr(base, 0x0A, text.count) == nil ? 0x0D : 0x0A
      while start < text.count {
        let found = memchr(base + start, mark, text.count - start).map { $0 - UnsafeMutableRawPointer(mutating: base) }
        let end = found ?? text.count
        let next = end + 1
        var (from, to) = (start, end)
        while from < to, text[from] <= 0x20 { from += 1 }
        while to > from, text[to - 1] <= 0x20 { to -= 1 }
        if from < to {
          lines.append(Line(range: from..<to, isAfterBlank: isAfterBlank, isIndented: from > start))
          isAfterBlank = false
        } else {
          isAfterBlank = true
        }
        start = next
      }
      let isWrapped = Self.isHardWrapped(text, lines)
      let width = lines.reduce(0) { max($0, $1.range.count) }
      for (index, line) in lines.enumerated() {
        if index > 0, !line.isAfterBlank,
          Self.joins(text, lines[index - 1], line, isWrapped: isWrapped, width: width), let last = paragraphs.last
        {
          paragraphs[paragraphs.count - 1].range = last.range.lowerBound..<line.range.upperBound
        } else {
          paragraphs.append(Paragraph(range: line.range, isAfterBlank: line.isAfterBlank))
        }
      }
    }
  }

  private struct Line {
    var range: Range<Int>
    var isAfterBlank: Bool
    var isIndented: Bool
  }

  /// The text was broken at a column: most lines that another follows end without a stop and are about as long as the longest.
  private static func isHardWrapped(_ text: UnsafeBufferPointer<UInt8>, _ lines: [Line]) -> Bool {
    var (followed, broken, goesOn) = (0, 0, 0)
    for index in lines.indices.dropLast() where !lines[index + 1].isAfterBlank {
      let length = lines[index].range.count
      followed += 1
      guard (40...110).contains(length), !endsWithStop(text, lines[index].range) else { continue }
      broken += 1
      if isLower(text[lines[index + 1].range.lowerBound]) { goesOn += 1 }
    }
    return followed >= 2 && broken * 10 >= followed * 6 && goesOn * 3 >= broken
  }

  /// A line goes on with the next one.
  private static func joins(
    _ text: UnsafeBufferPointer<UInt8>, _ line: Line, _ next: Line, isWrapped: Bool, width: Int
  ) -> Bool {
    let length = line.range.count
    guard !isBullet(text, next.range) else { return false }
    if isWrapped {
      if next.isIndented, !line.isIndented { return false }
      // A short line that ends with a stop is a paragraph's last.
      return length * 10 >= min(width, 110) * 6 || !endsWithStop(text, line.range)
    }
    return (40...110).contains(length) && isLower(text[next.range.lowerBound]) && !endsWithStop(text, line.range)
      && !endsWithColon(text, line.range)
  }

  private static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  private static func isBullet(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 2 else { return false }
    let first = text[range.lowerBound]
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") { return text[range.lowerBound + 1] == 0x20 }
    return range.count >= 3 && first == 0xE2 && text[range.lowerBound + 1] == 0x80 && text[range.lowerBound + 2] == 0xA2
  }

  private static func endsWithColon(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    text[range.upperBound - 1] == UInt8(ascii: ":") || text[range.upperBound - 1] == UInt8(ascii: ";")
  }

  /// The line ends with a sentence's stop, closing marks behind it passed over.
  static func endsWithStop(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      switch text[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), 0x20: end -= 1
      // ” and ’ take three bytes that end in 9D and 99; … ends in A6.
      case 0x9D where end - 3 >= range.lowerBound, 0x99 where end - 3 >= range.lowerBound:
        guard text[end - 3] == 0xE2, text[end - 2] == 0x80 else { return false }
        end -= 3
      case 0xA6: return end - 3 >= range.lowerBound && text[end - 3] == 0xE2 && text[end - 2] == 0x80
      default: return false
      }
    }
    return false
  }

  static func endsWithStop(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { endsWithStop($0, range) }
  }
}
