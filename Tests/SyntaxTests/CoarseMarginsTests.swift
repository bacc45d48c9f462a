import Foundation
import TestSupport
import Testing

@testable import Syntax

/// Few features decide what is clear, all features the rest.
@Suite struct CoarseMarginsTests {
  private static let vocabulary = [
    "Keller", "told", "the", "minister", "that", "talks", "would", "resume", ",", "and", "of", "with", "Olsen", "who",
    "met", "\u{201C}", "\u{201D}", "new", "quickly", "to", "in", "Oslo", "is", "zwölf", "said", "visit", "by", "on",
    "agreed", "him", "after", "spoke", "her", "delegation", "Monday", "'s", ".",
  ]

  private func sentences(_ count: Int, _ random: inout SeededRandom) -> [(words: [String], hints: [WordHint])] {
    (0..<count).map { _ in
      let words = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Self.vocabulary.randomElement(using: &random) ?? ""
      }
      let hints: [WordHint] = [
        .none, .none, .none, .none, .none, .properName, .pastTense, .singularNoun, .pluralNoun, .possessive,
      ]
      return (words, words.map { _ in hints.randomElement(using: &random) ?? .none })
    }
  }

  /// With the margins of the model, and with margins that leave everything to the full tables.
  @Test(arguments: [nil, CoarseMargins.never])
  func asPlainLoops(margins: CoarseMargins?) throws {
    let model = try SyntaxModel(contentsOf: ShippedModel.url, margins: margins)
    let (parser, naive) = (model.makeParser(), NaiveParser(model: model))
    var random = SeededRandom(seed: 5)
    for (words, hints) in sentences(40, &random) {
      #expect(parser.parse(words: words, hints: hints) == naive.parse(words: words, hints: hints), "\(words)")
    }
  }

  /// The margins of the model leave less than half of all decisions open.
  @Test func mostDecisionsAreClear() throws {
    var random = SeededRandom(seed: 6)
    let input = sentences(40, &random)
    let open = try [nil, CoarseMargins.never].map { margins in
      let parser = try SyntaxModel(contentsOf: ShippedModel.url, margins: margins).makeParser(recordsDecisions: true)
      for (words, hints) in input { _ = parser.parse(words: words, hints: hints) }
      return parser.decisions.count
    }
    #expect(open[0] > 0)
    #expect(open[0] * 2 < open[1])
  }

  @Test(arguments: [0, 0.001, 0.01, 0.2, 1])
  func leastMargins(share: Double) throws {
    var random = SeededRandom(seed: UInt64(share * 1000))
    let decisions = (0..<3000).map { _ in
      let margin = Int32.random(in: 0...60, using: &random)
      return CoarseMargins.Decision(
        // None of the last kind.
        kind: Int.random(in: 0..<CoarseMargins.kinds - 1, using: &random), margin: margin,
        isSame: Int32.random(in: 0...30, using: &random) < margin)
    }
    let margins = CoarseMargins(share: share, of: decisions)
    let least = (0..<CoarseMargins.kinds).map { kind in
      let own = decisions.filter { $0.kind == kind }
      return (1...Int32(100)).first { margin in
        Double(own.count { $0.margin >= margin && !$0.isSame }) <= share * Double(own.count)
      }
    }
    let chosen =
      [margins.tag] + (0..<3).flatMap { [margins.action(pass: $0), margins.label(pass: $0)] }
    #expect(chosen == least)
    #expect(margins.bytes.withUnsafeBytes { CoarseMargins(bytes: $0) } == margins)
    #expect(margins.bytes.dropLast().withUnsafeBytes { CoarseMargins(bytes: $0) } == nil)
  }
}
