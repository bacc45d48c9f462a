import Gazetteer
import TextModel

/// What a span can mean, and how well it fits.
struct RankedCandidate: Sendable {
  var entity: EntityIndex
  var kind: Alias.Kind
  var type: EntityType
  var score: Float
  var reasons: LinkReasons
}

/// Why a candidate was given its score.
struct LinkReasons: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let wellKnown = LinkReasons(rawValue: 1 << 0)
  static let fullName = LinkReasons(rawValue: 1 << 1)
  static let typeFits = LinkReasons(rawValue: 1 << 2)
  static let typeMisfits = LinkReasons(rawValue: 1 << 3)
  static let titleFits = LinkReasons(rawValue: 1 << 4)
  static let officeAtDate = LinkReasons(rawValue: 1 << 5)
  static let notInOfficeAtDate = LinkReasons(rawValue: 1 << 6)
  static let countryInArticle = LinkReasons(rawValue: 1 << 7)
  static let namedInFull = LinkReasons(rawValue: 1 << 8)
  static let commonWord = LinkReasons(rawValue: 1 << 9)
  static let introducedHere = LinkReasons(rawValue: 1 << 10)
  static let byShape = LinkReasons(rawValue: 1 << 11)
  static let surnameAlone = LinkReasons(rawValue: 1 << 12)
  static let wrongGender = LinkReasons(rawValue: 1 << 13)
  static let ownerFits = LinkReasons(rawValue: 1 << 14)
  static let partOfName = LinkReasons(rawValue: 1 << 15)
  static let notInOfficeYet = LinkReasons(rawValue: 1 << 16)
  static let namedElsewhere = LinkReasons(rawValue: 1 << 17)

  private static let texts: [(LinkReasons, String)] = [
    (.fullName, "full name in the gazetteer"), (.wellKnown, "often in the news"),
    (.typeFits, "fits what stands beside it"), (.typeMisfits, "does not fit what stands beside it"),
    (.titleFits, "fits the title"), (.officeAtDate, "held office at the article's date"),
    (.notInOfficeAtDate, "held no office at the article's date"), (.countryInArticle, "its country is in the article"),
    (.namedInFull, "named in full in the article"), (.commonWord, "is a common word"),
    (.introducedHere, "short form introduced in the article"), (.byShape, "a name by its capitals and context"),
    (.surnameAlone, "family name alone"), (.wrongGender, "gender does not fit"),
    (.namedElsewhere, "named elsewhere in the article"), (.partOfName, "a word of a name in the article"),
    (.notInOfficeYet, "came into office only later"),
    (.ownerFits, "belongs to the country named beside it"),
  ]

  /// One readable reason for each.
  var described: [String] { Self.texts.compactMap { contains($0.0) ? $0.1 : nil } }
}
