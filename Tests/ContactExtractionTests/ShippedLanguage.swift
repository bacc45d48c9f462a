import ContactExtraction
import ContactModel
import DataTables
import Foundation
import Gazetteer
import Recognition
import Syntax
import TextModel

/// Everything from text to contacts, read once from the gazetteers that are shipped with the project.
struct ShippedLanguage: Sendable {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Gazetteers")

  static let shared = Result { try ShippedLanguage() }

  let segmenter: Segmenter
  let recognizer: Recognizer
  let lexicon: ContactLexicon
  let syntax: SyntaxModel

  private init() throws {
    let rules = Self.folder.appendingPathComponent("en")
    segmenter = Segmenter(rules: try SegmentationRules(folder: rules))
    recognizer = Recognizer(
      gazetteer: try Gazetteer.load(folder: Self.folder), language: try RecognitionRules(folder: rules))
    lexicon = try ContactLexicon(folder: rules)
    syntax = try SyntaxModel(contentsOf: rules.appendingPathComponent("syntax.model"))
  }

  func makeExtractor() -> ContactExtractor {
    ContactExtractor(lexicon: lexicon, syntax: syntax)
  }

  /// An article's text with its mentions; with a date, an article published on that day.
  func recognize(_ text: String, title: String? = nil, date: PartialDate? = nil) -> RecognizedDocument {
    let article = Article(id: "test", text: text, title: title, date: date)
    return recognizer.recognize(segmenter.document(for: article))
  }

  /// The contacts of an article, of which none may be lost by refusing sentences.
  func contacts(_ text: String, title: String? = nil, date: PartialDate? = nil) -> ArticleContacts {
    let recognized = recognize(text, title: title, date: date)
    let extractor = makeExtractor()
    RefusalTests.check(recognized, extractor)
    return extractor.contacts(in: recognized)
  }
}
