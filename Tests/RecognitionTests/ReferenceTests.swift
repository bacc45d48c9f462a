import Recognition
import Testing

/// What stands for a party without naming it.
@Suite struct ReferenceTests {
  static let pronouns: [MentionRow] = [
    .init(
      "gender decides", "Angela Merkel met Emmanuel Macron. She thanked the hosts.", date: "2018-05-02",
      "She>Angela Merkel"),
    .init(
      "subject before object", "Emmanuel Macron called Vladimir Putin. He spoke of gas.", date: "2021-05-02",
      "He>Emmanuel Macron"),
    .init("speaker of a quotation", "“I am late,” Angela Merkel said.", date: "2018-05-02", "I>Angela Merkel"),
    .init(
      "object is not the subject", "Emmanuel Macron said Vladimir Putin called him.", date: "2021-05-02",
      "him>Emmanuel Macron"),
    .init(
      "parties named together", "Angela Merkel and Emmanuel Macron met. They spoke for an hour.", date: "2018-05-02",
      "They>Angela Merkel+Emmanuel Macron"),
    .init(
      "two people of the sentence before", "Emmanuel Macron received Vladimir Putin in Paris. They discussed gas.",
      date: "2021-05-02", "They>Emmanuel Macron+Vladimir Putin"),
    .init(
      "three people: unclear who", "Emmanuel Macron, Vladimir Putin's guest, saw Angela Merkel. They discussed gas.",
      date: "2021-05-02", ""),
    .init(
      "subject of the same sentence before those of others",
      "“It is late,” Emmanuel Macron said. Emmanuel Macron left. Vladimir Putin sent his wishes.", date: "2021-05-02",
      "his>Vladimir Putin"),
    .init(
      "subject over a long apposition",
      "Emmanuel Macron spoke. Vladimir Putin, the head of the party, also believes that he won.", date: "2021-05-02",
      "he>Vladimir Putin"),
    .init(
      "title and comma before the subject",
      "Emmanuel Macron spoke. The fund's chief, Paul Brackley, said he would wait.", date: "2021-05-02",
      "he>Paul Brackley"),
    .init(
      "relative clause", "Emmanuel Macron spoke. It quotes Paul Brackley, a clerk, who said he was late.",
      date: "2021-05-02", "he>Paul Brackley"),
    .init(
      "partner is somebody else", "Emmanuel Macron came. Later he and Vladimir Putin talked.", date: "2021-05-02",
      "he>Emmanuel Macron"),
    .init(
      "not the speaker of the quotation", "Angela Merkel left. “She was late,” Theresa May said.", date: "2018-05-02",
      "She>Angela Merkel"),
    .init(
      "quotation behind a colon", "Angela Merkel left. Emmanuel Macron praised the plan: “I am glad.”",
      date: "2018-05-02", "I>Emmanuel Macron"),
    .init(
      "subject of the same sentence before the speaker of the last",
      "It rained, Emmanuel Macron said. Olaf Scholz is due in Kyiv, where he will stay.", date: "2022-05-02",
      "he>Olaf Scholz"),
    .init(
      "somebody of the same paragraph",
      "Vladimir Putin was late.\n\nIt rained. A plan came from Emmanuel Macron. In Rome he spoke of it.",
      date: "2021-05-02",
      "he>Emmanuel Macron"),
    .init(
      "not who is named behind it",
      "Vladimir Putin was late, Vladimir Putin said. Emmanuel Macron left. He praised Vladimir Putin's plan.",
      date: "2021-05-02", "He>Emmanuel Macron"),
    .init(
      "we of what the speaker does by saying so",
      "“We urge the council to wait,” said French President Emmanuel Macron.", date: "2021-05-02",
      "We>Emmanuel Macron"),
    .init(
      "we of what the country did",
      "“We have urged the council to wait,” said French President Emmanuel Macron in France.",
      date: "2021-05-02", "We>France"),
    .init("country's own", "Iran defended its plan.", "its>Iran"),
    .init(
      "statement", "Speech by Ada Brackley\n\nAda Brackley, the minister, said:\n\nI met the envoy today.",
      "I>Ada Brackley"),
    .init("nobody named", "He came late and she left.", ""),
    .init("it is not resolved", "It rained in Paris.", ""),
    .init("US is no pronoun", "Iran and US talks went on.", ""),
  ]

  @Test(arguments: pronouns) func resolvesPronouns(_ row: MentionRow) throws {
    let shipped = try ShippedRecognizer.shared.get()
    #expect(shipped.dump(row.text, date: row.date, forms: [.pronoun]) == row.expected)
  }

  static let descriptions: [MentionRow] = [
    .init(
      "holder at the date", "The French President left early.", date: "2021-05-02", "French President>Emmanuel Macron"),
    .init(
      "holder at another date", "The French President left early.", date: "2015-05-02",
      "French President>François Hollande"),
    .init("possessive", "Germany's chancellor spoke.", date: "2015-05-02", "Germany's chancellor>Angela Merkel"),
    .init(
      "title in the article", "Kenyan Foreign Minister Ada Brackley came. The minister spoke.", "minister>Ada Brackley"),
    .init(
      "the two leaders", "Angela Merkel met Emmanuel Macron. The two leaders spoke.", date: "2018-05-02",
      "two leaders>Angela Merkel+Emmanuel Macron"),
    .init(
      "countries of two people", "Norway spoke. Angela Merkel told Shinzo Abe of talks between the two countries.",
      date: "2015-05-02", "two countries>Germany+Japan"),
    .init(
      "countries named beside people",
      "Angela Merkel told Shinzo Abe of Chile and Peru. Trade between the two countries grew.", date: "2015-05-02",
      "two countries>Chile+Peru"),
    .init(
      "the four leaders",
      "German Chancellor Angela Merkel, French President François Hollande, Russian President Vladimir Putin and "
        + "Ukrainian President Petro Poroshenko came. It rained. Talks of the four leaders began.", date: "2015-02-12",
      "four leaders>Angela Merkel+François Hollande+Vladimir Putin+Petro Poroshenko"),
    .init(
      "four of whom three are named",
      "Angela Merkel, François Hollande and Vladimir Putin came. The four leaders left.",
      date: "2015-02-12", ""),
    .init(
      "the subject is none of both", "Angela Merkel and Emmanuel Macron met. Vladimir Putin wrote to both leaders.",
      date: "2018-05-02", "both leaders>Angela Merkel+Emmanuel Macron"),
    .init(
      "ministers of two countries",
      "The U.S. and Russian foreign ministers spoke. John Kerry and Sergei Lavrov met.", date: "2016-01-11",
      "U.S. and Russian foreign ministers>John Kerry+Sergei Lavrov"),
    .init(
      "ministers of countries behind them",
      "The foreign ministers of Russia and Germany met. Sergei Lavrov and Frank-Walter Steinmeier spoke.",
      date: "2014-07-02", "foreign ministers>Sergei Lavrov+Frank-Walter Steinmeier"),
    .init("ministers of one country", "The foreign ministers of Russia met.", date: "2014-07-02", ""),
    .init(
      "ministers of two countries at no date", "The Swiss and Danish foreign ministers spoke.", ""),
    .init(
      "whose something is", "John Kerry met Sergei Lavrov and praised Angela Merkel's plan. The two diplomats left.",
      date: "2016-01-11", "two diplomats>John Kerry+Sergei Lavrov"),
    .init(
      "sides are no groups named in passing",
      "India and Nepal met. They spoke of groups such as Boko Haram and Hezbollah. The two sides agreed.",
      "two sides>India+Nepal"),
    .init("both countries", "Iran and Iraq met. Both countries agreed.", "Both countries>Iran+Iraq"),
    .init(
      "organization taken up", "The Zubrowka Rivers Council met. The council said no.",
      "council>Zubrowka Rivers Council"),
    .init(
      "organization with a word before it",
      "The Zubrowka Liberation Front fought on. She urged the guerrilla movement to stop.",
      "guerrilla movement>Zubrowka Liberation Front"),
    .init("company by its trade", "Qantas closed. The airline wrote a letter.", "airline>Qantas"),
    .init("no organization fits", "Qantas closed. The university wrote a letter.", ""),
    .init("another noun follows", "The Zubrowka Rivers Council met. The council official said no.", ""),
    .init("the latter", "Iran spoke to Iraq, but the latter said no.", "latter>Iraq"),
    .init("the latter with its noun", "Iran spoke to Iraq in the latter half of May.", ""),
    .init(
      "person by age", "Emmanuel Macron left early. The 44-year-old said he was tired.", date: "2021-05-02",
      "44-year-old>Emmanuel Macron"),
    .init(
      "person by what he is", "Emmanuel Macron left early. The veteran politician was tired.", date: "2021-05-02",
      "veteran politician>Emmanuel Macron"),
    .init(
      "somebody unnamed by the noun",
      "Emmanuel Macron heard a politician. Emmanuel Macron left. The politician was tired.",
      date: "2021-05-02", ""),
    .init(
      "two who fit", "Emmanuel Macron left and Vladimir Putin stayed. The politician was tired.", date: "2021-05-02", ""
    ),
    .init("the old are nobody", "Emmanuel Macron left early. The old said so.", date: "2021-05-02", ""),
    .init(
      "sides other than the speaker's own country",
      "Iran and Iraq spoke. The United States was glad. U.S. President Barack Obama urged both sides to wait.",
      date: "2015-05-02", "both sides>Iran+Iraq"),
    .init(
      "title and body before a comma", "The secretary of the Zubrowka Rivers Council, Ada Brackley, left.",
      ""),
    .init(
      "counterpart named behind a comma",
      "On a cold and rainy morning John Kerry met his Russian counterpart, Sergei Lavrov, in the city of Zurich.",
      date: "2015-05-02", "Russian counterpart>Sergei Lavrov"),
    .init("an indefinite one is nobody", "A president can err. He was elected as president.", ""),
    .init("apposition is no new person", "Angela Merkel, the German chancellor, spoke.", date: "2015-05-02", ""),
  ]

  @Test(arguments: descriptions) func resolvesDescriptions(_ row: MentionRow) throws {
    let shipped = try ShippedRecognizer.shared.get()
    #expect(shipped.dump(row.text, date: row.date, forms: [.description]) == row.expected)
  }

  static let representatives: [MentionRow] = [
    .init("countries of a body", "The P5+1 nations met in Rome.", "P5+1 nations>P5+1"),
    .init("participle behind it", "A letter came from Turkish authorities warning it.", "Turkish authorities>Turkey"),
    .init("states of a country are none", "The U.S. states voted.", ""),
    .init("officials", "Senior Russian officials met in Rome.", "Russian officials>Russia"),
    .init("government", "The Syrian government said no.", "Syrian government>Syria"),
    .init("spokesman of a body", "A Pentagon spokesman said no.", "Pentagon spokesman>Pentagon"),
    .init(
      "behind the noun", "A delegation of Turkey came. Officials in Kyiv agreed.",
      "delegation of Turkey>Turkey, Officials in Kyiv>Ukraine"),
    .init("two nationalities", "Russian and Ukrainian officials met.", "Russian>Russia, Ukrainian officials>Ukraine"),
    .init("counterparts", "They met their French counterparts.", "French counterparts>France"),
    .init(
      "administration of a person", "U.S. President Barack Obama left. The Obama administration told them so.",
      date: "2015-05-02", "Obama administration>United States"),
    .init(
      "spokesman of somebody named", "A spokesman for Pentagon Chief John Brackley said no.", ""),
    .init("named spokesman", "Pentagon spokesman John Brackley said no.", ""),
    .init(
      "officials of the place", "In Palau and Kiribati, Ada Brackley will meet with government officials.",
      "government officials>Palau+Kiribati"),
    .init("officials of no place", "Ada Brackley met government officials.", ""),
    .init(
      "the greater Congo", "Congolese authorities said no.", "Congolese authorities>Democratic Republic of the Congo"),
    .init("publics", "US lawmakers, German voters and Russian journalists came.", ""),
    .init("head behind the noun", "Syrian government plans failed.", ""),
  ]

  @Test(arguments: representatives) func findsRepresentatives(_ row: MentionRow) throws {
    let shipped = try ShippedRecognizer.shared.get()
    #expect(shipped.dump(row.text, date: row.date, forms: [.representative]) == row.expected)
  }

  static let capitals: [MentionRow] = [
    .init("subject of a decision", "Moscow said the plan failed.", "Moscow>Moscow [Russia]"),
    .init(
      "sides of talks", "Talks between Tehran and Moscow failed.",
      "Tehran>Tehran [Iran], Moscow>Moscow [Russia]"),
    .init("spoken to", "He urged Tehran to wait.", "Tehran>Tehran [Iran]"),
    .init("place of a meeting", "They met in Moscow and flew to Paris.", "Moscow>Moscow, Paris>Paris"),
    .init("visit", "She arrived in Tehran after a stop near Kabul.", "Tehran>Tehran, Kabul>Kabul"),
  ]

  @Test(arguments: capitals) func tellsGovernmentsFromPlaces(_ row: MentionRow) throws {
    let shipped = try ShippedRecognizer.shared.get()
    #expect(shipped.dump(row.text, date: row.date, forms: [.name]) == row.expected)
  }
}
