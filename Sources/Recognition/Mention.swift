import TextModel

/// A stretch of text that stands for one or more entities.
public struct Mention: Hashable, Sendable {
  public enum Form: String, Hashable, Sendable, Codable {
    /// A proper name: `Angela Merkel`, `NATO`, `Paris`.
    case name
    /// A noun or adjective of nationality: `the Russians`, `French`.
    case demonym
    /// A personal pronoun, possessives included: `he`, `their`, `I`.
    case pronoun
    /// A description of the entity itself: `the French president`, `the two leaders`, `the group`.
    case description
    /// Unnamed people who stand for the entity: `Russian officials`, `the Ukrainian delegation`, `a Pentagon spokesman`.
    case representative
  }

  /// UTF-8 offsets; for a name the proper name alone, without title, article or possessive; for a description or
  /// representative the whole noun phrase up to its head noun, without leading article.
  public var range: TextRange
  /// Indexes into the document's tokens.
  public var tokens: Range<Int>
  /// For a person's name the tokens of the title directly before it, with the nationality or country that belongs to
  /// the title: `U.S. Secretary of State` before `John Kerry`; empty where there is none.
  public var title: Range<Int>
  public var sentence: Int
  public var form: Form
  public var type: EntityType
  /// Indexes into `RecognizedDocument.entities`: one, or several for a plural ("the two leaders"); none where the
  /// mention is known to be a person or group that could not be resolved.
  public var entities: [Int]
  /// 0 to 1: how sure the link is.
  public var score: Double
  /// Why this entity: readable reasons, for `--explain`.
  public var reasons: [String]
  /// Index of the entity that a metonym also stands for ("Moscow said" → Russia); the mention then acts as it.
  public var standsFor: Int?

  public init(
    range: TextRange, tokens: Range<Int>, title: Range<Int> = 0..<0, sentence: Int, form: Form, type: EntityType,
    entities: [Int],
    score: Double = 1, reasons: [String] = [], standsFor: Int? = nil
  ) {
    self.range = range
    self.tokens = tokens
    self.title = title
    self.sentence = sentence
    self.form = form
    self.type = type
    self.entities = entities
    self.score = score
    self.reasons = reasons
    self.standsFor = standsFor
  }
}
