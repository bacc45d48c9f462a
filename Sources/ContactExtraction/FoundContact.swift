import ContactModel
import TextModel

/// A contact between two entities that one trigger of one sentence states, before merging.
struct FoundContact: Hashable {
  /// Indexes into `RecognizedDocument.entities`.
  var from: Int
  var to: Int
  var fromRange: TextRange
  var toRange: TextRange
  var kind: ContactKind
  var isMutual: Bool
  var modality: Modality
  var sentence: Int
  var trigger: TextRange
  var construction: String
  var confidence: Double
  var cameo: String?
  var medium: String?
  var venue: String?
  var topic: String?
  var when: DayInterval?
}

/// What the extractor made of one trigger word: the answer to "why is this edge there, and why is that one not?".
public struct TriggerOutcome: Hashable, Sendable {
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    case found = "contact"
    case noAddressee = "no addressee"
    case noSpeaker = "no speaker"
    case unnamedPublic = "addressee is an unnamed public"
    case noParty = "no named party on either side"
    case sameParty = "speaker and addressee are the same party"
    case notAContactVerb = "the word is not used as a contact here"
    case missingContent = "nothing is said to the addressee"
  }
  public var sentence: Int
  /// UTF-8 offsets of the trigger word.
  public var trigger: TextRange
  public var lemma: String
  public var reason: Reason
  /// For a contact, who and whom, as `A → B (kind, modality)`.
  public var details: [String]

  public init(sentence: Int, trigger: TextRange, lemma: String, reason: Reason, details: [String] = []) {
    self.sentence = sentence
    self.trigger = trigger
    self.lemma = lemma
    self.reason = reason
    self.details = details
  }
}
