import TestSupport
import Testing

@testable import ContactExtraction

/// Tables of the hot path against plain ones.
@Suite struct SentenceTablesTests {
  private static func folded(_ word: String) -> String {
    String(
      decoding: word.replacing("’", with: "'").utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  @Test func wordsAreFoundWhateverTheirCaseAndLength() {
    var random = SeededRandom(seed: 11)
    func word() -> String {
      let letters = ["a", "B", "c", "'", "’", "é", "-", "Z", "[", "@"]
      return (0..<Int.random(in: 0...18, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }
        .joined()
    }
    var vocabulary = Vocabulary()
    var known: [String: WordID] = [:]
    for _ in 0..<1500 {
      let form = Self.folded(word())
      let id = vocabulary.intern(form)
      #expect(known[form] == nil || known[form] == id)
      known[form] = id
    }
    for form in known.keys.sorted() {
      #expect(vocabulary.lookup(form.uppercased().replacing("É", with: "é")) == known[form], "\(form)")
    }
    for _ in 0..<3000 {
      let text = word()
      #expect(vocabulary.lookup(text) == known[Self.folded(text)] ?? .unknown, "\(text)")
    }
  }

  @Test func listsOfWordsKeepTheirOrder() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<200 {
      let count = Int.random(in: 1...12, using: &random)
      let entries = (0..<Int.random(in: 0...20, using: &random)).map {
        WordLists.Entry(word: Int.random(in: 0..<count, using: &random), value: $0)
      }
      let lists = WordLists(entries, count: count)
      let heads = (0..<count).map { _ in Int32.random(in: -1..<Int32(count), using: &random) }
      let children = WordLists(heads: heads, count: count)
      for word in 0..<count {
        #expect(Array(lists[word]) == entries.filter { $0.word == word }.map(\.value))
        #expect(Array(children[word]) == heads.indices.filter { Int(heads[$0]) == word })
      }
    }
  }
}
