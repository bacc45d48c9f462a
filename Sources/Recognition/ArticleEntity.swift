import Gazetteer
import TextModel

/// An entity while the article is being read: what becomes a `RecognizedEntity`.
struct ArticleEntity: Sendable {
  var known: EntityIndex?
  var id: String
  /// The gazetteer's name, or the fullest form for an unknown one.
  var name: String
  var type: EntityType
  var gender: Gender
  var kind: String
  /// First country, as `Gazetteer.countryNumber` gives it; 0 for none.
  var country: Gazetteer.CountryNumber
  /// Numbers of the forms that the article uses, in its name table.
  var forms: [Int32] = []
  /// The longest of the forms, for persons the name that the article gives in full; -1 for none.
  var fullestForm: Int32 = -1
  var fullestLength = 0
  /// Titles that the article gives the entity, as numbers of the rules' titles, lower-case words in the order of use.
  var titles: [Int] = []
  /// Descriptions that name it alone, as the article writes them.
  var descriptions: [String] = []
  var alternatives: [String] = []
  var affiliation: Int?
  /// Index of the country that the article's words give it, as in `Iranian Foreign Minister X`.
  var ownerCountry: Int?
  /// Position of the first mention.
  var firstWord: Int
}
