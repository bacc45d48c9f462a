import Foundation
import TextModel

/// Reads articles from files, folders and standard input, whatever kind each is.
///
/// ```
/// for item in ArticleReader().items(from: ["archive/", "news.jsonl", "-"]) {
///   switch item {
///   case .article(let article): …
///   case .note(let note), .fault(let note): print(note)
///   }
/// }
/// ```
///
/// Plain text, HTML pages, JSON Lines, JSON, tables (CSV, TSV), feeds (RSS, Atom), mails and WARC files are told by their content, alone
/// or inside gzip, zstd, xz, bzip2, lz4, zip, tar and cpio. Folders are read in order of their files' names, hidden files left out.
public struct ArticleReader: Sendable {
  public var options: ReadingOptions

  public init(options: ReadingOptions = ReadingOptions()) {
    self.options = options
  }

  /// The articles, notes and faults of the inputs, read as they are asked for.
  ///
  /// - Parameter inputs: paths of files and folders; `-` is standard input.
  public func items(from inputs: [String]) -> ArticleStream {
    ArticleStream(inputs: inputs, options: options)
  }

  /// The items of bytes in memory; `name` stands for the file in notes and faults.
  public func items(in bytes: [UInt8], name: String) -> ArticleStream {
    ArticleStream(bytes: bytes, name: name, options: options)
  }

  /// The bytes of all files of the inputs, as they lie on disk; nil where standard input is among them.
  ///
  /// Complexity: O(*n*) in the number of files.
  public func totalBytes(of inputs: [String]) -> Int? {
    guard !inputs.contains("-") else { return nil }
    return inputs.reduce(0) { $0 + FolderSource.totalBytes(at: $1) }
  }
}

/// A sequence that can be gone through once.
public final class ArticleStream: Sequence, IteratorProtocol {
  public typealias Element = ReadingItem

  private var stack: [any ItemSource]
  private let session: ReadingSession
  private let counter: InputCounter
  /// Articles, notes and faults given so far.
  public private(set) var articles = 0
  public private(set) var notes = 0
  public private(set) var faults = 0

  /// Bytes of the files taken in so far, as they lie on disk.
  public var bytesRead: Int { counter.bytes }

  init(inputs: [String], options: ReadingOptions) {
    session = ReadingSession(options: options)
    counter = InputCounter()
    stack = [InputsSource(inputs, opener: ContentOpener(session: session), counter: counter)]
  }

  init(bytes: [UInt8], name: String, options: ReadingOptions) {
    session = ReadingSession(options: options)
    counter = InputCounter()
    let opener = ContentOpener(session: session)
    stack = [LazySource { () throws(ReadingFault) in try opener.open(MemoryBytes(bytes), name: name, depth: 0) }]
  }

  public func next() -> ReadingItem? {
    while let source = stack.last {
      do {
        switch try source.next() {
        case nil: stack.removeLast()
        case .open(let inner): stack.append(inner)
        case .item(let item): return counted(item)
        }
      } catch {
        stack.removeLast()
        return counted(.fault(error))
      }
    }
    return nil
  }

  private func counted(_ item: ReadingItem) -> ReadingItem {
    switch item {
    case .article(let article):
      articles += 1
      return .article(session.withUniqueID(article))
    case .note:
      notes += 1
    case .fault:
      faults += 1
    }
    return item
  }
}
