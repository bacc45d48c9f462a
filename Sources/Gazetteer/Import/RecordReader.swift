import Foundation

/// Reads records from a file or standard input piece by piece: lines, or for CSV lines with whole quotations.
struct RecordReader {
  private let file: FileHandle
  private let keepsQuotations: Bool
  private var buffer: [UInt8] = []
  private var place = 0
  private var atEnd = false
  /// The line on which the record that was read last starts, from 1.
  private(set) var line = 0
  private var nextLine = 1
  /// The number of bytes that were read.
  private(set) var bytesRead = 0

  init(_ file: FileHandle, keepsQuotations: Bool) {
    self.file = file
    self.keepsQuotations = keepsQuotations
  }

  /// The next record without the end of its line; nil at the end.
  mutating func next() throws(GazetteerError) -> [UInt8]? {
    var end = place
    var quoted = false
    line = nextLine
    while true {
      while end < buffer.count {
        let byte = buffer[end]
        if byte == 0x0A {
          nextLine += 1
          if !(keepsQuotations && quoted) { return cut(end, skipping: 1) }
        }
        if byte == UInt8(ascii: "\"") { quoted.toggle() }
        end += 1
      }
      if atEnd { return end > place ? cut(end, skipping: 0) : nil }
      buffer.removeFirst(place)
      end -= place
      place = 0
      let more: Data
      do {
        more = try file.read(upToCount: 1 << 20) ?? Data()
      } catch {
        throw GazetteerError(
          "the input cannot be read on from line \(nextLine); check the file or the program that writes it")
      }
      if more.isEmpty { atEnd = true }
      bytesRead += more.count
      buffer += more
    }
  }

  private mutating func cut(_ end: Int, skipping: Int) -> [UInt8] {
    var stop = end
    if stop > place, buffer[stop - 1] == 0x0D { stop -= 1 }
    var start = place
    if line == 1, buffer[start..<stop].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    place = end + skipping
    return Array(buffer[start..<stop])
  }
}
