/// Cuts articles into regions, sentences and tokens.
///
/// Tokens are those of Universal Dependencies for English, with hyphenated words kept whole. Offsets are UTF-8 bytes of the text as
/// read, which is never changed.
///
/// ```
/// let segmenter = Segmenter(rules: try SegmentationRules(folder: url))
/// let document = segmenter.document(for: Article(id: "a", text: "Ada didn't call Bo. He wrote."))
/// document.sentences.count  // 2
/// document.text(2)          // "n't"
/// ```
public struct Segmenter: Sendable {
  public let rules: SegmentationRules
  private let classes = ByteClass.table

  public init(rules: SegmentationRules) {
    self.rules = rules
  }

  /// The document of an article. Any text is accepted. Complexity: O(*n*) in its bytes.
  ///
  /// - Precondition: the text is shorter than 2 GB.
  public func document(for article: Article) -> Document {
    let bytes = Array(article.text.utf8)
    let layout = ArticleLayout(bytes, rules: rules, title: article.title)
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    bytes.withUnsafeBufferPointer { buffer in
      classes.withUnsafeBufferPointer { classes in
        guard let text = buffer.baseAddress, let table = classes.baseAddress else { return }
        var scanner = TokenScanner(text: text, classes: table, rules: rules, capacity: bytes.count / 4 + 16)
        defer { scanner.deallocate() }
        let splitter = SentenceSplitter(text: text, rules: rules)
        sentences.reserveCapacity(bytes.count / 100 + 8)
        var (paragraphs, asides): ([Range<Int>], [Range<Int>]) = ([], [])
        for block in layout.blocks {
          let first = scanner.tokens.count
          scanner.scan(block.range)
          if block.role == .body {
            paragraphs.append(first..<scanner.tokens.count)
          } else {
            asides.append(first..<scanner.tokens.count)
          }
          splitter.split(
            UnsafeBufferPointer(scanner.tokens), first..<scanner.tokens.count, stops: scanner.stops, role: block.role,
            paragraph: block.paragraph,
            into: &sentences)
        }
        QuotationMarker(text: text).mark(scanner.tokens, paragraphs: paragraphs, asides: asides)
        tokens = Array(scanner.tokens)
      }
    }
    return Document(
      article: article, bytes: bytes, regions: layout.regions, sentences: sentences, tokens: tokens,
      date: article.date ?? layout.date)
  }
}
