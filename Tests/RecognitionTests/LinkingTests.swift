import Recognition
import Testing

/// Which of several entities of one name is meant: by date, title, given name, country and article.
@Suite struct LinkingTests {
  static let rows: [MentionRow] = [
    .init("president by date", "Russian President Medvedev spoke.", date: "2009-05-09", "Medvedev>Dmitry Medvedev"),
    .init(
      "prime minister by date", "Prime Minister Putin spoke to Russian media.", date: "2010-05-09",
      "Putin>Vladimir Putin"),
    .init(
      "family name by given name", "Hillary Clinton came. Clinton spoke.", date: "2015-05-09",
      "Hillary Clinton>Hillary Clinton, Clinton>Hillary Clinton"),
    .init("former president", "Former President Clinton spoke.", date: "2005-05-09", "Clinton>Bill Clinton"),
    .init("acronym of an organization", "NATO and the EU agreed.", "NATO>NATO, EU>European Union"),
    .init(
      "institution of the country beside it", "Yemen's Defense Ministry said so.",
      "Yemen>Yemen, Defense Ministry>Yemeni Defense Ministry"),
    .init(
      "institution of the article's country", "The Supreme Court ruled in the United States. The U.S. Senate met.",
      "Supreme Court>Supreme Court of the United States, United States>United States, U.S. Senate>United States Senate"),
    .init(
      "part of an organization's name", "Amnesty International reported. Later Amnesty said so.",
      "Amnesty International>Amnesty International, Amnesty>Amnesty International"),
  ]

  @Test(arguments: rows) func choosesEntity(_ row: MentionRow) throws {
    let shipped = try ShippedRecognizer.shared.get()
    let recognized = shipped.recognizer.recognize(shipped.document(row.text, date: row.date))
    let found = recognized.mentions.filter { $0.form == .name }.map {
      recognized.document.text($0.range) + ">"
        + (recognized.entities[$0.entities[0]].gazetteerName ?? recognized.entities[$0.entities[0]].name)
    }
    #expect(found.joined(separator: ", ") == row.expected)
  }

  @Test func givesUnknownNamesStableIDs() throws {
    let shipped = try ShippedRecognizer.shared.get()
    let first = shipped.recognizer.recognize(shipped.document("The activist Maria Zubrovska spoke."))
    let second = shipped.recognizer.recognize(shipped.document("Later Ms Maria Zubrovska wrote to Paris."))
    let ids = [first, second].map { $0.entities.first { $0.name == "Maria Zubrovska" }?.id }
    #expect(ids == ["x-person-maria-zubrovska", "x-person-maria-zubrovska"])
  }

  @Test func givesPersonsTheirCountry() throws {
    let shipped = try ShippedRecognizer.shared.get()
    let recognized = shipped.recognizer.recognize(
      shipped.document("Iranian Foreign Minister Bahram Zubroudi met reporters."))
    let person = try #require(recognized.entities.first { $0.name == "Bahram Zubroudi" })
    #expect(person.country == "IR")
    #expect(person.titles == ["foreign minister"])
    #expect(person.affiliation.map { recognized.entities[$0].name } == "Iran")
  }
}
