import Testing

/// Plural subjects: what tells of a contact and what does not.
struct PluralSubjectsTests {
  static let rows: [ContactRow] = [
    .init(
      "verb taken for a noun before its object",
      "Angela Merkel and Alexis Tsipras shake hands at the door.",
      ["Alexis Tsipras ↔ Angela Merkel meet actual"]),
    .init(
      "verb with an object of its own behind a headline's comma",
      "Angela Merkel, Alexis Tsipras shake hands at the door.",
      ["Alexis Tsipras ↔ Angela Merkel meet actual"]),
    .init("verb with another object", "Angela Merkel and Alexis Tsipras shake trees at the door."),
    .init(
      "the two leaders",
      "Angela Merkel and Vladimir Putin came to Minsk. The two leaders spoke for hours.",
      ["Angela Merkel ↔ Vladimir Putin talks actual"]),
    .init(
      "they met",
      "Barack Obama and Raul Castro came to Panama. They met on Saturday.",
      ["Barack Obama ↔ Raul Castro meet actual"]),
    .init(
      "the pair",
      "Emmanuel Macron flew to Washington and praised Donald Trump. The pair talked about Iran.",
      ["Donald Trump ↔ Emmanuel Macron talks actual"]),
    .init(
      "both sides",
      "India and Pakistan have a common border. Both sides held talks in June.",
      ["India ↔ Pakistan talks actual"]),
    .init(
      "both leaders",
      "Angela Merkel and Francois Hollande were in Minsk. Vladimir Putin had received both leaders in Moscow.",
      ["Angela Merkel ↔ Vladimir Putin meet actual", "Francois Hollande ↔ Vladimir Putin meet actual"]),
    .init(
      "called each other",
      "Angela Merkel and Emmanuel Macron called each other twice on Sunday.",
      ["Angela Merkel ↔ Emmanuel Macron call actual"]),
    .init(
      "wrote to one another",
      "Vladimir Putin met Xi Jinping in Moscow. The two leaders later wrote to one another.",
      ["Vladimir Putin ↔ Xi Jinping meet actual", "Vladimir Putin ↔ Xi Jinping write actual"]),
    .init(
      "letters to each other",
      "Donald Trump and Kim Jong Un wrote warm letters to each other.",
      ["Donald Trump ↔ Kim Jong Un write actual"]),
    .init("called each other names", "Apple and Google took each other to court in Texas."),
    .init("wrote of each other", "Angela Merkel and Barack Obama wrote about each other in their books."),
    .init("told others", "Angela Merkel and Barack Obama called others in the evening."),
    .init("leaders without names", "World leaders met in Paris while Syria burned."),
    .init("the two countries fight", "Armenia and Azerbaijan share a border. The two countries fought a war."),
    .init("they agree", "Angela Merkel and Barack Obama came to Hanover. They enjoyed the sun."),
    .init("the two companies", "Apple and Google are rivals. The two companies sell phones."),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
