import Syntax
import TestSupport
import Testing
import TextModel

/// Sentences that are parsed together come out as each alone.
@Suite struct BatchTests {
  @Test(arguments: [0, 1, 2, 3, 33, 70])
  func togetherAsAlone(count: Int) throws {
    let model = try ShippedModel.load()
    let vocabulary = [
      "Keller", "told", "the", "minister", "that", "talks", "would", "resume", ",", "and", "of", "with", "Olsen", "who",
      "met", "\u{201C}", "\u{201D}", "new", "quickly", "to", "in", "Oslo", "is", "zwölf", "said", ".",
    ]
    var random = SeededRandom(seed: UInt64(count))
    var bytes: [UInt8] = []
    let sentences = (0..<count).map { _ in
      let words = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        let word = Array((vocabulary.randomElement(using: &random) ?? "").utf8)
        let start = bytes.count
        bytes += word + [0x20]
        return TextRange(start, start + word.count)
      }
      let hints = words.map { _ in [WordHint.none, .properName, .pastTense].randomElement(using: &random) ?? .none }
      return SyntaxParser.Sentence(words: words, hints: Bool.random(using: &random) ? hints : [])
    }
    let together = model.makeParser().parse(bytes: bytes, sentences: sentences)
    let alone = sentences.map { model.makeParser().parse(bytes: bytes, words: $0.words, hints: $0.hints) }
    #expect(together == alone)
  }
}
