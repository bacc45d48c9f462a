import Recognition
import Testing

/// Which words before a person's name are its title.
@Suite struct TitleTests {
  static let rows: [MentionRow] = [
    .init("country before it", "The U.S. Secretary of State John Kerry left.", "U.S. Secretary of State|John Kerry"),
    .init(
      "field of one word", "They met US Deputy Secretary of Labor Daniel Brackley.",
      "US Deputy Secretary of Labor|Daniel Brackley"),
    .init(
      "field of several words", "The Minister for Home Affairs Jane Ottenshaw said so.",
      "Minister for Home Affairs|Jane Ottenshaw"),
    .init(
      "field within a field", "Assistant Secretary of the Air Force for Acquisition Martin Brackley wrote.",
      "Assistant Secretary of the Air Force for Acquisition|Martin Brackley"),
    .init(
      "list of fields", "Minister for Arts, Heritage and Trade Anna Brackley wrote.",
      "Minister for Arts, Heritage and Trade|Anna Brackley"),
    .init(
      "country behind it", "He called President of Georgia Mikheil Brackvili.", "President of Georgia|Mikheil Brackvili"
    ),
    .init("retired", "They met Maj. Gen. (Ret.) Paul Brackley.", "Maj. Gen. (Ret.)|Paul Brackley"),
    .init(
      "particle in the name behind the country", "She met Sultan of Oman Haitham bin Brackq.",
      "Sultan of Oman|Haitham bin Brackq"),
    .init(
      "unknown given name", "Minister of Energy Quendrim Halvorsen came.", "Minister of Energy|Quendrim Halvorsen"),
    .init("comma ends the field", "The Secretary of Energy, Daniel Brackley, left.", "|Daniel Brackley"),
    .init("no person follows", "The Secretary of Energy met Jane Ottenshaw.", "|Jane Ottenshaw"),
    .init(
      "words before the noun", "Its Editorial Manager Paul Brackley wrote.", "Editorial Manager|Paul Brackley"),
    .init(
      "two words before the noun", "The paper's Senior Foreign Correspondent Anna Brackley wrote.",
      "Senior Foreign Correspondent|Anna Brackley"),
    .init("first word of the sentence", "Then President Paul Brackley left.", "President|Paul Brackley"),
    .init("none", "Paul Brackley met Jane Ottenshaw.", "|Paul Brackley, |Jane Ottenshaw"),
  ]

  @Test(arguments: rows) func findsTitles(_ row: MentionRow) throws {
    let shipped = try ShippedRecognizer.shared.get()
    #expect(shipped.dumpTitles(row.text, date: row.date) == row.expected)
  }
}
