import Testing

/// Coordinated parties: what tells of a contact and what does not.
struct CoordinatedPartiesTests {
  static let rows: [ContactRow] = [
    .init(
      "two speakers are not in contact",
      "Angela Merkel and Francois Hollande told Alexis Tsipras to hurry.",
      ["Angela Merkel → Alexis Tsipras tell actual", "Francois Hollande → Alexis Tsipras tell actual"]),
    .init(
      "two addressees",
      "Ban Ki-moon urged India and Pakistan to show restraint.",
      ["Ban Ki-moon → India tell actual", "Ban Ki-moon → Pakistan tell actual"]),
    .init(
      "two met",
      "Barack Obama and Raul Castro met in Panama.",
      ["Barack Obama ↔ Raul Castro meet actual"]),
    .init(
      "three met",
      "Angela Merkel, Francois Hollande and Matteo Renzi met in Berlin.",
      [
        "Angela Merkel ↔ Francois Hollande meet actual",
        "Angela Merkel ↔ Matteo Renzi meet actual",
        "Francois Hollande ↔ Matteo Renzi meet actual",
      ]),
    .init(
      "met with two",
      "John Kerry met with Sergei Lavrov and Staffan de Mistura.",
      ["John Kerry ↔ Sergei Lavrov meet actual", "John Kerry ↔ Staffan de Mistura meet actual"]),
    .init(
      "as well as",
      "Emmanuel Macron met Angela Merkel as well as Theresa May.",
      ["Angela Merkel ↔ Emmanuel Macron meet actual", "Emmanuel Macron ↔ Theresa May meet actual"]),
    .init("two who praise a third", "Angela Merkel and Barack Obama praised Pope Francis."),
    .init("two who agree", "Vladimir Putin and Xi Jinping oppose the plan."),
    .init("two at the same event", "Brazil and Germany won medals in London."),
    .init("list of countries", "The disease has spread to Guinea, Liberia and Sierra Leone."),
    .init("somebody else is welcomed", "Beata Szydlo and Donald Tusk are scheduled to welcome them tomorrow."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
