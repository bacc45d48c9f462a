import JSONText

/// A table with a header (RFC 4180): CSV, with semicolons, or TSV; cells may be quoted and hold line breaks.
final class TableSource: ItemSource {
  private let bytes: BufferedBytes
  private let separator: UInt8
  private let limit: Int
  private var records: RecordReading
  private var header: [String]?
  private var line = 1
  private var waiting: [ReadingItem] = []
  /// The row that was read last ended inside quotation marks.
  private var isInsideCell = false
  /// A row was found under the header.
  private var isFilled = false

  init(_ bytes: BufferedBytes, separator: UInt8, session: ReadingSession) {
    self.bytes = bytes
    self.separator = separator
    limit = session.options.maximumArticleBytes
    records = RecordReading(mapping: session.options.mapping)
  }

  func next() throws(ReadingFault) -> ReadingStep? {
    if let item = waiting.popLast() { return .item(item) }
    if header == nil {
      if try bytes.peek(3).elementsEqual([0xEF, 0xBB, 0xBF]) { try bytes.skip(3) }
      header = try row().map { cells in cells.map { $0.trimmingPrefix { $0 == " " }.description } }
    }
    guard let header else { return nil }
    while true {
      let start = line
      let place = ReadingFault.Place.line(start)
      let found: [String]?
      do {
        found = try row()
      } catch {
        // A line over the limit was passed over whole: the next one starts a row. A fault of the file itself is its end.
        guard case .line = error.place, !isInsideCell else { throw error }
        isFilled = true
        return .item(.fault(error))
      }
      guard let cells = found else {
        guard isFilled else { throw ReadingFault(file: bytes.name, "holds no records under its header") }
        return nil
      }
      if cells.count == 1, cells[0].isEmpty { continue }
      isFilled = true
      guard cells.count <= header.count else {
        return .item(
          .fault(
            ReadingFault(
              file: bytes.name, place: place,
              "has \(cells.count) cells where the header names \(header.count); put cells that hold the separator in quotation marks"
            )))
      }
      var members: [JSONValue.Member] = []
      for (key, cell) in zip(header, cells) where !cell.isEmpty && !members.contains(where: { $0.key == key }) {
        members.append(JSONValue.Member(key: key, value: .string(cell)))
      }
      do {
        let (article, notes) = try records.article(
          .object(members), fallbackID: "\(ContentOpener.stem(bytes.name))-\(start)", file: bytes.name, place: place)
        waiting = [.article(article)] + notes.reversed().map { .note($0) }
        return waiting.popLast().map { .item($0) }
      } catch {
        return .item(.fault(error))
      }
    }
  }

  /// The cells of the next row, nil at the end.
  private func row() throws(ReadingFault) -> [String]? {
    isInsideCell = false
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    var size = 0
    let start = line
    while true {
      let content: [UInt8]
      isInsideCell = isQuoted
      guard let next = try nextLine(of: start) else {
        guard isQuoted else { return nil }
        throw ReadingFault(
          file: bytes.name, place: .line(start), "opens a quotation mark that is never closed; the file is cut off")
      }
      line += 1
      content = next
      size += content.count
      guard size <= limit else {
        throw ReadingFault(
          file: bytes.name, place: .line(start),
          "starts a row of more than \(limit >> 20) MB; check its quotation marks")
      }
      var at = 0
      let end = content.last == 0x0D && !isQuotedAtEnd(content, isQuoted) ? content.count - 1 : content.count
      while at < end {
        let byte = content[at]
        if isQuoted {
          if byte == UInt8(ascii: "\"") {
            if at + 1 < end, content[at + 1] == byte {
              cell.append(byte)
              at += 1
            } else {
              isQuoted = false
            }
          } else {
            cell.append(byte)
          }
        } else if byte == separator {
          cells.append(cell)
          cell = []
          wasQuoted = false
        } else if byte == UInt8(ascii: "\""), cell.isEmpty, !wasQuoted {
          isQuoted = true
          wasQuoted = true
        } else {
          cell.append(byte)
        }
        at += 1
      }
      if isQuoted {
        cell.append(0x0A)
        continue
      }
      cells.append(cell)
      return cells.map { records.text(ofCell: $0) }
    }
  }

  /// The next line; a fault of one over the limit names the row's place.
  private func nextLine(of start: Int) throws(ReadingFault) -> [UInt8]? {
    do {
      return try bytes.line(limit: limit)
    } catch {
      guard !bytes.hasFailed else { throw error }
      line += 1
      throw ReadingFault(file: error.file, place: .line(start), error.message)
    }
  }

  /// A carriage return at a line's end belongs to a quoted cell only where the cell goes on; then it is kept.
  private func isQuotedAtEnd(_ content: [UInt8], _ isQuoted: Bool) -> Bool {
    content.lazy.filter { $0 == UInt8(ascii: "\"") }.count % 2 == (isQuoted ? 0 : 1)
  }
}
