import ContactModel
import TextModel

/// Which part of a graph is wanted: the options that `render`, `export`, `report` and `show` share.
///
/// The steps apply in this order: modality, kind and dates; roll-up; type; ego or between; minimum weight; core;
/// component; top.
public struct GraphSelection: Hashable, Sendable {
  /// What the parties of the selected graph are.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case party
    /// People and organizations count as the country that they represent.
    case country
    /// People count as the organization that they represent.
    case organization
  }

  /// By what the most important parties are chosen.
  public enum Ranking: String, Hashable, Sendable, CaseIterable {
    /// Number of contacts.
    case weight
    /// Number of other parties.
    case degree
    case pagerank
  }

  /// Two names as people type them.
  public struct Pair: Hashable, Sendable {
    public var one: String
    public var other: String

    public init(_ one: String, _ other: String) {
      self.one = one
      self.other = other
    }
  }

  /// Empty for all.
  public var kinds: Set<ContactKind>
  public var modalities: Set<Modality>
  /// Types of parties that both sides must have; empty for all.
  public var types: Set<EntityType>
  /// The first and the last day on which a contact may have taken place; a contact without any date is then left out.
  public var from: Day?
  public var to: Day?
  public var unit: Unit
  /// Only the surroundings of this party, as far as `hops` contacts away.
  public var ego: String?
  public var hops: Int
  /// Only the shortest ways between two parties; their own contacts where they have some.
  public var between: Pair?
  /// The smallest number of contacts of a pair.
  public var minimumWeight: Int
  /// Only parties with this many others each inside the selection.
  public var core: Int?
  /// Only the largest connected part.
  public var largestComponent: Bool
  /// Only this many parties.
  public var top: Int?
  public var ranking: Ranking

  /// Everything that happened or is planned.
  public init(
    kinds: Set<ContactKind> = [], modalities: Set<Modality> = [.actual, .planned], types: Set<EntityType> = [],
    from: Day? = nil, to: Day? = nil, unit: Unit = .party, ego: String? = nil, hops: Int = 1, between: Pair? = nil,
    minimumWeight: Int = 1, core: Int? = nil, largestComponent: Bool = false, top: Int? = nil,
    ranking: Ranking = .weight
  ) {
    self.kinds = kinds
    self.modalities = modalities
    self.types = types
    self.from = from
    self.to = to
    self.unit = unit
    self.ego = ego
    self.hops = hops
    self.between = between
    self.minimumWeight = minimumWeight
    self.core = core
    self.largestComponent = largestComponent
    self.top = top
    self.ranking = ranking
  }

  /// Everything, whatever its modality.
  public static let everything = GraphSelection(modalities: Set(Modality.allCases))
}
