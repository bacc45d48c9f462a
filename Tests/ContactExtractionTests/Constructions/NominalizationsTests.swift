import Testing

/// Nominalizations: what tells of a contact and what does not.
struct NominalizationsTests {
  static let rows: [ContactRow] = [
    .init(
      "sides before the noun, and what they stand for",
      "Angela Merkel left Shinzo Abe. The Merkel-Abe talks, the first between Chile and Peru, ended on Monday.",
      ["Angela Merkel ↔ Shinzo Abe talks actual"]),
    .init(
      "request for comment", "The Kremlin did not respond to a Reuters request for comment.",
      ["Reuters → Kremlin press actual"]),
    .init(
      "questions not answered", "Angela Merkel declined to answer CNN's questions.",
      ["CNN → Angela Merkel press actual"]
    ),
    .init(
      "on the other side by", "The talks were led by Angela Merkel and on the Japanese side by Shinzo Abe.",
      ["Angela Merkel ↔ Shinzo Abe talks actual"]),
    .init("nobody's request", "Raul Castro did not respond to a request for comment."),
    .init(
      "who speaks for one side",
      "Federica Mogherini, the EU foreign policy chief, held talks between the EU and Chile.",
      ["Chile ↔ European Union talks actual", "Chile ↔ Federica Mogherini talks actual"]),
    .init(
      "both sides' ministers lead", "Angela Merkel and Shinzo Abe led the first German-Japanese dialogue on Monday.",
      ["Angela Merkel ↔ Shinzo Abe talks actual", "Germany ↔ Japan talks actual"]),
    .init(
      "in a relative clause with a place",
      "Envoys of Norway did not go to the talks that began in Lagos, Nigeria, between Chile and Peru.",
      ["Chile ↔ Peru talks actual"]),
    .init(
      "held between", "The paper recalled the talks held in Geneva between John Kerry and Sergei Lavrov.",
      ["John Kerry ↔ Sergei Lavrov talks actual"]),

    .init(
      "possessor and to",
      "Emmanuel Macron's call to Vladimir Putin lasted an hour.",
      ["Emmanuel Macron → Vladimir Putin call actual"]),
    .init(
      "talks between",
      "Talks between India and Pakistan resumed on Monday.",
      ["India ↔ Pakistan talks actual"]),
    .init(
      "letter from and to",
      "A letter from Donald Trump to Recep Tayyip Erdogan was leaked.",
      ["Donald Trump → Recep Tayyip Erdogan write actual"]),
    .init(
      "meeting of",
      "The meeting between Barack Obama and Aung San Suu Kyi angered China.",
      ["Aung San Suu Kyi ↔ Barack Obama meet actual"]),
    .init(
      "carried by a verb",
      "Angela Merkel held talks with Petro Poroshenko in Kiev.",
      ["Angela Merkel ↔ Petro Poroshenko talks actual"]),
    .init("talks in a place", "Talks in Vienna resumed, Iran said."),
    .init("a call for", "Barack Obama's call for calm in Ukraine was ignored."),
    .init("letter about", "A letter about Greece was leaked in Brussels."),
    .init("summit of a mountain", "Climbers from Japan reached the summit in Nepal."),
    .init("meeting room", "The meeting room in Berlin was painted by artists from Poland."),
    .init(
      "hyphenated pair",
      "The Putin-Biden summit took place in Geneva. Vladimir Putin and Joe Biden stayed for a day.",
      ["Joe Biden ↔ Vladimir Putin meet actual"]),
    .init(
      "pair with a dash",
      "Joe Biden was in Washington, Vladimir Putin in Sochi. The Biden–Putin call lasted two hours.",
      ["Joe Biden ↔ Vladimir Putin call actual"]),
    .init("one name with a hyphen", "Norman Foxley-Norris came. The Foxley-Norris summit club was empty."),
    .init(
      "a trip that includes meetings",
      "Jacob Zuma's week holds meetings with Tony Blair and Kofi Annan.",
      ["Jacob Zuma ↔ Kofi Annan meet actual", "Jacob Zuma ↔ Tony Blair meet actual"]),
    .init("a body's own meeting", "John Kerry spoke at length before the General Assembly meeting."),
    .init(
      "was somewhere for talks",
      "Antony Blinken was in Beijing for talks with Wang Yi.",
      ["Antony Blinken ↔ Wang Yi talks actual"]),
    .init(
      "on the way for a meeting",
      "Sergei Lavrov is on his way to Ankara for a meeting with Hakan Fidan.",
      ["Hakan Fidan ↔ Sergei Lavrov meet actual"]),
    .init(
      "due somewhere for talks",
      "The envoy is late. Steve Witkoff is due in Moscow on Friday for talks with Vladimir Putin.",
      ["Steve Witkoff ↔ Vladimir Putin talks planned"]),
    .init("was somewhere for a match", "Antony Blinken was in Beijing for the match with Ghana."),
    .init("a place for talks", "Geneva was the place for talks with Vladimir Putin."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
