/// What a file holds, told by its first bytes; the name decides only where they leave it open.
enum ContentKind: Equatable {
  case empty
  /// A compressed file or an archive.
  case packed
  case warc
  case html
  case feed
  case json
  case jsonLines
  /// Cells separated by a comma, semicolon or tab under a header.
  case table(separator: UInt8)
  case mail
  case text
  /// A known kind that is not read, by its name.
  case unread(String)

  /// Bytes that are looked at.
  static let head = 4096

  init(_ head: ArraySlice<UInt8>, name: String) {
    if head.isEmpty {
      self = .empty
    } else if let kind = Self.byMagic(head) {
      self = kind
    } else {
      self = Self.byText(head, name: ContentOpener.unpackedName(name.lowercased()))
    }
  }

  private static func byMagic(_ head: ArraySlice<UInt8>) -> ContentKind? {
    func starts(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
    func starts(_ text: String) -> Bool { head.starts(with: text.utf8) }
    if starts([0x1F, 0x8B]) || starts([0x28, 0xB5, 0x2F, 0xFD]) || starts([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])
      || starts("PK\u{3}\u{4}")
      || starts("PK\u{5}\u{6}") || starts([0x04, 0x22, 0x4D, 0x18])
    {
      return .packed
    }
    if starts("BZh"), head.count > 9 {
      // A block, or the end of nothing.
      let mark = Array(head.dropFirst(4).prefix(6))
      if mark == [0x31, 0x41, 0x59, 0x26, 0x53, 0x59] || mark == [0x17, 0x72, 0x45, 0x38, 0x50, 0x90] {
        return .packed
      }
    }
    if head.count >= 262, head.dropFirst(257).starts(with: "ustar".utf8) { return .packed }
    if ["070701", "070702", "070707"].contains(where: starts), head.dropFirst(6).prefix(12).allSatisfy(isHexadecimal) {
      return .packed
    }
    if starts("WARC/") { return .warc }
    return unread.first { head.starts(with: $0.start) }.map { .unread($0.kind) }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool { TransferCoding.hex(byte) != nil }

  /// The first bytes of kinds that are told and not read.
  private static let unread: [(start: [UInt8], kind: String)] = [
    (Array("%PDF".utf8), "a PDF file"), ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF8".utf8), "a GIF picture"), (Array("{\\rtf".utf8), "an RTF file"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file"),
    (Array("SQLite format 3".utf8), "an SQLite database"), (Array("PAR1".utf8), "a Parquet file"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"), (Array("Rar!".utf8), "a RAR archive"),
  ]

  private static func byText(_ head: ArraySlice<UInt8>, name: String) -> ContentKind {
    // UTF-16 is looked at through its low bytes.
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      return byText(HeadText(head.filter { $0 != 0 && $0 < 0x80 }[...]), name: name)
    }
    return byText(HeadText(head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head), name: name)
  }

  /// Characters are looked at only where the bytes leave a kind possible: most of plain texts are told by their first line.
  private static func byText(_ head: HeadText, name: String) -> ContentKind {
    let start = head.firstMark
    if start == UInt8(ascii: "<") || start == nil, head.text.drop(while: \.isWhitespace).hasPrefix("<") {
      // By bytes: lowering a text with one letter outside ASCII takes longer than parsing the page.
      let lowered = head.bytes.drop { $0 != UInt8(ascii: "<") }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      return markup(lowered) ?? .text
    }
    if head.mayBeJSON, let kind = json(head.text.drop { $0.isWhitespace }) { return kind }
    if head.bytes.contains(UInt8(ascii: "{")), hasRecord(head.text) { return .jsonLines }
    if let kind = jsonByName(name) { return kind }
    if head.mayBeMail, isMail(head.text) { return .mail }
    let isNamed = name.hasSuffix(".csv") || name.hasSuffix(".tsv") || name.hasSuffix(".tab")
    if isNamed || head.mayBeTable, let separator = tableSeparator(head.text, name: name) {
      return .table(separator: separator)
    }
    return .text
  }

  private static func markup(_ text: [UInt8]) -> ContentKind? {
    func starts(_ mark: String) -> Bool { text.starts(with: mark.utf8) }
    func contains(_ mark: String) -> Bool { ByteSearch.first(mark, in: text[...]) != nil }
    if starts("<?xml") || starts("<rss") || starts("<feed") || starts("<rdf:") {
      if contains("<rss") || contains("<feed") || contains("<rdf:rdf") { return .feed }
      if contains("<html") { return .html }
      return starts("<?xml") ? .unread("an XML file that is neither a feed nor a page") : nil
    }
    let tags = [
      "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<div", "<p>", "<article", "<script", "<main",
      "<section", "<h1",
    ]
    return tags.contains(where: contains) ? .html : nil
  }

  static func json(_ text: Substring) -> ContentKind? {
    guard let mark = text.first else { return nil }
    if mark == "[" { return isArray(text.dropFirst()) ? .json : nil }
    if mark != "{" { return isLiteral(text) ? .jsonLines : nil }
    let inner = text.dropFirst().drop { $0.isWhitespace }
    guard inner.first == "\"" || inner.first == "}" || inner.isEmpty else { return nil }
    // An object that is laid out over lines starts with a line break; JSON Lines keep each on its own.
    let line = text.prefix { !$0.isNewline }
    if line.endIndex == text.endIndex { return .jsonLines }
    let next = text[line.endIndex...].drop { $0.isWhitespace }
    return line.hasSuffix("}") || next.isEmpty || next.first == "{" ? .jsonLines : .json
  }

  /// An array of records, or of values that are none and stand where records must: `[null, {"text": …}]`, `[1, 2]`. Not a text that
  /// starts with a bracket: `[1] The king …`, `[Editor's note] …`.
  private static func isArray(_ text: Substring) -> Bool {
    var rest = text.drop { $0.isWhitespace }
    if rest.first == "]" { return rest.count < 4 }
    var depth = 1
    while let first = rest.first {
      if first == "{" { return true }
      if first == "[" {
        depth += 1
        rest = rest.dropFirst().drop { $0.isWhitespace }
        continue
      }
      if first == "\"" {
        guard let end = endOfString(rest.dropFirst()) else { return false }
        rest = rest[end...].dropFirst()
      } else if first != "]" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "+" || $0 == "." }
        guard literals.contains(String(word)) || Double(word) != nil else { return false }
        rest = rest[word.endIndex...]
      }
      rest = rest.drop { $0.isWhitespace }
      while rest.first == "]" {
        depth -= 1
        rest = rest.dropFirst().drop { $0.isWhitespace }
        if depth == 0 { return rest.isEmpty }
      }
      guard rest.first == "," else { return false }
      rest = rest.dropFirst().drop { $0.isWhitespace }
    }
    return false
  }

  private static func endOfString(_ text: Substring) -> Substring.Index? {
    var isEscaped = false
    return text.firstIndex { character in
      defer { isEscaped = character == "\\" && !isEscaped }
      return character == "\"" && !isEscaped
    }
  }

  private static let literals: Set<String> = ["null", "true", "false"]

  /// A first line that is a value of JSON and no record.
  private static func isLiteral(_ text: Substring) -> Bool {
    let line = text.prefix { !$0.isNewline }
    return line.count <= 8 && literals.contains(String(line.prefix { !$0.isWhitespace }))
      && line.drop { !$0.isWhitespace }.allSatisfy(\.isWhitespace)
  }

  /// What looks like nothing else is what its name says: a fault is then told for each line that is no record.
  private static func jsonByName(_ name: String) -> ContentKind? {
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .jsonLines }
    return name.hasSuffix(".json") ? .json : nil
  }

  private static let mailFields: Set<String> = [
    "from", "to", "subject", "message-id", "received", "return-path", "mime-version", "delivered-to", "date",
  ]
  static let tableFields = Set(FieldMapping.usual.names.values.joined().map { $0.lowercased() })

  /// A line that is a record by its marks: JSON Lines whose first line is broken.
  private static func hasRecord(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains {
      $0.hasPrefix("{\"") && $0.hasSuffix("}") && $0.contains("\":")
    }
  }

  /// A header of at least two known fields, one of them a mail's own.
  static func isMail(_ text: String) -> Bool {
    var fields = 0
    var isOwn = false
    // Line by line: the first line of most texts decides.
    var rest = text[...]
    for _ in 0..<60 where !rest.isEmpty {
      let line = rest.prefix { !$0.isNewline }
      rest = rest[line.endIndex...].dropFirst()
      if line.isEmpty { break }
      if line.first == " " || line.first == "\t" { continue }
      if fields == 0, line.hasPrefix("From "), line.contains("@") { continue }
      guard let colon = line.firstIndex(of: ":") else { return false }
      let field = line[..<colon]
      guard !field.isEmpty, field.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
      fields += 1
      if field.lowercased() == "message-id" || field.lowercased() == "mime-version" || field.lowercased() == "received"
      {
        fields += 1
      }
      if mailFields.contains(field.lowercased()) {
        isOwn = true
      } else if fields == 1, !field.contains("-") {
        return false
      }
    }
    return isOwn && fields >= 3
  }

  /// The separator of a table whose header names a text field and another known field.
  static func tableSeparator(_ text: String, name: String) -> UInt8? {
    let line = text.prefix { !$0.isNewline }
    guard line.endIndex < text.endIndex || name.hasSuffix(".csv") || name.hasSuffix(".tsv") else { return nil }
    for separator in ["\t", ",", ";"] as [Character] where line.contains(separator) {
      let cells = line.split(separator: separator, omittingEmptySubsequences: false)
        .map { $0.trimmingPrefix { $0 == " " || $0 == "\"" }.prefix { $0 != "\"" && $0 != " " }.lowercased() }
      guard cells.count >= 2 else { continue }
      let hits = cells.filter { tableFields.contains($0) }.count
      let isNamed = name.hasSuffix(".csv") || name.hasSuffix(".tsv") || name.hasSuffix(".tab")
      // A news sentence can hold the word `text` between commas, but not two field names and nothing longer than a name.
      let isHeader = cells.allSatisfy { $0.count <= 40 && !$0.contains(". ") }
      if isHeader, hits >= 2 || (isNamed && cells.count >= 2) { return separator.asciiValue }
    }
    return nil
  }
}
