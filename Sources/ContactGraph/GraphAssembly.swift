import ContactModel
import TextModel

/// Articles, appearances and contacts in any order, on their way to a sorted graph with merged parties.
///
/// The builder and the graph file share it; each article and each appearance is given once, contacts in the order of
/// their article.
public struct GraphAssembly: Sendable {
  private var references: [ArticleReference] = []
  /// The content hash of the original, for a copy.
  private var originals: [String?] = []
  private var appearances: [Party] = []
  private var indexOfAppearance: [Party: Int] = [:]
  private var contacts: [GraphContact] = []

  public init() {}

  /// Adds an article and returns its provisional index.
  ///
  /// - Parameter copyOf: the content hash of the article that it repeats.
  public mutating func addArticle(_ reference: ArticleReference, copyOf: String?) -> Int {
    references.append(reference)
    originals.append(copyOf)
    return references.count - 1
  }

  /// The provisional index of a party as an article presents it.
  public mutating func appearance(of party: Party) -> Int {
    if let index = indexOfAppearance[party] { return index }
    appearances.append(party)
    indexOfAppearance[party] = appearances.count - 1
    return appearances.count - 1
  }

  /// Adds a contact whose article and appearances are provisional indexes.
  public mutating func add(_ contact: GraphContact) {
    contacts.append(contact)
  }

  public mutating func reserve(contacts count: Int) {
    contacts.reserveCapacity(count)
  }

  /// Follows copies of copies to the article that stands for all of them; a circle ends at its smallest hash.
  public static func original(of hash: String, copyOf: (String) -> String?) -> String {
    var path = [hash]
    while let next = copyOf(path[path.count - 1]) {
      if let start = path.firstIndex(of: next) { return path[start...].min() ?? next }
      path.append(next)
    }
    return path[path.count - 1]
  }

  /// The graph of what was added.
  ///
  /// Complexity: O(n log n) in the number of contacts.
  public consuming func graph() -> ContactGraph {
    // Articles: sorted by id, then hash.
    let articleOrder = references.indices.sorted {
      (references[$0].id, references[$0].contentHash) < (references[$1].id, references[$1].contentHash)
    }
    let articleRank = Self.ranks(of: articleOrder)
    // Copies point at the article of that hash which states the contacts: the one that is no copy itself.
    var primaryOfHash: [String: Int] = [:]
    for (index, reference) in references.enumerated() where originals[index] == nil {
      primaryOfHash[reference.contentHash] = articleRank[index]
    }
    let articles = articleOrder.map { index in
      let copyOf = originals[index].flatMap { primaryOfHash[$0] }
      return GraphArticle(reference: references[index], copyOf: copyOf == articleRank[index] ? nil : copyOf)
    }

    // Appearances that no contact uses are left out, so that a replaced article leaves no trace.
    var uses = [Int](repeating: 0, count: appearances.count)
    for contact in contacts where appearances[contact.fromAppearance].id != appearances[contact.toAppearance].id {
      uses[contact.fromAppearance] += 1
      uses[contact.toAppearance] += 1
    }
    let appearanceOrder = appearances.indices.filter { uses[$0] > 0 }
      .sorted { Self.isOrdered(appearances[$0], appearances[$1]) }
    let appearanceRank = Self.ranks(of: appearanceOrder, count: appearances.count)
    let sortedAppearances = appearanceOrder.map { appearances[$0] }
    var parties: [Party] = []
    var partyOfAppearance: [Int] = []
    var start = 0
    while start < sortedAppearances.count {
      var end = start + 1
      while end < sortedAppearances.count, sortedAppearances[end].id == sortedAppearances[start].id { end += 1 }
      parties.append(
        PartyMerge.merged(sortedAppearances[start..<end], uses: appearanceOrder[start..<end].map { uses[$0] }))
      partyOfAppearance.append(contentsOf: repeatElement(parties.count - 1, count: end - start))
      start = end
    }

    // In place: a million contacts are not copied.
    var placed = contacts
    contacts = []
    placed.removeAll { appearances[$0.fromAppearance].id == appearances[$0.toAppearance].id }
    for index in placed.indices {
      placed[index].article = articleRank[placed[index].article]
      placed[index].fromAppearance = appearanceRank[placed[index].fromAppearance]
      placed[index].toAppearance = appearanceRank[placed[index].toAppearance]
      placed[index].from = partyOfAppearance[placed[index].fromAppearance]
      placed[index].to = partyOfAppearance[placed[index].toAppearance]
      if placed[index].isMutual && placed[index].from > placed[index].to { placed[index] = placed[index].reversed() }
    }
    return ContactGraph(
      articles: articles, parties: parties, appearances: sortedAppearances, partyOfAppearance: partyOfAppearance,
      contacts: Self.sorted(placed))
  }

  /// Contacts in the order of the graph; equal ones keep their order, which is that of their article.
  static func sorted(_ contacts: [GraphContact]) -> [GraphContact] {
    struct Key {
      var parties: UInt64
      var rest: UInt64
      var index: Int
    }
    var keys = contacts.indices.map { index in
      let contact = contacts[index]
      let rank = UInt64(contact.kind.rank << 8 | contact.modality.rank << 1 | (contact.isMutual ? 1 : 0))
      return Key(
        parties: UInt64(contact.from) << 32 | UInt64(contact.to), rest: rank << 32 | UInt64(contact.article),
        index: index)
    }
    keys.sort { ($0.parties, $0.rest, $0.index) < ($1.parties, $1.rest, $1.index) }
    return keys.map { contacts[$0.index] }
  }

  /// A total order of appearances: by id first.
  static func isOrdered(_ a: Party, _ b: Party) -> Bool {
    if a.id != b.id { return a.id < b.id }
    if a.name != b.name { return a.name < b.name }
    if a.type != b.type { return a.type.rawValue < b.type.rawValue }
    if a.country != b.country { return (a.country ?? "") < (b.country ?? "") }
    if a.affiliation != b.affiliation { return (a.affiliation ?? "") < (b.affiliation ?? "") }
    return a.aliases.lexicographicallyPrecedes(b.aliases)
  }

  private static func ranks(of order: [Int], count: Int? = nil) -> [Int] {
    var ranks = [Int](repeating: -1, count: count ?? order.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
  }
}
