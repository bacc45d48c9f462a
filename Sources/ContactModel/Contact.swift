import TextModel

/// How two parties were in contact; the kinds of the annotation guidelines in `Gazetteers/README.md`.
public enum ContactKind: String, Hashable, Sendable, Codable, CaseIterable {
  case tell, press, call, meet, talks, write, invite, host
}

/// Whether a contact took place.
public enum Modality: String, Hashable, Sendable, Codable, CaseIterable {
  case actual, planned, negated, uncertain
}

/// A person, country or organization that speaks or is spoken to in one article.
public struct Party: Hashable, Sendable {
  /// The entity's id over all articles: a Wikidata QID, an id of the gazetteer, or a stable id made from the name.
  public var id: String
  /// The fullest form of the name; for a country its common English name.
  public var name: String
  public var type: EntityType
  /// The other forms that the article uses, and the accepted alternatives, sorted.
  public var aliases: [String]
  /// ISO 3166-1 alpha-2 code of the country that the party is, belongs to or represents, where known.
  public var country: String?
  /// Id and name of the organization that the party represents, where known.
  public var affiliation: String?

  public init(
    id: String, name: String, type: EntityType, aliases: [String] = [], country: String? = nil,
    affiliation: String? = nil
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.aliases = aliases
    self.country = country
    self.affiliation = affiliation
  }
}

/// A sentence that states a contact.
public struct Evidence: Hashable, Sendable {
  /// UTF-8 offsets of the sentence in the article's text.
  public var sentence: TextRange
  /// The sentence, verbatim.
  public var text: String
  /// UTF-8 offsets of the words that stand for the two parties and of the word that tells the contact.
  public var from: TextRange
  public var to: TextRange
  public var trigger: TextRange
  /// The name of the construction that was found, as `--explain` prints it: `told C`, `talks between A and B`.
  public var construction: String

  public init(
    sentence: TextRange, text: String, from: TextRange, to: TextRange, trigger: TextRange, construction: String
  ) {
    self.sentence = sentence
    self.text = text
    self.from = from
    self.to = to
    self.trigger = trigger
    self.construction = construction
  }
}

/// A contact between two parties that an article states: one for each (from, to, kind, modality) of an article.
public struct Contact: Hashable, Sendable {
  /// Indexes into `ArticleContacts.parties`.
  public var from: Int
  public var to: Int
  public var kind: ContactKind
  /// Neither side is said to address the other alone.
  public var isMutual: Bool
  public var modality: Modality
  /// In the order of the text, one for each sentence.
  public var evidence: [Evidence]
  /// When the contact took place or is to take place, both days included, where the article tells.
  public var when: DayInterval?
  /// Where it took place, as the article names it.
  public var venue: String?
  /// By what means (`telephone`, `letter`, `video`), where the article tells.
  public var medium: String?
  /// What it was about: a short stretch of the article.
  public var topic: String?
  /// 0 to 1: how sure the extractor is.
  public var confidence: Double
  /// A code of the CAMEO event ontology that fits, such as `036`.
  public var cameo: String?

  public init(
    from: Int, to: Int, kind: ContactKind, isMutual: Bool, modality: Modality, evidence: [Evidence],
    when: DayInterval? = nil, venue: String? = nil, medium: String? = nil, topic: String? = nil,
    confidence: Double = 1, cameo: String? = nil
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    self.isMutual = isMutual
    self.modality = modality
    self.evidence = evidence
    self.when = when
    self.venue = venue
    self.medium = medium
    self.topic = topic
    self.confidence = confidence
    self.cameo = cameo
  }
}
