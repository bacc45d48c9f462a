/// What a word can be beside a name: the classes of `word-classes.tsv`, and those of the other word lists.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  private init(bit: UInt64) {
    self.rawValue = 1 << bit
  }

  // Classes of `word-classes.tsv`.
  /// Joins the parts of a person's name: `al`, `bin`, `van`.
  static let particle = WordClass(bit: 0)
  static let nameSuffix = WordClass(bit: 1)
  static let companyDesignator = WordClass(bit: 2)
  /// Verbs whose subject speaks.
  static let saying = WordClass(bit: 3)
  /// Verbs of saying that stand behind a quotation before their subject.
  static let speaking = WordClass(bit: 4)
  /// Verbs by which a capital stands for its government.
  static let deciding = WordClass(bit: 5)
  static let atPlace = WordClass(bit: 6)
  static let insidePlace = WordClass(bit: 7)
  static let mutual = WordClass(bit: 8)
  static let direction = WordClass(bit: 9)
  /// Ends the name of a place: `River`, `Province`.
  static let placeHead = WordClass(bit: 10)
  /// Names the place that follows `of`: `town of`.
  static let placeNoun = WordClass(bit: 11)
  /// Begins the name of a place: `Mount`.
  static let placeLead = WordClass(bit: 12)
  /// Says of a name beside it that it is an organization: `group`, `newspaper`.
  static let organizationNoun = WordClass(bit: 13)
  static let notPerson = WordClass(bit: 14)
  /// Ends or is a proper name of none of the four types: `Accord`, `Christmas`.
  static let neverName = WordClass(bit: 15)
  /// Capitalized adjectives and nouns that are no nationality: `Western`, `Muslim`, `Republican`.
  static let otherAdjective = WordClass(bit: 16)
  static let male = WordClass(bit: 17)
  static let female = WordClass(bit: 18)
  static let pluralPronoun = WordClass(bit: 19)
  static let neuter = WordClass(bit: 20)
  static let first = WordClass(bit: 21)
  static let firstPlural = WordClass(bit: 22)
  static let pronoun = WordClass(bit: 23)
  static let possessivePronoun = WordClass(bit: 24)
  static let number = WordClass(bit: 25)
  static let two = WordClass(bit: 26)
  static let three = WordClass(bit: 27)
  static let definite = WordClass(bit: 28)
  static let article = WordClass(bit: 29)
  static let former = WordClass(bit: 30)
  static let month = WordClass(bit: 31)
  static let weekday = WordClass(bit: 32)
  /// Joins the parts of an organization's name: `of`, `for`, `and`.
  static let joiner = WordClass(bit: 33)
  static let relative = WordClass(bit: 34)
  static let be = WordClass(bit: 35)
  static let counterpart = WordClass(bit: 36)
  /// Follows a name behind a hyphen and is no part of it: `U.S.-led`.
  static let hyphenSuffix = WordClass(bit: 37)
  /// Stands before a name with a hyphen and is no part of it: `pro-Assad`.
  static let prefix = WordClass(bit: 38)
  static let government = WordClass(bit: 39)
  static let called = WordClass(bit: 40)
  static let by = WordClass(bit: 41)

  static let and = WordClass(bit: 42)
  /// First word of the name of an institution that every country has.
  static let institution = WordClass(bit: 43)

  /// Joins the parts of an organization's name only before common words: `on`, `to`, `against`.
  static let looseJoiner = WordClass(bit: 63)

  // Classes of the other lists.
  static let givenName = WordClass(bit: 44)
  static let maleName = WordClass(bit: 45)
  static let femaleName = WordClass(bit: 46)
  static let surname = WordClass(bit: 47)
  /// A common word that is also a name: no name without a context for one.
  static let needsContext = WordClass(bit: 48)
  /// A common word that is a name only within a longer one.
  static let neverAlone = WordClass(bit: 49)
  static let caseExact = WordClass(bit: 50)
  /// An English word that is written with a small letter.
  static let vocabulary = WordClass(bit: 51)
  static let noun = WordClass(bit: 52)
  static let verb = WordClass(bit: 53)
  static let adjective = WordClass(bit: 54)
  static let adverb = WordClass(bit: 55)
  static let functionWord = WordClass(bit: 56)
  /// Ends or begins the name of an organization: `Ministry`, `University`.
  static let organizationHead = WordClass(bit: 57)
  static let representative = WordClass(bit: 58)
  static let publicNoun = WordClass(bit: 59)
  /// First word of a title or office.
  static let titleStart = WordClass(bit: 60)
  /// First word of a phrase for several parties or for one named before: `leaders`, `group`.
  static let anaphor = WordClass(bit: 61)
  static let pluralNoun = WordClass(bit: 62)

  /// The classes that `word-classes.tsv` may name.
  static let named: [String: WordClass] = [
    "particle": .particle, "name_suffix": .nameSuffix, "company_designator": .companyDesignator, "saying": .saying,
    "speaking": .speaking, "deciding": .deciding, "at_place": .atPlace, "inside_place": .insidePlace,
    "mutual": .mutual, "direction": .direction, "place_head": .placeHead, "place_noun": .placeNoun,
    "place_lead": .placeLead, "org_noun": .organizationNoun, "not_person": .notPerson, "never_name": .neverName,
    "other_adjective": .otherAdjective, "male": .male, "female": .female, "plural_pronoun": .pluralPronoun,
    "neuter": .neuter, "first": .first, "first_plural": .firstPlural, "pronoun": .pronoun,
    "possessive_pronoun": .possessivePronoun, "number": .number, "two": .two, "three": .three,
    "definite": .definite, "article": .article, "former": .former, "month": .month, "weekday": .weekday,
    "joiner": .joiner, "relative": .relative, "be": .be, "counterpart": .counterpart,
    "hyphen_suffix": .hyphenSuffix, "prefix": .prefix, "government": .government, "named": .called, "by": .by,
    "and": .and, "loose_joiner": .looseJoiner,
  ]
}
