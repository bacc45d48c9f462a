import Testing

/// Offices behind a name: where somebody works is no further party.
struct OfficesTests {
  static let rows: [ContactRow] = [
    .init(
      "commander, then his force in short and in full",
      "Maj. Gen. Ada Brackley, Deputy Commanding General, U.S. Army Training and Supply Command (RIVCOM), hosted a visit with Lt. Gen. Paul Ottenshaw, Commander, Royal Norwegian Navy (RNN) on Monday.",
      ["Ada Brackley ↔ Paul Ottenshaw meet actual"]),
    .init(
      "retired, of a centre of two fields",
      "Brig. Gen. (Ret.) Paul Ottenshaw, Director of the Norwegian Survey and Mapping Center, met with Ada Brackley on Monday.",
      ["Ada Brackley ↔ Paul Ottenshaw meet actual"]),
    .init(
      "list of people with their offices",
      "LTG Ada Brackley met with MG Paul Ottenshaw, Deputy Director, Rivers Board, Norway, and Bo Larkin, head of the fund, on Monday.",
      ["Ada Brackley ↔ Bo Larkin meet actual", "Ada Brackley ↔ Paul Ottenshaw meet actual"]),
    .init(
      "title behind an unknown name", "RIVCOM Director Ada Brackley hosted a visit from Paul Ottenshaw on Monday.",
      ["Ada Brackley ↔ Paul Ottenshaw meet actual"]),
    .init(
      "an organization beside a person", "Ada Brackley met with Paul Ottenshaw, NATO and the Red Cross on Monday.",
      [
        "Ada Brackley ↔ International Committee of the Red Cross meet actual", "Ada Brackley ↔ NATO meet actual",
        "Ada Brackley ↔ Paul Ottenshaw meet actual",
      ]),
    .init("visit from nobody", "Ada Brackley received a visit from the rain in Norway."),
    .init(
      "letter, day and what it warns of",
      "Amnesty International sent a letter Friday to Health Secretary Ada Brackley warning that the plan could fail.",
      ["Amnesty International → Ada Brackley write actual"]),
    .init(
      "in brackets, and along with",
      "Envoys from Norway (NOR) and Chile (the Parties), along with Peru and Qatar (as the mediator), met in Geneva.",
      [
        "Chile ↔ Norway meet actual", "Chile ↔ Peru meet actual", "Chile ↔ Qatar meet actual",
        "Norway ↔ Peru meet actual", "Norway ↔ Qatar meet actual", "Peru ↔ Qatar meet actual",
      ]),
    .init("an office told of alone", "Ada Brackley, Deputy Director, Rivers Board, Norway, left on Monday."),
    .init("met by nobody", "Ada Brackley, head of the Rivers Board, met with delays on Monday."),
    .init(
      "two offices of one person", "Ada Brackley, head of the Rivers Board and member of the Oslo Council, met voters."),
    .init("visit of a place", "Lt. Gen. Paul Ottenshaw, Commander, Royal Norwegian Navy, visited Bergen on Monday."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
