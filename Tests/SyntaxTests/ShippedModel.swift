import Foundation
import Syntax

/// The model that is shipped with the project, found beside this file.
enum ShippedModel {
  static let url = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Gazetteers/en/syntax.model")

  private static let shared = Result { try SyntaxModel(contentsOf: url) }

  static func load() throws -> SyntaxModel {
    try shared.get()
  }
}

extension SentenceSyntax {
  /// `word/tag/form<relation(head)` for each word.
  func dump(_ words: [String]) -> String {
    words.indices.map { i in
      let head = heads[i] < 0 ? "ROOT" : words[Int(heads[i])]
      return "\(words[i])/\(tags[i].name)/\(forms[i])<\(relations[i].name)(\(head))"
    }.joined(separator: " ")
  }
}
