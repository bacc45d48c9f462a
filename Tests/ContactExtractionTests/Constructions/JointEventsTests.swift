import Testing

/// Several on the other side of one event: what tells of a contact and what does not.
struct JointEventsTests {
  static let rows: [ContactRow] = [
    .init(
      "one meeting",
      "On Monday Boris Johnson held a trilateral meeting with Kenya and Uganda.",
      ["Boris Johnson ↔ Kenya meet actual", "Boris Johnson ↔ Uganda meet actual", "Kenya ↔ Uganda meet actual"]),
    .init(
      "one call",
      "Joe Biden held a video call with President Emmanuel Macron of France and Chancellor Olaf Scholz of Germany.",
      [
        "Emmanuel Macron ↔ Joe Biden call actual", "Emmanuel Macron ↔ Olaf Scholz call actual",
        "Joe Biden ↔ Olaf Scholz call actual",
      ]),
    .init(
      "met on one day",
      "Antony Blinken met on Friday with French Foreign Minister Laurent Fabius and Russian Foreign Minister Sergei Lavrov.",
      [
        "Antony Blinken ↔ Laurent Fabius meet actual", "Antony Blinken ↔ Sergei Lavrov meet actual",
        "Laurent Fabius ↔ Sergei Lavrov meet actual",
      ]),
    .init(
      "all whom it involved",
      "The meeting in Nusa Dua on 4 May involving Kenya, Uganda and Rwanda was short.",
      ["Kenya ↔ Rwanda meet actual", "Kenya ↔ Uganda meet actual", "Rwanda ↔ Uganda meet actual"]),
    .init(
      "behind a comma",
      "The talks, involving Kenya and Uganda, were held in Kigali.",
      ["Kenya ↔ Uganda talks actual"]),
    .init(
      "led by two",
      "The dialogue was co-led by Narendra Modi and Shinzo Abe.",
      ["Narendra Modi ↔ Shinzo Abe talks actual"]),
    .init(
      "two lead",
      "John Kerry and Sergei Lavrov led the negotiations in Geneva.",
      ["John Kerry ↔ Sergei Lavrov talks actual"]),
    .init(
      "apart from each other",
      "Antony Blinken met separately on Friday with French Foreign Minister Laurent Fabius and Russian Foreign Minister Sergei Lavrov.",
      ["Antony Blinken ↔ Laurent Fabius meet actual", "Antony Blinken ↔ Sergei Lavrov meet actual"]),
    .init(
      "several events",
      "Boris Johnson held meetings with Kenya and Uganda.",
      ["Boris Johnson ↔ Kenya meet actual", "Boris Johnson ↔ Uganda meet actual"]),
    .init(
      "of one country",
      "Joe Biden held a call with Emmanuel Macron and Laurent Fabius.",
      ["Emmanuel Macron ↔ Joe Biden call actual", "Joe Biden ↔ Laurent Fabius call actual"]),
    .init("two countries led", "John Kerry and Sergei Lavrov led their countries."),
    .init("involved in something else", "The meeting after the accident involving Kenya and Uganda was short."),
    .init("two led a study", "Narendra Modi and Shinzo Abe co-led a study."),
    .init(
      "a delegation led to talks",
      "John Kerry led a delegation to Rome for talks with Sergei Lavrov.",
      ["John Kerry ↔ Sergei Lavrov talks actual"]),
    .init(
      "led by those whose offices name others",
      "The talks were led by Angela Merkel, Kenya's Ministry of Trade Secretary Amina Mohamed and Sam Kutesa.",
      [
        "Amina Mohamed ↔ Angela Merkel talks actual", "Amina Mohamed ↔ Sam Kutesa talks actual",
        "Angela Merkel ↔ Sam Kutesa talks actual",
      ]),
    .init("meetings spoken of", "On Monday Boris Johnson spoke at length of meetings in Kenya and Uganda."),
    .init("two met a target", "On Monday Kenya and Uganda met their targets."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
