import ContactModel
import TextModel

/// What a picture shows, before anything has a place: parties, the ties between them, and the words around them.
struct Drawing: Sendable {
  struct Node: Sendable {
    var name: String
    /// What a reader gets who points at the party or cannot see the picture.
    var description: String
    var type: EntityType
    /// The cluster that the party belongs to, where clusters are drawn.
    var group: String?
    /// 0 to 1, relative to the most important party.
    var importance: Double
    /// The community whose colour the party has instead of its type's.
    var community: Int?
    var address: String?
  }

  struct Line: Sendable {
    /// Indexes into `nodes`.
    var tail: Int
    var head: Int
    var kind: ContactKind
    /// Whether the tail addresses the head, and the head the tail; neither where they spoke with each other.
    var hasHead: Bool
    var hasTail: Bool
    var modality: Modality
    /// The number of contacts.
    var weight: Double
    var description: String
    var address: String?
  }

  var title: String
  /// One line under the title: how much was read, and what is shown of it.
  var subtitle: String
  /// The picture in words.
  var description: String
  var nodes: [Node]
  var edges: [Line]
}
