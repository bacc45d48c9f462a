import TextModel

/// The pages of a web archive (WARC, ISO 28500): responses with HTML or text, and the plain text of WET files.
final class WARCSource: ItemSource {
  private let bytes: BufferedBytes
  private let opener: ContentOpener
  private let limit: Int
  private var count = 0
  private var hasGiven = false

  init(_ bytes: BufferedBytes, opener: ContentOpener) {
    self.bytes = bytes
    self.opener = opener
    limit = opener.session.options.maximumArticleBytes
  }

  func next() throws(ReadingFault) -> ReadingStep? {
    while let (headers, place) = try header() {
      count += 1
      guard let length = headers["content-length"].flatMap({ Int($0) }), length >= 0 else {
        throw ReadingFault(file: bytes.name, place: place, "has a record without a length; the file is damaged")
      }
      let type = headers["warc-type"]?.lowercased() ?? ""
      guard type == "response" || type == "conversion" || type == "resource" else {
        try bytes.skip(length)
        continue
      }
      let address = headers["warc-target-uri"].map { $0.filter { $0 != "<" && $0 != ">" } }
      guard length <= limit else {
        try bytes.skip(length)
        return .item(.fault(fault(address, place, "is longer than \(limit >> 20) MB, the limit for one article")))
      }
      let block = try bytes.take(length)
      guard block.count == length else {
        throw ReadingFault(file: bytes.name, place: place, "ends inside a record; the file is cut off")
      }
      if let step = try self.step(block, headers: headers, type: type, address: address, place: place) {
        hasGiven = true
        return step
      }
    }
    guard hasGiven else { throw ReadingFault(file: bytes.name, "holds \(count) records and no article among them") }
    return nil
  }

  private func fault(_ address: String?, _ place: ReadingFault.Place, _ message: String) -> ReadingFault {
    ReadingFault(
      file: bytes.name, place: place, "record \(count)\(address.map { " (\($0.prefix(200)))" } ?? "") \(message)")
  }

  /// The next record's header; nil at the end.
  private func header() throws(ReadingFault) -> ([String: String], ReadingFault.Place)? {
    var headers: [String: String] = [:]
    var isInside = false
    var place = ReadingFault.Place.byte(bytes.position)
    while true {
      let start = bytes.position
      guard var line = try bytes.line(limit: 1 << 16) else {
        guard !isInside else {
          throw ReadingFault(file: bytes.name, place: place, "ends inside a record's header; the file is cut off")
        }
        return nil
      }
      if line.last == 0x0D { line.removeLast() }
      if !isInside {
        if line.isEmpty { continue }
        guard line.starts(with: "WARC/".utf8) else {
          throw ReadingFault(
            file: bytes.name, place: .byte(start), "has no record where one must start; the file is damaged")
        }
        isInside = true
        place = .byte(start)
      } else if line.isEmpty {
        return (headers, place)
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        headers[name] = PageText.collapsed(String(decoding: line[(colon + 1)...], as: UTF8.self))
      }
    }
  }

  /// The article of a record, nil where it is no page (a picture, a redirect).
  private func step(
    _ block: [UInt8], headers: [String: String], type: String, address: String?, place: ReadingFault.Place
  ) throws(ReadingFault) -> ReadingStep? {
    var content = block[...]
    var mime = HeaderValue(headers["content-type"] ?? "")
    if type == "response", mime.value.hasPrefix("application/http") || block.starts(with: "HTTP/".utf8) {
      let response = HTTPResponse(block)
      guard response.status == 200 else { return nil }
      content = response.body
      if response.headers["transfer-encoding"]?.lowercased().contains("chunked") == true {
        content = TransferCoding.dechunked(content)
      }
      mime = HeaderValue(response.headers["content-type"] ?? "text/html")
      let coding = response.headers["content-encoding"]?.lowercased() ?? ""
      if ["gzip", "x-gzip", "zstd"].contains(coding) {
        let name = "\(bytes.name)/record \(count)"
        let handle = try ArchiveHandle(
          BufferedBytes(MemoryBytes(Array(content)), name: name), limits: opener.session.options)
        content = try handle.wholeFirst(limit: limit)[...]
      } else if !coding.isEmpty, coding != "identity" {
        return .item(.fault(fault(address, place, "is packed as '\(coding)', which is not read")))
      }
    }
    let id = address ?? "\(ContentOpener.stem(bytes.name))-\(count)"
    do {
      switch mime.value {
      case "text/html", "application/xhtml+xml":
        let (article, _) = try PageReading.article(
          Array(content), id: id, declared: mime.parameters["charset"], url: address,
          rules: opener.session.options.rules)
        // Front pages, lists and forms are most of a crawl; they are no fault.
        return article.map { .item(.article($0)) }
      case "text/plain":
        let decoded = try DecodedText(Array(content), declared: mime.parameters["charset"])
        guard decoded.text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
        return .item(
          .article(Article(id: id, text: decoded.text, source: address.flatMap(PageMetadata.host), url: address)))
      default:
        return nil
      }
    } catch {
      return .item(.fault(fault(address, place, error.message)))
    }
  }
}
