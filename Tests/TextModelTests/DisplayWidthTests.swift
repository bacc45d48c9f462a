import Testing
import TextModel

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("letters", "abc", 3), ("wide", "日本", 4), ("full width", "ＡＢ", 4), ("combining", "e\u{301}", 1),
    ("emoji", "🕊️", 2), ("flag", "🇺🇳", 2), ("Hangul", "한국", 4), ("zero width joiner", "a\u{200D}", 1), ("empty", "", 0),
  ])
  func `columns of a terminal`(row: (name: String, text: String, columns: Int)) {
    #expect(DisplayWidth.of(row.text) == row.columns, "\(row.name)")
  }

  @Test(arguments: [
    ("fits", "one two", 10, ["one two"]), ("breaks between words", "one two three", 8, ["one two", "three"]),
    ("cuts a long word", "abcdefgh", 3, ["abc", "def", "gh"]), ("wide", "日本語", 4, ["日本", "語"]),
    ("white space", " a \n b ", 9, ["a b"]), ("empty", "", 9, [""]), ("no room", "日本", 0, ["日", "本"]),
  ])
  func `text is wrapped`(row: (name: String, text: String, width: Int, lines: [String])) {
    #expect(DisplayWidth.wrap(row.text, width: row.width) == row.lines, "\(row.name)")
  }

  @Test(arguments: [
    ("day", "2019-07-14", "2019-07-14", "14 July 2019"), ("month", "2019-07-01", "2019-07-31", "July 2019"),
    ("year", "2019-01-01", "2019-12-31", "2019"), ("days of a month", "2019-07-14", "2019-07-16", "14–16 July 2019"),
    ("days of a year", "2019-06-30", "2019-07-02", "30 June – 2 July 2019"),
    ("over a year's end", "2018-12-30", "2019-01-02", "30 December 2018 – 2 January 2019"),
    ("leap day", "2020-02-01", "2020-02-29", "February 2020"),
  ])
  func `intervals in words`(row: (name: String, first: String, last: String, words: String)) throws {
    let first = try #require(PartialDate(row.first)).interval.first
    let last = try #require(PartialDate(row.last)).interval.last
    #expect(DayInterval(first: first, last: last).inWords == row.words, "\(row.name)")
  }
}
