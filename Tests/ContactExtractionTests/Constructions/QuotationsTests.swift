import Testing

/// Quotations: what tells of a contact and what does not.
struct QuotationsTests {
  static let rows: [ContactRow] = [
    .init(
      "inverted verb and to",
      "\"The time is right,\" said Angela Merkel to Francois Hollande.",
      ["Angela Merkel → Francois Hollande tell actual"]),
    .init(
      "told behind a quotation",
      "\"We are ready,\" Sergei Lavrov told John Kerry.",
      ["Sergei Lavrov → John Kerry tell actual"]),
    .init(
      "told an outlet",
      "\"It was a mistake,\" Nick Clegg told the BBC.",
      ["Nick Clegg → BBC press actual"]),
    .init(
      "asked before a quotation",
      "Donald Trump asked Theresa May: \"When will you leave?\"",
      ["Donald Trump → Theresa May tell actual"]),
    .init(
      "related inside the quotation",
      "\"I met Vladimir Putin on Monday,\" said Emmanuel Macron.",
      ["Emmanuel Macron ↔ Vladimir Putin meet actual"]),
    .init("no hearer", "\"The time is right,\" said Angela Merkel."),
    .init("hearer is a public", "\"Vladimir Putin lied,\" Boris Johnson told reporters."),
    .init("on a network", "\"China cheats,\" Donald Trump said on Twitter."),
    .init("about somebody", "\"Barack Obama is a friend,\" said David Cameron."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
