/// A byte source with a buffer: looks ahead, reads lines, reads to the end.
final class BufferedBytes {
  let name: String
  private let source: any ByteSource
  private var buffer: [UInt8] = []
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  /// The source could not be read to its end.
  private(set) var hasFailed = false
  /// Bytes handed out so far.
  private(set) var position = 0

  /// Bytes that are read at once, at most and at least; a small file needs no large buffer.
  private static let chunk = 64 << 10
  private static let leastChunk = 1 << 10
  /// Bytes that are read next; 0 before the first time.
  private var nextChunk = 0

  init(_ source: any ByteSource, name: String) {
    self.source = source
    self.name = name
  }

  /// The next bytes, at most `count`, without taking them.
  func peek(_ count: Int) throws(ReadingFault) -> ArraySlice<UInt8> {
    while end - start < count, try fill() {}
    return buffer[start..<min(end, start + count)]
  }

  /// The first bytes, as many as tell what the source holds: a first record that is there as a line is enough, so that a record written
  /// into a pipe is read before the next one comes.
  func head(_ count: Int) throws(ReadingFault) -> ArraySlice<UInt8> {
    while end - start < count {
      let head = buffer[start..<end]
      if head.first == UInt8(ascii: "{"), head.contains(0x0A) { break }
      guard try fill() else { break }
    }
    return buffer[start..<min(end, start + count)]
  }

  /// Takes the next bytes, at most `count`; empty at the end.
  func take(_ count: Int) throws(ReadingFault) -> [UInt8] {
    let bytes = Array(try peek(count))
    start += bytes.count
    position += bytes.count
    return bytes
  }

  /// Passes over bytes that were looked at.
  func skip(_ count: Int) throws(ReadingFault) {
    var left = count
    while left > 0 {
      let step = min(left, Self.chunk)
      let there = try peek(step).count
      start += there
      position += there
      guard there == step else { return }
      left -= step
    }
  }

  /// The next line without its line feed; nil at the end. A longer line than `limit` bytes is passed over and thrown as a fault.
  func line(limit: Int) throws(ReadingFault) -> [UInt8]? {
    var searched = 0
    while true {
      let found = buffer.withUnsafeBufferPointer { bytes -> Int? in
        var at = start + searched
        while at < end {
          if bytes[at] == 0x0A { return at }
          at += 1
        }
        return nil
      }
      if let found {
        let line = Array(buffer[start..<found])
        position += found + 1 - start
        start = found + 1
        return line
      }
      searched = end - start
      if searched > limit {
        try skipLine()
        throw ReadingFault(file: name, "is longer than \(limit >> 20) MB; raise the limit or split it")
      }
      guard try fill() else {
        guard end > start else { return nil }
        let line = Array(buffer[start..<end])
        position += end - start
        start = end
        return line
      }
    }
  }

  /// Everything up to the end, or nil where that is more than `limit` bytes.
  func rest(limit: Int) throws(ReadingFault) -> [UInt8]? {
    while end - start <= limit, try fill() {}
    guard end - start <= limit else { return nil }
    return try take(end - start)
  }

  private func skipLine() throws(ReadingFault) {
    while true {
      if let found = buffer[start..<end].firstIndex(of: 0x0A) {
        position += found + 1 - start
        start = found + 1
        return
      }
      position += end - start
      start = end
      guard try fill() else { return }
    }
  }

  /// Reads one chunk more; false at the end.
  private func fill() throws(ReadingFault) -> Bool {
    guard !isAtEnd else { return false }
    let chunk = nextChunk > 0 ? nextChunk : firstChunk()
    // A file may have grown meanwhile.
    defer { nextChunk = min(Self.chunk, nextChunk * 2) }
    if buffer.count < end + chunk {
      // Room is made by moving what is left to the front, and by doubling where that is not enough.
      let left = end - start
      if buffer.count < left + chunk {
        var room = [UInt8](repeating: 0, count: left * 2 + chunk)
        room.withUnsafeMutableBytes { room in
          buffer.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
        }
        buffer = room
      } else {
        buffer.withUnsafeMutableBytes { bytes in
          guard let base = bytes.baseAddress else { return }
          base.copyMemory(from: base + start, byteCount: left)
        }
      }
      (start, end) = (0, left)
    }
    var failure: ReadingFault?
    let count = buffer.withUnsafeMutableBytes { bytes -> Int in
      do throws(ReadingFault) {
        return try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[end..<end + chunk]))
      } catch {
        failure = error
        return 0
      }
    }
    if let failure {
      isAtEnd = true
      hasFailed = true
      throw failure
    }
    end += count
    isAtEnd = count == 0
    return count > 0
  }

  /// Makes room for the first bytes: all of a small file and the read that finds its end.
  private func firstChunk() -> Int {
    nextChunk = Self.chunk
    guard let expected = source.expectedCount, expected > 0, expected < Self.chunk - 2 * Self.leastChunk else {
      return Self.chunk
    }
    nextChunk = Self.leastChunk
    buffer = [UInt8](repeating: 0, count: expected + 2 * Self.leastChunk)
    return expected + Self.leastChunk
  }
}
