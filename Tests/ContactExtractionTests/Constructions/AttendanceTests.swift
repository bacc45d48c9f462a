import Testing

/// Those who take part in what the sentence before told of: what tells of a contact and what does not.
struct AttendanceTests {
  static let rows: [ContactRow] = [
    .init(
      "attended too",
      "Antony Blinken met Josep Borrell in Madrid. Ursula von der Leyen also attended the meeting.",
      [
        "Antony Blinken ↔ Josep Borrell meet actual", "Antony Blinken ↔ Ursula von der Leyen meet actual",
        "Josep Borrell ↔ Ursula von der Leyen meet actual",
      ]),
    .init(
      "will attend",
      "Antony Blinken will meet Josep Borrell in Madrid. Ursula von der Leyen will also attend these talks.",
      [
        "Antony Blinken ↔ Josep Borrell meet planned", "Antony Blinken ↔ Ursula von der Leyen talks planned",
        "Josep Borrell ↔ Ursula von der Leyen talks planned",
      ]),
    .init(
      "passive",
      "Antony Blinken met Josep Borrell in Madrid. The meeting was attended by Ursula von der Leyen.",
      [
        "Antony Blinken ↔ Josep Borrell meet actual", "Antony Blinken ↔ Ursula von der Leyen meet actual",
        "Josep Borrell ↔ Ursula von der Leyen meet actual",
      ]),
    .init(
      "took part",
      "Kenya and Uganda held talks in Nairobi. Paul Kagame also took part in the talks.",
      ["Kenya ↔ Paul Kagame talks actual", "Kenya ↔ Uganda talks actual", "Paul Kagame ↔ Uganda talks actual"]),
    .init(
      "stayed away",
      "Antony Blinken met Josep Borrell in Madrid. Ursula von der Leyen did not attend the meeting.",
      [
        "Antony Blinken ↔ Josep Borrell meet actual", "Antony Blinken ↔ Ursula von der Leyen meet negated",
        "Josep Borrell ↔ Ursula von der Leyen meet negated",
      ]),
    .init(
      "for a country that is there",
      "Kenya and Uganda held talks in Nairobi. Kenyan President Uhuru Kenyatta took part in the talks.",
      ["Kenya ↔ Uganda talks actual"]),
    .init(
      "unnamed public",
      "Antony Blinken met Josep Borrell in Madrid. Reporters attended the meeting.",
      ["Antony Blinken ↔ Josep Borrell meet actual"]),
    .init(
      "another meeting",
      "Antony Blinken met Josep Borrell in Madrid. Ursula von der Leyen attended a meeting.",
      ["Antony Blinken ↔ Josep Borrell meet actual"]),
    .init(
      "a meeting of others",
      "Antony Blinken met Josep Borrell in Madrid. Ursula von der Leyen attended the meeting of the board.",
      ["Antony Blinken ↔ Josep Borrell meet actual"]),
    .init("nobody met before", "Antony Blinken arrived in Madrid. Ursula von der Leyen attended the meeting."),
    .init(
      "long before",
      "Antony Blinken met Josep Borrell in Madrid. It was hot. Trains were late. Shops were shut. Bread was dear. Ursula von der Leyen attended the meeting.",
      ["Antony Blinken ↔ Josep Borrell meet actual"]),
    .init("a match attended", "Antony Blinken arrived in Madrid. Ursula von der Leyen attended the match."),
    .init("a meeting of nobody named", "Farmers met in Madrid. Ursula von der Leyen also attended the meeting."),
    .init("a school attended", "Antony Blinken grew up in Paris. Josep Borrell attended the same school."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
