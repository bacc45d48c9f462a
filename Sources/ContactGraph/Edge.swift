import ContactModel
import TextModel

/// The contacts of one pair of parties together, or those of one kind.
public struct Edge: Hashable, Sendable {
  /// Which contacts of a pair make one edge.
  public enum Grouping: Hashable, Sendable { case pair, pairAndKind }

  /// Who addresses whom.
  public enum Direction: Hashable, Sendable {
    /// Only `from` addresses `to`.
    case forward
    /// Both, or neither alone.
    case mutual
  }

  /// How many contacts of one kind an edge has.
  public struct KindCount: Hashable, Sendable {
    public var kind: ContactKind
    public var count: Int
  }

  /// Indexes into `ContactGraph.parties`; `from` is the side that addresses the other more often, else the smaller index.
  public var from: Int
  public var to: Int
  /// The kind, where edges are grouped by kind.
  public var kind: ContactKind?
  public var direction: Direction
  /// Indexes into `ContactGraph.contacts`, ascending.
  public var contacts: [Int]
  /// The number of articles that report it, copies included: "reported 12 times".
  public var reports: Int
  /// The number of separate events that the contacts tell of, at least: "spoke 12 times" (see `EventGrouping`).
  public var events: Int
  /// Commonest first, then in the order of `ContactKind.rank`.
  public var kinds: [KindCount]
  /// The earliest and the latest day on which a contact can have taken place, where any is known.
  public var first: Day?
  public var last: Day?

  /// The number of contacts.
  public var weight: Int { contacts.count }
}
