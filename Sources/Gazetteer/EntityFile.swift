import DataTables
import Foundation
import TextModel

/// The lines of one entity file, checked, as ranges of its bytes.
///
/// ```
/// id	type	kind	name	aliases	country	gender	roles	members	valid	weight
/// Q567	person	politician	Angela Merkel	Merkel{surname}	DE	f	head_of_government/DE/2005-11-22/2021-12-08/Chancellor
/// ```
///
/// A file with the columns `id` and `aliases` alone adds aliases to entities of other files.
final class EntityFile: Sendable {
  /// A range of `bytes`.
  struct Cell: Sendable {
    var start: UInt32 = 0
    var count: UInt32 = 0
    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  let name: String
  let bytes: [UInt8]
  let addsAliases: Bool
  /// The cells of all lines, one for each column of the header.
  private let cells: LargeBuffer<Cell>
  /// The column of the file for each `EntityColumn`; -1 where it has none.
  private let columns: [Int]
  private let width: Int
  /// The number of each line in the file, from 1.
  let lines: [UInt32]
  /// Ids of the lines that were left out.
  let faultyIDs: Set<String>

  @inline(__always) subscript(_ row: Int, _ column: EntityColumn) -> Cell {
    let place = columns[column.rawValue]
    return place < 0 ? Cell() : cells[row * width + place]
  }

  func text(_ cell: Cell) -> String { String(decoding: bytes[cell.range], as: UTF8.self) }

  /// Reads a file and appends its faults; the faulty lines are left out.
  init(bytes: [UInt8], name: String, faults: inout [DataFault]) {
    self.name = name
    self.bytes = bytes
    var columns = [Int](repeating: -1, count: EntityColumn.allCases.count)
    var width = 0
    var adds = false
    var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 0
    var stop = bytes.count >= Int(UInt32.max)
    if stop {
      faults.append(DataFault(file: name, line: 0, message: "is larger than 4 GB; split it into several files"))
    }
    let expected = Self.expectedLines(bytes)
    var cells = LargeBuffer<Cell>(expected: 0)
    var lines: [UInt32] = []
    lines.reserveCapacity(expected)
    var faultyIDs: Set<String> = []
    bytes.withUnsafeBufferPointer { bytes in
      while place < bytes.count, !stop {
        line += 1
        var end = Self.next(0x0A, bytes, place, bytes.count)
        let next = end + 1
        if end > place, bytes[end - 1] == 0x0D { end -= 1 }
        defer { place = next }
        let content = UnsafeBufferPointer(rebasing: bytes[place..<end])
        guard let first = content.first, first != UInt8(ascii: "#"),
          content.contains(where: { $0 != 0x20 && $0 != 0x09 })
        else { continue }
        guard isUTF8(content) else {
          faults.append(DataFault(file: name, line: line, message: "is not valid UTF-8; save the file as UTF-8"))
          continue
        }
        if width == 0 {
          let before = faults.count
          let found = Self.header(content, file: name, line: line, faults: &faults)
          for (place, column) in found.columns.enumerated() { columns[column.rawValue] = place }
          width = found.columns.count
          cells = LargeBuffer(expected: expected * width)
          adds = found.addsAliases
          stop = faults.count > before
          continue
        }
        let base = cells.count
        var column = 0
        var start = place
        while start <= end {
          let stop = Self.next(0x09, bytes, start, end)
          if column < width {
            var from = start
            var to = stop
            while from < to, bytes[from] == 0x20 { from += 1 }
            while to > from, bytes[to - 1] == 0x20 { to -= 1 }
            cells.append(Cell(start: UInt32(from), count: UInt32(to - from)))
          }
          column += 1
          start = stop + 1
        }
        for _ in column..<max(column, width) { cells.append(Cell()) }
        if column > width {
          faults.append(
            DataFault(
              file: name, line: line,
              message: "has \(column) cells where the header names \(width); remove the extra tabs"))
          cells.truncate(to: base)
          continue
        }
        let before = faults.count
        EntityLineRules(
          bytes: bytes, cells: UnsafeBufferPointer(rebasing: cells.values[base...]), columns: columns, file: name,
          line: line
        ).check(addsAliases: adds, faults: &faults)
        if faults.count > before {
          faultyIDs.insert(
            String(decoding: bytes[cells[base + columns[EntityColumn.id.rawValue]].range], as: UTF8.self))
          cells.truncate(to: base)
        } else {
          lines.append(UInt32(line))
        }
      }
    }
    if width == 0, !stop {
      faults.append(
        DataFault(
          file: name, line: 0,
          message: "is empty; its first line must name the columns \(Self.titles(EntityColumn.required))"))
    }
    self.addsAliases = adds
    self.cells = cells
    self.columns = columns
    self.width = width
    self.lines = lines
    self.faultyIDs = faultyIDs
  }

  /// The first line that does not stand in the order of ids (bytes), as a fault.
  var faultsOfOrder: [DataFault] {
    for row in lines.indices.dropFirst()
    where bytes[self[row, .id].range].lexicographicallyPrecedes(bytes[self[row - 1, .id].range]) {
      return [
        DataFault(
          file: name, line: Int(lines[row]),
          message:
            "is not in the order of ids: '\(text(self[row, .id]))' after '\(text(self[row - 1, .id]))'; sort the lines by id"
        )
      ]
    }
    return []
  }

  /// About how many lines the bytes hold, by the first of them.
  private static func expectedLines(_ bytes: [UInt8]) -> Int {
    let start = bytes.prefix(1 << 16)
    let lines = start.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    return lines * bytes.count / max(1, start.count) * 17 / 16
  }

  /// Where a byte stands next, or `end`.
  private static func next(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard start < end, let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), end - start) else {
      return end
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private static func titles(_ columns: [EntityColumn]) -> String {
    columns.map(\.title).joined(separator: ", ")
  }

  private static func header(
    _ content: UnsafeBufferPointer<UInt8>, file: String, line: Int, faults: inout [DataFault]
  ) -> (columns: [EntityColumn], addsAliases: Bool) {
    let names = String(decoding: content, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
    var columns: [EntityColumn] = []
    for name in names {
      guard let column = EntityColumn.allCases.first(where: { $0.title == name }) else {
        faults.append(
          DataFault(
            file: file, line: line,
            message: "has the unknown column '\(name)'; known are \(titles(EntityColumn.allCases))"))
        continue
      }
      if columns.contains(column) {
        faults.append(DataFault(file: file, line: line, message: "names the column '\(name)' twice"))
      }
      columns.append(column)
    }
    let adds = !columns.contains(.type) && Set(columns).isSubset(of: EntityColumn.addition)
    for column in adds ? EntityColumn.addition : EntityColumn.required where !columns.contains(column) {
      faults.append(DataFault(file: file, line: line, message: "lacks the column '\(column.title)'"))
    }
    return (columns, adds)
  }
}

/// The bytes are valid UTF-8. Complexity: O(*n*), eight bytes at a time where they are ASCII.
func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let base = bytes.baseAddress else { return true }
  var place = 0
  while place + 8 <= bytes.count {
    let x = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)
    if x & 0x8080_8080_8080_8080 != 0 { break }
    place += 8
  }
  while place < bytes.count, bytes[place] < 0x80 { place += 1 }
  if place == bytes.count { return true }
  return String(validating: bytes[place...], as: UTF8.self) != nil
}
