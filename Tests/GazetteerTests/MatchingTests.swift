import Testing
import TextModel

@testable import Gazetteer

@Suite struct MatchingTests {
  static let lines = """
    id	type	kind	name	aliases	country	gender	roles	weight
    Q912	country	state	Mali	Malian{adjective}|Malians{demonym}	ML
    Q30	country	state	United States	US{acronym}|U.S.{acronym}|America	US
    Q810	country	state	Jordan		JO
    p-jordan	person		Jordan	Kim{surname}	US	f
    Q567	person	politician	Angela Merkel	Merkel{surname}	DE	f	head_of_government/DE/2005-11-22/2021-12-08/Chancellor
    Q58217	person		Sergei Lavrov		RU	m	foreign_minister/RU/2004-03-09//Minister of Foreign Affairs
    Q2	person		Mevlüt Çavuşoğlu		TR	m
    Q3	person		Bashar al-Assad	al-Assad{surname}	SY	m
    Q4	place	city	N'Djamena		TD
    Q5	organization	outlet	The New York Times	New York Times		 
    Q6	place	city	New York		US
    Q7	organization	company	McDonald's
    Q8	person		George W. Bush	Bush{surname}
    Q9	organization		UN{x}
    """

  static func gazetteer() throws -> Gazetteer {
    let text = lines.replacing("Q9\torganization\t\tUN{x}", with: "Q9\torganization\t\tUnited Nations\tUN{acronym}")
    return try Gazetteer(files: [("test.tsv", Array(text.utf8))])
  }

  @Test(arguments: [
    ("Mali and Malian troops", ["Mali", "Malian"]),
    ("Malié, Normali, Mali2, éMali", []),
    ("Mali’s, Mali's, 'Mali' and Mali-backed", ["Mali", "Mali", "Mali", "Mali"]),
    ("MALI, mali", ["MALI"]),
    ("the US and us, U.S. troops, U.S.A. and U.S.-led", ["US", "U.S.", "U.S."]),
    ("Mevlut Cavusoglu and Mevlüt Çavuşoğlu", ["Mevlut Cavusoglu", "Mevlüt Çavuşoğlu"]),
    ("Bashar Al-Assad, Al Assad, al\u{2011}Assad", ["Bashar Al-Assad", "Al Assad", "al\u{2011}Assad"]),
    ("N’Djamena and N`Djamena", ["N’Djamena", "N`Djamena"]),
    ("The New York Times of New York", ["The New York Times", "New York"]),
    ("McDonald’s, McDonald", ["McDonald’s"]),
    ("George W Bush, George W. Bush's", ["George W Bush", "George W. Bush"]),
    ("ANGELA MERKEL\nMEETS Angela\nMerkel. Angela\n\nMerkel", ["ANGELA MERKEL", "Angela\nMerkel", "Merkel"]),
    ("d’Mali and Mali’tk", []),
  ])
  func longest(text: String, expected: [String]) throws {
    let gazetteer = try Self.gazetteer()
    let bytes = Array(text.utf8)
    #expect(gazetteer.matches(in: text).map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) } == expected)
  }

  @Test func keepsEveryCandidate() throws {
    let gazetteer = try Self.gazetteer()
    let surface = try #require(gazetteer.surface(exactly: "Jordan"))
    #expect(gazetteer.candidates(of: surface).map { gazetteer.id($0.entity) } == ["Q810", "p-jordan"])
    #expect(gazetteer.holders(of: "head_of_government", in: "DE").map { gazetteer.name($0) } == ["Angela Merkel"])
    #expect(gazetteer.holders(of: "head_of_government", in: "DE", on: PartialDate(year: 2000)) == [])
  }
}
