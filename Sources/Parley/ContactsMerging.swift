import ArticleReading
import ContactGraph
import ContactModel
import Foundation
import GraphExport
import GraphStore

/// Merges lines of contacts, as `parley annotate --format contacts` prints them on one machine or many, into a graph.
///
/// The graph is the one that `GraphBuilding` makes of the articles themselves: where copies are kept, for any order and
/// any division of the lines into files; else for any division whose lines come in the order of the articles, because the
/// first of several copies is the original.
public struct ContactsMerging: Sendable {
  /// Count copies and rewrites of an article as articles of their own.
  public var keepsDuplicates: Bool

  public init(keepsDuplicates: Bool = false) {
    self.keepsDuplicates = keepsDuplicates
  }

  /// Adds the lines of files to a graph file; `-` is standard input.
  ///
  /// - Throws: `GraphStoreError`. A line that cannot be read is a fault, and the rest is read.
  @discardableResult
  public func build(
    _ inputs: [String], into path: String, fault: (String) -> Void = { _ in },
    progress: GraphBuilding.Progress = { _ in true }
  ) throws -> GraphBuilding.Summary {
    let output = GraphOutput(path)
    let summary: GraphBuilding.Summary
    do {
      summary = try run(inputs, into: output, fault: fault, progress: progress)
    } catch {
      output.abandon()
      throw error
    }
    try output.close(isFinished: !summary.isInterrupted)
    return summary
  }

  /// The graph of the lines, in memory.
  public func graph(
    of inputs: [String], fault: (String) -> Void = { _ in }, progress: GraphBuilding.Progress = { _ in true }
  ) throws -> (graph: ContactGraph, summary: GraphBuilding.Summary) {
    let sink = GraphSink()
    let summary = try run(inputs, into: sink, fault: fault, progress: progress)
    return (sink.builder.build(), summary)
  }

  private func run(
    _ inputs: [String], into sink: any ArticleSink, fault: (String) -> Void, progress: GraphBuilding.Progress
  ) throws -> GraphBuilding.Summary {
    var summary = GraphBuilding.Summary()
    var intake = ArticleIntake(sink, keepsDuplicates: keepsDuplicates)
    func take(_ records: [ContactsJSON.Record], file: String) throws {
      for record in records {
        switch record {
        case .article(let article, let stated, let signature):
          let signature = signature.flatMap { ShingleSignature(encoded: $0) }
          try intake.take(article, signature: signature, statedOriginal: stated, into: &summary)
        case .contact(let article):
          try intake.take(article, signature: nil, into: &summary)
        case .failure(let doc, let message):
          summary.faults += 1
          fault("\(file): the article \(doc.map { "'\($0)' " } ?? "")was not read when the line was made: \(message)")
        }
      }
    }
    for input in inputs {
      guard let lines = LineReader(path: input) else {
        summary.faults += 1
        fault("\(input): cannot be read; check that the file exists and may be read")
        continue
      }
      let name = input == "-" ? "standard input" : input
      var reader = ContactsReader(file: name)
      while let line = lines.next() {
        summary.bytes += line.count + 1
        do {
          try take(try reader.read(line), file: name)
        } catch let error as GraphExportError {
          summary.faults += 1
          fault("\(error)")
        }
        if !progress(summary) {
          summary.isInterrupted = true
          return summary
        }
      }
      try take(reader.finish(), file: name)
    }
    return summary
  }
}

/// The lines of a file or of standard input, read in blocks.
final class LineReader {
  private let file: UnsafeMutablePointer<FILE>
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  /// Nil where the file cannot be opened; `-` is standard input.
  init?(path: String) {
    guard let file = path == "-" ? fdopen(dup(STDIN_FILENO), "r") : fopen(path, "r") else { return nil }
    self.file = file
  }

  deinit {
    free(buffer)
    fclose(file)
  }

  /// The next line without its line feed; nil at the end.
  func next() -> [UInt8]? {
    let length = getline(&buffer, &capacity, file)
    guard length >= 0, let buffer else { return nil }
    let bytes = UnsafeRawBufferPointer(start: buffer, count: length)
    return bytes.last == 0x0A ? Array(bytes.dropLast()) : Array(bytes)
  }
}
