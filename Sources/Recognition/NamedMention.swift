import TextModel

/// A name or nationality of an article, while what refers to it is resolved.
struct NamedMention: Sendable {
  var words: Range<Int>
  var sentence: Int
  var form: Mention.Form
  var type: EntityType
  /// Index of its entity among those of the article.
  var entity: Int
  /// Index of its name span.
  var span: Int
  /// Index of the country for which a place acts; -1 for none.
  var standsFor = -1
  var actsBy: GovernmentCue = .none

  /// By what a place is told to act as the seat of a government.
  enum GovernmentCue: UInt8, Sendable {
    case none
    case decides
    case isSide
    case isSpokenTo
    case hasRepresentatives

    /// A readable reason.
    var described: String? {
      switch self {
      case .none: nil
      case .decides: "acts as a government does"
      case .isSide: "named as one side"
      case .isSpokenTo: "is spoken to"
      case .hasRepresentatives: "has representatives"
      }
    }
  }
}
