import ContactModel

/// Reads lines of contacts, of whole articles or one contact each, and gives whole articles.
///
/// Neighbouring lines of one contact each that name the same article are one article; no record is `.contact`.
public struct ContactsReader {
  private let file: String
  private var line = 0
  private var open: ArticleContacts?

  /// - Parameter file: as the user named it, for messages.
  public init(file: String) { self.file = file }

  /// Takes the next line and gives the records that are complete by then; an empty line gives none.
  ///
  /// - Throws: `GraphExportError` with file and line; the next line can be read all the same.
  public mutating func read(_ bytes: some Collection<UInt8>) throws(GraphExportError) -> [ContactsJSON.Record] {
    line += 1
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }) { return [] }
    let record = try ContactsJSON.decoded(bytes, file: file, number: line)
    guard case .contact(let article) = record else { return finish() + [record] }
    if let reference = open?.article, reference == article.article {
      append(article)
      return []
    }
    let complete = finish()
    open = article
    return complete
  }

  /// The last article, where its end was not known before.
  public mutating func finish() -> [ContactsJSON.Record] {
    defer { open = nil }
    return open.map { [.article($0, copyOf: nil)] } ?? []
  }

  private mutating func append(_ article: ArticleContacts) {
    guard var whole = open else { return }
    let indexes = article.parties.map { party in
      if let index = whole.parties.firstIndex(of: party) { return index }
      whole.parties.append(party)
      return whole.parties.count - 1
    }
    for var contact in article.contacts {
      contact.from = indexes[contact.from]
      contact.to = indexes[contact.to]
      whole.contacts.append(contact)
    }
    open = whole
  }
}
