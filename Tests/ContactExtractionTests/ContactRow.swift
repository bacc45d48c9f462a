import ContactModel
import Foundation
import Testing
import TextModel

/// A text and everything that it tells of contacts.
struct ContactRow: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  /// As `dump(_:)` writes them, sorted; none where the text tells of no contact.
  var contacts: [String]

  init(_ name: String, _ text: String, _ contacts: [String] = []) {
    self.name = name
    self.text = text
    self.contacts = contacts
  }

  var testDescription: String { name }

  /// One line a contact, sorted: `Angela Merkel → Barack Obama tell actual`, where neither addresses the other alone
  /// `Angela Merkel ↔ Barack Obama meet planned` with the names in order of the alphabet.
  static func dump(_ article: ArticleContacts) -> [String] {
    article.contacts.map { contact in
      let names = [article.parties[contact.from].name, article.parties[contact.to].name]
      let pair = contact.isMutual ? names.sorted().joined(separator: " ↔ ") : names.joined(separator: " → ")
      return "\(pair) \(contact.kind.rawValue) \(contact.modality.rawValue)"
    }.sorted()
  }

  func check() throws {
    let found = Self.dump(try ShippedLanguage.shared.get().contacts(text))
    #expect(found == contacts, "\(text)")
  }
}
