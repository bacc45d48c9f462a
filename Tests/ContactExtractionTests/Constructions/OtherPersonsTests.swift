import Testing

/// Whom a pronoun means that cannot mean the other side, and who was sent: what tells of a contact and what does not.
struct OtherPersonsTests {
  static let rows: [ContactRow] = [
    .init(
      "object is another",
      "Kim Il-sung began seeking Joseph Stalin's support, traveling to Moscow to persuade him.",
      ["Kim Il-sung → Joseph Stalin tell planned"]),
    .init(
      "sent somewhere",
      "Barack Obama sent John Kerry to Iran, where he talked with Hassan Rouhani.",
      ["Hassan Rouhani ↔ John Kerry talks actual"]),
    .init(
      "dispatched",
      "Barack Obama dispatched John Kerry to Tehran, where he met Hassan Rouhani.",
      ["Hassan Rouhani ↔ John Kerry meet actual"]),
    .init(
      "put in touch",
      "Emmanuel Macron put Vladimir Putin in touch with Angela Merkel.",
      ["Angela Merkel ↔ Vladimir Putin talks actual"]),
    .init(
      "to be hung on a time",
      "Mark Rutte will try over the next few weeks to speak to Emmanuel Macron.",
      ["Emmanuel Macron ↔ Mark Rutte talks uncertain"]),
    .init(
      "led by two in a place",
      "Kenya and Uganda hold a dialogue in Nairobi on Monday, led by Amina Mohamed and Sam Kutesa.",
      ["Amina Mohamed ↔ Sam Kutesa talks actual", "Kenya ↔ Uganda talks actual"]),
    .init(
      "went himself",
      "Barack Obama flew to Tehran, where he met Hassan Rouhani.",
      ["Barack Obama ↔ Hassan Rouhani meet actual"]),
    .init(
      "the man of a country",
      "Emmanuel Macron flew to Berlin on Monday. The Frenchman met Olaf Scholz there.",
      ["Emmanuel Macron ↔ Olaf Scholz meet actual"]),
    .init(
      "one of a country",
      "Uhuru Kenyatta of Kenya arrived in Rome on Friday. The Kenyan, who dined with Sergio Mattarella, flew home.",
      ["Sergio Mattarella ↔ Uhuru Kenyatta meet actual"]),
    .init(
      "those of a country are no person",
      "Emmanuel Macron flew to Berlin on Monday. The French told Germany to wait.",
      ["France → Germany tell actual"]),
    .init(
      "the side of a country is no person",
      "Emmanuel Macron flew home on Monday. The French side told Germany to wait.",
      ["France → Germany tell actual"]),
    .init(
      "clause behind a comma",
      "Health Minister Paul Tan opened a school in Canada. In a letter to Doug Ford, the minister ruled out an airport.",
      ["Paul Tan → Doug Ford write actual"]),
    .init(
      "who says it behind a comma",
      "Health Minister Paul Tan opened a school in Canada. He thanked Doug Ford, the minister said.",
      ["Paul Tan → Doug Ford tell actual"]),
    .init(
      "apposition at the end",
      "Health Minister Paul Tan opened a school in Canada. He thanked Doug Ford, the minister accused of fraud.",
      ["Paul Tan → Doug Ford tell actual"]),
    .init(
      "rank written short",
      "Gen. Paul Nkosi went to Kabul. Ashraf Ghani thanked the general.",
      ["Ashraf Ghani → Paul Nkosi tell actual"]),
    .init(
      "another rank", "Col. Paul Nkosi went to Kabul. Ashraf Ghani thanked the general."),
    .init("only one is named", "John Kerry flew to Tehran to persuade him."),
    .init(
      "of whom it is unclear",
      "Emmanuel Macron, Vladimir Putin and Xi Jinping stayed in the same hotel. He told him to leave."),
    .init(
      "instrument of others", "NATO officers say that the message was instrumental in persuading Pervez Musharraf."),
    .init("calls that something be done", "Calls by critics in Washington that Iran be bombed grew."),
    .init("a reference", "\"I repeat my words,\" Muqtada al-Sadr said in a reference to Hassan Nasrallah."),
    .init("engaged in something", "Ahmed Chalabi and Hazim Shaalan have been engaging in attacks."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
