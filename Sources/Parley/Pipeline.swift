import ArticleReading
import ContactExtraction
import ContactModel
import DataTables
import Foundation
import Gazetteer
import Recognition
import Syntax
import TextModel

/// The whole way from an article to its contacts.
///
/// ```
/// let pipeline = try Pipeline(gazetteers: folder)
/// let worker = pipeline.makeWorker()
/// let contacts = worker.analyze(article).contacts
/// ```
public struct Pipeline: Sendable {
  public let segmenter: Segmenter
  public let gazetteer: Gazetteer
  public let recognizer: Recognizer
  public let lexicon: ContactLexicon
  public let syntax: SyntaxModel

  /// Loads everything that a language needs.
  ///
  /// - Parameters:
  ///   - folder: the `Gazetteers` folder.
  ///   - additional: gazetteer files of the user, in the same format.
  ///   - language: the name of the language's folder.
  ///   - cache: a folder for compiled gazetteers, used where `folder` cannot be written.
  /// - Throws: `DataFaults`, `GazetteerError` or `SyntaxError` with one sentence for each fault.
  public init(gazetteers folder: URL, additional: [URL] = [], language: String = "en", cache: URL? = nil) throws {
    let rules = folder.appendingPathComponent(language)
    segmenter = Segmenter(rules: try SegmentationRules(folder: rules))
    gazetteer = try Gazetteer.load(folder: folder, additional: additional, cache: cache)
    recognizer = Recognizer(gazetteer: gazetteer, language: try RecognitionRules(folder: rules))
    lexicon = try ContactLexicon(folder: rules)
    syntax = try SyntaxModel(contentsOf: rules.appendingPathComponent("syntax.model"))
  }

  /// A worker for one thread.
  public func makeWorker() -> PipelineWorker {
    PipelineWorker(self)
  }
}

/// Runs the pipeline on one article after the other; each thread has one of its own.
public final class PipelineWorker {
  private let pipeline: Pipeline
  private let extractor: ContactExtractor

  init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
    extractor = ContactExtractor(lexicon: pipeline.lexicon, syntax: pipeline.syntax)
  }

  /// Sentences and tokens, mentions and entities, contacts and evidence of an article.
  ///
  /// Complexity: O(*n*) in the bytes of the article.
  public func analyze(_ article: Article) -> ArticleAnalysis {
    let document = pipeline.segmenter.document(for: article)
    let recognized = pipeline.recognizer.recognize(document)
    return ArticleAnalysis(recognized: recognized, contacts: extractor.contacts(in: recognized))
  }

  /// As `analyze(_:)`, for several articles: one stage after the other, so that what a stage reads of the gazetteers
  /// and models stays near the processor.
  public func analyze(_ articles: [Article]) -> [ArticleAnalysis] {
    articles.map { recognize($0) }.map {
      ArticleAnalysis(recognized: $0, contacts: extractor.contacts(in: $0))
    }
  }

  /// Sentences, mentions and entities only.
  public func recognize(_ article: Article) -> RecognizedDocument {
    pipeline.recognizer.recognize(pipeline.segmenter.document(for: article))
  }

  /// What each name of the article could have meant and why the winner won, as readable text.
  public func explainEntities(_ article: Article) -> String {
    pipeline.recognizer.explanation(of: pipeline.segmenter.document(for: article))
  }

  /// The article as a page with its names marked, their links and reasons shown on hover.
  public func page(of article: Article) -> String {
    pipeline.recognizer.page(of: pipeline.segmenter.document(for: article))
  }

  /// The syntax of each sentence that can state a contact, a word a line: number, word, tag, relation, head, mention.
  public func syntax(of article: Article) -> String {
    extractor.dumpSyntax(of: recognize(article))
  }

  /// What was made of every word of an article that can tell a contact, as readable text.
  public func explain(_ article: Article) -> [TriggerOutcome] {
    extractor.explain(recognize(article))
  }
}

/// What the pipeline knows of one article.
public struct ArticleAnalysis: Sendable {
  public let recognized: RecognizedDocument
  public let contacts: ArticleContacts

  public init(recognized: RecognizedDocument, contacts: ArticleContacts) {
    self.recognized = recognized
    self.contacts = contacts
  }
}
