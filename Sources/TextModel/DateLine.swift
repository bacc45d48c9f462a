/// A line that says when an article was published: `Published: Tue 12 Mar 2019, 18:05`, `2016-09-27`, `Updated 9 May 2019`.
struct DateLine {
  let date: PartialDate
  /// The line gives a later change, not the publication.
  let isUpdate: Bool

  /// Reads a line; nil where it holds anything but a date, a time and the words that go with them.
  init?(_ bytes: ArraySlice<UInt8>, cues: LayoutCues) {
    guard bytes.count <= 120, bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let runs = Self.runs(bytes)
    guard runs.count <= 24 else { return nil }
    guard let (date, used) = Self.date(runs, cues: cues) else { return nil }
    let (isLabelled, isUpdate) = Self.label(runs, cues: cues)
    for (index, run) in runs.enumerated() where !used.contains(index) {
      guard case .word(let word) = run else { continue }
      let isKnown = cues.dateWords.contains(word) || cues.weekdays.contains(word) || cues.months[word] != nil
      guard isKnown else { return nil }
    }
    guard date.day != nil || isLabelled else { return nil }
    self.date = date
    self.isUpdate = isUpdate
  }

  /// The first full date of a text, wherever it stands; for datelines such as `PARIS, Jan 28, 2022 (Reuters)`.
  static func fullDate(in bytes: ArraySlice<UInt8>, cues: LayoutCues) -> PartialDate? {
    guard let (date, _) = date(runs(bytes), cues: cues), date.day != nil else { return nil }
    return date
  }

  enum Run: Equatable {
    case word([UInt8])
    case number(Int, width: Int)
    /// The mark between two runs, if it is not a space.
    case mark(UInt8)
  }

  /// Words in lower case, numbers and marks of a line.
  static func runs(_ bytes: ArraySlice<UInt8>) -> [Run] {
    var runs: [Run] = []
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let start = at
      let byte = bytes[at]
      if byte >= 0x30, byte <= 0x39 {
        var value = 0
        while at < bytes.endIndex, bytes[at] >= 0x30, bytes[at] <= 0x39 {
          if at - start < 9 { value = value * 10 + Int(bytes[at] - 0x30) }
          at += 1
        }
        runs.append(.number(value, width: at - start))
      } else if isLetter(byte) {
        while at < bytes.endIndex, isLetter(bytes[at]) { at += 1 }
        runs.append(.word(bytes[start..<at].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }))
      } else {
        at += 1
        if byte != 0x20, byte < 0x80 { runs.append(.mark(byte)) }
      }
    }
    return runs
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0xC3 && byte <= 0xDF
  }

  /// The first date among the runs and the indexes of the runs that it takes.
  private static func date(_ runs: [Run], cues: LayoutCues) -> (PartialDate, Range<Int>)? {
    for index in runs.indices {
      if let found = numeric(runs, at: index) { return found }
      guard case .word(let word) = runs[index], let month = cues.months[word] else { continue }
      if let found = named(runs, month: month, at: index) { return found }
    }
    return nil
  }

  /// `2022-01-28`, `2022/01/28`, `28.01.2022`, `28/01/2022`, `01/28/2022`; day and month only where one order is possible.
  private static func numeric(_ runs: [Run], at: Int) -> (PartialDate, Range<Int>)? {
    guard at + 4 < runs.count, case .number(let first, let firstWidth) = runs[at], case .mark(let mark) = runs[at + 1],
      case .number(let second, let secondWidth) = runs[at + 2], runs[at + 3] == .mark(mark),
      case .number(let third, let thirdWidth) = runs[at + 4], secondWidth <= 2
    else { return nil }
    let range = at..<at + 5
    if firstWidth == 4, thirdWidth <= 2, [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(mark) {
      return checked(first, second, third).map { ($0, range) }
    }
    guard thirdWidth == 4, firstWidth <= 2 else { return nil }
    switch mark {
    case UInt8(ascii: "."): return checked(third, second, first).map { ($0, range) }
    case UInt8(ascii: "/"), UInt8(ascii: "-"):
      if first > 12 || first == second { return checked(third, second, first).map { ($0, range) } }
      if second > 12 { return checked(third, first, second).map { ($0, range) } }
      return nil
    default: return nil
    }
  }

  /// `28 Jan 2022`, `28th of January, 2022`, `Jan. 28, 2022`, `January 2022`, around the month at an index.
  private static func named(_ runs: [Run], month: Int, at: Int) -> (PartialDate, Range<Int>)? {
    var first = at
    var day: Int?
    var before = at - 1
    while before >= 0, at - before <= 3 {
      if case .number(let value, let width) = runs[before], width <= 2 {
        // In `20:07, Jan 28` the number before the month is a minute.
        if before > 1, runs[before - 1] == .mark(UInt8(ascii: ":")), case .number = runs[before - 2] { break }
        day = value
        first = before
        break
      }
      guard case .word(let word) = runs[before],
        ["st", "nd", "rd", "th", "of"].contains(String(decoding: word, as: UTF8.self))
      else { break }
      before -= 1
    }
    var next = at + 1
    func skipMarks() {
      while next < runs.count {
        if case .mark(let mark) = runs[next],
          mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-")
        {
          next += 1
        } else {
          break
        }
      }
    }
    skipMarks()
    if day == nil, next < runs.count, case .number(let value, let width) = runs[next], width <= 2 {
      day = value
      next += 1
      if next < runs.count, case .word(let word) = runs[next], word.count == 2, next + 1 < runs.count { next += 1 }
      skipMarks()
    }
    guard next < runs.count, case .number(let year, let width) = runs[next], width == 4, (1600...2200).contains(year)
    else { return nil }
    guard let day else { return (PartialDate(year: year, month: month), first..<next + 1) }
    return checked(year, month, day).map { ($0, first..<next + 1) }
  }

  private static func checked(_ year: Int, _ month: Int, _ day: Int) -> PartialDate? {
    guard (1600...2200).contains(year), (1...12).contains(month), day >= 1,
      day <= PartialDate.days(inMonth: month, year: year)
    else {
      return nil
    }
    return PartialDate(year: year, month: month, day: day)
  }

  /// Whether the line starts with a label, and whether that says `updated`.
  private static func label(_ runs: [Run], cues: LayoutCues) -> (Bool, isUpdate: Bool) {
    var phrase: [UInt8] = []
    var found: Bool?
    for run in runs.prefix(4) {
      guard case .word(let word) = run else { break }
      if !phrase.isEmpty { phrase.append(0x20) }
      phrase += word
      if let isUpdate = cues.dateLabels[phrase] { found = isUpdate }
    }
    return (found != nil, found ?? false)
  }
}
