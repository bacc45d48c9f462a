import JSONText
import TextModel

/// Makes articles of records: objects of JSON, rows of tables.
struct RecordReading {
  let mapping: FieldMapping
  /// Keys that were told to be passed over, so that each is told once.
  private var toldKeys: Set<String> = []
  /// The encoding of text that is not UTF-8: whether such was read, and whether that was told.
  private var otherEncoding = (isRead: false, isTold: false)

  init(mapping: FieldMapping?) {
    self.mapping = mapping ?? .usual
  }

  /// The value of a record's JSON; strings that are not UTF-8 are read as Windows-1252.
  mutating func value(of json: [UInt8]) throws(JSONParser.Fault) -> JSONValue {
    var isOther = false
    let value = try JSONParser.parse(json) { bytes in
      isOther = true
      return DecodedText.windows1252(bytes)
    }
    if isOther { otherEncoding.isRead = true }
    return value
  }

  /// The text of a table's cell: UTF-8, or else Windows-1252.
  mutating func text(ofCell cell: [UInt8]) -> String {
    if let text = String(validating: cell, as: UTF8.self) { return text }
    otherEncoding.isRead = true
    return DecodedText.windows1252(cell[...])
  }

  /// The article of a record, and notes on what was passed over.
  ///
  /// - Parameters:
  ///   - record: an object.
  ///   - fallbackID: the id of an article whose record has none.
  mutating func article(
    _ record: JSONValue, fallbackID: String, file: String, place: ReadingFault.Place
  ) throws(ReadingFault) -> (Article, notes: [ReadingFault]) {
    guard case .object(let members) = record else {
      throw ReadingFault(
        file: file, place: place, "is no object; every record must be an object such as {\"id\": …, \"text\": …}")
    }
    var notes: [ReadingFault] = []
    if otherEncoding.isRead, !otherEncoding.isTold {
      otherEncoding.isTold = true
      notes.append(
        ReadingFault(file: file, place: place, "is not UTF-8; such records are read as Windows-1252"))
    }
    var used: Set<String> = []
    /// Some exports give the article's address as its source, and the source under another name.
    var address: String?
    func value(_ part: FieldMapping.Part) throws(ReadingFault) -> String? {
      for name in mapping.names[part] ?? [] {
        guard let value = record[name] else { continue }
        if case .null = value { continue }
        used.insert(String(name.prefix { $0 != "." }))
        used.insert(name)
        if let text = part == .text ? value.prose : value.text {
          if text.isEmpty { continue }
          if part == .source, text.hasPrefix("https://") || text.hasPrefix("http://") {
            address = address ?? text
            continue
          }
          return text
        }
        if case .object = value { continue }
        if case .array = value { continue }
        throw ReadingFault(file: file, place: place, Self.noText(name))
      }
      return nil
    }
    let text = try value(.text)
    let names = mapping.names[.text] ?? []
    guard let text else {
      if let present = names.first(where: { record[$0] != nil }) {
        let isEmpty = record[present]?.isEmpty == true
        throw ReadingFault(
          file: file, place: place,
          isEmpty ? "has an empty '\(present)', so there is nothing to read" : Self.noText(present))
      }
      let keys = members.prefix(12).map(\.key).joined(separator: ", ")
      throw ReadingFault(
        file: file, place: place,
        "has no field 'text'; say by text=FIELD which of its fields holds the text (\(keys.isEmpty ? "it has none" : keys))"
      )
    }
    var article = Article(id: try value(.id) ?? fallbackID, text: text)
    article.title = try value(.title)
    article.source = try value(.source) ?? address.flatMap(PageMetadata.host)
    article.url = try value(.url) ?? address
    article.byline = try value(.byline)
    article.language = try value(.language)
    if let date = try value(.date) {
      article.date = DateReading.date(date)
      if article.date == nil {
        notes.append(
          ReadingFault(
            file: file, place: place, "has the date '\(date.prefix(40))', which is not understood; write YYYY-MM-DD"))
      }
    }
    if !mapping.isGiven {
      let known = Set(mapping.names.values.joined())
      for member in members where !used.contains(member.key) && !known.contains(member.key) {
        guard !FieldMapping.passedOver.contains(member.key), toldKeys.count < 20, toldKeys.insert(member.key).inserted
        else { continue }
        notes.append(
          ReadingFault(
            file: file, place: place,
            "has the unknown key '\(member.key)', which is passed over here and in later records"))
      }
    }
    return (article, notes)
  }

  private static func noText(_ name: String) -> String { "has in '\(name)' no text; write it in quotation marks" }
}
