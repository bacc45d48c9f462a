import Testing

/// Contacts on the occasion of which something was said or done: what tells of a contact and what does not.
struct OccasionsTests {
  static let rows: [ContactRow] = [
    .init(
      "remarks by two",
      "Remarks by President Emmanuel Macron and Chancellor Angela Merkel Before Bilateral Meeting",
      ["Angela Merkel ↔ Emmanuel Macron meet actual"]),
    .init(
      "remarks by one",
      "Remarks by President Emmanuel Macron before a meeting with Angela Merkel",
      ["Angela Merkel ↔ Emmanuel Macron meet actual"]),
    .init(
      "taking place",
      "Tense negotiations took place between John Kerry and Sergei Lavrov.",
      ["John Kerry ↔ Sergei Lavrov talks actual"]),
    .init(
      "what came of it",
      "After a week of talks, a bargain was struck between John Kerry and Sergei Lavrov.",
      ["John Kerry ↔ Sergei Lavrov talks actual"]),
    .init(
      "on the phone",
      "John Kerry was on the phone with Sergei Lavrov for an hour.",
      ["John Kerry ↔ Sergei Lavrov call actual"]),
    .init(
      "across the table",
      "John Kerry sat across the table from Sergei Lavrov.",
      ["John Kerry ↔ Sergei Lavrov meet actual"]),
    .init(
      "a guest",
      "Uhuru Kenyatta was the guest of Paul Kagame at a dinner.",
      ["Paul Kagame ↔ Uhuru Kenyatta meet actual"]),
    .init(
      "a dinner for somebody",
      "Paul Kagame gave a dinner for Uhuru Kenyatta in Kigali.",
      ["Paul Kagame ↔ Uhuru Kenyatta meet actual"]),
    .init(
      "crossed paths",
      "John Kerry crossed paths with Sergei Lavrov in Bali.",
      ["John Kerry ↔ Sergei Lavrov meet actual"]),
    .init("remarks about two", "Remarks on Emmanuel Macron and Angela Merkel before a long meeting"),
    .init("a book by two", "A book by Emmanuel Macron and Angela Merkel was read at a meeting."),
    .init("the sea crossed", "John Kerry crossed the Atlantic with Germany in mind."),
    .init("a table from somewhere", "John Kerry bought a table from Sergei Lavrov."),
    .init("somebody else on the phone", "John Kerry spoke of getting a general on the phone with Sergei Lavrov."),
    .init("a phone from somewhere", "The phone with the number of Sergei Lavrov was lost in Kenya."),
    .init("a border after talks", "After talks on Monday, the border between Iraq and Syria was closed."),
    .init(
      "hand shaken",
      "Barack Obama walked up to Raul Castro and shook his hand.",
      ["Barack Obama ↔ Raul Castro meet actual"]),
    .init("hand seen", "Barack Obama saw Raul Castro's hand."),
    .init(
      "introduced himself",
      "Hugo Chavez introduced himself to Barack Obama.",
      ["Hugo Chavez → Barack Obama tell actual"]),
    .init(
      "office named by common words",
      "Ban Ki-moon spoke with Ada Brackley, Foreign Policy Advisor to the President of Ghana.",
      ["Ada Brackley ↔ Ban Ki-moon talks actual"]),
    .init(
      "credentials",
      "Ambassador John Sullivan presented his credentials to Vladimir Putin on Monday.",
      ["John Sullivan ↔ Vladimir Putin meet actual"]),
    .init(
      "a courtesy call",
      "John Kerry paid a courtesy call on Uhuru Kenyatta in Nairobi.",
      ["John Kerry ↔ Uhuru Kenyatta meet actual"]),
    .init(
      "a word",
      "Tony Blair had a word with Gerry Adams after the vote.",
      ["Gerry Adams ↔ Tony Blair talks actual"]),
    .init("a bill paid", "John Kerry paid a bill on Monday in Kenya."),
    .init("a word for something", "The word for bread that John Kerry used with Kenya in mind was wrong."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
