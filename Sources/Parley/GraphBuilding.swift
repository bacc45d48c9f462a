import ArticleReading
import ContactGraph
import ContactModel
import Foundation
import GraphStore
import TextModel

/// Reads articles and adds their contacts to a graph, on several threads, with the same result for any number of them.
public struct GraphBuilding: Sendable {
  public let pipeline: Pipeline
  public var threads: Int
  public var reader: ArticleReader
  /// Count copies and rewrites of an article as articles of their own. What tells copies of them is kept in the graph file all the
  /// same: a later build that does not keep duplicates finds copies of these articles.
  public var keepsDuplicates: Bool

  public init(
    pipeline: Pipeline, threads: Int = 1, reader: ArticleReader = ArticleReader(), keepsDuplicates: Bool = false
  ) {
    self.pipeline = pipeline
    self.threads = threads
    self.reader = reader
    self.keepsDuplicates = keepsDuplicates
  }

  /// What a build did.
  public struct Summary: Hashable, Sendable {
    /// Articles read, those known before included.
    public var articles = 0
    /// Articles whose text the graph held already.
    public var known = 0
    /// Articles that nearly repeat another one.
    public var copies = 0
    /// Contacts found in the new articles.
    public var contacts = 0
    public var faults = 0
    /// Bytes of the input files taken in.
    public var bytes = 0
    /// The build was stopped before the end of the input.
    public var isInterrupted = false

    public init() {}
  }

  /// What the caller is told while the build runs; false stops it.
  public typealias Progress = (Summary) -> Bool

  /// Adds articles to a graph file, making it where there is none.
  ///
  /// Known articles are passed over, so a build that was stopped or killed goes on where it was. The file is made with the
  /// first article: where nothing can be read there is none.
  ///
  /// - Parameters:
  ///   - inputs: files and folders; `-` is standard input.
  ///   - path: the graph file.
  ///   - fault: is called with one sentence for each input that could not be read.
  ///   - note: is called with one sentence for each reservation.
  ///   - progress: is called after each article.
  /// - Throws: `GraphStoreError`. Memory does not depend on the length of the input but for the near-duplicate index: up to
  ///   500 bytes an article, 131,072 articles at most.
  @discardableResult
  public func build(
    _ inputs: [String], into path: String, fault: (String) -> Void = { _ in }, note: (String) -> Void = { _ in },
    progress: Progress = { _ in true }
  ) throws -> Summary {
    let output = GraphOutput(path)
    let summary: Summary
    do {
      summary = try run(inputs, into: output, fault: fault, note: note, progress: progress) {
        try output.recordIfKnown($0)
      }
    } catch {
      output.abandon()
      throw error
    }
    try output.close(isFinished: !summary.isInterrupted)
    return summary
  }

  /// Builds a graph in memory, for small inputs that go straight into a picture or an export.
  public func graph(
    of inputs: [String], fault: (String) -> Void = { _ in }, note: (String) -> Void = { _ in },
    progress: Progress = { _ in true }
  ) throws -> (graph: ContactGraph, summary: Summary) {
    let sink = GraphSink()
    let summary = try run(inputs, into: sink, fault: fault, note: note, progress: progress) { articles in
      articles.map { _ in false }
    }
    return (sink.builder.build(), summary)
  }

  private enum Work: Sendable {
    case article(Article)
    case known
    case note(String)
    case fault(String)
  }

  private enum Done: Sendable {
    case article(ArticleContacts, ShingleSignature)
    case known
    case note(String)
    case fault(String)
  }

  /// How many items, and bytes of text, go through the stages together.
  package static let batchLength = 128
  private static let batchBytes = 512 << 10
  /// The first batches are small, so that what is found early is seen and saved early.
  private static let firstLength = 8

  private func run(
    _ inputs: [String], into sink: any ArticleSink, fault: (String) -> Void, note: (String) -> Void,
    progress: Progress, areKnown: ([ArticleReference]) throws -> [Bool]
  ) throws -> Summary {
    var summary = Summary()
    var intake = ArticleIntake(sink, keepsDuplicates: keepsDuplicates)
    var length = Self.firstLength
    let stream = reader.items(from: inputs)
    let workers = OrderedWorkers<[Work], [Done]>(threads: threads, ahead: 3) { [pipeline] in
      let worker = pipeline.makeWorker()
      return { Self.done($0, worker) }
    }
    try workers.run {
      defer { length = min(Self.batchLength, 2 * length) }
      return try Self.batch(stream, length: length, areKnown)
    } consume: { batch in
      for done in batch {
        switch done {
        case .article(let contacts, let signature):
          try intake.take(contacts, signature: signature, into: &summary)
        case .known:
          summary.articles += 1
          summary.known += 1
        case .note(let text): note(text)
        case .fault(let text):
          summary.faults += 1
          fault(text)
        }
        summary.bytes = stream.bytesRead
        if !progress(summary) {
          summary.isInterrupted = true
          return false
        }
      }
      return true
    }
    return summary
  }

  /// The next items of a stream, in its order; nil at its end.
  private static func batch(
    _ stream: ArticleStream, length: Int, _ areKnown: ([ArticleReference]) throws -> [Bool]
  ) throws -> [Work]? {
    var items: [ReadingItem] = []
    var references: [ArticleReference] = []
    var bytes = 0
    while items.count < length, bytes < batchBytes, let item = stream.next() {
      items.append(item)
      guard case .article(let article) = item else { continue }
      references.append(
        ArticleReference(
          id: article.id, title: article.title, date: article.date, source: article.source, url: article.url,
          contentHash: ContentHash.hexadecimal(article.text), length: article.text.utf8.count))
      bytes += article.text.utf8.count
    }
    guard !items.isEmpty else { return nil }
    var known = (references.isEmpty ? [] : try areKnown(references))[...]
    return items.map { item in
      switch item {
      case .article(let article): known.removeFirst() ? .known : .article(article)
      case .note(let text): .note("\(text)")
      case .fault(let text): .fault("\(text)")
      }
    }
  }

  private static func done(_ batch: [Work], _ worker: PipelineWorker) -> [Done] {
    let articles = batch.compactMap { work in
      if case .article(let article) = work { article } else { nil }
    }
    var contacts = worker.analyze(articles).map(\.contacts)[...]
    return batch.map { work in
      switch work {
      case .article(let article): return .article(contacts.removeFirst(), ShingleSignature(article.text))
      case .known: return .known
      case .note(let text): return .note(text)
      case .fault(let text): return .fault(text)
      }
    }
  }
}
