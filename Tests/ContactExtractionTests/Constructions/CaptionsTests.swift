import Testing

/// Captions: what tells of a contact and what does not.
struct CaptionsTests {
  static let rows: [ContactRow] = [
    .init(
      "shaking hands",
      "U.S. Secretary of State John Kerry, left, shakes hands with Russian Foreign Minister Sergei Lavrov in Geneva, Sept. 9, 2016.",
      ["John Kerry ↔ Sergei Lavrov meet actual"]),
    .init(
      "talks with",
      "German Chancellor Angela Merkel talks with French President Francois Hollande in Brussels, June 28, 2012.",
      ["Angela Merkel ↔ Francois Hollande talks actual"]),
    .init(
      "from left",
      "From left, Joe Biden, Fumio Kishida and Yoon Suk Yeol meet in Washington.",
      [
        "Fumio Kishida ↔ Joe Biden meet actual",
        "Fumio Kishida ↔ Yoon Suk Yeol meet actual",
        "Joe Biden ↔ Yoon Suk Yeol meet actual",
      ]),
    .init(
      "greets",
      "Francois Hollande (R) greets Raul Castro in Havana, Sept. 20, 2015.",
      ["Francois Hollande ↔ Raul Castro meet actual"]),
    .init("listens", "Barack Obama listens during a session in London, April 2, 2009."),
    .init("speaks in a place", "John Kerry speaks in Kabul, Afghanistan, April 9, 2016."),
    .init("waves", "Kim Jong Un waves to a crowd in Pyongyang, North Korea."),
    .init("holding a picture", "A man holds a picture of Vladimir Putin in Moscow."),
    .init(
      "photo of one meeting another",
      "A photo of Olaf Scholz meeting Emmanuel Macron hung on the wall.",
      ["Emmanuel Macron ↔ Olaf Scholz meet actual"]),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
