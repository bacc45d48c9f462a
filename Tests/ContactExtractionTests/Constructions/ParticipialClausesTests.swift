import Testing

/// Participial clauses: what tells of a contact and what does not.
struct ParticipialClausesTests {
  static let rows: [ContactRow] = [
    .init(
      "after meeting",
      "After meeting Angela Merkel, Barack Obama flew to Paris.",
      ["Angela Merkel ↔ Barack Obama meet actual"]),
    .init(
      "adding a hearer",
      "Speaking to Vladimir Putin by phone, Emmanuel Macron asked for calm.",
      ["Emmanuel Macron ↔ Vladimir Putin call actual"]),
    .init(
      "having told",
      "Having told Theresa May of the plan, Donald Tusk left.",
      ["Donald Tusk → Theresa May tell actual"]),
    .init(
      "before calling",
      "John Kerry rested before calling Sergei Lavrov.",
      ["John Kerry → Sergei Lavrov call actual"]),
    .init(
      "trailing participle",
      "Ban Ki-moon flew to Juba, urging Salva Kiir to end the war.",
      ["Ban Ki-moon → Salva Kiir tell actual"]),
    .init("after praising", "After praising Angela Merkel, Barack Obama flew home."),
    .init("speaking in a place", "Speaking in Ankara, Recep Tayyip Erdogan attacked Israel."),
    .init("speaking to reporters", "Speaking to reporters in Rome, Matteo Renzi blamed Germany."),
    .init("while visiting a place", "While visiting Japan, Donald Trump attacked Iran."),
    .init(
      "participle behind a verb of saying",
      "\"It is over,\" Angela Merkel said, thanking Francois Hollande for his patience.",
      ["Angela Merkel → Francois Hollande tell actual"]),
    .init(
      "possessive before the subject",
      "Sergei Lavrov left. Following his meeting with Alexis Tsipras, Jean-Claude Juncker said he was glad.",
      ["Alexis Tsipras ↔ Jean-Claude Juncker meet actual"]),
    .init(
      "somewhere for talks",
      "Haider al-Abadi, in Washington for talks with Barack Obama, asked for more weapons.",
      ["Barack Obama ↔ Haider al-Abadi talks actual"]),
    .init(
      "ahead of meeting",
      "Benjamin Netanyahu repeated this in a speech ahead of meeting John Kerry in Jerusalem.",
      ["Benjamin Netanyahu ↔ John Kerry meet actual"]),
    .init(
      "asked by, at the start",
      "Questioned by Robert Mueller, Hope Hicks testified that she knew nothing.",
      ["Robert Mueller → Hope Hicks tell actual"]),
    .init(
      "named before the apposition that is the subject",
      "In testimony to the Security Council in July, Ada Brackley, head of the Rivers Institute, condemned the plan.",
      ["Ada Brackley → United Nations Security Council tell actual"]),
    .init(
      "thanked for what the other did",
      "\"It was late,\" said Anna Schmidt, thanking Nicolas Sarkozy for asking Hugo Chavez to help.",
      ["Anna Schmidt → Nicolas Sarkozy tell actual", "Nicolas Sarkozy → Hugo Chavez tell actual"]),
    .init(
      "criticized for a meeting",
      "Donald Trump criticized Barack Obama for meeting Raul Castro.",
      ["Barack Obama ↔ Raul Castro meet actual"]),
    .init(
      "opening participle, the person behind the comma",
      "Invited to a dinner during his trip to Cairo this week to address the Arab League, Turkish president Abdullah Gul met Peter Brackley.",
      ["Abdullah Gul → Arab League tell actual", "Abdullah Gul ↔ Peter Brackley meet actual"]),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
