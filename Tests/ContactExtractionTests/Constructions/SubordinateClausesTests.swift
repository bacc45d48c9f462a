import Testing

/// Clauses that a conjunction opens: their subject is not that of the main clause.
struct SubordinateClausesTests {
  static let rows: [ContactRow] = [
    .init(
      "days before somebody is to do something",
      "Senior officials ended their visit to Oslo, weeks before Norwegian Prime Minister Erna Solberg is due to meet Angela Merkel.",
      ["Angela Merkel ↔ Erna Solberg meet planned"]),
    .init(
      "comes as",
      "The dispute comes as Norwegian envoy Knut Brackley flew to Cairo on Monday to meet with Mohamed Morsi.",
      ["Knut Brackley ↔ Mohamed Morsi meet planned"]),
    .init(
      "a phrase with the same word", "A man held after the raid told Reuters that he was well."),
    .init(
      "two clauses", "Angela Merkel left, hours after Shinzo Abe called Barack Obama.",
      ["Shinzo Abe → Barack Obama call actual"]),
    .init(
      "while somebody does it", "Angela Merkel was in Rome while Shinzo Abe met Barack Obama.",
      ["Barack Obama ↔ Shinzo Abe meet actual"]),
    .init("before and after nothing", "Angela Merkel left before Shinzo Abe came."),
    .init("as a thing happens", "Angela Merkel spoke as Barack Obama listened at home."),
    .init("since then", "Angela Merkel has been silent since Shinzo Abe left Barack Obama's office."),
    .init(
      "because of what somebody said", "Angela Merkel left because Shinzo Abe told Barack Obama the truth.",
      ["Shinzo Abe → Barack Obama tell actual"]),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
