import Foundation

/// Bytes that come in order: a file, standard input, an archive's entry, memory.
protocol ByteSource: AnyObject {
  /// Fills the start of a buffer; returns how many bytes, 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int
  /// About how many bytes there are in all; nil where it is not known.
  var expectedCount: Int? { get }
}

extension ByteSource {
  var expectedCount: Int? { nil }
}

/// An open file descriptor, closed with the object.
final class FileBytes: ByteSource {
  private let descriptor: Int32
  private let name: String
  private let closes: Bool

  /// Opens a file for reading.
  init(path: String, name: String) throws(ReadingFault) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT: throw ReadingFault(file: name, "does not exist; check the path")
      case EACCES, EPERM: throw ReadingFault(file: name, "may not be read; check its permissions")
      default: throw ReadingFault(file: name, "cannot be opened (\(String(cString: strerror(errno))))")
      }
    }
    self.name = name
    closes = true
  }

  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    closes = false
  }

  var expectedCount: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  deinit {
    if closes { close(descriptor) }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int {
    guard let base = buffer.baseAddress, !buffer.isEmpty else { return 0 }
    while true {
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, base, buffer.count)
      #else
        let count = Glibc.read(descriptor, base, buffer.count)
      #endif
      if count >= 0 { return count }
      if errno == EINTR { continue }
      if errno == EISDIR { throw ReadingFault(file: name, "is a folder") }
      throw ReadingFault(file: name, "cannot be read to its end (\(String(cString: strerror(errno))))")
    }
  }
}

/// Bytes in memory.
final class MemoryBytes: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int {
    let count = min(buffer.count, bytes.count - position)
    guard count > 0 else { return 0 }
    bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count])) }
    position += count
    return count
  }
}
