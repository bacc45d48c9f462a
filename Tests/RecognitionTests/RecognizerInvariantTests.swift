import Foundation
import TestSupport
import Testing
import TextModel

@testable import Recognition

/// What holds of the recognition of any text.
@Suite struct RecognizerInvariantTests {
  static let pieces = [
    "Angela Merkel", "the", "French President", "Moscow", "said", "“", "”", "\"", "'s", "’", ",", ".", ":", "(", ")",
    "(HRW)", "U.S.-led",
    "US", "I", "we", "he", "both sides", "the two leaders", "officials", "of", "in", "Ministry", "University of", "al-",
    "bin", "Mr.",
    "R-Texas", "J.", "May", "12", "—", "-", "\n", "\n\n", "é", "Ünal", "北京", "🙂", "\u{301}", "e\u{301}", "\t",
    "Published: 2016-01-02", "his",
    "Russian counterpart", "and", "Russian", "Ukrainian", "government", "King", "&", "Inc.", "WASHINGTON",
    "Trump, Clinton Expect Big Wins",
  ]

  @Test(arguments: 0..<60) func holdsOnRandomText(_ seed: Int) throws {
    let shipped = try ShippedRecognizer.shared.get()
    var random = SeededRandom(seed: UInt64(seed))
    var text = ""
    for _ in 0..<Int.random(in: 0...120, using: &random) {
      text += (Self.pieces.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
    }
    let document = shipped.document(text)
    let recognized = shipped.recognizer.recognize(document)
    var lastName = 0
    var last = TextRange(0, Int.max)
    for mention in recognized.mentions {
      #expect(!mention.range.isEmpty && mention.range.end <= document.bytes.count)
      #expect(
        mention.tokens.lowerBound >= 0 && mention.tokens.upperBound <= document.tokens.count && !mention.tokens.isEmpty)
      #expect(document.tokens[mention.tokens.lowerBound].start <= mention.range.start)
      #expect(Int(document.tokens[mention.tokens.upperBound - 1].end) >= mention.range.end)
      #expect(document.sentences.indices.contains(mention.sentence))
      #expect(!mention.entities.isEmpty && mention.entities.allSatisfy { recognized.entities.indices.contains($0) })
      #expect(Set(mention.entities).count == mention.entities.count)
      #expect(mention.score >= 0 && mention.score <= 1)
      // A mention starts and ends with a character, never within one.
      #expect(String(validating: document.bytes[mention.range.range], as: UTF8.self) != nil)
      #expect(mention.range.start > last.start || mention.range.start == last.start && mention.range.end <= last.end)
      last = mention.range
      if mention.form == .name || mention.form == .demonym {
        #expect(mention.range.start >= lastName)
        lastName = mention.range.end
      }
    }
    #expect(Set(recognized.entities.map(\.id)).count == recognized.entities.count)
    for entity in recognized.entities { #expect(entity.forms == entity.forms.sorted()) }
  }

  @Test(arguments: 0..<30) func wordsPassedOverAreNoNames(_ seed: Int) throws {
    let shipped = try ShippedRecognizer.shared.get()
    var random = SeededRandom(seed: UInt64(seed))
    let words =
      Self.pieces + [
        "president", "mayor-elect", "pope", "who", "anti-", "iPhone", "dpa", "group", "on Monday", "visited", "general",
        "Foreign Minister-designate", "well-known", "him", "secretary of", "de", "march",
      ]
    let text = (0..<200).map { _ in random.pick(words) + (random.below(4) > 0 ? " " : "") }.joined()
    let document = shipped.document(text)
    let recognized = shipped.recognizer.recognize(document, explains: false).recognized
    let naive = shipped.recognizer.recognize(document, explains: false, looksAtAllWords: true).recognized
    #expect(recognized.mentions == naive.mentions)
    #expect(recognized.entities == naive.entities)
  }

  @Test func isAFunctionOfTheDocument() throws {
    let shipped = try ShippedRecognizer.shared.get()
    let text =
      "Angela Merkel met Emmanuel Macron in Moscow. She told him that Russian officials left. The two leaders spoke."
    let document = shipped.document(text, date: "2018-05-02")
    let first = shipped.recognizer.recognize(document)
    for _ in 0..<5 {
      let again = shipped.recognizer.recognize(document)
      #expect(again.mentions == first.mentions && again.entities == first.entities)
    }
  }

  @Test func readsAnEmptyArticle() throws {
    let shipped = try ShippedRecognizer.shared.get()
    #expect(shipped.recognizer.recognize(shipped.document("")).mentions.isEmpty)
  }
}
