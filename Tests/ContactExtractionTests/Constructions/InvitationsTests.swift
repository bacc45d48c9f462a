import Testing

/// Invitations: what tells of a contact and what does not.
struct InvitationsTests {
  static let rows: [ContactRow] = [
    .init(
      "invited",
      "Xi Jinping invited Donald Trump to Beijing.",
      ["Xi Jinping → Donald Trump invite actual"]),
    .init(
      "summoned the ambassador",
      "Turkey summoned the German ambassador over the vote.",
      ["Turkey → Germany invite actual"]),
    .init(
      "invitation to",
      "Donald Trump's invitation to Vladimir Putin surprised Congress.",
      ["Donald Trump → Vladimir Putin invite actual"]),
    .init(
      "accepted an invitation",
      "Theresa May was invited by Shinzo Abe to Kyoto.",
      ["Shinzo Abe → Theresa May invite actual"]),
    .init(
      "plans to invite",
      "Barack Obama plans to invite Narendra Modi to Washington.",
      ["Barack Obama → Narendra Modi invite planned"]),
    .init("invited comments", "Angela Merkel invited comments on Greece."),
    .init("summoned help", "Medics summoned help after the quake in Nepal."),
    .init("invited a public", "Pope Francis invited pilgrims from Poland to Rome."),
    .init("nobody invited", "Few guests were invited to the ball in Monaco."),
    .init(
      "summoned to a body",
      "The Swiss ambassador was summoned to the Foreign Ministry of Iran.",
      ["Iranian Foreign Ministry → Switzerland invite actual"]),
    .init("a body of the envoy's own country", "Germany's ambassador was summoned to the German Foreign Ministry."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
