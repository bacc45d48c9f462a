/// The analysis of one sentence by Universal Dependencies: for each word its tag, head and relation.
public struct SentenceSyntax: Hashable, Sendable {
  public var tags: [PartOfSpeech]
  /// Index of each word's head in the sentence; -1 for the root. The heads always form a tree.
  public var heads: [Int32]
  /// The relation of each word to its head.
  public var relations: [Relation]

  public init(tags: [PartOfSpeech], heads: [Int32], relations: [Relation]) {
    self.tags = tags
    self.heads = heads
    self.relations = relations
  }

  /// Number of words.
  public var count: Int { tags.count }
}

/// Universal part-of-speech tags (https://universaldependencies.org/u/pos/).
public enum PartOfSpeech: UInt8, Hashable, Sendable, CaseIterable {
  case adjective, adposition, adverb, auxiliary, coordinatingConjunction, determiner, interjection, noun, numeral,
    particle, pronoun, properNoun, punctuation, subordinatingConjunction, symbol, verb, other
}
