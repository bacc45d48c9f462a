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
    return try open(CountedBytes(FileBytes(path: path, name: path), counter), name: path, depth: 0)
  }

  /// The articles in the bytes of a file or an archive's entry.
  ///
  /// - Parameter depth: how many archives stand around it.
  func open(_ source: any ByteSource, name: String, depth: Int) throws(ReadingFault) -> any ItemSource {
    let bytes = BufferedBytes(source, name: name)
    let head = try bytes.peek(ContentKind.head)
    switch ContentKind(head, name: name) {
    case .empty: throw ReadingFault(file: name, "is empty")
    case .jsonLines: return JSONLinesSource(bytes, session: session)
    case .unread(let kind): throw ReadingFault(file: name, "is \(kind), which is not read; give its text")
    default: return try TextSource(bytes, session: session)
    }
  }

  /// The name of a file without folders and extensions: the id of its article.
  static func stem(_ name: String) -> String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    var parts = file.split(separator: ".", omittingEmptySubsequences: false)
    let outer: Set<Substring> = ["gz", "zst", "xz", "bz2", "zip", "tar", "tgz", "lz4"]
    while parts.count > 1, let last = parts.last, outer.contains(last) { parts.removeLast() }
    if parts.count > 1, parts.dropLast().contains(where: { !$0.isEmpty }) { parts.removeLast() }
    return parts.joined(separator: ".")
  }
}
