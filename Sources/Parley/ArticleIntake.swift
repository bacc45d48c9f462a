import ArticleReading
import ContactModel

/// Takes the articles of a build in their order: each is compared with those before it, counted, and left in the sink.
struct ArticleIntake {
  private let sink: any ArticleSink
  private var duplicates: NearDuplicateIndex?

  init(_ sink: any ArticleSink) { self.sink = sink }

  /// Takes an article.
  ///
  /// - Parameters:
  ///   - signature: nil where copies count as articles of their own.
  ///   - stated: the content hash of the article that this one is said to copy.
  mutating func take(
    _ article: ArticleContacts, signature: ShingleSignature?, statedOriginal stated: String? = nil,
    into summary: inout GraphBuilding.Summary
  ) throws {
    summary.articles += 1
    if try sink.recordIfKnown(article) {
      summary.known += 1
      return
    }
    let judgement = try signature.flatMap { try judged($0, id: article.article.contentHash) }
    let original = stated ?? judgement?.original
    try sink.add(article, copyOf: original, signature: judgement?.isHeld == true ? signature : nil)
    if original == nil { summary.contacts += article.contacts.count } else { summary.copies += 1 }
  }

  private mutating func judged(_ signature: ShingleSignature, id: String) throws -> NearDuplicateIndex.Judgement? {
    if duplicates == nil {
      var index = NearDuplicateIndex()
      try sink.restore(&index)
      duplicates = index
    }
    return duplicates?.judge(signature, id: id)
  }
}
