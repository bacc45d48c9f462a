/// The analysis of one sentence by Universal Dependencies: for each word its tag, form, head and relation.
public struct SentenceSyntax: Hashable, Sendable {
  public var tags: [PartOfSpeech]
  /// The inflected form of each word.
  public var forms: [WordForm]
  /// Index of each word's head in the sentence; -1 for the root. The heads always form a tree.
  public var heads: [Int32]
  /// The relation of each word to its head.
  public var relations: [Relation]

  public init(tags: [PartOfSpeech], heads: [Int32], relations: [Relation]) {
    self.init(
      tags: tags, forms: Array(repeating: .none, count: tags.count), heads: heads, relations: relations)
  }

  public init(tags: [PartOfSpeech], forms: [WordForm], heads: [Int32], relations: [Relation]) {
    self.tags = tags
    self.forms = forms
    self.heads = heads
    self.relations = relations
  }

  /// The analysis of no words.
  public init() {
    self.init(tags: [], forms: [], heads: [], relations: [])
  }

  /// Number of words.
  public var count: Int { tags.count }
}
