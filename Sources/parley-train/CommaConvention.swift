import Syntax

/// Where a treebank hangs its commas, by the relations of the phrases before and behind.
///
/// Treebanks differ in it, and only in it as a rule: behind a fronted phrase (`On Sunday, she called`) EWT hangs the comma on that
/// phrase, PUD on the verb of the clause. Heads counted with the commas of one hung as in the other tell how well sentences are
/// parsed, not whose habit was learnt.
struct CommaConvention {
  /// The two phrases that a comma parts.
  private struct Sides: Hashable {
    var before: Relation
    var behind: Relation
  }

  /// How often each side held the comma.
  private var counts: [Sides: (before: Int, behind: Int)] = [:]

  /// Learns the habit of a treebank. Complexity: O(*n* · *d*) in its words and the depth of their trees.
  init(of treebank: Treebank) {
    for sentence in treebank.sentences {
      let spans = Spans(sentence)
      for (comma, word) in sentence.words.enumerated() where word.form == "," {
        guard let (before, behind) = spans.phrases(around: comma) else { continue }
        let sides = Self.sides(sentence, before, behind)
        if word.head == before { counts[sides, default: (0, 0)].before += 1 }
        if word.head == behind { counts[sides, default: (0, 0)].behind += 1 }
      }
    }
  }

  /// The sentence with each comma on the side where the treebank has most of those between such phrases; as it is where it has none.
  func hanging(_ sentence: Treebank.Sentence) -> Treebank.Sentence {
    var result = sentence
    let spans = Spans(sentence)
    for (comma, word) in sentence.words.enumerated() where word.form == "," {
      guard let (before, behind) = spans.phrases(around: comma),
        let count = counts[Self.sides(sentence, before, behind)]
      else { continue }
      result.words[comma].head = count.before > count.behind ? before : behind
    }
    return result
  }

  private static func sides(_ sentence: Treebank.Sentence, _ before: Int, _ behind: Int) -> Sides {
    Sides(before: sentence.words[before].relation.universal, behind: sentence.words[behind].relation.universal)
  }

  /// Which words each word governs, punctuation left out.
  private struct Spans {
    private let words: [Treebank.Word]
    private var first: [Int]
    private var last: [Int]

    init(_ sentence: Treebank.Sentence) {
      words = sentence.words
      first = Array(words.indices)
      last = first
      for word in words.indices where words[word].tag != .punctuation {
        var above = word
        // A tree is no deeper than it has words.
        for _ in words.indices where above < words.count {
          first[above] = min(first[above], word)
          last[above] = max(last[above], word)
          above = words[above].head
        }
      }
    }

    /// The heads of the largest phrases that end before a comma and start behind it; nil at an end of the sentence.
    func phrases(around comma: Int) -> (before: Int, behind: Int)? {
      guard var before = words[..<comma].lastIndex(where: { $0.tag != .punctuation }),
        var behind = words[comma...].firstIndex(where: { $0.tag != .punctuation })
      else { return nil }
      while words[before].head < words.count, last[words[before].head] < comma { before = words[before].head }
      while words[behind].head < words.count, first[words[behind].head] > comma { behind = words[behind].head }
      return (before, behind)
    }
  }
}
