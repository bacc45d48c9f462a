import ContactModel
import Syntax
import TextModel

/// The two sides of a contact that a frame found around a trigger word.
struct TriggerMatch {
  var from: ResolvedParties
  var to: ResolvedParties
  var kind: ContactKind
  var isMutual: Bool
  /// Every pair of the parties, on one side or on two, was in contact.
  var isGroup = false
  /// Those on the other side were there together: `a meeting with A and B`.
  var isJoint = false
  /// Those on the first side met each other, too: `A and B also attended the meeting`.
  var isTogether = false
  var modality: Modality
  var construction: String
  var confidence: Double
  var medium: String?
  /// The verb that carries a contact noun.
  var carrier: Int?
}
