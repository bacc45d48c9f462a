import Testing

/// Delegations: what tells of a contact and what does not.
struct DelegationsTests {
  static let rows: [ContactRow] = [
    .init("business leaders in a country", "Angela Merkel told business leaders in Norway that the port was open."),
    .init("a country's community leaders", "Angela Merkel met Norwegian community leaders on Friday."),
    .init(
      "leaders of a country", "Angela Merkel met leaders of Norway on Friday.", ["Angela Merkel ↔ Norway meet actual"]),
    .init(
      "an ambassador is not of where he is",
      "The US Ambassador to Germany, Richard Brackley, wrote a letter to Economy Minister Peter Altmaier.",
      ["Richard Brackley → Peter Altmaier write actual"]),
    .init(
      "envoy somewhere, named behind it",
      "John Kerry told Russia's ambassador in Warsaw, Sergey Andreev, that the border was closed.",
      ["John Kerry → Sergey Andreev tell actual"]),
    .init(
      "envoy whom nobody names", "The Polish minister told the Russian ambassador that the border was closed.",
      ["Poland → Russia tell actual"]),

    .init(
      "senior officials of the place", "John Kerry will travel to Paris and Riyadh to meet with senior officials.",
      ["France ↔ John Kerry meet planned", "John Kerry ↔ Saudi Arabia meet planned"]),
    .init("senior officials of nowhere", "John Kerry met with senior officials."),

    .init(
      "unnamed officials",
      "Russian officials told John Kerry that the convoy was safe.",
      ["Russia → John Kerry tell actual"]),
    .init(
      "delegations",
      "Russian and Ukrainian delegations met in Minsk.",
      ["Russia ↔ Ukraine meet actual"]),
    .init(
      "delegation of",
      "A delegation from North Korea held talks with South Korea.",
      ["North Korea ↔ South Korea talks actual"]),
    .init(
      "diplomats",
      "Iranian diplomats met European Union officials in Geneva.",
      ["European Union ↔ Iran meet actual"]),
    .init(
      "spokesman",
      "A Pentagon spokesman told CNN that the raid was over.",
      ["Pentagon → CNN press actual"]),
    .init("lawmakers are no party", "U.S. lawmakers told Chinese students to study hard."),
    .init("voters", "German voters told pollsters that Greece should pay."),
    .init("officials without hearer", "Russian officials said the convoy was safe."),
    .init("soldiers", "Soldiers from France met resistance in Mali."),
    .init("local officials", "John Kerry spoke to local officials in Kyiv."),
    .init(
      "negotiators of two sides",
      "Negotiators from Colombia's government and the Taliban rebels met in Havana.",
      ["Colombia ↔ Taliban meet actual"]),
    .init(
      "the same official again",
      "A senior Pakistani official spoke of the border on Friday. It is long, the official told Reuters.",
      ["Pakistan → Reuters press actual"]),
    .init("an official of nobody", "It is long, the official told Reuters."),
    .init(
      "by who leads it",
      "A delegation led by Dmitry Rogozin arrived in Havana for talks with Cuban officials.",
      ["Cuba ↔ Dmitry Rogozin talks actual"]),
    .init(
      "members of a body",
      "The United Nations urged NATO members to send helicopters.",
      ["United Nations → NATO tell actual"]),
    .init(
      "states of a body",
      "The European Parliament asked EU states to take in more refugees.",
      ["European Parliament → European Union tell actual"]),
    .init(
      "member states of a body",
      "The European Commission urged EU member states to share data.",
      ["European Commission → European Union tell actual"]),
    .init("a citizen who is a member", "A German member of the club told Iran nothing."),
    .init(
      "an ambassador named behind the post",
      "Ukraine's ambassador to Germany, Andriy Melnyk, told Bild that Berlin was slow.",
      ["Andriy Melnyk → Bild press actual"]),
    .init(
      "an ambassador named at the post",
      "Ukraine's ambassador to Germany Andriy Melnyk told Bild that Berlin was slow.",
      ["Andriy Melnyk → Bild press actual"]),
    .init(
      "an unnamed ambassador in a capital",
      "The Ukrainian ambassador in Berlin asked Germany for tanks.",
      ["Ukraine → Germany tell actual"]),
    .init(
      "an ambassador of a capital",
      "Kyiv's ambassador asked Germany for tanks.",
      ["Ukraine → Germany tell actual"]),
  ]

  @Test(arguments: rows) func contacts(_ row: ContactRow) throws {
    try row.check()
  }
}
