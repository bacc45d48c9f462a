import ContactModel
import Testing

/// One article gives one contact for each pair, kind and modality, with every sentence that states it.
struct MergingTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// Contacts as `ContactRow.dump` writes them, each with the number of its sentences.
    var expected: [String]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ expected: String...) {
      (self.name, self.text, self.expected) = (name, text, expected)
    }
  }

  @Test(arguments: [
    Row(
      "the same contact in two sentences",
      "Angela Merkel met Barack Obama in Berlin. On Monday, Angela Merkel met Barack Obama.",
      "Angela Merkel ↔ Barack Obama meet actual: 2"),
    Row(
      "the other way round",
      "Angela Merkel met Barack Obama in Berlin. Barack Obama met Angela Merkel.",
      "Angela Merkel ↔ Barack Obama meet actual: 2"),
    Row(
      "surname later",
      "Angela Merkel called Barack Obama. Merkel called Obama again.",
      "Angela Merkel → Barack Obama call actual: 2"),
    Row(
      "two words of one sentence",
      "Angela Merkel called Barack Obama and called Barack Obama again.",
      "Angela Merkel → Barack Obama call actual: 1"),
    Row(
      "two directions stay apart",
      "Angela Merkel told Barack Obama to wait. Barack Obama told Angela Merkel to hurry.",
      "Angela Merkel → Barack Obama tell actual: 1", "Barack Obama → Angela Merkel tell actual: 1"),
    Row(
      "two kinds stay apart",
      "Angela Merkel met Barack Obama. Angela Merkel told Barack Obama to wait.",
      "Angela Merkel → Barack Obama tell actual: 1", "Angela Merkel ↔ Barack Obama meet actual: 1"),
    Row(
      "two modalities stay apart",
      "Angela Merkel met Barack Obama. Angela Merkel will meet Barack Obama.",
      "Angela Merkel ↔ Barack Obama meet actual: 1", "Angela Merkel ↔ Barack Obama meet planned: 1"),
    Row(
      "two pairs stay apart",
      "Angela Merkel met Barack Obama. Angela Merkel met Theresa May.",
      "Angela Merkel ↔ Barack Obama meet actual: 1", "Angela Merkel ↔ Theresa May meet actual: 1"),
    Row("sentences without a contact", "Angela Merkel praised Barack Obama. Barack Obama praised Angela Merkel."),
  ])
  func evidence(_ row: Row) throws {
    let article = try ShippedLanguage.shared.get().contacts(row.text)
    let lines = article.contacts.map { contact in
      var one = article
      one.contacts = [contact]
      return "\(ContactRow.dump(one).joined()): \(contact.evidence.count)"
    }
    #expect(lines.sorted() == row.expected, "\(row.text)")
    #expect(article.parties.map(\.id) == article.parties.map(\.id).sorted())
  }
}
