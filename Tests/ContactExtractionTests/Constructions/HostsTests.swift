import Testing

/// Hosts: what tells of a contact and what does not.
struct HostsTests {
  static let rows: [ContactRow] = [
    .init(
      "hosted talks between",
      "Oman hosted talks between Iran and the United States.",
      ["Iran ↔ United States talks actual", "Oman → Iran host actual", "Oman → United States host actual"]),
    .init(
      "brokered",
      "Egypt brokered talks between Hamas and Israel.",
      ["Egypt → Hamas host actual", "Egypt → Israel host actual", "Hamas ↔ Israel talks actual"]),
    .init(
      "mediated between",
      "Algeria mediated between Ethiopia and Eritrea.",
      ["Algeria → Eritrea host actual", "Algeria → Ethiopia host actual"]),
    .init(
      "hosted a person",
      "Donald Trump hosted Shinzo Abe in Florida.",
      ["Donald Trump ↔ Shinzo Abe meet actual"]),
    .init(
      "hosted a dinner for",
      "Angela Merkel hosted a dinner with Theresa May.",
      ["Angela Merkel ↔ Theresa May meet actual"]),
    .init("hosted games", "Brazil hosted the games of 2016 with help from Britain."),
    .init("hosted a festival", "Oman hosted a festival of Indian film."),
    .init("brokered insurance", "Switzerland has agents who broker insurance for Germany."),
    .init("in a place", "Geneva is a city in Switzerland near France."),
    .init(
      "sides named before",
      "Israel and Hamas reached a truce after Egypt mediated indirect talks between them.",
      ["Egypt → Hamas host actual", "Egypt → Israel host actual", "Hamas ↔ Israel talks actual"]),
    .init("backed is not hosted", "Angela Merkel spoke of the U.S.-backed negotiations."),
    .init(
      "chaired by two",
      "A meeting chaired by Angela Merkel and Emmanuel Macron ended on Friday.",
      ["Angela Merkel ↔ Emmanuel Macron meet actual"]),
    .init(
      "a meeting of others chaired by two",
      "A meeting of ten ministers chaired by the UK and the US backed the plan.",
      ["United Kingdom ↔ United States meet actual"]),
    .init(
      "brought two together",
      "Flown in to mediate, Kofi Annan brought Mwai Kibaki and Raila Odinga together in Nairobi.",
      ["Kofi Annan → Mwai Kibaki host actual", "Kofi Annan → Raila Odinga host actual"]),
    .init("brought one a gift", "Angela Merkel brought Vladimir Putin a gift."),
    .init(
      "brokered a truce",
      "Egypt brokered a truce between Israel and Hamas.",
      ["Egypt → Hamas host actual", "Egypt → Israel host actual"]),
    .init(
      "passive behind the talks",
      "Israel and Hamas agreed to hold talks brokered by Egypt.",
      ["Egypt → Hamas host actual", "Egypt → Israel host actual", "Hamas ↔ Israel talks planned"]),
    .init(
      "led talks of others",
      "Kofi Annan led the talks between Mwai Kibaki and Raila Odinga.",
      [
        "Kofi Annan → Mwai Kibaki host actual", "Kofi Annan → Raila Odinga host actual",
        "Mwai Kibaki ↔ Raila Odinga talks actual",
      ]),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
