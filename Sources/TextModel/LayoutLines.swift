/// The lines of an article with questions about what each looks like.
struct LayoutLines {
  private let bytes: [UInt8]
  private let lines: [TextLines.Paragraph]
  private let cues: LayoutCues

  init(_ bytes: [UInt8], _ lines: [TextLines.Paragraph], cues: LayoutCues) {
    self.bytes = bytes
    self.lines = lines
    self.cues = cues
  }

  var count: Int { lines.count }

  func range(_ at: Int) -> Range<Int> { lines[at].range }

  func endsWithStop(_ at: Int) -> Bool {
    TextLines.endsWithStop(bytes, lines[at].range)
  }

  private func lowered(_ range: Range<Int>) -> [UInt8] {
    bytes[range].map(Dateline.lower)
  }

  /// The range without the spaces at its end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
    return range.lowerBound..<end
  }

  func fullDate(_ range: Range<Int>) -> PartialDate? {
    DateLine.fullDate(in: bytes[range], cues: cues)
  }

  func dateLine(_ at: Int) -> DateLine? {
    DateLine(bytes[lines[at].range], cues: cues)
  }

  /// Words of a page, not of an article: `Share this`, `Advertisement`.
  func isFurniture(_ at: Int) -> Bool {
    cues.isFurniture(bytes[lines[at].range])
  }

  /// `By Jane Doe`, `By Jane Doe and John Roe, Reuters`.
  func isByline(_ at: Int) -> Bool {
    let range = lines[at].range
    guard range.count <= 120, !endsWithStop(at) else { return false }
    guard cues.bylines.mayStart(bytes[range.lowerBound]) else { return false }
    for cue in cues.bylines.all
    where range.count > cue.bytes.count + 1 && starts(range.lowerBound, range.upperBound, with: cue) {
      let end = range.lowerBound + cue.bytes.count
      guard !Dateline.isLetter(bytes[end]) else { continue }
      var start = end
      while start < range.upperBound, bytes[start] == 0x20 || bytes[start] == UInt8(ascii: ":") { start += 1 }
      if start < range.upperBound, capitalShare(start..<range.upperBound, ignoringShort: true) == 1 { return true }
    }
    return false
  }

  /// A name that stands alone: two to six capitalized words, with `and`, commas and initials.
  func isName(_ at: Int) -> Bool {
    let range = lines[at].range
    guard (5...80).contains(range.count), !bytes[range].contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else {
      return false
    }
    let last = bytes[range.upperBound - 1]
    guard Dateline.isLetter(last) || last == UInt8(ascii: ")") || last >= 0x80 else { return false }
    let words = bytes[range].split(whereSeparator: { $0 == 0x20 || $0 == UInt8(ascii: ",") })
    guard (2...8).contains(words.count),
      !bytes[range].contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "\"") })
    else {
      return false
    }
    return capitalShare(range, ignoringShort: true) == 1
  }

  /// The first line that is no sentence, or is written as headlines are, each word with a capital.
  func isHeadline(_ at: Int, title: [UInt8]?) -> Bool {
    let range = lines[at].range
    guard (3...300).contains(range.count) else { return false }
    if let title {
      if bytes[range].elementsEqual(title) { return true }
      return range.count <= 150 && !endsWithStop(at) && capitalShare(range, ignoringShort: true) >= 0.75
    }
    let last = bytes[range.upperBound - 1]
    guard last != UInt8(ascii: ":"), last != UInt8(ascii: ","), last != UInt8(ascii: ";") else { return false }
    guard endsWithStop(at) else { return range.count <= 220 && !Self.isDateline(bytes, range, cues) }
    if last == UInt8(ascii: "?") || last == UInt8(ascii: "!") { return range.count <= 120 }
    return range.count <= 150 && !hasInnerStop(range) && capitalShare(range, ignoringShort: true) >= 0.75
  }

  private static func isDateline(_ bytes: [UInt8], _ range: Range<Int>, _ cues: LayoutCues) -> Bool {
    Dateline(bytes, range, cues: cues) != nil
  }

  /// One line between the headline and a date or byline, or one without a stop before longer paragraphs.
  func isStandfirst(_ at: Int) -> Bool {
    let range = lines[at].range
    guard (20...320).contains(range.count), Dateline(bytes, range, cues: cues) == nil else { return false }
    if dateLine(at + 1) != nil || isByline(at + 1) { return true }
    let last = bytes[range.upperBound - 1]
    return !endsWithStop(at) && last != UInt8(ascii: ":") && last != UInt8(ascii: ",") && lines[at + 1].isAfterBlank
      && range.count <= 220
  }

  /// Who wrote or helped, and whose the text is: `(Reporting by Jane Doe)`, `Jane Doe contributed to this report.`
  func isCredit(_ at: Int) -> Bool {
    let range = lines[at].range
    guard range.count <= 500 else { return false }
    if starts(range.lowerBound, range.upperBound, withOneOf: cues.footerStarts) { return true }
    guard range.count <= 320 else { return false }
    // Phrases are looked for where words start.
    return bytes.withUnsafeBufferPointer { text in
      var before: UInt8 = 0x20
      for at in range {
        let byte = text[at]
        if before <= 0x20, cues.footerParts.mayStart(byte),
          at + 1 == range.upperBound || cues.footerParts.mayStart(byte, text[at + 1]),
          starts(at, range.upperBound, withOneOf: cues.footerParts)
        {
          return true
        }
        before = byte
      }
      return false
    }
  }

  /// What a picture shows: `Ada Lang, left, speaks in Vienna, Austria, May 17, 2016.`, `FILE - …`, `… (Jane Doe/Reuters)`.
  func isCaption(_ at: Int) -> Bool {
    let range = lines[at].range
    guard (12...500).contains(range.count) else { return false }
    if endsWithDate(range), !hasInnerStop(range) { return true }
    if starts(range.lowerBound, range.upperBound, withOneOf: cues.captionStarts) { return true }
    let last = bytes[range.upperBound - 1]
    let tail = max(range.lowerBound, range.upperBound - 40)..<range.upperBound
    guard last == UInt8(ascii: ")") || bytes[tail].contains(UInt8(ascii: "/")) else { return false }
    return cues.captionEnds.all.contains { ends(range, with: $0) }
  }

  /// The dateline of a paragraph, and the heading that a scraped page glued before it.
  func dateline(_ at: Int) -> (heading: Range<Int>?, dateline: Range<Int>)? {
    let range = lines[at].range
    if let found = Dateline(bytes, range, cues: cues) { return (nil, found.range) }
    // `Rights Slip in Ruritania- STRELSAU — -The group says`: the place stands behind a hyphen, before a dash.
    let limit = min(range.upperBound, range.lowerBound + 200)
    var hyphen = range.lowerBound + 4
    while hyphen + 4 < limit {
      defer { hyphen += 1 }
      guard bytes[hyphen] == UInt8(ascii: "-") else { continue }
      var start = hyphen + 1
      while start < limit, bytes[start] == 0x20 { start += 1 }
      guard start + 3 < limit, Self.isUpper(bytes[start]),
        Self.isUpper(bytes[start + 1]) || bytes[start + 1] == UInt8(ascii: "."),
        let found = Dateline(bytes, start..<range.upperBound, cues: cues)
      else { continue }
      return (trimmed(range.lowerBound..<hyphen), hyphen..<found.range.upperBound)
    }
    return nil
  }
}

// MARK: Looks of a line

extension LayoutLines {
  private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  /// The text at an offset starts with a phrase given in lower case, whatever its own case.
  private func starts(_ start: Int, _ end: Int, with cue: LayoutCues.Phrase) -> Bool {
    guard Dateline.lower(bytes[start]) == cue.first, end - start >= cue.bytes.count else { return false }
    for offset in cue.bytes.indices where Dateline.lower(bytes[start + offset]) != cue.bytes[offset] { return false }
    return true
  }

  private func starts(_ start: Int, _ end: Int, withOneOf phrases: LayoutCues.Phrases) -> Bool {
    guard phrases.mayStart(bytes[start]) else { return false }
    for phrase in phrases.all where starts(start, end, with: phrase) { return true }
    return false
  }

  /// The line ends with a phrase, marks behind it passed over.
  private func ends(_ range: Range<Int>, with cue: LayoutCues.Phrase) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound,
      bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: ")") || bytes[end - 1] == 0x20
    {
      end -= 1
    }
    let start = end - cue.bytes.count
    // A line that is nothing else is no caption.
    return start > range.lowerBound && starts(start, end, with: cue)
  }

  /// `, May 17, 2016.` or `, Thursday, May 19, 2016.` at the end, behind a comma and not behind `on`.
  private func endsWithDate(_ range: Range<Int>) -> Bool {
    var at = range.upperBound
    if bytes[at - 1] == UInt8(ascii: ".") { at -= 1 }
    func digits(_ count: ClosedRange<Int>) -> Bool {
      let end = at
      while at > range.lowerBound, bytes[at - 1] >= 0x30, bytes[at - 1] <= 0x39 { at -= 1 }
      return count.contains(end - at)
    }
    func separator(_ allowed: [UInt8]) -> Bool {
      let end = at
      while at > range.lowerBound, allowed.contains(bytes[at - 1]) { at -= 1 }
      return at < end
    }
    guard digits(4...4), separator([0x20, UInt8(ascii: ",")]), digits(1...2), separator([0x20]) else { return false }
    if at > range.lowerBound, bytes[at - 1] == UInt8(ascii: ".") { at -= 1 }
    let end = at
    while at > range.lowerBound, Dateline.isLetter(bytes[at - 1]) { at -= 1 }
    guard cues.months[lowered(at..<end)] != nil, separator([0x20, UInt8(ascii: ",")]) else { return false }
    return bytes[at] == UInt8(ascii: ",")
  }

  /// A full stop before the last one with a capital letter behind it.
  private func hasInnerStop(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound + 1
    while at + 2 < range.upperBound {
      if bytes[at] == UInt8(ascii: "."), bytes[at + 1] == 0x20, Self.isUpper(bytes[at + 2]),
        bytes[at - 1] >= 0x61, bytes[at - 1] <= 0x7A, at < 3 || bytes[at - 3] != 0x20
      {
        return true
      }
      at += 1
    }
    return false
  }

  /// The share of words that start with a capital letter; words of up to three or four letters in lower case may be passed over.
  private func capitalShare(_ range: Range<Int>, ignoringShort: Bool) -> Double {
    var (capital, counted) = (0, 0)
    var at = range.lowerBound
    while at < range.upperBound {
      guard Dateline.isLetter(bytes[at]) else {
        at += 1
        continue
      }
      let start = at
      while at < range.upperBound, Dateline.isLetter(bytes[at]) || bytes[at] == UInt8(ascii: "'") { at += 1 }
      let isCapital = Self.isUpper(bytes[start]) || bytes[start] >= 0x80
      if isCapital {
        capital += 1
        counted += 1
      } else if !ignoringShort || at - start > 3 {
        counted += 1
      }
    }
    return counted < 2 ? 0 : Double(capital) / Double(counted)
  }
}
