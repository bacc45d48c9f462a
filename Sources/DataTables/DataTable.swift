import Foundation

/// A table read from a text file that a person edits: UTF-8, one record a line, cells separated by tabs.
///
/// ```
/// # comment lines start with a number sign
/// title	category	position
/// President	head_of_state	both
/// ```
///
/// The first line that is no comment names the columns. Several values in one cell are separated by `|`;
/// an empty cell has none. Lines may end with CRLF; blank lines are passed over.
public struct DataTable: Sendable {
  /// The file as it is named in faults.
  public let file: String
  public let columns: [String]
  public let rows: [DataRow]

  /// Reads a table and checks its columns.
  ///
  /// - Parameters:
  ///   - url: the file.
  ///   - required: columns that the header must name, in any order.
  ///   - optional: columns that it may name; every other column is a fault.
  /// - Throws: `DataFaults` naming every fault of the file. Complexity: O(*n*) in the bytes of the file.
  public init(contentsOf url: URL, required: [String], optional: [String] = []) throws(DataFaults) {
    let data: Data
    do {
      data = try Data(contentsOf: url)
    } catch {
      throw DataFaults(file: url.path, "cannot be read; check that the file exists and may be read")
    }
    try self.init(bytes: [UInt8](data), file: url.path, required: required, optional: optional)
  }

  /// Reads a table from UTF-8 bytes; `file` names it in faults.
  public init(bytes: [UInt8], file: String, required: [String], optional: [String] = []) throws(DataFaults) {
    var faults: [DataFault] = []
    var columns: [String]?
    var rows: [DataRow] = []
    var line = 0
    var start = 0
    // A byte order mark is not part of the first cell.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while start < bytes.count {
      line += 1
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let next = end + 1
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      let slice = bytes[start..<end]
      start = next
      guard slice.contains(where: { $0 != 0x20 && $0 != 0x09 }), slice.first != UInt8(ascii: "#") else { continue }
      guard let cells = Self.cells(slice) else {
        faults.append(DataFault(file: file, line: line, message: "is not valid UTF-8; save the file as UTF-8"))
        continue
      }
      guard let header = columns else {
        columns = cells
        faults += Self.headerFaults(cells, file: file, line: line, required: required, optional: optional)
        continue
      }
      if cells.count > header.count {
        faults.append(
          DataFault(
            file: file, line: line,
            message: "has \(cells.count) cells where the header names \(header.count); remove the extra tabs"))
      } else {
        rows.append(DataRow(line: line, columns: header, cells: cells))
      }
    }
    if columns == nil {
      faults.append(
        DataFault(
          file: file, line: 0,
          message: "is empty; its first line must name the columns \(required.joined(separator: ", "))"))
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
    self.file = file
    self.columns = columns ?? []
    self.rows = rows
  }

  /// The cells of a line; nil where it is not UTF-8.
  private static func cells(_ line: ArraySlice<UInt8>) -> [String]? {
    var cells: [String] = []
    var start = line.startIndex
    for at in line.indices where line[at] == 0x09 {
      guard let cell = String(validating: line[start..<at], as: UTF8.self) else { return nil }
      cells.append(cell)
      start = at + 1
    }
    guard let last = String(validating: line[start...], as: UTF8.self) else { return nil }
    cells.append(last)
    return cells
  }

  private static func headerFaults(
    _ cells: [String], file: String, line: Int, required: [String], optional: [String]
  ) -> [DataFault] {
    var faults: [DataFault] = []
    for name in required where !cells.contains(name) {
      faults.append(DataFault(file: file, line: line, message: "lacks the column '\(name)'"))
    }
    let known = Set(required + optional)
    var seen: Set<String> = []
    for name in cells {
      if !known.contains(name) {
        faults.append(
          DataFault(
            file: file, line: line,
            message: "has the unknown column '\(name)'; known are \((required + optional).joined(separator: ", "))"))
      } else if !seen.insert(name).inserted {
        faults.append(DataFault(file: file, line: line, message: "names the column '\(name)' twice"))
      }
    }
    return faults
  }

  /// A fault at a row of this table.
  public func fault(_ row: DataRow, _ message: String) -> DataFault {
    DataFault(file: file, line: row.line, message: message)
  }
}

/// One record of a `DataTable`.
public struct DataRow: Sendable {
  /// Line number in the file, from 1.
  public let line: Int
  /// The columns of the table, shared by all rows: a few names are compared sooner than hashed.
  let columns: [String]
  /// The cells of the line, in the order of the columns; cells at its end may be left out.
  let cells: [String]

  /// The cell of a column, or nil where it is empty.
  public subscript(_ column: String) -> String? {
    guard let index = columns.firstIndex(of: column), index < cells.count, !cells[index].isEmpty else { return nil }
    return cells[index]
  }

  /// The values of a cell that are separated by `|`, without surrounding spaces; empty values are passed over.
  public func values(_ column: String) -> [String] {
    guard let cell = self[column] else { return [] }
    return cell.utf8.split(separator: UInt8(ascii: "|")).compactMap { part in
      let value = Self.trimmed(Substring(part))
      return value.isEmpty ? nil : value
    }
  }

  /// A value without the spaces around it.
  private static func trimmed(_ value: Substring) -> String {
    var bytes = value.utf8
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    guard let first = bytes.first, let last = bytes.last else { return "" }
    // Spaces outside ASCII are rare: only then the tables of Unicode are asked.
    return first < 0x80 && last < 0x80
      ? String(Substring(bytes)) : Substring(bytes).trimmingCharacters(in: .whitespaces)
  }
}
