import TextModel

/// All contacts that one article states, with what is known about the article: the unit that extraction gives,
/// that `annotate --format contacts` prints, and that the graph is built from.
public struct ArticleContacts: Hashable, Sendable {
  public var article: ArticleReference
  /// The parties that take part in a contact, sorted by id.
  public var parties: [Party]
  /// Sorted by from, to, kind and modality.
  public var contacts: [Contact]

  public init(article: ArticleReference, parties: [Party], contacts: [Contact]) {
    self.article = article
    self.parties = parties
    self.contacts = contacts
  }
}

/// What an edge needs to be traced to its article.
public struct ArticleReference: Hashable, Sendable {
  public var id: String
  public var title: String?
  public var date: PartialDate?
  public var source: String?
  public var url: String?
  /// 64-bit content hash of the text, as 16 hexadecimal digits: equal text counts once.
  public var contentHash: String
  /// The text's length in bytes.
  public var length: Int

  public init(
    id: String, title: String? = nil, date: PartialDate? = nil, source: String? = nil, url: String? = nil,
    contentHash: String, length: Int
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.source = source
    self.url = url
    self.contentHash = contentHash
    self.length = length
  }
}
