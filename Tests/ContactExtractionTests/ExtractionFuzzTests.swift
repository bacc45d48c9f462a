import ContactModel
import Foundation
import Testing
import TextModel

@testable import ContactExtraction

/// Text made at random from the words of news neither stops the extractor nor makes it lose its footing.
struct ExtractionFuzzTests {
  /// A linear congruential generator: the same numbers on every run.
  struct SeededNumbers {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(bound, 1)))
    }
  }

  private static let words = """
    Angela Merkel Vladimir Putin Barack Obama France Russia Iran Moscow Reuters BBC he she they who whom which told met
    called wrote asked talks meeting letter interview summit call with to between and , . " “ ” ( ) - : ; by of from in on
    the a his their counterpart leaders officials two not never will would if that was were is be been to refused wants
    Monday yesterday 2016 U.S. Mr. President Foreign Minister 's ’ hosted held sent gave invited receive left ? ! …
    Ärzte 日本 🙂 \u{200B} said visit told told with with and and
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private func text(_ numbers: inout SeededNumbers) -> String {
    (0..<numbers.next(below: 60) + 1).map { _ in
      Self.words[numbers.next(below: Self.words.count)] + (numbers.next(below: 12) == 0 ? "\n\n" : " ")
    }.joined()
  }

  @Test func randomArticlesGiveValidContacts() throws {
    let language = try ShippedLanguage.shared.get()
    let extractor = language.makeExtractor()
    var numbers = SeededNumbers(state: 41)
    for _ in 0..<120 {
      let text = text(&numbers)
      let recognized = language.recognize(text)
      let found = extractor.contacts(in: recognized)
      for contact in found.contacts {
        #expect(found.parties.indices.contains(contact.from) && found.parties.indices.contains(contact.to), "\(text)")
        #expect(contact.from != contact.to, "\(text)")
        #expect((0...1).contains(contact.confidence), "\(text)")
        #expect(!contact.evidence.isEmpty, "\(text)")
        for evidence in contact.evidence {
          #expect(recognized.document.text(evidence.sentence) == evidence.text)
          for range in [evidence.from, evidence.to, evidence.trigger] {
            #expect(range.start < range.end && evidence.sentence.contains(range), "\(text)")
          }
        }
        if let when = contact.when { #expect(when.first <= when.last, "\(text)") }
      }
      // A second extractor, and the same one again, say the same.
      #expect(extractor.contacts(in: recognized) == found, "\(text)")
      #expect(language.makeExtractor().contacts(in: language.recognize(text)) == found, "\(text)")
    }
  }

  /// Which sentences are refused is told from their words and tags: nothing is lost by it.
  @Test func theLookBeforeParsingLosesNothing() throws {
    let language = try ShippedLanguage.shared.get()
    let extractor = language.makeExtractor()
    var numbers = SeededNumbers(state: 17)
    var count = 0
    for _ in 0..<150 { count += RefusalTests.check(language.recognize(text(&numbers)), extractor) }
    #expect(count > 10)
  }

  @Test func randomBytesAreNoDanger() throws {
    let language = try ShippedLanguage.shared.get()
    let extractor = language.makeExtractor()
    var numbers = SeededNumbers(state: 7)
    for _ in 0..<60 {
      let scalars = (0..<numbers.next(below: 200)).map { _ in
        Unicode.Scalar(UInt32(numbers.next(below: 0x2FF))) ?? " "
      }
      var text = String(String.UnicodeScalarView(scalars))
      text += " Angela Merkel told Barack Obama " + text
      _ = extractor.explain(language.recognize(text))
    }
  }

  @Test func everyTriggerHasAReason() throws {
    let language = try ShippedLanguage.shared.get()
    var numbers = SeededNumbers(state: 99)
    for _ in 0..<50 {
      for outcome in language.makeExtractor().explain(language.recognize(text(&numbers))) {
        #expect(outcome.details.isEmpty == (outcome.reason != .found))
      }
    }
  }
}
