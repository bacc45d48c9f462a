import ContactModel
import TextModel

/// Collects articles with their contacts and makes the graph of them; the result does not depend on their order.
///
/// The same text counts once: of articles with equal content hash the one with the smallest id states the contacts,
/// the others are its copies. Parties merge by id.
public struct ContactGraphBuilder: Sendable {
  private struct Source {
    var primary: ArticleContacts
    var copies: [ArticleReference]
    var copyOf: String?
  }

  private var sources: [String: Source] = [:]

  public init() {}

  /// Adds an article.
  ///
  /// - Parameter copyOf: the content hash of the article that this one repeats; its own contacts are then not counted
  ///   as long as that article is in the graph.
  public mutating func add(_ article: ArticleContacts, copyOf: String? = nil) {
    let hash = article.article.contentHash
    guard var source = sources[hash] else {
      sources[hash] = Source(primary: article, copies: [], copyOf: copyOf)
      return
    }
    if source.primary.article.id == article.article.id { return }
    if article.article.id < source.primary.article.id {
      source.copies.append(source.primary.article)
      source.primary = article
    } else if !source.copies.contains(where: { $0.id == article.article.id }) {
      source.copies.append(article.article)
    }
    source.copyOf = source.copyOf ?? copyOf
    sources[hash] = source
  }

  /// Adds all articles of another builder.
  public mutating func merge(_ other: ContactGraphBuilder) {
    for source in other.sources.values {
      add(source.primary, copyOf: source.copyOf)
      for copy in source.copies {
        add(ArticleContacts(article: copy, parties: source.primary.parties, contacts: source.primary.contacts))
      }
    }
  }

  /// The graph of everything added so far.
  ///
  /// Complexity: O(n log n) in the number of contacts.
  public func build() -> ContactGraph {
    var assembly = GraphAssembly()
    for (hash, source) in sources {
      let original = GraphAssembly.original(of: hash) { sources[$0]?.copyOf }
      let copyOf = original == hash || sources[original] == nil ? nil : original
      let article = assembly.addArticle(source.primary.article, copyOf: copyOf)
      for copy in source.copies { _ = assembly.addArticle(copy, copyOf: copyOf ?? hash) }
      guard copyOf == nil else { continue }
      let appearances = source.primary.parties.map { assembly.appearance(of: $0) }
      for contact in source.primary.contacts {
        assembly.add(
          GraphContact(
            contact, article: article, fromAppearance: appearances[contact.from],
            toAppearance: appearances[contact.to]))
      }
    }
    return assembly.graph()
  }
}
