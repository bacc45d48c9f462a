import Testing

/// Coordinated verbs: what tells of a contact and what does not.
struct CoordinatedVerbsTests {
  static let rows: [ContactRow] = [
    .init(
      "joined to a verb of saying behind a quotation",
      "\"No one sells,\" Angela Merkel said, and advised Viktor Orban to wait.",
      ["Angela Merkel → Viktor Orban tell actual"]),
    .init(
      "joined in what is said",
      "Angela Merkel said Emmanuel Macron wrote and advised Viktor Orban to wait.",
      ["Emmanuel Macron → Viktor Orban tell actual"]),
    .init(
      "insisted behind a quotation",
      "\"We have time,\" French President Emmanuel Macron insisted at a rally in Lyon."),
    .init(
      "calls on behind and", "The United States condemned the move and calls on China to stop it.",
      ["United States → China tell actual"]),
    .init("calls that are a noun", "The United States condemned the attack and calls for war in China."),

    .init(
      "second verb shares the subject",
      "John Kerry flew to Geneva and met Sergei Lavrov.",
      ["John Kerry ↔ Sergei Lavrov meet actual"]),
    .init(
      "two contacts",
      "Angela Merkel called Barack Obama and told Francois Hollande to wait.",
      ["Angela Merkel → Barack Obama call actual", "Angela Merkel → Francois Hollande tell actual"]),
    .init(
      "shared object",
      "Narendra Modi met and embraced Barack Obama in Delhi.",
      ["Barack Obama ↔ Narendra Modi meet actual"]),
    .init(
      "three verbs",
      "Theresa May landed in Washington, met Donald Trump and left.",
      ["Donald Trump ↔ Theresa May meet actual"]),
    .init(
      "shared auxiliary",
      "Barack Obama will visit Berlin and meet Angela Merkel.",
      ["Angela Merkel ↔ Barack Obama meet planned"]),
    .init("second verb has another subject", "Angela Merkel spoke in Berlin and Vladimir Putin spoke in Moscow."),
    .init("verbs without addressee", "Barack Obama praised Malala Yousafzai and thanked nobody."),
    .init("verb of the other sentence half", "Emmanuel Macron left Paris and criticized Viktor Orban."),
    .init("public as addressee", "Donald Trump met supporters and attacked Joe Biden."),
    .init(
      "second verb with a subject named behind a title",
      "Petro Poroshenko has asked Germany for weapons, his ambassador, Andriy Melnyk, told the dpa news agency.",
      ["Andriy Melnyk → Deutsche Presse-Agentur press actual", "Petro Poroshenko → Germany tell actual"]),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
