import ArticleReading
import ContactModel

/// Takes the articles of a build in their order: each is compared with those before it, counted, and left in the sink.
struct ArticleIntake {
  private let sink: any ArticleSink
  /// Copies count as articles of their own; what tells copies of them is left in the sink all the same, for later builds.
  private let keepsDuplicates: Bool
  private var duplicates: NearDuplicateIndex?

  init(_ sink: any ArticleSink, keepsDuplicates: Bool) {
    self.sink = sink
    self.keepsDuplicates = keepsDuplicates
  }

  /// Takes an article.
  ///
  /// - Parameters:
  ///   - signature: nil where it is not known.
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
    if keepsDuplicates { return NearDuplicateIndex.Judgement(original: nil, isHeld: signature.isComparable) }
    if duplicates == nil {
      var index = NearDuplicateIndex()
      try sink.restore(&index)
      duplicates = index
    }
    return duplicates?.judge(signature, id: id)
  }
}
