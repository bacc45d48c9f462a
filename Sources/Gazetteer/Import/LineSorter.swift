import Foundation

/// Sorts lines by their first cell in bounded memory: full batches are sorted and put aside, then merged.
final class LineSorter {
  private let folder: URL
  private let limit: Int
  private var lines: [String] = []
  private var size = 0
  private var batches: [URL] = []

  /// - Parameters:
  ///   - folder: where batches are put aside; it is made and removed.
  ///   - limit: bytes of lines that are held in memory.
  init(folder: URL, limit: Int = 128 << 20) {
    self.folder = folder
    self.limit = limit
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func add(_ line: String) throws(GazetteerError) {
    lines.append(line)
    size += line.utf8.count + 32
    if size >= limit { try putAside() }
  }

  private static func key(_ line: some StringProtocol) -> Substring.UTF8View.SubSequence {
    Substring(line).utf8.prefix { $0 != 0x09 }
  }

  private static func precedes(_ a: String, _ b: String) -> Bool {
    // A tab sorts before all characters of ids, so the order of lines is that of ids.
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private func putAside() throws(GazetteerError) {
    lines.sort(by: Self.precedes)
    let file = folder.appendingPathComponent("batch-\(batches.count)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    } catch {
      throw GazetteerError(
        "\(folder.path): cannot be written; free some room or set another folder for temporary files")
    }
    batches.append(file)
    lines.removeAll(keepingCapacity: true)
    size = 0
  }

  /// Calls `body` with each line in order; of lines with one id the first alone.
  ///
  /// - Returns: the number of lines that were left out.
  func finish(_ body: (String) throws -> Void) throws -> Int {
    var repeated = 0
    var last: String?
    func give(_ line: String) throws {
      if let last, Self.key(last).elementsEqual(Self.key(line)) {
        repeated += 1
        return
      }
      last = line
      try body(line)
    }
    if batches.isEmpty {
      lines.sort(by: Self.precedes)
      for line in lines { try give(line) }
      return repeated
    }
    if !lines.isEmpty { try putAside() }
    var readers: [(reader: RecordReader, line: String)] = []
    for batch in batches {
      var reader = RecordReader(try FileHandle(forReadingFrom: batch), keepsQuotations: false)
      if let line = try reader.next() { readers.append((reader, String(decoding: line, as: UTF8.self))) }
    }
    while let first = readers.indices.min(by: { Self.precedes(readers[$0].line, readers[$1].line) }) {
      try give(readers[first].line)
      if let line = try readers[first].reader.next() {
        readers[first].line = String(decoding: line, as: UTF8.self)
      } else {
        readers.remove(at: first)
      }
    }
    return repeated
  }
}
