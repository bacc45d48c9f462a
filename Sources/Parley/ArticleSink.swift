import ArticleReading
import ContactGraph
import ContactModel

/// Where a build leaves its articles.
protocol ArticleSink: AnyObject {
  /// Takes the articles of earlier builds into an index; is called once, before the first article is compared.
  func restore(_ index: inout NearDuplicateIndex) throws

  /// Records an article whose text came before; false, and nothing is done, where the text is new.
  func recordIfKnown(_ article: ArticleContacts) throws -> Bool

  /// Adds an article whose text is new.
  ///
  /// - Parameters:
  ///   - copyOf: the content hash of the article that this one nearly repeats.
  ///   - signature: where later articles are compared with this one.
  func add(_ article: ArticleContacts, copyOf: String?, signature: ShingleSignature?) throws
}

/// A graph in memory.
final class GraphSink: ArticleSink {
  private(set) var builder = ContactGraphBuilder()
  private var hashes: Set<String> = []

  func restore(_ index: inout NearDuplicateIndex) {}

  func recordIfKnown(_ article: ArticleContacts) -> Bool {
    guard hashes.contains(article.article.contentHash) else { return false }
    builder.add(article)
    return true
  }

  func add(_ article: ArticleContacts, copyOf: String?, signature: ShingleSignature?) {
    hashes.insert(article.article.contentHash)
    builder.add(article, copyOf: copyOf)
  }
}
