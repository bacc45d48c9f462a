import TextModel

/// The entries of an RSS or Atom file.
final class FeedSource: ItemSource {
  private let inner: ListedSource

  init(_ bytes: BufferedBytes, session: ReadingSession) throws(ReadingFault) {
    let limit = session.options.maximumArticleBytes
    guard let content = try bytes.rest(limit: limit) else {
      throw ReadingFault(file: bytes.name, "is a feed of more than \(limit >> 20) MB, the limit; split it")
    }
    let decoded: DecodedText
    do {
      decoded = try DecodedText(content, declared: PageReading.declaredEncoding(content))
    } catch {
      throw ReadingFault(file: bytes.name, error.message)
    }
    guard let tree = MarkupTree(xml: decoded.text) else {
      throw ReadingFault(file: bytes.name, "is a feed that is not valid XML")
    }
    var steps: [ReadingStep] = []
    if let note = decoded.note { steps.append(.item(.note(ReadingFault(file: bytes.name, note)))) }
    let stem = ContentOpener.stem(bytes.name)
    let channel = tree.root.first { $0.name == "channel" } ?? tree.root
    let source = channel.children.first { $0.name == "title" }.map { PageText.collapsed($0.allText) }
    var entries: [MarkupNode] = []
    tree.root.walk(enter: { node in
      guard node.name == "item" || node.name == "entry" else { return true }
      entries.append(node)
      return false
    })
    for (index, entry) in entries.enumerated() {
      var article = Self.article(entry, id: "\(stem)-\(index + 1)", rules: session.options.rules)
      if article.text.isEmpty {
        steps.append(
          .item(
            .fault(
              ReadingFault(
                file: bytes.name, "has no text in entry \(index + 1)\(article.title.map { " (\($0))" } ?? "")"))))
        continue
      }
      if let source, !source.isEmpty { article.source = source }
      steps.append(.item(.article(article)))
    }
    guard !entries.isEmpty else { throw ReadingFault(file: bytes.name, "is a feed without entries") }
    inner = ListedSource(steps)
  }

  func next() throws(ReadingFault) -> ReadingStep? {
    try inner.next()
  }

  private static func article(_ entry: MarkupNode, id: String, rules: SegmentationRules?) -> Article {
    var fields: [String: String] = [:]
    var link: String?
    for child in entry.children where child.isElement {
      let name = child.qualifiedName
      switch name {
      case "link":
        let address = child["href"] ?? PageText.collapsed(child.allText)
        if link == nil || child["rel"] == "alternate" { link = address.isEmpty ? link : address }
      case "author":
        fields["author"] = fields["author"] ?? PageText.collapsed((child.first { $0.name == "name" } ?? child).allText)
      default:
        if fields[name] == nil { fields[name] = child.allText }
      }
    }
    let html =
      ["content:encoded", "content", "description", "summary", "media:description"].lazy
      .compactMap { fields[$0] }.first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    let text = MainText.allParagraphs(html, rules: rules).joined(separator: "\n\n")
    let known = fields["guid"] ?? fields["id"]
    var article = Article(id: PageText.collapsed(known ?? link ?? id), text: text)
    article.title = fields["title"].map(PageText.unescaped).flatMap { $0.isEmpty ? nil : $0 }
    article.date =
      ["pubdate", "published", "dc:date", "updated", "date"].lazy.compactMap { fields[$0].flatMap(DateReading.date) }
      .first
    article.url = link
    article.byline = (fields["dc:creator"] ?? fields["author"]).map(PageText.collapsed)
    return article
  }
}
