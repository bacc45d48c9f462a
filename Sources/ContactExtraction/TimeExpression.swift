import ContactModel
import TextModel

/// A date that a sentence names, resolved against the day the article appeared.
struct TimeExpression: Hashable {
  /// Indexes of words of the sentence.
  var words: Range<Int>
  var meaning: Meaning

  enum Meaning: Hashable {
    case interval(DayInterval)
    /// A day of the week without more: the last one for what happened, the next one for what is planned.
    case weekday(Int)
    /// A month, or a day of it, without the year.
    case month(Int, day: Int?)
  }

  /// The days that are meant.
  ///
  /// - Parameters:
  ///   - article: the day the article appeared; a date that is relative to it has no meaning without.
  ///   - modality: a planned contact lies ahead.
  func days(article: Day?, modality: Modality) -> DayInterval? {
    switch meaning {
    case .interval(let days): return days
    case .weekday(let weekday):
      guard let article else { return nil }
      let back = (article.weekday - weekday + 7) % 7
      let day = modality == .planned ? article.advanced(by: (7 - back) % 7) : article.advanced(by: -back)
      return DayInterval(first: day, last: day)
    case .month(let month, let day):
      guard let article, let year = article.date.year as Int? else { return nil }
      let inYear = { PartialDate(year: $0, month: month, day: day).interval }
      let this = inYear(year)
      // Three months of slack: `in November`, written in October, is this year's plan; written in January, last year's event.
      if modality == .planned { return this.last < article ? inYear(year + 1) : this }
      return this.first > article.advanced(by: 92) ? inYear(year - 1) : this
    }
  }
}

extension SentenceView {
  /// All dates that the sentence names, in order.
  ///
  /// Complexity: O(*n*) in the words of the sentence.
  func timeExpressions(article: Day?) -> [TimeExpression] {
    var result: [TimeExpression] = []
    var word = 0
    while word < count {
      // A word of the tables or a number starts each.
      guard lexicon.time(id(word)) != nil || recognized.document.bytes[words[word].range.start] < 0x3A else {
        word += 1
        continue
      }
      if let expression = timeExpression(at: word, article: article) {
        result.append(expression)
        word = expression.words.upperBound
      } else {
        word += 1
      }
    }
    return result
  }

  private func timeWord(_ word: Int) -> ContactLexicon.TimeWord? {
    guard word >= 0, word < count, words[word].name < 0 else { return nil }
    return lexicon.time(id(word))
  }

  private func timeExpression(at word: Int, article: Day?) -> TimeExpression? {
    guard let time = timeWord(word) else { return year(at: word) }
    switch time.role {
    case .weekday:
      // `Friday, Jan. 28`: the month says more.
      return TimeExpression(words: word..<word + 1, meaning: .weekday(time.value))
    case .month:
      return monthExpression(at: word, month: time.value)
    case .day:
      guard let article else { return nil }
      let day = article.advanced(by: time.value)
      return TimeExpression(words: word..<word + 1, meaning: .interval(DayInterval(first: day, last: day)))
    case .relative:
      return relativeExpression(at: word, step: time.value, article: article)
    case .number:
      guard let article, let unit = timeWord(word + 1), unit.role == .unit, let direction = timeWord(word + 2),
        direction.role == .direction
      else { return nil }
      let day = article.advanced(by: direction.value * time.value * unit.value)
      let slack = unit.value > 1 ? unit.value / 2 : 0
      return TimeExpression(
        words: word..<word + 3,
        meaning: .interval(DayInterval(first: day.advanced(by: -slack), last: day.advanced(by: slack))))
    case .unit, .direction, .span:
      return nil
    }
  }

  private func monthExpression(at word: Int, month: Int) -> TimeExpression? {
    // `may` is a month only in capitals and where no verb follows it.
    guard startsWithCapital(word), tag(word) != .auxiliary else { return nil }
    var end = word + 1
    var start = word
    var day: Int?
    if let number = number(at: word + 1), (1...31).contains(number) {
      day = number
      end = word + 2
    } else if let number = number(at: word - 1), (1...31).contains(number) {
      day = number
      start = word - 1
    }
    var year = number(at: end)
    if year == nil, end < count, isComma(end), let after = number(at: end + 1), (1000...2999).contains(after) {
      year = after
      end += 2
    } else if let found = year, (1000...2999).contains(found) {
      end += 1
    } else {
      year = nil
    }
    if let year {
      return TimeExpression(
        words: start..<end, meaning: .interval(PartialDate(year: year, month: month, day: day).interval))
    }
    return TimeExpression(words: start..<end, meaning: .month(month, day: day))
  }

  private func relativeExpression(at word: Int, step: Int, article: Day?) -> TimeExpression? {
    guard let article, let next = timeWord(word + 1) else { return nil }
    let words = word..<word + 2
    switch next.role {
    case .weekday:
      let back = (article.weekday - next.value + 7) % 7
      let day =
        step > 0
        ? article.advanced(by: back == 0 ? 7 : 7 - back) : article.advanced(by: back == 0 && step < 0 ? -7 : -back)
      return TimeExpression(words: words, meaning: .interval(DayInterval(first: day, last: day)))
    case .unit:
      return TimeExpression(words: words, meaning: .interval(Self.period(next.value, step: step, article: article)))
    case .month:
      guard let date = article.date.month else { return nil }
      let year = article.date.year + (step < 0 && next.value >= date ? -1 : step > 0 && next.value <= date ? 1 : 0)
      return TimeExpression(words: words, meaning: .interval(PartialDate(year: year, month: next.value).interval))
    default:
      return nil
    }
  }

  /// The week (from Monday), month or year before, around or after a day.
  private static func period(_ unit: Int, step: Int, article: Day) -> DayInterval {
    let date = article.date
    switch unit {
    case 7:
      let monday = article.advanced(by: -article.weekday + step * 7)
      return DayInterval(first: monday, last: monday.advanced(by: 6))
    case 30:
      let months = date.year * 12 + (date.month ?? 1) - 1 + step
      return PartialDate(year: months / 12, month: months % 12 + 1).interval
    case 365:
      return PartialDate(year: date.year + step).interval
    default:
      let day = article.advanced(by: step * unit)
      return DayInterval(first: day, last: day)
    }
  }

  /// `in 2019`: a year alone, after a preposition.
  private func year(at word: Int) -> TimeExpression? {
    guard word > 0, let year = number(at: word), (1800...2100).contains(year), words[word].range.count == 4,
      roles(word - 1).contains(.venue)
    else { return nil }
    return TimeExpression(words: word..<word + 1, meaning: .interval(PartialDate(year: year).interval))
  }

  private func number(at word: Int) -> Int? {
    guard word >= 0, word < count, words[word].range.count <= 4 else { return nil }
    let bytes = recognized.document.bytes[words[word].range.range]
    // Nearly every word starts with a letter.
    guard let first = bytes.first, first < 0x3A else { return nil }
    return Int(text(word))
  }

  private func startsWithCapital(_ word: Int) -> Bool {
    recognized.document.tokens[words[word].tokens.lowerBound].shape.contains(.capitalized)
  }
}
