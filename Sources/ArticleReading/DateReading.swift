import TextModel

/// Reads the dates of records, feeds, mails and pages.
enum DateReading {
  /// RFC 5322 month names; full English names start with them.
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// The day of `2022-01-28`, `2022-01-28T20:07:00Z`, `20220128T200700Z`, `Fri, 28 Jan 2022 20:07:00 GMT`, `January 28, 2022`, or of seconds or
  /// milliseconds since 1970; nil for anything else.
  static func date(_ text: String) -> PartialDate? {
    let bytes = Array(text.utf8.prefix(80)).filter { $0 < 0x80 }
    let trimmed = String(decoding: bytes, as: UTF8.self).trimmingPrefix { $0 == " " || $0 == "\n" || $0 == "\t" }
    if let date = PartialDate(trimmed) { return plausible(date) }
    let runs = self.runs(bytes)
    guard let first = runs.first else { return nil }
    if case .number(let value, let width) = first {
      if runs.count == 1 || width >= 8 {
        if width == 8 || (width == 14 && runs.count == 1), let date = compact(String(value).prefix(8)) { return date }
        if runs.count <= 2, (9...10).contains(width) { return plausible(Day(value / 86_400).date) }
        if runs.count <= 2, (12...13).contains(width) { return plausible(Day(value / 86_400_000).date) }
        return nil
      }
      if width == 4, runs.count >= 3, case .number(let month, _) = runs[1], case .number(let day, _) = runs[2] {
        return make(value, month, day)
      }
    }
    return named(runs)
  }

  private enum Run {
    case number(Int, width: Int)
    case word(String)
  }

  private static func runs(_ bytes: [UInt8]) -> [Run] {
    var runs: [Run] = []
    var at = 0
    while at < bytes.count {
      let start = at
      if bytes[at] >= 0x30, bytes[at] <= 0x39 {
        while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        runs.append(.number(Int(text) ?? 0, width: at - start))
      } else if (bytes[at] | 0x20) >= 0x61, (bytes[at] | 0x20) <= 0x7A {
        while at < bytes.count, (bytes[at] | 0x20) >= 0x61, (bytes[at] | 0x20) <= 0x7A { at += 1 }
        runs.append(.word(String(decoding: bytes[start..<at], as: UTF8.self).lowercased()))
      } else {
        at += 1
      }
    }
    return runs
  }

  /// `28 Jan 2022`, `January 28 2022`, `Jan 2022`, with a weekday before and a time behind.
  private static func named(_ runs: [Run]) -> PartialDate? {
    for (index, run) in runs.enumerated().prefix(6) {
      guard case .word(let word) = run, word.count >= 3, let month = months.firstIndex(where: { word.hasPrefix($0) })
      else { continue }
      var year: Int?
      var day: Int?
      if index > 0, case .number(let value, let width) = runs[index - 1], width <= 2 { day = value }
      for next in runs.dropFirst(index + 1).prefix(3) {
        guard case .number(let value, let width) = next else { continue }
        if width == 4, year == nil { year = value }
        if width <= 2, day == nil, year == nil { day = value }
      }
      guard let year else { return nil }
      guard let day else { return plausible(PartialDate(year: year, month: month + 1)) }
      return make(year, month + 1, day)
    }
    return nil
  }

  private static func compact(_ text: Substring) -> PartialDate? {
    guard let value = Int(text) else { return nil }
    return make(value / 10_000, value / 100 % 100, value % 100)
  }

  private static func make(_ year: Int, _ month: Int, _ day: Int) -> PartialDate? {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return PartialDate("\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))").flatMap(plausible)
  }

  /// Newspapers are no older than 1605; a later year than 2200 is another number.
  private static func plausible(_ date: PartialDate) -> PartialDate? {
    (1600...2200).contains(date.year) ? date : nil
  }
}
