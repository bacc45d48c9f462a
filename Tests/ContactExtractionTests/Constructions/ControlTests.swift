import Testing

/// Control: what tells of a contact and what does not.
struct ControlTests {
  static let rows: [ContactRow] = [
    .init(
      "quoted as telling", "State media quoted Bashar al-Assad as telling an Iranian delegation that the war was over.",
      ["Bashar al-Assad → Iran tell actual"]),

    .init(
      "thanked for hosting", "Emmanuel Macron thanked the Omani sultan for hosting talks between Iran and Israel.",
      ["Iran ↔ Israel talks actual"]),
    .init(
      "thanked somebody described for hosting",
      "Mohammed bin Salman is there. Later Emmanuel Macron thanked the Saudi crown prince for holding talks with Iran.",
      ["Emmanuel Macron → Mohammed bin Salman tell actual", "Iran ↔ Mohammed bin Salman talks actual"]),
    .init(
      "praised somebody described for hosting",
      "Mohammed bin Salman is there. In Paris, Emmanuel Macron praised the Saudi crown prince for hosting negotiations between Iran and Iraq.",
      [
        "Iran ↔ Iraq talks actual", "Mohammed bin Salman → Iran host actual", "Mohammed bin Salman → Iraq host actual",
      ]),
    .init(
      "joined in doing", "Joe Biden joined Volodymyr Zelensky in urging Russia to leave.",
      ["Joe Biden → Russia tell actual", "Volodymyr Zelensky → Russia tell actual"]),
    .init(
      "looks forward to", "Barack Obama looks forward to welcoming Angela Merkel to the White House.",
      ["Angela Merkel ↔ Barack Obama meet planned"]),
    .init("looks forward to no meeting", "Barack Obama looks forward to working with the parliament in Germany."),

    .init(
      "wants to",
      "Donald Trump wants to meet Kim Jong Un.",
      ["Donald Trump ↔ Kim Jong Un meet planned"]),
    .init(
      "is due to",
      "John Kerry is due to call Sergei Lavrov on Monday.",
      ["John Kerry → Sergei Lavrov call planned"]),
    .init(
      "refused to",
      "Mahmoud Abbas refused to meet Mike Pence.",
      ["Mahmoud Abbas ↔ Mike Pence meet negated"]),
    .init(
      "managed to",
      "Ban Ki-moon managed to speak to Bashar al-Assad.",
      ["Ban Ki-moon ↔ Bashar al-Assad talks actual"]),
    .init(
      "agreed to",
      "Vladimir Putin agreed to receive Benjamin Netanyahu in Sochi.",
      ["Benjamin Netanyahu ↔ Vladimir Putin meet planned"]),
    .init("wants to leave", "Theresa May wants to leave before Donald Tusk speaks."),
    .init("refused to comment", "Sergei Lavrov refused to comment on the claim about John Kerry."),
    .init("forced to resign", "Petro Poroshenko was forced to rely on Germany."),
    .init("wants a country to act", "Donald Trump wants China to buy more beans."),
    .init(
      "is to, before a word that is also a title",
      "Barack Obama is to host Benjamin Netanyahu at the White House.",
      ["Barack Obama ↔ Benjamin Netanyahu meet planned"]),
    .init(
      "went to see",
      "Gordon Brown flew to Washington to see George W. Bush.",
      ["George W. Bush ↔ Gordon Brown meet planned"]),
    .init("saw on television", "Gordon Brown wanted to see George W. Bush on television."),
    .init(
      "asked a court to do something to somebody",
      "Prosecutor Hans Weber asked the Hamburg Regional Court to jail Klaus Bauer for life.",
      ["Hans Weber → Hamburg Regional Court tell actual"]),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
