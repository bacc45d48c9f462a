import Gazetteer
import TextModel

/// A stretch of words that may be a proper name.
struct NameSpan: Sendable {
  var words: Range<Int>
  var sentence: Int
  /// What the gazetteer holds for exactly these words.
  var surface: SurfaceIndex?
  /// What stands beside and inside the name.
  var cues: NameCues
  /// Index into the titles of the article of the one before the name; -1 for none.
  var title = -1
  /// The name was made from its shape, not found in the gazetteer.
  var isShape: Bool { surface == nil }
}

/// A title, office or other word for a person's role: `Foreign Minister`, `spokesman`.
struct TitleUse: Sendable {
  var words: Range<Int>
  var sentence: Int
  /// Index into `RecognitionRules.titles`.
  var title: Int
  var isFormer: Bool
  /// Index of the name span that tells of which country or organization, as `French` in `French President`; -1 for none.
  var owner = -1
  /// Index of the person's name span behind or before the title; -1 for none.
  var person = -1
}

/// What stands beside and inside a name: the evidence for its type.
struct NameCues: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  static let titleBefore = NameCues(rawValue: 1 << 0)
  static let honorificBefore = NameCues(rawValue: 1 << 1)
  static let roleNounBefore = NameCues(rawValue: 1 << 2)
  static let ageAfter = NameCues(rawValue: 1 << 3)
  static let roleAfter = NameCues(rawValue: 1 << 4)
  static let whoAfter = NameCues(rawValue: 1 << 5)
  static let sayingAfter = NameCues(rawValue: 1 << 6)
  static let sayingBefore = NameCues(rawValue: 1 << 7)
  static let decidingAfter = NameCues(rawValue: 1 << 8)
  static let insideBefore = NameCues(rawValue: 1 << 9)
  static let atBefore = NameCues(rawValue: 1 << 10)
  static let placeNounBefore = NameCues(rawValue: 1 << 11)
  static let placeNounAfter = NameCues(rawValue: 1 << 12)
  static let organizationNounBefore = NameCues(rawValue: 1 << 13)
  static let organizationNounAfter = NameCues(rawValue: 1 << 14)
  static let countryAfter = NameCues(rawValue: 1 << 15)
  static let directionBefore = NameCues(rawValue: 1 << 16)
  static let theBefore = NameCues(rawValue: 1 << 17)
  static let possessiveAfter = NameCues(rawValue: 1 << 18)
  static let numberAfter = NameCues(rawValue: 1 << 19)
  static let betweenBefore = NameCues(rawValue: 1 << 20)
  static let governmentAfter = NameCues(rawValue: 1 << 21)
  static let givenNameFirst = NameCues(rawValue: 1 << 22)
  static let surnameLast = NameCues(rawValue: 1 << 23)
  static let initialInside = NameCues(rawValue: 1 << 24)
  static let particleInside = NameCues(rawValue: 1 << 25)
  static let vocabularyInside = NameCues(rawValue: 1 << 26)
  static let headInside = NameCues(rawValue: 1 << 27)
  static let designatorInside = NameCues(rawValue: 1 << 28)
  static let acronym = NameCues(rawValue: 1 << 29)
  static let introduced = NameCues(rawValue: 1 << 30)
  static let placeHeadInside = NameCues(rawValue: 1 << 31)
  static let severalWords = NameCues(rawValue: 1 << 32)
  static let opening = NameCues(rawValue: 1 << 33)
  static let titleCase = NameCues(rawValue: 1 << 34)
  static let risky = NameCues(rawValue: 1 << 35)
  static let neverAlone = NameCues(rawValue: 1 << 36)
  static let calendar = NameCues(rawValue: 1 << 37)
  static let hyphenPart = NameCues(rawValue: 1 << 38)
  static let articleBefore = NameCues(rawValue: 1 << 39)
  static let joinerInside = NameCues(rawValue: 1 << 40)
  static let allCapitals = NameCues(rawValue: 1 << 41)
  static let quotedAlone = NameCues(rawValue: 1 << 42)
  static let verbInside = NameCues(rawValue: 1 << 43)
  static let otherAdjectiveInside = NameCues(rawValue: 1 << 44)
  static let dateline = NameCues(rawValue: 1 << 45)
  static let nameInList = NameCues(rawValue: 1 << 46)
  static let titleAfter = NameCues(rawValue: 1 << 48)
  /// A verb of saying stands before it, or before its article: `told the Guardian`.
  static let toldBefore = NameCues(rawValue: 1 << 49)
  static let inQuotation = NameCues(rawValue: 1 << 47)
}
