import ArticleReading
import ContactModel
import GraphStore
import TextModel

/// The graph file of a build, made when the first article comes.
final class GraphOutput: ArticleSink {
  private let path: String
  private var opened: GraphStore.Writer?

  init(_ path: String) { self.path = path }

  /// The file, open for writing.
  ///
  /// - Throws: `GraphStoreError`.
  private func writer() throws -> GraphStore.Writer {
    if let opened { return opened }
    let writer = try GraphStore.Writer(path)
    opened = writer
    return writer
  }

  /// For each article whether the file holds its text, so that it need not be read again.
  ///
  /// - Throws: `GraphStoreError`.
  func recordIfKnown(_ articles: [ArticleReference]) throws -> [Bool] {
    try writer().recordIfKnown(articles)
  }

  func restore(_ index: inout NearDuplicateIndex) throws {
    for (bytes, original) in try writer().signatures(newest: index.capacity) {
      guard let signature = ShingleSignature(bytes: bytes) else {
        throw GraphStoreError(.damaged, path: path, detail: "a signature of \(bytes.count) bytes")
      }
      index.restore(signature, original: original)
    }
  }

  func recordIfKnown(_ article: ArticleContacts) throws -> Bool {
    let writer = try writer()
    if try writer.recordIfKnown(article.article) { return true }
    // The same text may have come while this one was still being read.
    guard writer.isPending(article.article) else { return false }
    try writer.add(article)
    return true
  }

  func add(_ article: ArticleContacts, copyOf: String?, signature: ShingleSignature?) throws {
    try writer().add(article, copyOf: copyOf, signature: signature?.bytes)
  }

  /// Saves everything; a build that was stopped stays marked as unfinished.
  func close(isFinished: Bool) throws {
    if isFinished { try opened?.finish() } else { try opened?.stop() }
  }

  /// Saves what can be saved after an error, which is the one to be told.
  func abandon() {
    try? opened?.stop()
  }
}
