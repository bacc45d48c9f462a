import JSONText

/// A JSON document: an array of records, read one by one, or one object that is a record or holds an array of them.
final class JSONSource: ItemSource {
  private let bytes: BufferedBytes
  private let limit: Int
  private var records: RecordReading
  private var waiting: [ReadingItem] = []
  /// Records of an array inside an object.
  private var held: ArraySlice<JSONValue> = []
  private var count = 0
  private var isStarted = false
  private var isArray = false
  /// The records stand in an array inside the file's one object.
  private var isInner = false

  /// Keys under which exports and services hold their list of records.
  private static let lists = ["articles", "stories", "items", "results", "data", "hits", "documents", "docs", "news"]

  init(_ bytes: BufferedBytes, session: ReadingSession) {
    self.bytes = bytes
    limit = session.options.maximumArticleBytes
    records = RecordReading(mapping: session.options.mapping)
  }

  func next() throws(ReadingFault) -> ReadingStep? {
    if let item = waiting.popLast() { return .item(item) }
    if !isStarted {
      isStarted = true
      try skipSpace(withMark: true)
      if try bytes.peek(1).first == UInt8(ascii: "[") {
        isArray = true
        try bytes.skip(1)
      } else {
        try readObject()
      }
    }
    if let record = held.popFirst() { return .item(item(record, offset: nil)) }
    if isArray, let item = try nextElement() { return .item(item) }
    guard count > 0 else { throw ReadingFault(file: bytes.name, "holds no records") }
    return nil
  }

  /// The next record of the array.
  private func nextElement() throws(ReadingFault) -> ReadingItem? {
    while true {
      try skipSpace(withMark: false)
      guard let mark = try bytes.peek(1).first else {
        throw ReadingFault(
          file: bytes.name, place: .byte(bytes.position), "ends before the array does; the file is cut off")
      }
      if mark == UInt8(ascii: "]") {
        isArray = false
        return nil
      }
      if mark == UInt8(ascii: ",") {
        try bytes.skip(1)
        continue
      }
      let offset = bytes.position
      let element = try element()
      guard !element.isEmpty else {
        throw ReadingFault(
          file: bytes.name, place: .byte(offset), "has a closing bracket where a record must start; mend the file")
      }
      let value: JSONValue
      do {
        value = try records.value(of: element)
      } catch {
        if try bytes.peek(1).isEmpty { continue }
        count += 1
        return .fault(
          ReadingFault(
            file: bytes.name, place: .byte(offset + error.offset),
            "is not valid JSON (\(error.message)); mend the record or remove it"))
      }
      return item(value, offset: offset)
    }
  }

  private func item(_ record: JSONValue, offset: Int?) -> ReadingItem {
    count += 1
    do {
      let place = offset.map { ReadingFault.Place.byte($0) } ?? (isInner ? .record(count) : .file)
      let (article, notes) = try records.article(
        record, fallbackID: "\(ContentOpener.stem(bytes.name))-\(count)", file: bytes.name, place: place)
      waiting = [.article(article)] + notes.reversed().map { .note($0) }
      return waiting.removeLast()
    } catch {
      return .fault(error)
    }
  }

  /// Reads the one object of the file.
  private func readObject() throws(ReadingFault) {
    guard let rest = try bytes.rest(limit: limit) else {
      throw ReadingFault(
        file: bytes.name, "is one JSON object of more than \(limit >> 20) MB; give its records as JSON Lines")
    }
    let value: JSONValue
    do {
      value = try records.value(of: rest)
    } catch {
      throw ReadingFault(
        file: bytes.name, place: .byte(error.offset), "is not valid JSON (\(error.message)); mend the file")
    }
    for key in Self.lists {
      if case .array(let values) = value[key], values.contains(where: { if case .object = $0 { true } else { false } })
      {
        held = values[...]
        isInner = true
        return
      }
    }
    held = [value]
  }

  private func skipSpace(withMark: Bool) throws(ReadingFault) {
    if withMark, try bytes.peek(3).elementsEqual([0xEF, 0xBB, 0xBF]) { try bytes.skip(3) }
    while let byte = try bytes.peek(1).first, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      try bytes.skip(1)
    }
  }

  /// The bytes of the array's element that starts here, up to the comma or bracket that ends it.
  private func element() throws(ReadingFault) -> [UInt8] {
    var element: [UInt8] = []
    var depth = 0
    var isInString = false
    var isEscaped = false
    while true {
      let chunk = try bytes.peek(4096)
      guard !chunk.isEmpty else { return element }
      var taken = 0
      var isDone = false
      for byte in chunk {
        if isInString {
          if isEscaped {
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
          } else if byte == UInt8(ascii: "\"") {
            isInString = false
          }
        } else {
          switch byte {
          case UInt8(ascii: "\""): isInString = true
          case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
          case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            isDone = depth < 0
          case UInt8(ascii: ","): isDone = depth == 0
          default: break
          }
          if isDone { break }
        }
        taken += 1
      }
      element.append(contentsOf: chunk.prefix(taken))
      try bytes.skip(taken)
      if isDone { return element }
      guard element.count <= limit else {
        throw ReadingFault(
          file: bytes.name, place: .byte(bytes.position - element.count),
          "holds a record of more than \(limit >> 20) MB; split it")
      }
    }
  }
}
