import Foundation
import TextModel

/// The rules of English as the package carries them, and readable dumps of what they make of a text.
enum SegmentationFixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Gazetteers/en")

  static func segmenter() throws -> Segmenter {
    Segmenter(rules: try SegmentationRules(folder: folder))
  }

  /// Tokens separated by spaces; a title keeps the first line from being taken for a headline.
  static func tokens(_ text: String) throws -> String {
    let document = try segmenter().document(for: Article(id: "t", text: text, title: "Title"))
    return document.tokens.indices.map { document.text($0) }.joined(separator: " ")
  }

  /// Sentences one a line.
  static func sentences(_ text: String) throws -> [String] {
    let document = try segmenter().document(for: Article(id: "t", text: text, title: "Title"))
    return document.sentences.map { document.text($0.range) }
  }

  /// Quoted tokens, each run in one string.
  static func quotations(_ text: String) throws -> [String] {
    let document = try segmenter().document(for: Article(id: "t", text: text, title: "Title"))
    var runs: [[String]] = []
    var isInside = false
    for (index, token) in document.tokens.enumerated() {
      let isQuoted = token.shape.contains(.quoted)
      if isQuoted {
        if isInside { runs[runs.count - 1].append(document.text(index)) } else { runs.append([document.text(index)]) }
      }
      isInside = isQuoted
    }
    return runs.map { $0.joined(separator: " ") }
  }
}
