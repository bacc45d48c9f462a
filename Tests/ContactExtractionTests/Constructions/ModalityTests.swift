import Testing

/// Modality: what tells of a contact and what does not.
struct ModalityTests {
  static let rows: [ContactRow] = [
    .init(
      "will",
      "Angela Merkel will meet Barack Obama in Berlin.",
      ["Angela Merkel ↔ Barack Obama meet planned"]),
    .init(
      "is to",
      "John Kerry is to meet Sergei Lavrov on Monday.",
      ["John Kerry ↔ Sergei Lavrov meet planned"]),
    .init(
      "upcoming summit",
      "The upcoming summit between Donald Trump and Kim Jong Un is a gamble.",
      ["Donald Trump ↔ Kim Jong Un meet planned"]),
    .init(
      "did not",
      "Vladimir Putin did not meet Petro Poroshenko in Paris.",
      ["Petro Poroshenko ↔ Vladimir Putin meet negated"]),
    .init(
      "never",
      "Donald Trump never called Nancy Pelosi.",
      ["Donald Trump → Nancy Pelosi call negated"]),
    .init(
      "called off",
      "Donald Trump cancelled talks with Kim Jong Un.",
      ["Donald Trump ↔ Kim Jong Un talks negated"]),
    .init(
      "denied",
      "Jeff Sessions denied that he had met Sergei Kislyak.",
      ["Jeff Sessions ↔ Sergei Kislyak meet negated"]),
    .init(
      "if",
      "If Donald Trump meets Kim Jong Un, markets will rise.",
      ["Donald Trump ↔ Kim Jong Un meet uncertain"]),
    .init(
      "might",
      "Emmanuel Macron might call Vladimir Putin.",
      ["Emmanuel Macron → Vladimir Putin call uncertain"]),
    .init(
      "reported",
      "Officials say that Angela Merkel told Barack Obama to wait.",
      ["Angela Merkel → Barack Obama tell actual"]),
    .init(
      "what was told is to come",
      "The tunnel will be longer, Angela Merkel told Barack Obama.",
      ["Angela Merkel → Barack Obama tell actual"]),
    .init("no contact under a plan", "Barack Obama will praise Angela Merkel in Berlin."),
    .init("no contact under a condition", "If Greece leaves, Germany will suffer."),
    .init("no contact denied", "Vladimir Putin denied that Russia had sent troops to Ukraine."),
    .init(
      "called off",
      "Donald Trump called off the meeting with Kim Jong Un.",
      ["Donald Trump ↔ Kim Jong Un meet negated"]),
    .init(
      "was called off",
      "The meeting between Donald Trump and Kim Jong Un was called off.",
      ["Donald Trump ↔ Kim Jong Un meet negated"]),
    .init(
      "neither nor",
      "Neither Angela Merkel nor Emmanuel Macron has spoken to Bashar al-Assad.",
      ["Angela Merkel ↔ Bashar al-Assad talks negated", "Bashar al-Assad ↔ Emmanuel Macron talks negated"]),
    .init("a plan without addressee", "Donald Trump plans to speak on Monday about Kim Jong Un."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
