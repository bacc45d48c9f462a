/// The files of an archive, or what one compressed file holds.
final class ArchiveSource: ItemSource {
  private let handle: ArchiveHandle
  private let opener: ContentOpener
  private let name: String
  private let depth: Int
  private var files = 0

  init(_ bytes: BufferedBytes, opener: ContentOpener, depth: Int) throws(ReadingFault) {
    let limits = opener.session.options
    guard depth < limits.maximumDepth else {
      throw ReadingFault(file: bytes.name, "is packed more than \(limits.maximumDepth) times over; it was not opened")
    }
    handle = try ArchiveHandle(bytes, limits: limits)
    self.opener = opener
    name = bytes.name
    self.depth = depth
  }

  func next() throws(ReadingFault) -> ReadingStep? {
    while let entry = try handle.nextEntry() {
      guard entry.isFile, !isHidden(entry.path) else { continue }
      files += 1
      let file = entry.path == "data" && files == 1 ? name : "\(name)/\(entry.path)"
      if entry.isEncrypted {
        return .item(.fault(ReadingFault(file: file, "is encrypted; unpack it with its password")))
      }
      if entry.path == "[Content_Types].xml" {
        throw ReadingFault(file: name, "is an Office document, which is not read; save it as text or HTML")
      }
      let (opener, depth, handle) = (opener, depth, handle)
      return .open(
        LazySource { () throws(ReadingFault) in try opener.open(EntryBytes(handle), name: file, depth: depth + 1) })
    }
    guard files > 0 else { throw ReadingFault(file: name, "is an archive without files") }
    return nil
  }

  private func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }
}

/// The bytes of an archive's current entry.
private final class EntryBytes: ByteSource {
  private let handle: ArchiveHandle

  init(_ handle: ArchiveHandle) {
    self.handle = handle
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int {
    try handle.read(into: buffer)
  }
}
