import TextModel

/// Makes an article of an HTML page.
enum PageReading {
  /// Shorter text than this, in bytes, is no article: a page of links, a notice, a page that scripts fill in the browser.
  private static let shortest = 60

  /// - Parameters:
  ///   - declared: the encoding that came with the page from outside (an HTTP header).
  ///   - url: the page's address, where known from outside.
  ///   - rules: tell lines that are a page's own.
  static func article(
    _ bytes: [UInt8], id: String, declared: String?, url: String?, rules: SegmentationRules?
  ) throws(DecodedText.NotText) -> (Article?, note: String?) {
    let decoded = try DecodedText(bytes, declared: declared ?? declaredEncoding(bytes))
    guard let tree = MarkupTree(html: decoded.text) else { return (nil, decoded.note) }
    let metadata = PageMetadata(tree.root, url: url)
    var text = MainText(tree.root, title: metadata.title, rules: rules).paragraphs.joined(separator: "\n\n")
    // Some pages give the article itself a name by which others call what stands around it.
    if text.utf8.count < shortest {
      text = MainText(tree.root, title: metadata.title, rules: rules, byLabels: false).paragraphs.joined(
        separator: "\n\n")
    }
    if let body = metadata.body, body.utf8.count > 2 * text.utf8.count {
      text = body.split(whereSeparator: \.isNewline).map { PageText.unescaped(String($0)) }.filter {
        !$0.isEmpty && rules?.isFurniture(line: $0.utf8) != true
      }
      .joined(separator: "\n\n")
    }
    guard text.utf8.count >= shortest else { return (nil, decoded.note) }
    let article = Article(
      id: id, text: text, title: metadata.title, date: metadata.date, source: metadata.site, url: metadata.url,
      byline: metadata.byline,
      language: metadata.language)
    return (article, decoded.note)
  }

  /// `charset=` in the first 2,048 bytes, or the encoding of an XML declaration.
  static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(2048).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for mark in ["charset=", "encoding="] {
      guard let range = ByteSearch.first(mark, in: head[...]) else { continue }
      let name = head[range.upperBound...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == 0x20 }
        .prefix {
          ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "-")
            || $0 == UInt8(ascii: "_")
        }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }
}

/// One HTML page: one article.
final class PageSource: ItemSource {
  private let inner: ListedSource

  init(_ bytes: BufferedBytes, session: ReadingSession) throws(ReadingFault) {
    let limit = session.options.maximumArticleBytes
    guard let content = try bytes.rest(limit: limit) else {
      throw ReadingFault(file: bytes.name, "is a page of more than \(limit >> 20) MB, the limit for one article")
    }
    var steps: [ReadingStep] = []
    let article: Article?
    let note: String?
    do {
      (article, note) = try PageReading.article(
        content, id: ContentOpener.stem(bytes.name), declared: nil, url: nil, rules: session.options.rules)
    } catch {
      throw ReadingFault(file: bytes.name, error.message)
    }
    if let note { steps.append(.item(.note(ReadingFault(file: bytes.name, note)))) }
    guard let article else { throw ReadingFault(file: bytes.name, "is a page without an article's text") }
    steps.append(.item(.article(article)))
    inner = ListedSource(steps)
  }

  func next() throws(ReadingFault) -> ReadingStep? {
    try inner.next()
  }
}
