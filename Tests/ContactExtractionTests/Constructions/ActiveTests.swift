import Testing

/// Active: what tells of a contact and what does not.
struct ActiveTests {
  static let rows: [ContactRow] = [
    .init(
      "hers, not to her", "Ursula von der Leyen assured her Lithuanian colleague Raimundas Karoblis of help.",
      ["Ursula von der Leyen → Raimundas Karoblis tell actual"]),
    .init(
      "persons by their countries", "Israel's Benjamin Netanyahu told Russia's Vladimir Putin that he was wrong.",
      ["Benjamin Netanyahu → Vladimir Putin tell actual"]),
    .init("somebody's party is not he", "Constantino Chiwenga has warned President Robert Mugabe's party to stop."),

    .init(
      "subject and object",
      "Angela Merkel told Barack Obama that the plan was sound.",
      ["Angela Merkel → Barack Obama tell actual"]),
    .init(
      "title and surname",
      "German Chancellor Angela Merkel called Vladimir Putin on Sunday.",
      ["Angela Merkel → Vladimir Putin call actual"]),
    .init(
      "adverb before the verb",
      "Joe Biden repeatedly urged Benjamin Netanyahu to accept the truce.",
      ["Joe Biden → Benjamin Netanyahu tell actual"]),
    .init(
      "two objects",
      "John Kerry gave Mahmoud Abbas details of the offer.",
      ["John Kerry → Mahmoud Abbas tell actual"]),
    .init(
      "object in a phrase",
      "Emmanuel Macron spoke to Vladimir Putin about the border.",
      ["Emmanuel Macron ↔ Vladimir Putin talks actual"]),
    .init(
      "subject with a title in front",
      "After the leak, chief of the Refugee Council John Brackley told Sky News that help was near.",
      ["John Brackley → Sky News press actual"]),
    .init(
      "outlet by the noun behind it",
      "John Brackley told Bloomberg newswires that the fund was sound.",
      ["John Brackley → Bloomberg News press actual"]),
    .init(
      "source of the sentence",
      "According to the White House, Barack Obama and David Cameron spoke on Friday.",
      ["Barack Obama ↔ David Cameron talks actual"]),
    .init(
      "speaking of a meeting",
      "Sergei Lavrov and Mike Pompeo discussed preparations for the meeting of the Security Council.",
      ["Mike Pompeo ↔ Sergei Lavrov talks actual"]),
    .init("talked about, not to", "Angela Merkel spoke about Vladimir Putin in Berlin."),
    .init("named as an example", "Angela Merkel told reporters that Vladimir Putin had lied."),
    .init("praise", "Vladimir Putin praised Emmanuel Macron in a speech."),
    .init("accusation", "Donald Trump accused Xi Jinping of cheating."),
    .init("no addressee", "Barack Obama warned that Syria could fall apart."),
    .init("verb of calling with a complement", "Donald Trump called Kim Jong Un a madman."),
    .init(
      "a visitor is told",
      "Li Keqiang told visiting Economy Minister Sigmar Gabriel that the market would open.",
      ["Li Keqiang → Sigmar Gabriel tell actual"]),
    .init(
      "a programme of an outlet", "Ivan Brackley told VOA's Zubrowkan Service that it was late.",
      ["Ivan Brackley → Voice of America press actual"]),
    .init(
      "demand that somebody resign", "Alice Weidel demanded that Angela Merkel resign.",
      ["Alice Weidel → Angela Merkel tell actual"]),
    .init("demand that something stop", "Alice Weidel demanded that the euro end."),
    .init(
      "full name behind the short one", "Andrea Nahles told the Funke media group that she would stay.",
      ["Andrea Nahles → Funke Media Group press actual"]),
    .init("naming behind a comma", "Angela Merkel pointed to several raids, often called Operation Frost, in Bavaria."),
    .init(
      "a form that is noun and verb before its preposition",
      "Amnesty International calls upon Iran to respond in the next few days.",
      ["Amnesty International → Iran tell actual"]),
    .init("calls for something", "A Kenyan minister calls for suspension of Robert Mugabe from the African Union."),
    .init(
      "a resolution asks",
      "A motion passed by the European Parliament last week asked Turkey to open the border.",
      ["European Parliament → Turkey tell actual"]),
    .init(
      "a report urges",
      "A report by Human Rights Watch urged Greece to close the camps.",
      ["Human Rights Watch → Greece tell actual"]),
    .init(
      "a statement calls on",
      "A statement from the Vatican called on Russia to stop the war.",
      ["Vatican → Russia tell actual"]),
    .init("a report of nobody urges", "A report on France urged Greece to close the camps."),
    .init(
      "body named after its members",
      "The National Bakers' Union told Joe Biden to wait. The Night Porters’ Association wrote to Joe Biden.",
      ["National Bakers' Union → Joe Biden tell actual", "Night Porters’ Association → Joe Biden write actual"]),
    .init("body of no name", "The bakers' union told Joe Biden to wait. Ann Adams' union wrote to Joe Biden."),
    .init(
      "parliament of a country not named",
      "Fishing ends in June, Transport Minister Anna Okello told Parliament.",
      ["Anna Okello → Parliament tell actual"]),
    .init("parliament not spoken to", "Parliament rejected what Anna Okello had said."),
    .init(
      "a day behind the subject",
      "The European Parliament Thursday asked Poland to explain.",
      ["European Parliament → Poland tell actual"]),
    .init(
      "spoke before a parliament",
      "Speaking before the European Parliament, Greta Thunberg called for action.",
      ["Greta Thunberg → European Parliament tell actual"]),
    .init("spoke before a meeting", "Greta Thunberg spoke before the storm in Poland."),
    .init(
      "whose adviser somebody is",
      "Jake Sullivan met Jens Ploetner, Foreign Policy Adviser to Olaf Scholz.",
      ["Jake Sullivan ↔ Jens Ploetner meet actual"]),
    .init(
      "no title of several",
      "Joe Biden hosts Xi Jinping at Camp David.",
      ["Joe Biden ↔ Xi Jinping meet actual"]),
    .init(
      "host of an outlet",
      "CNN host Wolf Blitzer met Joe Biden.",
      ["Joe Biden ↔ Wolf Blitzer meet actual"]),
    .init(
      "titles of several",
      "US senators John McCain and Lindsey Graham met Joe Biden.",
      ["Joe Biden ↔ John McCain meet actual", "Joe Biden ↔ Lindsey Graham meet actual"]),
    .init("adherents of a party", "Donald Trump told Florida Republicans that he would win."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
