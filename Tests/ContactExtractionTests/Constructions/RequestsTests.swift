import Testing

/// What one asks of another, told by what came of it or by what is asked: what tells of a contact and what does not.
struct RequestsTests {
  static let rows: [ContactRow] = [
    .init(
      "granted",
      "Raul Castro granted John Kerry's request for a pardon.",
      ["John Kerry → Raul Castro tell actual"]),
    .init(
      "acceded to",
      "Raul Castro acceded to John Kerry's request that the prisoners go home.",
      ["John Kerry → Raul Castro tell actual"]),
    .init(
      "accepted an invitation",
      "Narendra Modi has accepted Emmanuel Macron's invitation to the parade.",
      ["Emmanuel Macron → Narendra Modi invite actual"]),
    .init(
      "declined an invitation from",
      "Kim Jong Un declined an invitation from Donald Trump.",
      ["Donald Trump → Kim Jong Un invite actual"]),
    .init(
      "heeded an appeal",
      "Salva Kiir rejected an appeal by Ban Ki-moon for calm.",
      ["Ban Ki-moon → Salva Kiir tell actual"]),
    .init(
      "passive",
      "John Kerry's request was granted by Raul Castro.",
      ["John Kerry → Raul Castro tell actual"]),
    .init(
      "for somebody to act",
      "Canada's request for Norway to send ships was refused.",
      ["Canada → Norway tell actual"]),
    .init(
      "undertaking",
      "Mark Rutte gave an undertaking to Donald Tusk on the budget.",
      ["Mark Rutte → Donald Tusk tell actual"]),
    .init(
      "help sought",
      "Kenya sought help from the United Nations.",
      ["Kenya → United Nations tell actual"]),
    .init("for a thing", "Canada's request for fish from Norway was refused."),
    .init("for somebody to be sent", "Canada's request for Norway to be expelled was refused."),
    .init("only heard of", "Raul Castro read John Kerry's request."),
    .init("at a request", "Raul Castro agreed at John Kerry's request."),
    .init("no one asked", "John Kerry's request was granted on Monday."),
    .init("votes sought", "Recep Tayyip Erdogan sought votes from Germany."),
    .init(
      "resigned to somebody",
      "Hazel Blears tendered her resignation to Gordon Brown.",
      ["Hazel Blears → Gordon Brown tell actual"]),
    .init(
      "complaint filed",
      "Amnesty International filed a complaint with the European Commission.",
      ["Amnesty International → European Commission tell actual"]),
    .init(
      "at the invitation of somebody",
      "Narendra Modi flew to Paris on Friday at the invitation of President Emmanuel Macron.",
      ["Emmanuel Macron → Narendra Modi invite actual"]),
    .init(
      "at somebody's invitation, before the clause",
      "At Angela Merkel's invitation, Li Keqiang will visit Berlin next week.",
      ["Angela Merkel → Li Keqiang invite actual"]),
    .init(
      "in response to a question",
      "\"It is too early,\" said Josep Borrell, in response to a question from Reuters.",
      ["Reuters → Josep Borrell press actual"]),
    .init("in response to a question of the day", "Josep Borrell spoke in response to the question of Kosovo."),
    .init("at the invitation of a town", "Narendra Modi flew to Lyon at the invitation of the city's bakers."),
    .init("at the sight of somebody", "Narendra Modi rose from his chair at the sight of Emmanuel Macron."),
    .init("a bid tendered", "Hazel Blears tendered a bid to build a bridge in Norway."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
