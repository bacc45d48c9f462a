import Recognition
import Testing

/// Names of known and unknown entities: what is found, where it starts and ends, and what it means.
@Suite struct NameTests {
  static let rows: [MentionRow] = [
    .init(
      "full names", "Angela Merkel met Emmanuel Macron in Berlin.", date: "2018-05-02",
      "Angela Merkel>Angela Merkel, Emmanuel Macron>Emmanuel Macron, Berlin>Berlin"),
    .init(
      "possessive is no part", "Angela Merkel’s party met in Germany's capital.", date: "2018-05-02",
      "Angela Merkel>Angela Merkel, Germany>Germany"),
    .init(
      "organization with and", "He leads the Zubrowkan Training and Supply Command.",
      "Zubrowkan Training and Supply Command>Zubrowkan Training and Supply Command"),
    .init(
      "two organizations", "The World Bank and Labour Party wrote.", "World Bank>World Bank, Labour Party>Labour Party"),
    .init(
      "suffix behind a comma", "President Joseph R. Biden, Jr. left.", date: "2022-05-02",
      "Joseph R. Biden, Jr.>Joseph R. Biden, Jr."),
    .init(
      "outlet named after its place", "He told the Leeds American about it.", "Leeds American>Leeds American"),
    .init(
      "prince by his given name", "Mohammed bin Salman came. Prince Mohammed spoke.", date: "2022-05-02",
      "Mohammed bin Salman>Mohammed bin Salman, Mohammed>Mohammed bin Salman"),
    .init(
      "title is no part", "It was Foreign Minister Sergey Lavrov who wrote.", date: "2015-05-02",
      "Sergey Lavrov>Sergey Lavrov"),
    .init(
      "unknown person by title", "Foreign Minister Jean-Marc Le Goff of Freedonia said so.",
      "Jean-Marc Le Goff>Jean-Marc Le Goff, Freedonia>Freedonia"),
    .init(
      "given name and unknown family name", "A neighbour, Maria Zubrovska, said the door was open.",
      "Maria Zubrovska>Maria Zubrovska"),
    .init(
      "role noun before a name", "The activist Quendrim Halvorsen said no.", "Quendrim Halvorsen>Quendrim Halvorsen"),
    .init(
      "apposition with age", "Torvald Brekkenby, 52, teaches in Oslo.", "Torvald Brekkenby>Torvald Brekkenby, Oslo>Oslo"
    ),
    .init(
      "particles", "The envoy Abdul bin Karzoun met Ursula van der Blom.",
      "Abdul bin Karzoun>Abdul bin Karzoun, Ursula van der Blom>Ursula van der Blom"),
    .init(
      "family behind its particle", "The envoy Hamid Al-Brackley Al Zubrow left.",
      "Hamid Al-Brackley Al Zubrow>Hamid Al-Brackley Al Zubrow"),
    .init(
      "a name of three words and one more", "President Ahmed Abdallah Mohamed Sambi left.",
      "Ahmed Abdallah Mohamed Sambi>Ahmed Abdallah Mohamed Sambi"),
    .init(
      "unknown names over an auxiliary", "Zadon Brancho has told the club so.", "Zadon Brancho>Zadon Brancho"),
    .init("given name with an accent", "Íngrid Brackovska left.", "Íngrid Brackovska>Íngrid Brackovska"),
    .init("initials", "The report by John Q. Vandersnick came late.", "John Q. Vandersnick>John Q. Vandersnick"),
    .init(
      "honorific and family name", "Later Mr Brackley and Mrs. Ottenshaw left.",
      "Brackley>Brackley, Ottenshaw>Ottenshaw"),
    .init(
      "family name refers back", "The activist Maria Zubrovska spoke first. Zubrovska said it was late.",
      "Maria Zubrovska>Maria Zubrovska, Zubrovska>Maria Zubrovska"),
    .init(
      "family name that is a common word", "The company hired Steve Cook. On Monday Cook said yes.",
      "Steve Cook>Steve Cook, Cook>Steve Cook"),
    .init(
      "organization by its head", "He works for the Zubrowka Shipbuilding Institute there.",
      "Zubrowka Shipbuilding Institute>Zubrowka Shipbuilding Institute"),
    .init(
      "organization with of and for", "She leads the Institute for the Study of Rivers in Vienna.",
      "Institute for the Study of Rivers>Institute for the Study of Rivers, Vienna>Vienna"),
    .init(
      "title word inside an organization's name", "The head of the Refugee Council John Brackley said no.",
      "Refugee Council>Refugee Council, John Brackley>John Brackley"),
    .init(
      "person named behind a title and a comma", "The fund's president, Aral Kanda, left.", "Aral Kanda>Aral Kanda"),
    .init(
      "outlet that begins with a place", "He spoke to news site Dublin Zubrowka on it.",
      "Dublin Zubrowka>Dublin Zubrowka"),
    .init("noun before a place", "He told the newspaper Dublin was wet.", "Dublin>Dublin [Ireland]"),
    .init("nationality before an outlet", "He spoke to the Colombian Caracol Radio.", "Caracol Radio>Caracol"),
    .init(
      "congress of a party of no country named", "They came before the Workers' Party Congress met in Pyongyang.",
      "Workers' Party>Workers' Party, Pyongyang>Pyongyang"),
    .init(
      "sheikh by his given name",
      "An envoy, Sheikh Faisal bin Brackley Al Zubrow, spoke. It was said that Sheikh Faisal was glad.",
      "Faisal bin Brackley Al Zubrow>Faisal bin Brackley Al Zubrow, Faisal>Faisal bin Brackley Al Zubrow"),
    .init(
      "family name behind a hyphen",
      "The minister Paul Brackley came with Anna Ottenshaw-Brackley to Oslo. On Monday Brackley said yes.",
      "Paul Brackley>Paul Brackley, Anna Ottenshaw-Brackley>Anna Ottenshaw-Brackley, Oslo>Oslo, Brackley>Paul Brackley"),
    .init(
      "family name behind two given names that are known together",
      "The judge, John Paul Hanson, left. In court Juan Carlos Guzman was glad.",
      "John Paul Hanson>John Paul Hanson, Juan Carlos Guzman>Juan Carlos Guzman"),
    .init(
      "known names and what is no family name behind them",
      "On Sunday John Paul II spoke. In Madrid Juan Carlos Tuesday left.",
      "John Paul II>John Paul II, Madrid>Madrid, Juan Carlos>Juan Carlos"),
    .init("company designator", "The maker Brackley Tools Inc. closed.", "Brackley Tools Inc.>Brackley Tools Inc."),
    .init(
      "full form in other words", "The SAARC [South Asian Association of Regional Cooperation] summit failed.",
      "SAARC>South Asian Association for Regional Cooperation, "
        + "South Asian Association of Regional Cooperation>South Asian Association for Regional Cooperation"),
    .init(
      "short form introduced", "The Zubrowka Rivers Council (ZRC) met. Later ZRC said so.",
      "Zubrowka Rivers Council>Zubrowka Rivers Council, ZRC>Zubrowka Rivers Council, ZRC>Zubrowka Rivers Council"),
    .init(
      "article is no part of an outlet", "She told The Associated Press about it.", "Associated Press>Associated Press"),
    .init("unknown place by its noun", "They fled the town of Krasnobrod on foot.", "Krasnobrod>Krasnobrod"),
    .init(
      "place with a country behind it", "The bridge stands in Zelenovka, Ukraine.",
      "Zelenovka>Zelenovka, Ukraine>Ukraine"),
    .init(
      "state after a party letter", "Sen. Mary Whitlock, R-Texas, voted no.", "Mary Whitlock>Mary Whitlock, Texas>Texas"
    ),
    .init("both sides of a hyphen", "The UK-France summit opened.", "UK>United Kingdom, France>France"),
    .init("suffix behind a hyphen", "The U.S.-led force left.", "U.S.>United States"),
    .init(
      "prefix before a hyphen", "President Bashar al-Assad spoke. A pro-Assad group marched.", date: "2014-02-02",
      "Bashar al-Assad>Bashar al-Assad, Assad>Bashar al-Assad"),
    // What is no name.
    .init("month May", "It came in May and again in late May.", ""),
    .init("Theresa May is a person", "Theresa May resigned in May.", date: "2019-05-24", "Theresa May>Theresa May"),
    .init("pronoun us", "They told us that US forces left.", "US>United States"),
    .init("food turkey", "They ate turkey. Turkey was glad.", "Turkey>Turkey"),
    .init(
      "Jordan the person", "Mary Jordan spoke first. Jordan said it was late.",
      "Mary Jordan>Mary Jordan, Jordan>Mary Jordan"),
    .init("Jordan the country", "He flew from Jordan to Lebanon.", "Jordan>Jordan, Lebanon>Lebanon"),
    .init(
      "Georgia the state", "Voters in Georgia, Alabama and Texas chose.",
      "Georgia>Georgia, Alabama>Alabama, Texas>Texas"),
    .init("Chad the given name", "The teacher Chad Vandersnick laughed.", "Chad Vandersnick>Chad Vandersnick"),
    .init("opening word", "Officials were late. Nothing happened. However, Many left.", ""),
    .init("creeds and parties are no entities", "Muslim and Republican voters and Western diplomats came.", ""),
    .init("days and feasts", "On Monday and at Christmas they rest.", ""),
  ]

  @Test(arguments: rows) func findsNames(_ row: MentionRow) throws {
    let shipped = try ShippedRecognizer.shared.get()
    #expect(shipped.dump(row.text, date: row.date, forms: [.name]) == row.expected)
  }

  static let nationalities: [MentionRow] = [
    .init("adjective", "The French team won.", "French>France"),
    .init("noun", "Two Syrians and an Afghan waited.", "Syrians>Syria, Afghan>Afghanistan"),
    .init("two joined by a hyphen", "A Russian-Syrian plan.", "Russian>Russia, Syrian>Syria"),
    .init("two words", "The South African court sat.", "South African>South Africa"),
    .init("languages and peoples are none", "She speaks Arabic to Kurdish people.", ""),
  ]

  @Test(arguments: nationalities) func findsNationalities(_ row: MentionRow) throws {
    let shipped = try ShippedRecognizer.shared.get()
    #expect(shipped.dump(row.text, date: row.date, forms: [.demonym]) == row.expected)
  }
}
