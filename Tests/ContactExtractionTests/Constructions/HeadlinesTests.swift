import Testing

/// Headlines: what tells of a contact and what does not.
struct HeadlinesTests {
  static let rows: [ContactRow] = [
    .init(
      "present tense of two",
      "Kerry, Lavrov meet in Geneva\n\nGENEVA - John Kerry and Sergei Lavrov have arrived in Switzerland. The lake was calm.",
      ["John Kerry ↔ Sergei Lavrov meet actual"]),
    .init(
      "tells",
      "Merkel tells Tsipras to hurry\n\nBERLIN - Angela Merkel is losing patience. Alexis Tsipras has no plan.",
      ["Angela Merkel → Alexis Tsipras tell actual"]),
    .init(
      "to meet",
      "Trump to meet Kim in Hanoi\n\nWASHINGTON - Donald Trump is packing. Kim Jong Un has boarded his train.",
      ["Donald Trump ↔ Kim Jong Un meet planned"]),
    .init(
      "every word capitalized",
      "Obama Calls Putin Over Crimea\n\nWASHINGTON - Barack Obama is worried. Vladimir Putin is not.",
      ["Barack Obama → Vladimir Putin call actual"]),
    .init(
      "urges",
      "Ban urges Maduro to free prisoners\n\nNEW YORK - Ban Ki-moon is worried. Nicolas Maduro is not.",
      ["Ban Ki-moon → Nicolas Maduro tell actual"]),
    .init("slams", "Trump slams Merkel over gas\n\nBRUSSELS - Donald Trump is angry. Angela Merkel is calm."),
    .init(
      "backs",
      "Obama backs Clinton for president\n\nWASHINGTON - Barack Obama has chosen. Hillary Clinton is glad."),
    .init("wins", "Macron beats Le Pen in France\n\nPARIS - Emmanuel Macron has won. Marine Le Pen has lost."),
    .init("warns of", "Obama warns of war in Syria\n\nWASHINGTON - Barack Obama is worried. Syria is burning."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
