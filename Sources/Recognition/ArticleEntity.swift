import Gazetteer
import TextModel

/// What is asked of an entity again and again while the article is being read; its texts are an `EntityTexts`.
struct ArticleEntity: Sendable {
  var known: EntityIndex?
  var type: EntityType
  var gender: Gender
  /// As `GazetteerNumbers` gives it.
  var kind: UInt16
  /// First country, as `Gazetteer.countryNumber` gives it; 0 for none.
  var country: Gazetteer.CountryNumber
  /// The longest of the forms, for persons the name that the article gives in full; -1 for none.
  var fullestForm: Int32 = -1
  var fullestLength = 0
  /// The article names it, by some form.
  var isNamed = false
  var affiliation: Int?
  /// Index of the country that the article's words give it, as in `Iranian Foreign Minister X`.
  var ownerCountry: Int?
  /// Position of the first mention.
  var firstWord: Int
}

/// The texts of an entity while the article is being read.
struct EntityTexts: Sendable {
  var id: String
  /// The gazetteer's name, or the fullest form for an unknown one.
  var name: String
  var kind: String
  /// Numbers of the forms that the article uses, in its name table.
  var forms: [Int32] = []
  /// Titles that the article gives the entity, as numbers of the rules' titles, lower-case words in the order of use.
  var titles: [Int] = []
  /// Descriptions that name it alone, as the article writes them.
  var descriptions: [String] = []
  var alternatives: [String] = []
}
