/// The nouns that take up parties named before, by their numbers in the lexicon.
struct AnaphorTable: Sendable {
  private(set) var values: [RecognitionRules.Anaphor] = []
  /// For each word of the lexicon the index of its noun in `values`, or -1.
  private var indexes: [Int32] = []

  /// The noun that a word is; nil where it is none, or no list holds it. Complexity: O(1).
  subscript(word: Int) -> RecognitionRules.Anaphor? {
    get {
      guard indexes.indices.contains(word), indexes[word] >= 0 else { return nil }
      return values[Int(indexes[word])]
    }
    set {
      while indexes.count <= word { indexes.append(-1) }
      if let newValue {
        if indexes[word] < 0 {
          indexes[word] = Int32(values.count)
          values.append(newValue)
        } else {
          values[Int(indexes[word])] = newValue
        }
      } else {
        indexes[word] = -1
      }
    }
  }
}
