import Testing

/// Counterparts: what tells of a contact and what does not.
struct CounterpartsTests {
  static let rows: [ContactRow] = [
    .init(
      "two of them named",
      "Horst Seehofer met with his Austrian and Italian counterparts, Herbert Kickl and Matteo Salvini, in Innsbruck.",
      ["Herbert Kickl ↔ Horst Seehofer meet actual", "Horst Seehofer ↔ Matteo Salvini meet actual"]),

    .init(
      "named before",
      "John Kerry met Mohammad Javad Zarif in Vienna. Zarif said he had told his American counterpart everything.",
      ["John Kerry ↔ Mohammad Javad Zarif meet actual", "Mohammad Javad Zarif → John Kerry tell actual"]),

    .init(
      "his counterpart named",
      "John Kerry met his Russian counterpart, Sergei Lavrov, in Zurich.",
      ["John Kerry ↔ Sergei Lavrov meet actual"]),
    .init(
      "counterpart without comma",
      "Emmanuel Macron called his Iranian counterpart Hassan Rouhani.",
      ["Emmanuel Macron → Hassan Rouhani call actual"]),
    .init(
      "unnamed counterpart",
      "Chinese President Xi Jinping spoke with his Indian counterpart by phone.",
      ["India ↔ Xi Jinping call actual"]),
    .init(
      "counterparts",
      "German Chancellor Angela Merkel met her French and Italian counterparts.",
      ["Angela Merkel ↔ France meet actual", "Angela Merkel ↔ Italy meet actual"]),
    .init(
      "counterpart told",
      "Sergei Lavrov told his American counterpart John Kerry that the raids had ended.",
      ["Sergei Lavrov → John Kerry tell actual"]),
    .init("compared with a counterpart", "Angela Merkel is older than her French counterpart."),
    .init("counterpart praised", "Shinzo Abe praised his Indian counterpart Narendra Modi."),
    .init("counterpart in a film", "The hero meets a villain who looks like Vladimir Putin."),
    .init("about his counterpart", "Donald Trump spoke about his Chinese counterpart Xi Jinping."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
