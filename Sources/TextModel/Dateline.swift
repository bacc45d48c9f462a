/// The place, day and agency that open a report: `PARIS, Jan 28 (Reuters) -`, `ROME — -`, `WASHINGTON (AP) —`.
struct Dateline {
  /// Up to where the body starts.
  let range: Range<Int>

  private static let longest = 90

  /// Finds the dateline that starts at the beginning of `block`; nil where none does.
  init?(_ bytes: [UInt8], _ block: Range<Int>, cues: LayoutCues) {
    let end = min(block.upperBound, block.lowerBound + Self.longest)
    var at = block.lowerBound
    var capitals = 0
    var words = 0
    var isCapital = true
    var isRegion = false
    var hasAgency = false
    var hasDate = false
    scan: while at < end {
      let byte = bytes[at]
      switch byte {
      case 0x20, UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "'"), 0x09: at += 1
      case 0xC2: at += 2
      case UInt8(ascii: "("):
        guard let close = bytes[at..<end].firstIndex(of: UInt8(ascii: ")")), close - at <= 40 else { return nil }
        let inner = Array(bytes[at + 1..<close].map(Self.lower))
        hasAgency =
          cues.agencies.contains(inner) || inner.split(separator: 0x20).contains { cues.agencies.contains(Array($0)) }
        guard hasAgency || isCapital && words > 0 else { return nil }
        at = close + 1
      case UInt8(ascii: "-"), 0xE2:
        guard let dash = Self.dash(bytes, at, block.upperBound) else {
          // A hyphen inside a name of a place: `TEL AVIV-YAFO`.
          guard byte == UInt8(ascii: "-"), at + 1 < end, Self.isLetter(bytes[at + 1]) else { return nil }
          at += 1
          continue scan
        }
        guard words > 0 || hasAgency, hasAgency || hasDate || (isCapital && capitals >= 3) else { return nil }
        guard dash < block.upperBound, !(0x61...0x7A).contains(bytes[dash]) else { return nil }
        range = block.lowerBound..<dash
        return
      case 0x30...0x39:
        while at < end, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
      case _ where Self.isLetter(byte):
        let start = at
        while at < end, Self.isLetter(bytes[at]) { at += 1 }
        let word = bytes[start..<at].map(Self.lower)
        if words > 0, cues.months[word] != nil || cues.weekdays.contains(word) {
          hasDate = true
          continue scan
        }
        words += 1
        guard words <= 6, bytes[start] < 0x61 || bytes[start] >= 0x80 else { return nil }
        if bytes[start..<at].contains(where: { $0 >= 0x61 && $0 <= 0x7A }) {
          // `FORT LEE, Va. -`, `KYIV, Ukraine —`: the state or country behind the comma.
          isCapital = isCapital && capitals >= 3 && (isRegion || Self.isBehindComma(bytes, start, block.lowerBound))
          isRegion = isCapital
        } else {
          capitals += at - start
          isRegion = false
        }
      default: return nil
      }
    }
    return nil
  }

  /// The offset behind a dash, with the spaces and the second hyphen that scraped pages leave; nil where no dash stands there.
  private static func dash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var at = start
    if bytes[at] == 0xE2 {
      guard at + 2 < end, bytes[at + 1] == 0x80, (0x92...0x95).contains(bytes[at + 2]) else { return nil }
      at += 3
    } else {
      let isApart = start > 0 && bytes[start - 1] == 0x20
      while at < end, bytes[at] == UInt8(ascii: "-") { at += 1 }
      // A single hyphen counts only with a space on either side.
      guard at - start > 1 || (isApart && at < end && bytes[at] == 0x20) else { return nil }
    }
    while at < end, bytes[at] == 0x20 { at += 1 }
    if at + 1 < end, bytes[at] == UInt8(ascii: "-"), bytes[at + 1] != UInt8(ascii: "-") {
      at += 1
      while at < end, bytes[at] == 0x20 { at += 1 }
    }
    return at
  }

  private static func isBehindComma(_ bytes: [UInt8], _ start: Int, _ first: Int) -> Bool {
    start - 2 >= first && bytes[start - 1] == 0x20 && bytes[start - 2] == UInt8(ascii: ",")
  }

  static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || (0x80...0xDF).contains(byte)
  }
}
