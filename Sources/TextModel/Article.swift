/// A news article as it was read: its text and what is known about it.
public struct Article: Hashable, Sendable {
  /// The file's name without extension, or the `id` of its record; it names the article in every output.
  public var id: String
  /// The text as read, decoded to Unicode; all `TextRange`s count UTF-8 bytes of it.
  public var text: String
  /// The headline where the source gives it apart from the text; a headline inside the text is found by the segmenter.
  public var title: String?
  /// The day of publication, where known.
  public var date: PartialDate?
  /// The outlet that published the article.
  public var source: String?
  public var url: String?
  public var byline: String?
  /// BCP 47 language code, where the source tells it.
  public var language: String?

  public init(
    id: String, text: String, title: String? = nil, date: PartialDate? = nil, source: String? = nil, url: String? = nil,
    byline: String? = nil, language: String? = nil
  ) {
    self.id = id
    self.text = text
    self.title = title
    self.date = date
    self.source = source
    self.url = url
    self.byline = byline
    self.language = language
  }
}
