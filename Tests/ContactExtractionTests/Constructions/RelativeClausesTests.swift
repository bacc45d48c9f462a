import Testing

/// Relative clauses: what tells of a contact and what does not.
struct RelativeClausesTests {
  static let rows: [ContactRow] = [
    .init("a country before the verb of others", "Migrants who live in Norway told Reuters that they were well."),
    .init(
      "who told",
      "Sergei Lavrov, who told John Kerry that the truce would hold, flew home.",
      ["Sergei Lavrov → John Kerry tell actual"]),
    .init(
      "whom somebody met",
      "Hassan Rouhani, whom Emmanuel Macron met in New York, smiled.",
      ["Emmanuel Macron ↔ Hassan Rouhani meet actual"]),
    .init(
      "who met",
      "Emmanuel Macron, who met Donald Trump in April, was hopeful.",
      ["Donald Trump ↔ Emmanuel Macron meet actual"]),
    .init(
      "with whom",
      "Kofi Annan, with whom Bashar al-Assad spoke in Damascus, resigned.",
      ["Bashar al-Assad ↔ Kofi Annan talks actual"]),
    .init(
      "reduced passive",
      "The letter sent by Kim Jong Un to Donald Trump was long.",
      ["Kim Jong Un → Donald Trump write actual"]),
    .init("who praised", "Angela Merkel, who praised Barack Obama in Berlin, flew home."),
    .init("who told reporters", "Sergei Lavrov, who told reporters that John Kerry was wrong, flew home."),
    .init("whose", "Barack Obama, whose plan Vladimir Putin had mocked, was silent."),
    .init("relative of a thing", "The plan that Angela Merkel drew up for Greece failed."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
