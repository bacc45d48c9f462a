import Testing

/// Letters: what tells of a contact and what does not.
struct LettersTests {
  static let rows: [ContactRow] = [
    .init(
      "replied to somebody", "Reinhard Grindel, the president, replied to Angela Merkel on Friday.",
      ["Reinhard Grindel → Angela Merkel tell actual"]),
    .init("replied to something", "Reinhard Grindel replied to the criticism from Germany on Friday."),

    .init(
      "wrote to",
      "Mahmoud Ahmadinejad wrote to George W. Bush about faith.",
      ["Mahmoud Ahmadinejad → George W. Bush write actual"]),
    .init(
      "sent a letter",
      "Kim Jong Un sent a letter to Donald Trump.",
      ["Kim Jong Un → Donald Trump write actual"]),
    .init(
      "sent somebody a message",
      "Xi Jinping sent Joe Biden a message.",
      ["Xi Jinping → Joe Biden write actual"]),
    .init(
      "in a letter to",
      "In a letter to Donald Tusk, Theresa May asked for more time.",
      ["Theresa May → Donald Tusk write actual"]),
    .init(
      "exchanged letters",
      "Barack Obama exchanged letters with Hassan Rouhani.",
      ["Barack Obama ↔ Hassan Rouhani talks actual"]),
    .init(
      "received a letter",
      "Donald Trump received a letter from Kim Jong Un.",
      ["Kim Jong Un → Donald Trump write actual"]),
    .init("wrote a book about", "Bob Woodward wrote a book about Donald Trump."),
    .init("letters to an editor", "A letter to the editor praised Angela Merkel."),
    .init("sent troops", "Vladimir Putin sent troops to Syria."),
    .init("open letter", "A letter signed by scientists criticized Japan."),
    .init(
      "published",
      "Nancy Pelosi published an open letter to Mark Zuckerberg on Monday.",
      ["Nancy Pelosi → Mark Zuckerberg write actual"]),
    .init(
      "between commas",
      "Nicolas Sarkozy, in a letter to Barack Obama, defended himself.",
      ["Nicolas Sarkozy → Barack Obama write actual"]),
    .init("somebody in a place", "Nicolas Sarkozy, in a town with a letter box, defended Barack Obama."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
