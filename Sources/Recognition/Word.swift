import TextModel

/// A token of the article, or one of its parts between hyphens, with what the language's lists say of it.
struct Word: Sendable {
  /// UTF-8 offsets into the article.
  var start: Int32
  var end: Int32
  /// Index into the document's tokens.
  var token: Int32
  /// Number in the lexicon; -1 for words that no list holds.
  var id: Int32
  var classes: WordClass
  var shape: WordShape
  /// The character itself where the token is a single ASCII mark, else 0.
  var mark: UInt8

  var isCapital: Bool { shape.contains(.capital) }
  var isPunctuation: Bool { shape.contains(.punctuation) }
  func has(_ asked: WordClass) -> Bool { !classes.isDisjoint(with: asked) }
  func isMark(_ character: Unicode.Scalar) -> Bool { mark != 0 && UInt32(mark) == character.value }
}

extension [Word] {
  /// The first word of a range that is of one of some classes; the range's end where none is.
  @inline(__always)
  func firstIndex(in range: Range<Int>, having classes: WordClass) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "words outside the article")
    return withUnsafeBufferPointer { words in
      var at = range.lowerBound
      while at < range.upperBound, !words[at].has(classes) { at &+= 1 }
      return at
    }
  }

  /// Some word of a range has the shape.
  @inline(__always)
  func holds(_ shape: WordShape, in range: Range<Int>) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "words outside the article")
    return withUnsafeBufferPointer { words in
      for at in range where !words[at].shape.isDisjoint(with: shape) { return true }
      return false
    }
  }
}

/// What a word's letters and neighbours look like.
struct WordShape: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  static let capital = WordShape(rawValue: 1 << 0)
  /// Two or more letters, all capitals.
  static let allCapitals = WordShape(rawValue: 1 << 1)
  static let letters = WordShape(rawValue: 1 << 2)
  static let digit = WordShape(rawValue: 1 << 3)
  static let punctuation = WordShape(rawValue: 1 << 4)
  static let quote = WordShape(rawValue: 1 << 5)
  static let clitic = WordShape(rawValue: 1 << 6)
  static let quoted = WordShape(rawValue: 1 << 7)
  /// A hyphen inside the token comes before it.
  static let hyphenBefore = WordShape(rawValue: 1 << 8)
  /// A hyphen inside the token comes behind it.
  static let hyphenAfter = WordShape(rawValue: 1 << 9)
  /// First word of its sentence, or first behind a colon or opening quotation mark.
  static let opening = WordShape(rawValue: 1 << 10)
  /// A single capital, with or without full stop: `J.`
  static let initial = WordShape(rawValue: 1 << 11)
  /// Stands in a headline or another line whose words are all capitalized.
  static let titleCase = WordShape(rawValue: 1 << 12)
  /// `'s` or `'` of possession.
  static let possessive = WordShape(rawValue: 1 << 13)
}
