import ContactModel
import TextModel

/// One contact that one article states: one for each article, from, to, kind and modality.
public struct GraphContact: Hashable, Sendable {
  /// One of the two sides.
  public enum End: Hashable, Sendable { case from, to }

  /// Index into `ContactGraph.articles`.
  public var article: Int
  /// Indexes into `ContactGraph.parties`; of a mutual contact `from` is the smaller one.
  public var from: Int
  public var to: Int
  /// Indexes into `ContactGraph.appearances`: the two parties as this article presents them.
  public var fromAppearance: Int
  public var toAppearance: Int
  public var kind: ContactKind
  /// Neither side is said to address the other alone.
  public var isMutual: Bool
  public var modality: Modality
  /// In the order of the text, one for each sentence.
  public var evidence: [Evidence]
  /// When the contact took place or is to take place, both days included, where the article tells.
  public var when: DayInterval?
  public var venue: String?
  public var medium: String?
  public var topic: String?
  /// 0 to 1: how sure the extractor is.
  public var confidence: Double
  public var cameo: String?

  /// The contact of an article, its ends given as indexes of appearances; the parties are set by the builder.
  public init(_ contact: Contact, article: Int, fromAppearance: Int, toAppearance: Int) {
    self.article = article
    self.from = 0
    self.to = 0
    self.fromAppearance = fromAppearance
    self.toAppearance = toAppearance
    self.kind = contact.kind
    self.isMutual = contact.isMutual
    self.modality = contact.modality
    self.evidence = contact.evidence
    self.when = contact.when
    self.venue = contact.venue
    self.medium = contact.medium
    self.topic = contact.topic
    self.confidence = contact.confidence
    self.cameo = contact.cameo
  }

  /// The same contact with its sides exchanged.
  func reversed() -> GraphContact {
    var copy = self
    swap(&copy.from, &copy.to)
    swap(&copy.fromAppearance, &copy.toAppearance)
    for index in copy.evidence.indices {
      let (from, to) = (copy.evidence[index].from, copy.evidence[index].to)
      copy.evidence[index].from = to
      copy.evidence[index].to = from
    }
    return copy
  }
}
