/// An article cut into regions, sentences and tokens, all with offsets into the text as read.
public struct Document: Sendable {
  public let article: Article
  /// The UTF-8 bytes of `article.text`.
  public let bytes: [UInt8]
  /// Headline, date line, byline, body and footer, in the order of the text.
  public let regions: [Region]
  /// In the order of the text; every token belongs to exactly one sentence.
  public let sentences: [Sentence]
  public let tokens: [Token]
  /// The day of publication: the article's own, else the one found in the text.
  public let date: PartialDate?

  public init(
    article: Article, bytes: [UInt8], regions: [Region], sentences: [Sentence], tokens: [Token], date: PartialDate?
  ) {
    self.article = article
    self.bytes = bytes
    self.regions = regions
    self.sentences = sentences
    self.tokens = tokens
    self.date = date
  }

  /// The text of a range. Complexity: O(*n*) in its bytes.
  public func text(_ range: TextRange) -> String {
    String(decoding: bytes[range.range], as: UTF8.self)
  }

  /// The text of a token. Complexity: O(*n*) in its bytes.
  public func text(_ token: Int) -> String {
    text(tokens[token].range)
  }
}

/// A stretch of an article with one role.
public struct Region: Hashable, Sendable {
  public enum Role: String, Hashable, Sendable, Codable {
    case headline
    /// A line under the headline that sums the article up.
    case standfirst
    /// `Published: Tue 12 Mar 2019, 18:05`: when, not what.
    case date
    /// `PARIS, Jan 28 (Reuters) -` at the start of the body.
    case dateline
    case byline
    case body
    /// A picture's caption.
    case caption
    /// The author's name or contributors at the end, page furniture.
    case footer
  }
  public var role: Role
  public var range: TextRange

  public init(role: Role, range: TextRange) {
    self.role = role
    self.range = range
  }
}

/// A sentence, or a line that stands for one (a headline, a byline).
public struct Sentence: Hashable, Sendable {
  public var range: TextRange
  /// Indexes into the document's tokens.
  public var tokens: Range<Int>
  public var role: Region.Role
  /// Counts the paragraphs of the text, from 0.
  public var paragraph: Int

  public init(range: TextRange, tokens: Range<Int>, role: Region.Role, paragraph: Int) {
    self.range = range
    self.tokens = tokens
    self.role = role
    self.paragraph = paragraph
  }
}
