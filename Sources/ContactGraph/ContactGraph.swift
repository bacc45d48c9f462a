import ContactModel
import TextModel

/// Who spoke to whom over any number of articles: parties, the contacts between them, and the articles that state them.
///
/// An immutable value. Equal sets of articles give equal graphs, in whatever order they were added: all arrays are
/// sorted, and all indexes are positions in them. `ContactGraphBuilder` makes it.
public struct ContactGraph: Hashable, Sendable {
  /// Sorted by id, then content hash. Holds the articles without contacts, and the copies of other articles, too.
  public let articles: [GraphArticle]
  /// The parties of the contacts, one for each entity id, sorted by id.
  public let parties: [Party]
  /// The distinct ways in which articles present the parties (name, country, affiliation at that time), sorted.
  public let appearances: [Party]
  /// For each appearance the index of its party.
  public let partyOfAppearance: [Int]
  /// Sorted by from, to, kind, modality and article. No contact joins a party with itself.
  public let contacts: [GraphContact]

  init(
    articles: [GraphArticle], parties: [Party], appearances: [Party], partyOfAppearance: [Int],
    contacts: [GraphContact]
  ) {
    self.articles = articles
    self.parties = parties
    self.appearances = appearances
    self.partyOfAppearance = partyOfAppearance
    self.contacts = contacts
  }

  /// The graph of no article.
  public init() {
    self.init(articles: [], parties: [], appearances: [], partyOfAppearance: [], contacts: [])
  }

  public var isEmpty: Bool { contacts.isEmpty }

  /// The days on which a contact can have taken place: its own date where the article tells one, else the day of
  /// publication; nil where neither is known.
  public func days(of contact: GraphContact) -> DayInterval? {
    contact.when ?? articles[contact.article].reference.date?.interval
  }

  /// The articles that report a contact: the one that it was extracted from, then the copies of that article.
  ///
  /// Complexity: O(articles).
  public func reporters(of contact: GraphContact) -> [Int] {
    [contact.article] + articles.indices.filter { articles[$0].copyOf == contact.article }
  }

  /// The party as the article of the contact presents it: under the name used there, with the country and the
  /// organization represented at that time.
  public func appearance(_ end: GraphContact.End, of contact: GraphContact) -> Party {
    appearances[end == .from ? contact.fromAppearance : contact.toAppearance]
  }
}
