import TextModel

/// A document with its mentions and the entities they stand for.
public struct RecognizedDocument: Sendable {
  public let document: Document
  /// Sorted by start, longer first; names do not overlap names, but a description may hold a name
  /// (`the French president` holds `French`).
  public let mentions: [Mention]
  /// Each entity of the article once.
  public let entities: [RecognizedEntity]

  public init(document: Document, mentions: [Mention], entities: [RecognizedEntity]) {
    self.document = document
    self.mentions = mentions
    self.entities = entities
  }
}

/// An entity as one article knows it.
public struct RecognizedEntity: Hashable, Sendable {
  /// Wikidata QID or id of the gazetteer; for an unknown one a stable id made from type and full name.
  public var id: String
  /// The gazetteer holds it.
  public var isKnown: Bool
  /// The fullest form in the article; for a country and a known organization its common English name.
  public var name: String
  public var type: EntityType
  /// Forms that the article uses, sorted, each once.
  public var forms: [String]
  public var gender: Gender
  /// Finer than type: `outlet`, `city`, `intergovernmental`, `armed_group`, `ministry`, …; empty where unknown.
  public var kind: String
  /// ISO 3166-1 alpha-2 code of the country that the entity is, belongs to or represents.
  public var country: String?
  /// Offices, titles or descriptions that the article gives it, lower-case: `foreign minister`, `president`.
  public var titles: [String]
  /// Names that careful readers accept in its place: for the Kremlin `Russia`.
  public var alternatives: [String]
  /// Index of the entity that it represents: the country or organization of a minister or spokesman, where known.
  public var affiliation: Int?
  /// The gazetteer's name, where it holds the entity: `Sergey Lavrov` where the article writes `Sergei Lavrov`.
  public var gazetteerName: String?

  public init(
    id: String, isKnown: Bool, name: String, type: EntityType, forms: [String] = [], gender: Gender = .unknown,
    kind: String = "", country: String? = nil, titles: [String] = [], alternatives: [String] = [],
    affiliation: Int? = nil, gazetteerName: String? = nil
  ) {
    self.id = id
    self.isKnown = isKnown
    self.name = name
    self.type = type
    self.forms = forms
    self.gender = gender
    self.kind = kind
    self.country = country
    self.titles = titles
    self.alternatives = alternatives
    self.affiliation = affiliation
    self.gazetteerName = gazetteerName
  }
}
