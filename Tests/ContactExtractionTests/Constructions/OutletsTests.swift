import Testing

/// Outlets with the words that describe them, and the ways of speaking to one: what tells of a contact and what does not.
struct OutletsTests {
  static let rows: [ContactRow] = [
    .init(
      "named after its place", "John Brackley told the Tampere Courier and the Leeds American that it was late.",
      ["John Brackley → Leeds American press actual", "John Brackley → Tampere Courier press actual"]),
    .init("somebody of the place", "John Brackley told the Georgia Republican that it was late."),
    .init(
      "an adviser's field is no outlet", "Ada Brackley spoke with Paul Ottenshaw, Foreign Policy Advisor to the bank.",
      ["Ada Brackley ↔ Paul Ottenshaw talks actual"]),
    .init(
      "known only by its noun",
      "Speaking to news site Galway Now, Councillor Mary Byrne said the plan was dead.",
      ["Mary Byrne → Galway Now press actual"]),
    .init(
      "described by an adjective",
      "Anna Schmidt told the mass-circulation daily Bild that the mayor had lied.",
      ["Anna Schmidt → Bild press actual"]),
    .init(
      "described by two words",
      "Anna Schmidt told German public broadcaster ARD that the mayor had lied.",
      ["Anna Schmidt → ARD press actual"]),
    .init(
      "described, then the minister without a comma",
      "In an interview Monday with Swiss newspaper Blick Austrian foreign minister Karin Kneissl said all was well.",
      ["Karin Kneissl → Blick press actual"]),
    .init(
      "its service behind the name",
      "Jenny Long told BBC Online that it was late.",
      ["Jenny Long → BBC press actual"]),
    .init(
      "on its programme",
      "Speaking on the BBC's Andrew Marr Show, Theresa May said that the deal was dead.",
      ["Theresa May → BBC press actual"]),
    .init(
      "said on its programme",
      "The deal was dead, John McCain said on CNN's morning show.",
      ["John McCain → CNN press actual"]),
    .init("spoke on a country", "Theresa May spoke on Syria and Iran."),
    .init("appeared on a stage", "Donald Trump appeared on a stage in Mexico."),
    .init(
      "interview broadcast by",
      "In an interview broadcast by Al Jazeera, Bashar al-Assad said that the war was won.",
      ["Bashar al-Assad → Al Jazeera press actual"]),
    .init(
      "interview published by",
      "In an interview published by Der Spiegel on Saturday, Jens Weidmann rejected the plan.",
      ["Jens Weidmann → Der Spiegel press actual"]),
    .init(
      "interview in an edition of",
      "In an interview published in Saturday's edition of Der Spiegel, Jens Weidmann rejected the plan.",
      ["Jens Weidmann → Der Spiegel press actual"]),
    .init(
      "interview for",
      "\"We had no choice,\" Jens Weidmann said in an interview for the Bild am Sonntag.",
      ["Jens Weidmann → Bild am Sonntag press actual"]),
    .init("interview for a job", "Jens Weidmann had an interview for a post at Siemens."),
    .init(
      "interview, then its outlet far behind",
      "Justin Trudeau gave his only interview of the campaign, on France 24 television.",
      ["Justin Trudeau → France 24 press actual"]),
    .init(
      "interview with somebody of an institute",
      "CNN interviewed Anna Schmidt, the head of a Turkish think tank, about the plan.",
      ["Anna Schmidt → CNN press actual"]),
    .init(
      "added to",
      "\"I was glad,\" said Susan Miller, adding to CNN that she would stay.",
      ["Susan Miller → CNN press actual"]),
    .init("added to a bill", "Susan Miller added a paragraph to the report by CNN."),
    .init(
      "officials of the court named before",
      "The Constitutional Court jailed him. Court officials told Xinhua that he would appeal.",
      ["Constitutional Court → Xinhua press actual"]),
    .init("officials of a court not named", "Court officials told Xinhua that he would appeal."),
    .init(
      "an unnamed reporter of an outlet",
      "Jens Weidmann told a BBC reporter that he was tired.",
      ["Jens Weidmann → BBC press actual"]),
    .init(
      "reporters from an outlet",
      "Jens Weidmann told reporters from Der Spiegel that he was tired.",
      ["Jens Weidmann → Der Spiegel press actual"]),
    .init(
      "a reporter of an outlet asks",
      "A BBC reporter asked Angela Merkel about the deal.",
      ["BBC → Angela Merkel press actual"]),
    .init(
      "a named journalist asks",
      "CNN's Wolf Blitzer asked Jean-Claude Juncker whether the deal was dead.",
      ["Wolf Blitzer → Jean-Claude Juncker press actual"]),
    .init(
      "newspapers of a media group",
      "Christian Lindner told the newspapers of the Funke Media Group that he was tired.",
      ["Christian Lindner → Funke Media Group press actual"]),
    .init("reporters of a nationality", "Jens Weidmann told Russian journalists that he was tired."),
    .init("reporters in a country", "Jens Weidmann told reporters from France that he was tired."),
    .init(
      "added to, outside the quotation before",
      "Susan Miller spoke of a team that \"ran out of luck\", adding to CNN: \"We will be back.\"",
      ["Susan Miller → CNN press actual"]),
    .init(
      "an outlet whose name is a common word",
      "Maria Kowalska told the Guardian that she was afraid.",
      ["Maria Kowalska → The Guardian press actual"]),
    .init(
      "two outlets, one with a capital article",
      "Maria Kowalska told The Independent and the BBC that she was afraid.",
      ["Maria Kowalska → BBC press actual", "Maria Kowalska → The Independent press actual"]),
    .init("a common word with a capital", "Maria Kowalska said the Sun was warm in Spain."),
    .init(
      "the interview's outlet before it",
      "Head of mission Jan Schmidt said in a BBC interview that money was short.",
      ["Jan Schmidt → BBC press actual"]),
    .init(
      "somebody from a group",
      "Jan Schmidt, from the aid group Welthungerhilfe, told the BBC that money was short.",
      ["Jan Schmidt → BBC press actual"]),
    .init(
      "an apposition that spoke",
      "According to Maria Kowalska, a political analyst who spoke with CNN, Poland was wrong.",
      ["Maria Kowalska → CNN press actual"]),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
