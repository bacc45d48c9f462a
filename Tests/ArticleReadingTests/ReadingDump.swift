import ArticleReading
import Foundation
import Testing
import TextModel

/// Readable dumps of what a reader gives.
enum ReadingDump {
  /// One line an item: an article with its parts, `NOTE …`, `FAULT …`.
  static func lines(_ stream: ArticleStream) -> [String] {
    stream.map { item in
      switch item {
      case .article(let article): line(article)
      case .note(let note): "NOTE \(note)"
      case .fault(let fault): "FAULT \(fault)"
      }
    }
  }

  static func lines(_ bytes: [UInt8], name: String, options: ReadingOptions = ReadingOptions()) -> [String] {
    lines(ArticleReader(options: options).items(in: bytes, name: name))
  }

  static func lines(_ text: String, name: String, options: ReadingOptions = ReadingOptions()) -> [String] {
    lines(Array(text.utf8), name: name, options: options)
  }

  static func line(_ article: Article) -> String {
    let parts = [
      article.title.map { "title=\($0)" }, article.date.map { "date=\($0)" }, article.source.map { "source=\($0)" },
      article.url.map { "url=\($0)" }, article.byline.map { "byline=\($0)" }, article.language.map { "language=\($0)" },
    ].compactMap { $0 }
    // By scalar: CRLF is one character to Swift.
    let text = article.text.unicodeScalars.map { $0 == "\n" ? "⏎" : $0 == "\r" ? "␍" : String($0) }.joined()
    return ([article.id] + parts + [text]).joined(separator: " | ")
  }
}

/// A folder that is removed with the value.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "articles-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    // A folder left behind in the temporary folder harms nobody.
    _ = try? FileManager.default.removeItem(at: url)
  }

  func write(_ text: String, _ name: String) throws {
    try write(Array(text.utf8), name)
  }

  func write(_ bytes: [UInt8], _ name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    // Not by `Data`, which waits until the disk has it.
    guard let stream = fopen(file.path, "w") else { throw CocoaError(.fileWriteUnknown) }
    defer { fclose(stream) }
    #expect(fwrite(bytes, 1, bytes.count, stream) == bytes.count)
  }

  /// A dump of the folder's articles, with the folder's path cut off.
  func lines(_ inputs: [String] = [""], options: ReadingOptions = ReadingOptions()) -> [String] {
    let paths = inputs.map { $0.isEmpty ? url.path : url.path + "/" + $0 }
    return ReadingDump.lines(ArticleReader(options: options).items(from: paths)).map {
      $0.replacing(url.path + "/", with: "").replacing(url.path, with: ".")
    }
  }
}
