import Testing

/// Interviews: what tells of a contact and what does not.
struct InterviewsTests {
  static let rows: [ContactRow] = [
    .init(
      "published by", "In an interview published by Bild on Saturday, Angela Merkel said she would stay.",
      ["Angela Merkel → Bild press actual"]),
    .init(
      "broadcast on", "Angela Merkel said in an interview broadcast on ARD television that she would stay.",
      ["Angela Merkel → ARD press actual"]),
    .init("what is published is no interview", "Angela Merkel said in a book published by Bild that she would stay."),
    .init("who publishes comments hears nobody", "Comments published by Bild on Sunday upset Angela Merkel."),
    .init(
      "name that begins behind a shorter one with its article",
      "Emmanuel Macron on Sunday told the Journal du Dimanche newspaper that he would stay.",
      ["Emmanuel Macron → Le Journal du Dimanche press actual"]),

    .init(
      "agency in small letters", "Hungarian government spokesman Zoltan Kovacs told news agency dpa that all was well.",
      ["Zoltan Kovacs → Deutsche Presse-Agentur press actual"]),

    .init(
      "told an outlet",
      "Nick Clegg told the BBC that he would stay.",
      ["Nick Clegg → BBC press actual"]),
    .init(
      "in an interview with",
      "Bashar al-Assad said in an interview with CNN that the war would end.",
      ["Bashar al-Assad → CNN press actual"]),
    .init(
      "gave an interview",
      "Vladimir Putin gave an interview to Le Monde in May.",
      ["Vladimir Putin → Le Monde press actual"]),
    .init(
      "newspaper with its noun",
      "Sigmar Gabriel told the Bild newspaper that the plan was dead.",
      ["Sigmar Gabriel → Bild press actual"]),
    .init(
      "news agency",
      "Sergei Lavrov told the Interfax news agency that the talks had failed.",
      ["Sergei Lavrov → Interfax press actual"]),
    .init(
      "interviewed by",
      "In May, CNN interviewed Hassan Rouhani in Tehran.",
      ["Hassan Rouhani → CNN press actual"]),
    .init("reported by an outlet", "The BBC reported that Theresa May would resign."),
    .init("wrote an article in", "Boris Johnson attacked Theresa May in The Daily Telegraph."),
    .init("told a news conference", "Angela Merkel told a news conference that Greece would stay."),
    .init("according to", "According to Reuters, Greece will pay."),
    .init(
      "newspaper, then the minister",
      "In an interview with the Brazilian newspaper Folha de S.Paulo, the minister Celso Amorim told all.",
      ["Celso Amorim → Folha de S.Paulo press actual"]),
    .init(
      "doubt inside the quotation",
      "“Perhaps one could say that it does not exist,” Angela Merkel told Bild.",
      ["Angela Merkel → Bild press actual"]),
    .init(
      "headline",
      "Sky News interviews Theresa May about the vote",
      ["Theresa May → Sky News press actual"]),
    .init("interviews that somebody gave", "The Sky News interviews Theresa May gave were short."),
    .init(
      "questions answered",
      "Theresa May answered questions from Sky News on Monday.",
      ["Sky News → Theresa May press actual"]),
    .init(
      "guest of an outlet",
      "Theresa May was a guest on CNN last week.",
      ["Theresa May → CNN press actual"]),
    .init("guest on a farm", "Theresa May was a guest on a farm in Spain."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
