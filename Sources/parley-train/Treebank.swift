import Foundation
import Syntax

/// Sentences of a CoNLL-U file (https://universaldependencies.org/format.html), without multiword ranges and empty nodes.
struct Treebank {
  struct Word {
    var form: String
    var lemma: String
    var tag: PartOfSpeech
    /// The Penn Treebank tag.
    var penn: String
    /// Index of the head in the sentence, or the number of words for the root.
    var head: Int
    var relation: Relation
    var hint = WordHint.none
  }

  struct Sentence {
    /// Counts the documents of the file.
    var document: Int
    var words: [Word]
  }

  var sentences: [Sentence] = []

  /// Reads a file. Throws `TrainingError` for a line that is no CoNLL-U.
  init(contentsOf path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw TrainingError("\(path): cannot be read; check that the file exists")
    }
    var words: [Word] = []
    var document = 0
    var number = 0
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.hasPrefix("# newdoc") { document += 1 }
      if line.isEmpty {
        if !words.isEmpty { sentences.append(Sentence(document: document, words: Self.rooted(words))) }
        words = []
        continue
      }
      guard !line.hasPrefix("#") else { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 10 else {
        throw TrainingError("\(path):\(number): has \(cells.count) cells where CoNLL-U has 10")
      }
      if cells[0].contains("-") || cells[0].contains(".") { continue }
      guard let head = Int(cells[6]), let tag = Self.tags[String(cells[3])] else {
        throw TrainingError("\(path):\(number): has no head or an unknown tag")
      }
      words.append(
        Word(
          form: String(cells[1]), lemma: String(cells[2]), tag: tag, penn: String(cells[4]), head: head - 1,
          relation: Self.relation(String(cells[7]), isTime: cells[9].contains("TemporalNPAdjunct=Yes"))))
    }
    if !words.isEmpty { sentences.append(Sentence(document: document, words: Self.rooted(words))) }
  }

  /// Heads of -1 become the number of words, where the parser has its root.
  private static func rooted(_ words: [Word]) -> [Word] {
    words.map { word in
      var word = word
      if word.head < 0 { word.head = words.count }
      return word
    }
  }

  private static let tags = Dictionary(uniqueKeysWithValues: PartOfSpeech.allCases.map { ($0.name, $0) })
  private static let relations = Dictionary(uniqueKeysWithValues: Relation.allCases.map { ($0.name, $0) })

  /// The relation of a label; unknown subtypes are dropped.
  private static func relation(_ label: String, isTime: Bool) -> Relation {
    if isTime, label == "obl:unmarked" { return .oblTmod }
    if isTime, label == "nmod:unmarked" { return .nmodTmod }
    if let known = relations[label] { return known }
    return relations[String(label.prefix { $0 != ":" })] ?? .dep
  }

  /// The inflected form that a Penn tag says.
  static func form(penn: String) -> WordForm {
    switch penn {
    case "VB": .base
    case "VBP": .present
    case "VBZ": .presentThird
    case "VBD": .past
    case "VBN": .pastParticiple
    case "VBG": .presentParticiple
    case "MD": .modal
    case "TO": .infinitival
    case "NN", "NNP": .singular
    case "NNS", "NNPS": .plural
    case "JJR", "RBR": .comparative
    case "JJS", "RBS": .superlative
    case "PRP$", "POS", "WP$": .possessive
    case "WP", "WDT", "WRB": .interrogative
    default: .none
    }
  }
}

/// What keeps a model from being trained: one sentence.
struct TrainingError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}
