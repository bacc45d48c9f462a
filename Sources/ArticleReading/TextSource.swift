import TextModel

/// One plain text: one article.
final class TextSource: ItemSource {
  private let inner: ListedSource

  init(_ bytes: BufferedBytes, session: ReadingSession) throws(ReadingFault) {
    let limit = session.options.maximumArticleBytes
    guard let content = try bytes.rest(limit: limit) else {
      throw ReadingFault(file: bytes.name, "is longer than \(limit >> 20) MB, the limit for one article; split it")
    }
    let decoded: DecodedText
    do {
      decoded = try DecodedText(content)
    } catch {
      throw ReadingFault(file: bytes.name, error.message)
    }
    guard decoded.text.utf8.contains(where: { $0 > 0x20 }) else {
      throw ReadingFault(file: bytes.name, "holds nothing but white space")
    }
    var steps: [ReadingStep] = []
    if let note = decoded.note { steps.append(.item(.note(ReadingFault(file: bytes.name, note)))) }
    steps.append(.item(.article(Article(id: ContentOpener.stem(bytes.name), text: decoded.text))))
    inner = ListedSource(steps)
  }

  func next() throws(ReadingFault) -> ReadingStep? {
    try inner.next()
  }
}
