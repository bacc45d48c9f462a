extension PartialDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// The date as an English reader writes it: `14 July 2019`, `July 2019`, `2019`.
  public var inWords: String {
    guard let month, Self.months.indices.contains(month - 1) else { return "\(year)" }
    let name = Self.months[month - 1]
    guard let day else { return "\(name) \(year)" }
    return "\(day) \(name) \(year)"
  }
}

extension DayInterval {
  /// The interval as an English reader writes it, as short as it can be said: `14 July 2019`, `July 2019`, `2019`,
  /// `14–16 July 2019`, `30 June – 2 July 2019`, `30 December 2018 – 2 January 2019`.
  public var inWords: String {
    let (from, to) = (first.date, last.date)
    if from == to { return from.inWords }
    let year = PartialDate(year: from.year)
    if from.year == to.year {
      if self == year.interval { return year.inWords }
      let month = PartialDate(year: from.year, month: from.month)
      if self == month.interval { return month.inWords }
      if from.month == to.month, let day = from.day { return "\(day)–\(to.inWords)" }
      return "\(from.inWords.dropLast(from.year.description.count + 1)) – \(to.inWords)"
    }
    return "\(from.inWords) – \(to.inWords)"
  }
}
