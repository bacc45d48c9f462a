import Testing

/// Those named with others, and what stands beside the verb: what tells of a contact and what does not.
struct AccompanyingTests {
  static let rows: [ContactRow] = [
    .init(
      "along with",
      "Philip Hammond, along with Laurent Fabius, met Javad Zarif.",
      ["Javad Zarif ↔ Laurent Fabius meet actual", "Javad Zarif ↔ Philip Hammond meet actual"]),
    .init(
      "together with",
      "Philip Hammond, together with Laurent Fabius, met Javad Zarif.",
      ["Javad Zarif ↔ Laurent Fabius meet actual", "Javad Zarif ↔ Philip Hammond meet actual"]),
    .init(
      "two places",
      "Philip Hammond met with Laurent Fabius in Paris and with Javad Zarif in Tehran.",
      ["Javad Zarif ↔ Philip Hammond meet actual", "Laurent Fabius ↔ Philip Hammond meet actual"]),
    .init(
      "following",
      "Following talks with Javad Zarif in Tehran, Philip Hammond said that all was well.",
      ["Javad Zarif ↔ Philip Hammond talks actual"]),
    .init(
      "a time before the participle",
      "Philip Hammond has today spoken to Javad Zarif.",
      ["Javad Zarif ↔ Philip Hammond talks actual"]),
    .init(
      "quotation that goes on",
      "\"I have just met Javad Zarif. All is well,\" said Philip Hammond.",
      ["Javad Zarif ↔ Philip Hammond meet actual"]),
    .init(
      "quotation of three sentences",
      "\"I have just met Javad Zarif. All is well. Now I am going home,\" Philip Hammond said.",
      ["Javad Zarif ↔ Philip Hammond meet actual"]),
    .init("along a river", "Philip Hammond walked along the Seine with a map of Iran."),
    .init("together in a photo", "Philip Hammond and Laurent Fabius were seen together with maps of Iran."),
    .init("following somebody", "Following Javad Zarif, Philip Hammond left Tehran."),
    .init("what he has today", "Philip Hammond has today a letter box in Iran."),
    .init("a quotation of nobody", "\"I have just met Javad Zarif. All is well.\" The note was found in Tehran."),
    .init(
      "heads somewhere",
      "Benjamin Netanyahu heads to Moscow for talks with Vladimir Putin.",
      ["Benjamin Netanyahu ↔ Vladimir Putin talks actual"]),
    .init("heads of something", "The heads of two towns met for talks on Vladimir Putin."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
