import Testing

@Suite struct StatementsTests {
  /// Press statements and transcripts, in which `I` and `we` are their authors.
  static let rows: [ContactRow] = [
    .init(
      "line with office and name",
      "NEWS FROM THE MINISTER FOR FOREIGN AFFAIRS JULIE BISHOP\n\n12 May 2015\n\nVISIT TO JAPAN\n\nI will meet Prime Minister Shinzo Abe in Tokyo.",
      ["JULIE BISHOP ↔ Shinzo Abe meet planned"]),
    .init(
      "name with office behind it",
      "Remarks to the Press\n\nJohn Kerry, Secretary of State\n\nI spoke with Sergei Lavrov this morning about the truce in Syria.",
      ["John Kerry ↔ Sergei Lavrov talks actual"]),
    .init(
      "joint statement",
      "Statement of Prime Minister David Cameron and Chancellor Angela Merkel\n\nLondon, 7 January 2015\n\nWe urged President Vladimir Putin to respect the truce.",
      ["Angela Merkel → Vladimir Putin tell actual", "David Cameron → Vladimir Putin tell actual"]),
    .init(
      "we of one author is the country",
      "Statement by Foreign Secretary Philip Hammond\n\n7 January 2015\n\nWe urge Iran to sign the agreement.",
      ["United Kingdom → Iran tell actual"]),
    .init(
      "speaker of a transcript",
      "Press Conference of John Kerry in Geneva\n\n14 September 2015\n\nSECRETARY KERRY: I met Sergei Lavrov last night. QUESTION: Why?",
      ["John Kerry ↔ Sergei Lavrov meet actual"]),
    .init(
      "the one who asks is nobody",
      "Remarks by Secretary of State John Kerry in Geneva\n\n14 September 2015\n\nThank you all for coming.\n\nQUESTION: I met Sergei Lavrov last night."
    ),
    .init(
      "of whom a statement is",
      "Statement on John Kerry\n\n14 September 2015\n\nI met Sergei Lavrov last night."),
    .init(
      "a headline is no signature",
      "Chancellor Angela Merkel arrives in Paris\n\nI met François Hollande last night."),
    .init(
      "signed behind a dash at the end",
      "The snow has been heavy. We lost power twice. Roads were closed. Schools were too.\n\nI phoned Prime Minister Justin Trudeau last night.\n\n— Governor Janet Mills, Augusta",
      ["Janet Mills → Justin Trudeau call actual"]),
    .init(
      "remarks by somebody, behind a dash at the end",
      "Dear friends. The snow has been heavy. We lost power twice. Roads were closed.\n\nI met Angela Merkel last night.\n\n— Remarks by Governor Janet Mills",
      ["Angela Merkel ↔ Janet Mills meet actual"]),
    .init(
      "behind a dash without an office",
      "The snow has been heavy. We lost power twice. Roads were closed. Schools were too.\n\nI phoned Prime Minister Justin Trudeau last night.\n\n— Janet Mills, Augusta"
    ),
    .init(
      "no author", "I met Angela Merkel in Berlin last night."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws { try row.check() }

  /// Titles of several parts, which belong to the person behind them.
  static let titles: [ContactRow] = [
    .init(
      "adviser to the office that follows",
      "John Kerry dined with Italian Diplomatic Counselor to the President Marco Brackelli and Spanish National Security Advisor Ana Brackez.",
      ["Ana Brackez ↔ John Kerry meet actual", "John Kerry ↔ Marco Brackelli meet actual"]),
    .init(
      "field with and",
      "Angela Merkel dined with Palace Economic and Social Affairs Adviser Jens Brackner.",
      ["Angela Merkel ↔ Jens Brackner meet actual"]),
    .init(
      "office of a body, small letters",
      "Angela Merkel met head of the Presidential Office Andrei Lankov in Berlin.",
      ["Andrei Lankov ↔ Angela Merkel meet actual"]),
    .init(
      "president of a body without commas",
      "The president of the World Bank Jim Yong Kim told Bild that loans would grow.",
      ["Jim Yong Kim → Bild press actual"]),
    .init(
      "adviser to somebody named",
      "Jake Sullivan spoke with Yuri Ushakov, an adviser to President Vladimir Putin.",
      ["Jake Sullivan ↔ Yuri Ushakov talks actual"]),
    .init(
      "envoy to a country, without commas",
      "Last week, Ambassador to the United States Ivan Brackov told Ambassador to the United Nations Peter Brackley to wait.",
      ["Ivan Brackov → Peter Brackley tell actual"]),
    .init(
      "listed with their countries",
      "John Kerry dined with King Felipe of Spain, Chancellor Sebastian Kurz of Austria, and Prime Minister Mark Rutte of the Netherlands.",
      [
        "Felipe ↔ John Kerry meet actual", "John Kerry ↔ Mark Rutte meet actual",
        "John Kerry ↔ Sebastian Kurz meet actual",
      ]),
    .init(
      "name behind a long office",
      "Angela Merkel held talks with the Minister for Ports and Inland Waters, the Hon Peter Brackley.",
      ["Angela Merkel ↔ Peter Brackley talks actual"]),
    .init(
      "the next clause is no name of an office",
      "John Kerry praised the head of the bank, Angela Merkel left for Rome."),
    .init(
      "nobody addressed", "The president of the World Bank Jim Yong Kim left Berlin."),
    .init(
      "possessive of a name that ends in s",
      "Peter Gates' lawyer Hanna Feigen asked Judge Rupert Heindl to drop the charges.",
      ["Hanna Feigen → Rupert Heindl tell actual"]),
    .init(
      "issued a statement urging",
      "Emmanuel Macron issued a statement urging Iran to halt the tests.",
      ["Emmanuel Macron → Iran tell actual"]),
    .init(
      "in a statement urging",
      "In a statement urging Iran to halt the tests, Emmanuel Macron said that time was short.",
      ["Emmanuel Macron → Iran tell actual"]),
    .init(
      "published a report urging",
      "The European Union published a report urging Greece to save.",
      ["European Union → Greece tell actual"]),
    .init(
      "told to act by",
      "Serbia has been told to withdraw by NATO.",
      ["NATO → Serbia tell actual"]),
    .init(
      "both of two",
      "The UN Security Council has urged both Sudan and South Sudan to stop.",
      [
        "United Nations Security Council → South Sudan tell actual",
        "United Nations Security Council → Sudan tell actual",
      ]),
    .init(
      "asked that somebody act",
      "Nicolas Sarkozy asked that Barack Obama send troops.",
      ["Nicolas Sarkozy → Barack Obama tell actual"]),
    .init("asked what somebody wanted", "Nicolas Sarkozy asked what Barack Obama wanted."),
    .init("heard a statement of others", "Emmanuel Macron heard a statement urging Iran to halt the tests."),
  ]

  @Test(arguments: titles) func contactsOfTitled(_ row: ContactRow) throws { try row.check() }
}
