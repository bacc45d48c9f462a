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
    let range = lines[at].range
    guard range.count <= 48 else { return false }
    var line = lowered(range)
    while let last = line.last,
      [UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: ">"), 0x20].contains(last)
    {
      line.removeLast()
    }
    return cues.furniture.contains(line)
  }

  /// `By Jane Doe`, `By Jane Doe and John Roe, Reuters`.
  func isByline(_ at: Int) -> Bool {
    let range = lines[at].range
    guard range.count <= 120, !endsWithStop(at) else { return false }
    for cue in cues.bylines where range.count > cue.count + 1 && starts(range, with: cue) {
      let end = range.lowerBound + cue.count
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
    if cues.footerStarts.contains(where: { starts(range, with: $0) }) { return true }
    guard range.count <= 320 else { return false }
    let line = lowered(range)
    return cues.footerParts.contains { Self.contains(line, $0) }
  }

  /// What a picture shows: `Ada Lang, left, speaks in Vienna, Austria, May 17, 2016.`, `FILE - …`, `… (Jane Doe/Reuters)`.
  func isCaption(_ at: Int) -> Bool {
    let range = lines[at].range
    guard (12...500).contains(range.count) else { return false }
    if endsWithDate(range), !hasInnerStop(range) { return true }
    guard mayHoldCaptionCue(range) else { return false }
    let line = lowered(range)
    return cues.captions.contains { cue in
      // `(Reuters) - …` starts a report, `… (Reuters)` ends a caption.
      (cue.first != UInt8(ascii: "(") && line.starts(with: cue))
        || (line.count > cue.count && Self.ends(line, with: cue))
    }
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

  /// The line starts with a phrase given in lower case, whatever its own case.
  private func starts(_ range: Range<Int>, with cue: [UInt8]) -> Bool {
    guard range.count >= cue.count else { return false }
    for offset in cue.indices where Dateline.lower(bytes[range.lowerBound + offset]) != cue[offset] { return false }
    return true
  }

  private static func contains(_ line: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, line.count >= part.count else { return false }
    for start in 0...(line.count - part.count) where line[start] == first {
      if line[start..<start + part.count].elementsEqual(part) { return true }
    }
    return false
  }

  private static func ends(_ line: [UInt8], with part: [UInt8]) -> Bool {
    var end = line.count
    while end > 0, line[end - 1] == UInt8(ascii: ".") || line[end - 1] == UInt8(ascii: ")") || line[end - 1] == 0x20 {
      end -= 1
    }
    var tail = part
    while let last = tail.last, last == UInt8(ascii: ")") { tail.removeLast() }
    return end >= tail.count && line[end - tail.count..<end].elementsEqual(tail)
  }

  /// Captions that cues tell start with a capitalized cue or end in brackets, a slash or a credit.
  private func mayHoldCaptionCue(_ range: Range<Int>) -> Bool {
    let first = Dateline.lower(bytes[range.lowerBound])
    if cues.captions.contains(where: { $0.first == first }) { return true }
    let last = bytes[range.upperBound - 1]
    return last == UInt8(ascii: ")")
      || bytes[max(range.lowerBound, range.upperBound - 40)..<range.upperBound].contains(UInt8(ascii: "/"))
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
