/// A date of the proleptic Gregorian calendar of which the day, or month and day, may be unknown: `2019`, `2019-07`, `2019-07-14`.
public struct PartialDate: Hashable, Sendable, Codable {
  public var year: Int
  /// 1 to 12, or nil where only the year is known.
  public var month: Int?
  /// 1 to 31, or nil where it is unknown.
  public var day: Int?

  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = month == nil ? nil : day
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, the latter also as the start of an ISO 8601 time stamp; nil for anything else.
  public init?(_ text: some StringProtocol) {
    var part = text[...]
    if part.utf8.count > 10 {
      let cut = part.utf8.index(part.utf8.startIndex, offsetBy: 10)
      guard part.utf8[cut] == UInt8(ascii: "T") || part.utf8[cut] == UInt8(ascii: " ") else { return nil }
      part = part[..<cut]
    }
    let fields = part.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(fields.count), fields[0].utf8.count == 4 else { return nil }
    guard fields.dropFirst().allSatisfy({ $0.utf8.count == 2 }) else { return nil }
    let numbers = fields.map { $0.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } ? Int($0) : nil }
    guard let year = numbers[0] else { return nil }
    self.year = year
    if numbers.count > 1 {
      guard let month = numbers[1], (1...12).contains(month) else { return nil }
      self.month = month
      if numbers.count > 2 {
        guard let day = numbers[2], day >= 1, day <= Self.days(inMonth: month, year: year) else { return nil }
        self.day = day
      }
    }
  }

  static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The first and last day that the date can mean.
  public var interval: DayInterval {
    let first = Day(year: year, month: month ?? 1, day: day ?? 1)
    let lastMonth = month ?? 12
    let last = Day(year: year, month: lastMonth, day: day ?? Self.days(inMonth: lastMonth, year: year))
    return DayInterval(first: first, last: last)
  }
}

extension PartialDate: CustomStringConvertible {
  /// The ISO 8601 form, as long as the date is known.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }
}

/// A day, counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar.
public struct Day: Hashable, Sendable, Codable, Comparable, Strideable {
  public var number: Int

  public init(_ number: Int) { self.number = number }

  /// The day of a calendar date.
  ///
  /// Method: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
  public init(year: Int, month: Int, day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.number = era * 146_097 + dayOfEra - 719_468
  }

  /// The calendar date of the day (Hinnant, `civil_from_days`).
  public var date: PartialDate {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return PartialDate(year: year, month: month, day: dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  /// 0 for Monday to 6 for Sunday.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  public func distance(to other: Day) -> Int { other.number - number }
  public func advanced(by days: Int) -> Day { Day(number + days) }
}

/// An interval of days, both ends included.
public struct DayInterval: Hashable, Sendable, Codable {
  public var first: Day
  public var last: Day

  public init(first: Day, last: Day) {
    self.first = first
    self.last = max(first, last)
  }

  public func overlaps(_ other: DayInterval) -> Bool { first <= other.last && other.first <= last }
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }
}
