import ContactModel

/// An article of the graph.
public struct GraphArticle: Hashable, Sendable {
  public var reference: ArticleReference
  /// Index of the article that this one repeats (the same agency report in another paper); a copy states no contacts
  /// of its own.
  public var copyOf: Int?

  public init(reference: ArticleReference, copyOf: Int? = nil) {
    self.reference = reference
    self.copyOf = copyOf
  }
}
