import JSONText
import TextModel

/// JSON Lines: one record a line; a line that is broken is one fault, and the rest goes on.
final class JSONLinesSource: ItemSource {
  private let bytes: BufferedBytes
  private let limit: Int
  private var records: RecordReading
  private var line = 0
  private var waiting: [ReadingItem] = []

  init(_ bytes: BufferedBytes, session: ReadingSession) {
    self.bytes = bytes
    limit = session.options.maximumArticleBytes
    records = RecordReading(mapping: session.options.mapping)
  }

  func next() throws(ReadingFault) -> ReadingStep? {
    if let item = waiting.popLast() { return .item(item) }
    while true {
      line += 1
      var content: [UInt8]
      do {
        guard let next = try bytes.line(limit: limit) else { return nil }
        content = next
      } catch {
        // A line over the limit; a fault of the file itself comes again at the next line.
        return .item(.fault(ReadingFault(file: error.file, place: .line(line), error.message)))
      }
      if line == 1, content.starts(with: [0xEF, 0xBB, 0xBF]) { content.removeFirst(3) }
      guard content.contains(where: { $0 > 0x20 }) else { continue }
      let place = ReadingFault.Place.line(line)
      let value: JSONValue
      do {
        value = try records.value(of: content)
      } catch {
        return .item(
          .fault(
            ReadingFault(
              file: bytes.name, place: place,
              "is not valid JSON (\(error.message), at byte \(error.offset + 1) of the line); mend the line or remove it"
            )))
      }
      do {
        let (article, notes) = try records.article(
          value, fallbackID: "\(ContentOpener.stem(bytes.name))-\(line)", file: bytes.name, place: place)
        waiting = [.article(article)] + notes.reversed().map { .note($0) }
        return waiting.popLast().map { .item($0) }
      } catch {
        return .item(.fault(error))
      }
    }
  }
}
