import TextModel

/// A person, country, organization or place that the gazetteer knows: one line of an entity file.
public struct Entity: Hashable, Sendable {
  /// Wikidata QID where known, else a stable id of our own.
  public var id: String
  public var type: EntityType
  /// Finer than type: `outlet`, `city`, `ministry`, `armed_group`, …; empty where unknown.
  public var kind: String
  /// The common English name.
  public var name: String
  public var aliases: [Alias]
  /// ISO 3166-1 alpha-2 codes (`XK` Kosovo, `EU` European Union); for a country its own.
  public var countries: [String]
  public var gender: Gender
  public var roles: [Role]
  /// Codes of the member countries of an organization.
  public var members: [String]
  /// Years or dates between which the entity existed, where it does not exist today or the start matters.
  public var validity: DateSpan
  /// How likely the entity is meant among others of its name: the larger, the likelier (a city's population); 0 where unknown.
  public var weight: Int

  public init(
    id: String, type: EntityType, kind: String = "", name: String, aliases: [Alias] = [], countries: [String] = [],
    gender: Gender = .unknown, roles: [Role] = [], members: [String] = [], validity: DateSpan = DateSpan(),
    weight: Int = 0
  ) {
    self.id = id
    self.type = type
    self.kind = kind
    self.name = name
    self.aliases = aliases
    self.countries = countries
    self.gender = gender
    self.roles = roles
    self.members = members
    self.validity = validity
    self.weight = weight
  }
}

/// Another name of an entity, with how it may be used.
public struct Alias: Hashable, Sendable {
  /// What the alias is, by which the recognizer judges it.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case name
    /// Matches only in this spelling: `UN`, `ARMY`.
    case acronym
    /// The family name alone: `Bush`.
    case surname
    /// A noun of nationality: `Russians`.
    case demonym
    /// An adjective of nationality: `Russian`.
    case adjective
  }
  public var text: String
  public var kind: Kind
  /// BCP 47 code of the language, empty for English.
  public var language: String

  public init(text: String, kind: Kind = .name, language: String = "") {
    self.text = text
    self.kind = kind
    self.language = language
  }
}

/// An office that a person held.
public struct Role: Hashable, Sendable {
  /// The class of office: `head_of_state`, `head_of_government`, `foreign_minister`, …
  public var office: String
  /// Code of the country, or id of the organization, that the office belongs to; empty where unknown.
  public var of: String
  public var span: DateSpan
  /// The title as the source writes it.
  public var title: String

  public init(office: String, of: String, span: DateSpan, title: String) {
    self.office = office
    self.of = of
    self.span = span
    self.title = title
  }
}

/// From when to when; an open end is nil.
public struct DateSpan: Hashable, Sendable {
  public var start: PartialDate?
  public var end: PartialDate?

  public init(start: PartialDate? = nil, end: PartialDate? = nil) {
    self.start = start
    self.end = end
  }

  /// The span holds some day of the date; an unknown start or end excludes nothing.
  public func contains(_ date: PartialDate) -> Bool {
    let asked = date.interval
    if let start, start.interval.first > asked.last { return false }
    if let end, end.interval.last < asked.first { return false }
    return true
  }
}
