import Foundation
import TextModel

/// Opens bytes as what they are.
struct ContentOpener {
  let session: ReadingSession

  func openFile(path: String, counter: InputCounter) throws(ReadingFault) -> any ItemSource {
    var status = stat()
    // A pipe or device named as a file is read; a socket would block for ever.
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK {
      throw ReadingFault(file: path, "is a socket, not a file")
    }
    return try openRegularFile(path: path, counter: counter)
  }

  /// Opens a path that is known to be no socket.
  func openRegularFile(path: String, counter: InputCounter) throws(ReadingFault) -> any ItemSource {
    try open(CountedBytes(FileBytes(path: path, name: path), counter), name: path, depth: 0)
  }

  /// The articles in the bytes of a file or an archive's entry.
  ///
  /// - Parameter depth: how many archives stand around it.
  func open(_ source: any ByteSource, name: String, depth: Int) throws(ReadingFault) -> any ItemSource {
    let bytes = BufferedBytes(source, name: name)
    let head = try bytes.head(ContentKind.head)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      return try openUTF16(bytes, depth: depth)
    }
    switch ContentKind(head, name: name) {
    case .empty: throw ReadingFault.empty(name)
    case .packed: return try ArchiveSource(bytes, opener: self, depth: depth)
    case .jsonLines: return JSONLinesSource(bytes, session: session)
    case .html: return try PageSource(bytes, session: session)
    case .feed: return try FeedSource(bytes, session: session)
    case .mail: return try MailSource(bytes, session: session)
    case .warc: return WARCSource(bytes, opener: self)
    case .json: return JSONSource(bytes, session: session)
    case .table(let separator): return TableSource(bytes, separator: separator, session: session)
    case .unread(let kind): throw ReadingFault(file: name, "is \(kind), which is not read; give its text")
    case .text: return try TextSource(bytes, session: session)
    }
  }

  /// UTF-16 is made UTF-8 first, whatever it holds.
  private func openUTF16(_ bytes: BufferedBytes, depth: Int) throws(ReadingFault) -> any ItemSource {
    let limit = session.options.maximumArticleBytes
    guard let content = try bytes.rest(limit: limit) else {
      throw ReadingFault(file: bytes.name, "is UTF-16 and longer than \(limit >> 20) MB; save it as UTF-8")
    }
    let decoded: DecodedText
    do {
      decoded = try DecodedText(content)
    } catch {
      throw ReadingFault(file: bytes.name, error.message)
    }
    let inner = try open(MemoryBytes(Array(decoded.text.utf8)), name: bytes.name, depth: depth)
    guard let note = decoded.note else { return inner }
    return ListedSource([.item(.note(ReadingFault(file: bytes.name, note))), .open(inner)])
  }

  /// The name of a file without folders and extensions: the id of its article.
  static func stem(_ name: String) -> String {
    var name = name
    return name.withUTF8 { bytes in
      let file = unpacked(bytes)
      let dot = UInt8(ascii: ".")
      guard let last = file.lastIndex(of: dot), file[..<last].contains(where: { $0 != dot }) else {
        return String(decoding: file, as: UTF8.self)
      }
      return String(decoding: file[..<last], as: UTF8.self)
    }
  }

  /// The name of a file without folders and the extensions of packing: `news.csv` for `a/news.csv.gz`.
  static func unpackedName(_ name: String) -> String {
    var name = name
    return name.withUTF8 { String(decoding: unpacked($0), as: UTF8.self) }
  }

  private static func unpacked(_ name: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
    var file = name[...]
    while file.last == UInt8(ascii: "/") { file.removeLast() }
    guard !file.isEmpty else { return name[...] }
    if let slash = file.lastIndex(of: UInt8(ascii: "/")) { file = file[(slash + 1)...] }
    while let dot = file.lastIndex(of: UInt8(ascii: ".")),
      packing.contains(where: { file[(dot + 1)...].elementsEqual($0.utf8) })
    {
      file = file[..<dot]
    }
    return file
  }

  /// The extensions of what is packed around a file.
  private static let packing = ["gz", "zst", "xz", "bz2", "zip", "tar", "tgz", "lz4"]
}
