import ContactGraph
import ContactModel

extension GraphContact {
  /// The contact as its article states it.
  ///
  /// - Parameters:
  ///   - from: index of the party in the article.
  ///   - to: index of the other one.
  public func contact(from: Int, to: Int) -> Contact {
    Contact(
      from: from, to: to, kind: kind, isMutual: isMutual, modality: modality, evidence: evidence, when: when,
      venue: venue, medium: medium, topic: topic, confidence: confidence, cameo: cameo)
  }
}
