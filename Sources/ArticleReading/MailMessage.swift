import TextModel

/// A mail (RFC 5322) with its parts (MIME, RFC 2045 to 2047).
struct MailMessage {
  private(set) var headers: [String: String] = [:]
  private let body: ArraySlice<UInt8>

  private static let deepest = 8

  /// Cuts a mail into its header fields and its body.
  init(_ bytes: ArraySlice<UInt8>) {
    var at = bytes.startIndex
    var field: (name: String, value: [UInt8])?
    var fields: [String: String] = [:]
    func finish() {
      guard let field, fields[field.name] == nil else { return }
      fields[field.name] = DecodedText.lenient(field.value[...])
    }
    while at < bytes.endIndex {
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[at..<end]
      at = min(end + 1, bytes.endIndex)
      if line.last == 0x0D { line.removeLast() }
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 {
        field?.value.append(contentsOf: line)
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        finish()
        field = (String(decoding: line[..<colon], as: UTF8.self).lowercased(), Array(line[(colon + 1)...]))
      }
    }
    finish()
    headers = fields
    body = bytes[at...]
  }

  /// The article of the mail; nil where it has no text.
  func article(id: String, rules: SegmentationRules?) -> Article? {
    let text = Self.text(self, depth: 0, rules: rules).trimmingLines()
    guard !text.isEmpty else { return nil }
    var article = Article(id: id, text: text)
    article.title = headers["subject"].map { PageText.collapsed(EncodedWords.decoded($0)) }.flatMap {
      $0.isEmpty ? nil : $0
    }
    article.date = headers["date"].flatMap(DateReading.date)
    article.byline = headers["from"].flatMap { Self.sender(EncodedWords.decoded($0)) }
    return article
  }

  /// The name in `Jane Doe <jane@example.org>`, or the address where there is none.
  private static func sender(_ from: String) -> String? {
    let name = PageText.collapsed(String(from.prefix { $0 != "<" })).filter { $0 != "\"" }
    if !name.isEmpty { return name }
    let address = from.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
    return address.isEmpty ? nil : String(address)
  }

  private static func text(_ part: MailMessage, depth: Int, rules: SegmentationRules?) -> String {
    let type = HeaderValue(part.headers["content-type"] ?? "text/plain")
    if type.value.hasPrefix("multipart/") {
      guard depth < deepest, let boundary = type.parameters["boundary"] else { return "" }
      let parts = part.parts(boundary: boundary)
      if type.value == "multipart/alternative" {
        let ranked = parts.sorted { rank($0) < rank($1) }
        return ranked.lazy.map { text($0, depth: depth + 1, rules: rules) }.first { !$0.allSatisfy(\.isWhitespace) }
          ?? ""
      }
      return parts.map { text($0, depth: depth + 1, rules: rules) }.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
    guard HeaderValue(part.headers["content-disposition"] ?? "").value != "attachment" else { return "" }
    guard type.value == "text/plain" || type.value == "text/html" else { return "" }
    let content = part.decodedBody()
    guard let decoded = try? DecodedText(content, declared: type.parameters["charset"]) else { return "" }
    return type.value == "text/html"
      ? MainText.allParagraphs(decoded.text, rules: rules).joined(separator: "\n\n") : decoded.text
  }

  /// Plain text goes before HTML.
  private static func rank(_ part: MailMessage) -> Int {
    switch HeaderValue(part.headers["content-type"] ?? "text/plain").value {
    case "text/plain": 0
    case "text/html": 1
    default: 2
    }
  }

  private func decodedBody() -> [UInt8] {
    switch PageText.collapsed(part("content-transfer-encoding")).lowercased() {
    case "base64": TransferCoding.base64(body)
    case "quoted-printable": TransferCoding.quotedPrintable(body, isHeader: false)
    default: Array(body)
    }
  }

  private func part(_ name: String) -> String { headers[name] ?? "" }

  /// The parts between the lines of a boundary.
  private func parts(boundary: String) -> [MailMessage] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [MailMessage] = []
    var start: Int?
    var at = body.startIndex
    while at < body.endIndex {
      let end = body[at...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[at..<end].starts(with: mark) {
        if let start { parts.append(MailMessage(body[start..<max(start, at)])) }
        start = min(end + 1, body.endIndex)
        if body[at..<end].dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { return parts }
      }
      at = end + 1
    }
    if let start { parts.append(MailMessage(body[start...])) }
    return parts
  }
}

extension String {
  /// Without blank lines at the start and end.
  fileprivate func trimmingLines() -> String {
    let start = self.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
