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
      guard let text = String(validating: slice, as: UTF8.self) else {
        faults.append(DataFault(file: file, line: line, message: "is not valid UTF-8; save the file as UTF-8"))
        continue
      }
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
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
        rows.append(
          DataRow(
            line: line,
            cells: Dictionary(
              zip(header, cells).filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first })))
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
  let cells: [String: String]

  /// The cell of a column, or nil where it is empty.
  public subscript(_ column: String) -> String? {
    cells[column]
  }

  /// The values of a cell that are separated by `|`, without surrounding spaces; empty values are passed over.
  public func values(_ column: String) -> [String] {
    guard let cell = cells[column] else { return [] }
    return cell.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
