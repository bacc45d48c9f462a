import Testing

/// Passive: what tells of a contact and what does not.
struct PassiveTests {
  static let rows: [ContactRow] = [
    .init(
      "was and a participle",
      "Sepp Blatter was questioned by former Minister of State Chester Brackles on Monday.",
      ["Chester Brackles → Sepp Blatter tell actual"]),
    .init("was asked for something", "Sepp Blatter was asked her name when Chester Brackles left."),

    .init(
      "agent behind by",
      "Barack Obama was briefed by John Kerry on Monday.",
      ["John Kerry → Barack Obama tell actual"]),
    .init(
      "invited",
      "Narendra Modi was invited by Emmanuel Macron to the parade.",
      ["Emmanuel Macron → Narendra Modi invite actual"]),
    .init(
      "received",
      "Mahmoud Abbas was received by Francois Hollande at the palace.",
      ["Francois Hollande ↔ Mahmoud Abbas meet actual"]),
    .init(
      "interviewed",
      "Bashar al-Assad was interviewed by the BBC in Damascus.",
      ["Bashar al-Assad → BBC press actual"]),
    .init(
      "had been told",
      "Theresa May had been told by Donald Tusk that time was short.",
      ["Donald Tusk → Theresa May tell actual"]),
    .init("no agent", "Barack Obama was briefed on the storm in Florida."),
    .init("agent that is no party", "Angela Merkel was questioned by reporters in Paris."),
    .init("told about somebody", "Voters were told that Donald Trump had won."),
    .init("agent of another verb", "The bridge in Italy was built by a firm that Donald Trump praised."),
    .init(
      "agent behind the place",
      "Malala Yousafzai was greeted at the airport by Justin Trudeau.",
      ["Justin Trudeau ↔ Malala Yousafzai meet actual"]),
    .init(
      "promised something by somebody",
      "Petro Poroshenko was promised more aid by Angela Merkel.",
      ["Angela Merkel → Petro Poroshenko tell actual"]),
    .init("a thing made by somebody", "Petro Poroshenko was promised a car built by Volkswagen workers."),
    .init("author of a report is no agent", "Angela Merkel was criticized in a letter by Viktor Orban."),
    .init(
      "asked by an outlet",
      "Asked by CNN whether he would resign, Sepp Blatter said no.",
      ["CNN → Sepp Blatter press actual"]),
    .init(
      "greeted at a place by two",
      "Emmanuel Macron was greeted at the airport by Olaf Scholz and Annalena Baerbock.",
      ["Annalena Baerbock ↔ Emmanuel Macron meet actual", "Emmanuel Macron ↔ Olaf Scholz meet actual"]),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
