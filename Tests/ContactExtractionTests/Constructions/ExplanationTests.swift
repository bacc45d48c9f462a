import ContactExtraction
import Testing

/// What is said of each word that could tell a contact, and why nothing was coded.
struct ExplanationTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var text: String
    /// The lines behind the sentence.
    var expected: [String]
    var testDescription: String { text }

    init(_ text: String, _ expected: String...) {
      (self.text, self.expected) = (text, expected)
    }
  }

  @Test(arguments: [
    Row(
      "Angela Merkel told Barack Obama to wait.",
      "  told: Angela Merkel → Barack Obama (tell, actual): A tell B"),
    Row(
      "Angela Merkel met Barack Obama.",
      "  met: Angela Merkel ↔ Barack Obama (meet, actual): A meet B"),
    Row(
      "Barack Obama was briefed by John Kerry.",
      "  briefed: John Kerry → Barack Obama (tell, actual): B was brief by A (passive)"),
    Row(
      "Talks between India and Pakistan resumed.",
      "  Talks: India ↔ Pakistan (talks, actual): talk between A and B"),
    Row("Angela Merkel told reporters to wait.", "  told: no contact: addressee is an unnamed public"),
    Row("Angela Merkel warned that Greece was poor.", "  warned: no contact: no addressee"),
    Row("Angela Merkel told Angela Merkel to wait.", "  told: no contact: speaker and addressee are the same party"),
    Row("Angela Merkel shook her head.", "  shook: no contact: the word is not used as a contact here"),
    Row("Angela Merkel praised Barack Obama."),
    Row("Nobody spoke in Berlin.", "  spoke: no contact: no addressee"),
  ])
  func reasons(_ row: Row) throws {
    let language = try ShippedLanguage.shared.get()
    let recognized = language.recognize(row.text)
    let text = ContactExplanation.text(language.makeExtractor().explain(recognized), article: recognized)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(Array(lines.dropFirst()) == row.expected, "\(row.text)")
  }
}
