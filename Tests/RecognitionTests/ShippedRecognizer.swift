import Foundation
import Gazetteer
import Recognition
import TextModel

/// The recognizer over the gazetteers of this package, loaded once for all tests.
struct ShippedRecognizer: Sendable {
  let segmenter: Segmenter
  let recognizer: Recognizer

  static let shared = Result { try ShippedRecognizer() }

  private init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Gazetteers")
    segmenter = Segmenter(rules: try SegmentationRules(folder: folder.appending(path: "en")))
    recognizer = Recognizer(
      gazetteer: try Gazetteer.load(folder: folder),
      language: try RecognitionRules(folder: folder.appending(path: "en")))
  }

  func document(_ text: String, date: String? = nil, title: String? = nil) -> Document {
    segmenter.document(for: Article(id: "test", text: text, title: title, date: date.flatMap { PartialDate($0) }))
  }

  /// The mentions of some forms, one after the other: `Putin>Vladimir Putin`; the country that a place acts for follows in brackets.
  func dump(_ text: String, date: String? = nil, forms: Set<Mention.Form>) -> String {
    let recognized = recognizer.recognize(document(text, date: date))
    return recognized.mentions.filter { forms.contains($0.form) }.map { mention in
      let names = mention.entities.map {
        let entity = recognized.entities[$0]
        return entity.type == .person ? entity.name : entity.gazetteerName ?? entity.name
      }
      let actor = mention.standsFor.map { " [\(recognized.entities[$0].name)]" } ?? ""
      return recognized.document.text(mention.range) + ">" + names.joined(separator: "+") + actor
    }.joined(separator: ", ")
  }

  /// The named persons with their titles: `Deputy Secretary of Energy|Ada Brackley`.
  func dumpTitles(_ text: String, date: String? = nil) -> String {
    let recognized = recognizer.recognize(document(text, date: date))
    let tokens = recognized.document.tokens
    return recognized.mentions.filter { $0.form == .name && $0.type == .person }.map { mention in
      let title =
        mention.title.isEmpty
        ? ""
        : recognized.document.text(
          TextRange(Int(tokens[mention.title.lowerBound].start), Int(tokens[mention.title.upperBound - 1].end)))
      return title + "|" + recognized.document.text(mention.range)
    }.joined(separator: ", ")
  }
}

/// One row of a table: a text, and the mentions that must be found in it, all and no others.
struct MentionRow: Sendable, CustomStringConvertible {
  var name: String
  var text: String
  var date: String?
  var expected: String

  init(_ name: String, _ text: String, date: String? = nil, _ expected: String) {
    self.name = name
    self.text = text
    self.date = date
    self.expected = expected
  }

  var description: String { name }
}
