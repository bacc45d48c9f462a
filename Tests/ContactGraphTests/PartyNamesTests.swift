import ContactGraph
import ContactModel
import GraphTestSupport
import Testing
import TextModel

@Suite struct PartyNamesTests {
  static let graph: ContactGraph = {
    let parties = [
      Party(id: "Q1", name: "Emmanuel Macron", type: .person, aliases: ["French President", "Macron"]),
      Party(id: "Q2", name: "Jean-Yves Le Drian", type: .person, aliases: ["Le Drian"]),
      Party(id: "Q3", name: "Lech Wałęsa", type: .person),
      Party(id: "Q4", name: "George Bush", type: .person, aliases: ["George H. W. Bush"]),
      Party(id: "Q5", name: "George W. Bush", type: .person),
      Party(id: "Q6", name: "United Nations", type: .organization, aliases: ["U.N.", "UN"]),
      Party(id: "Q7", name: "Jens Bjørn-Andersen", type: .person),
      Party(id: "Q8", name: "Ангела Меркель", type: .person, aliases: ["Angela Merkel"]),
      Party(id: "Q9", name: "東京都", type: .organization),
      Party(id: "Qx", name: "Recep Tayyip Erdoğan", type: .person),
      Party(id: "Qy", name: "O'Brien", type: .person),
      Party(id: "Qz", name: "!!!", type: .organization),
    ]
    var builder = ContactGraphBuilder()
    for (index, party) in parties.enumerated() {
      let repeats = party.id == "Q5" ? 2 : 1
      for number in 0..<repeats {
        builder.add(
          SampleArticles.article("\(index).\(number)", [(party, parties[(index + 1) % parties.count], .tell)]))
      }
    }
    return builder.build()
  }()

  struct Row: Sendable, CustomTestStringConvertible {
    var typed: String
    /// The id, or the error's text.
    var result: String
    var testDescription: String { typed }
  }

  @Test(arguments: [
    Row(typed: "Emmanuel Macron", result: "Q1"), Row(typed: "macron", result: "Q1"),
    Row(typed: "EMMANUEL", result: "Q1"),
    Row(typed: "french president", result: "Q1"), Row(typed: "Q1", result: "Q1"), Row(typed: "q3", result: "Q3"),
    Row(typed: "jean yves", result: "Q2"), Row(typed: "le drian", result: "Q2"), Row(typed: "drian", result: "Q2"),
    Row(typed: "walesa", result: "Q3"), Row(typed: "WAŁĘSA", result: "Q3"), Row(typed: "un", result: "Q6"),
    Row(typed: "U.N.", result: "Q6"), Row(typed: "bjorn", result: "Q7"), Row(typed: "Меркель", result: "Q8"),
    Row(typed: "merkel", result: "Q8"), Row(typed: "東京都", result: "Q9"), Row(typed: "erdogan", result: "Qx"),
    Row(typed: "obrien", result: "Qy"), Row(typed: "O’Brien", result: "Qy"), Row(typed: "!!!", result: "Qz"),
    Row(typed: "George Bush", result: "Q4"), Row(typed: "george w bush", result: "Q5"),
    Row(
      typed: "Bush",
      result: "\"Bush\" can mean George W. Bush (Q5), George Bush (Q4): give more of the name, or the id."),
    Row(
      typed: "Makron",
      result: "the selected graph has no party named \"Makron\"; the nearest: Emmanuel Macron."),
    Row(
      typed: "Erdgoan",
      result: "the selected graph has no party named \"Erdgoan\"; the nearest: Recep Tayyip Erdoğan."),
    Row(
      typed: "Tayip Erdogan",
      result: "the selected graph has no party named \"Tayip Erdogan\"; the nearest: Recep Tayyip Erdoğan."),
    Row(typed: "Zapatero", result: "the selected graph has no party named \"Zapatero\"."),
    Row(typed: "", result: "the selected graph has no party named \"\"."),
  ]) func aTypedNameFindsItsParty(row: Row) {
    let found: String
    do { found = Self.graph.parties[try PartyNames(Self.graph).party(row.typed)].id } catch { found = "\(error)" }
    #expect(found == row.result)
  }
}
