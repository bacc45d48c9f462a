import Foundation
import Syntax
import Testing

@testable import parley_train

/// Commas that hang as in another treebank: behind a fronted phrase on it, or on the clause.
@Suite struct CommaConventionTests {
  /// A treebank of one sentence: each word is its form, tag, head from 1 (0 for the root) and relation.
  private static func treebank(_ words: [(String, String, Int, String)]) throws -> Treebank {
    let lines = words.enumerated().map { place, word in
      [String(place + 1), word.0, word.0, word.1, "_", "_", String(word.2), word.3, "_", "_"].joined(separator: "\t")
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "commas-\(UUID().uuidString).conllu")
    try Data((lines.joined(separator: "\n") + "\n\n").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try Treebank(contentsOf: file.path)
  }

  /// `On Sunday, the duchess called`, its comma under a word, 1 the first.
  private static func fronted(comma: Int) -> [(String, String, Int, String)] {
    [
      ("On", "ADP", 2, "case"), ("Sunday", "PROPN", 6, "obl"), (",", "PUNCT", comma, "punct"), ("the", "DET", 5, "det"),
      ("duchess", "NOUN", 6, "nsubj"), ("called", "VERB", 0, "root"),
    ]
  }

  /// `tea, milk`, its comma under a word.
  private static func list(comma: Int) -> [(String, String, Int, String)] {
    [("tea", "NOUN", 0, "root"), (",", "PUNCT", comma, "punct"), ("milk", "NOUN", 1, "conj")]
  }

  @Test func hangsOnTheFrontedPhraseOrOnTheClause() throws {
    let phrase = CommaConvention(of: try Self.treebank(Self.fronted(comma: 2)))
    let clause = try Self.treebank(Self.fronted(comma: 6)).sentences[0]
    #expect(phrase.hanging(clause).words.map(\.head) == [1, 5, 1, 4, 5, 6])
  }

  @Test func hangsOnWhatComesBehind() throws {
    let behind = CommaConvention(of: try Self.treebank(Self.list(comma: 3)))
    #expect(behind.hanging(try Self.treebank(Self.list(comma: 1)).sentences[0]).words.map(\.head) == [3, 2, 0])
  }

  @Test func staysWhereTheOtherTreebankHasNoSuchPhrasesOrNoHabit() throws {
    let list = try Self.treebank(Self.list(comma: 1))
    let fronted = CommaConvention(of: try Self.treebank(Self.fronted(comma: 2)))
    #expect(fronted.hanging(list.sentences[0]).words.map(\.head) == list.sentences[0].words.map(\.head))
    // On neither of the two phrases: nothing is learnt of it.
    let clause = try Self.treebank(Self.fronted(comma: 6))
    let other = CommaConvention(of: clause)
    #expect(other.hanging(clause.sentences[0]).words.map(\.head) == clause.sentences[0].words.map(\.head))
  }

  @Test func commasAtTheEndsStay() throws {
    let ends = try Self.treebank([(",", "PUNCT", 2, "punct"), ("tea", "NOUN", 0, "root"), (",", "PUNCT", 2, "punct")])
    #expect(CommaConvention(of: ends).hanging(ends.sentences[0]).words.map(\.head) == [1, 3, 1])
  }
}
