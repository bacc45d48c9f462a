import Testing
import TextModel

@testable import Gazetteer

@Suite struct LookupTests {
  static let lines = """
    id	type	name	aliases	country	roles	valid	weight
    Q1	person	Ada Çelik	Çelik{surname}	AX	president/AX/2001-01-01/2005-06-30/President|minister/AX/1999//	\t9
    Q2	person	Bo Celik		AX	president/AX/2005-06-30//President
    Q3	person	Cy Dow		AX	president/AX//2000/President
    Q4	country	Aland	Alandic{adjective}	AX			3
    Q5	country	Old Aland		AX		/1990	500
    Q6	organization	CELIK	Čelik{lang=cs}
    """

  static func gazetteer() throws -> Gazetteer { try Gazetteer(files: [("e.tsv", Array(lines.utf8))]) }

  @Test(arguments: [
    ("Çelik", ["Q1 written surname", "Q6 written name", "Q2 familyName surname"]),
    ("celik", ["Q1 otherCase surname", "Q6 otherCase name"]),
    ("CELIK", ["Q6 written name", "Q1 otherCase surname"]),
    ("ada celik", ["Q1 otherCase name"]),
    ("Alandic", ["Q4 written adjective"]),
    ("Dow", ["Q3 familyName surname"]),
    ("Nobody", []), ("", []), ("—", []),
  ])
  func showsWhatANameCanMean(name: String, expected: [String]) throws {
    let gazetteer = try Self.gazetteer()
    #expect(
      gazetteer.lookup(name).map { "\(gazetteer.id($0.entity)) \($0.basis) \($0.kind)" } == expected)
  }

  @Test func showsTheRolesOnADate() throws {
    let gazetteer = try Self.gazetteer()
    func offices(_ date: String) -> [String] {
      gazetteer.lookup("Çelik", date: PartialDate(date)).first?.roles.map(\.office) ?? []
    }
    #expect(offices("2000") == ["minister"])
    #expect(offices("2003-05") == ["president", "minister"])
    #expect(offices("1998") == [])
  }

  @Test(
    arguments: [
      ("president", "AX", "2003", ["Q1"]), ("president", "AX", "2005", ["Q2", "Q1"]),
      ("president", "AX", "1990", ["Q3"]),
      ("president", "AX", nil, ["Q2"]), ("minister", "AX", "1998", []), ("minister", "AX", nil, ["Q1"]),
      ("president", "ZZ", nil, []), ("presiden", "AX", nil, []), ("", "", nil, []),
    ] as [(String, String, String?, [String])])
  func findsTheHoldersOfAnOffice(office: String, of: String, date: String?, expected: [String]) throws {
    let gazetteer = try Self.gazetteer()
    let holders = gazetteer.holders(of: office, in: of, on: date.flatMap { PartialDate($0) })
    #expect(holders.map { gazetteer.id($0) } == expected)
  }

  @Test func findsTheLastHolderOfAnOfficeThatIsVacant() throws {
    let text = "id\ttype\tname\troles\nQ1\tperson\tA\tking/AX/1990/1995/\nQ2\tperson\tB\tking/AX/1995/1999-12/\n"
    let gazetteer = try Gazetteer(files: [("e.tsv", Array(text.utf8))])
    #expect(gazetteer.holders(of: "king", in: "AX").map { gazetteer.id($0) } == ["Q2"])
    #expect(
      gazetteer.terms(of: "king", in: "AX").map { "\(gazetteer.id($0.holder)) \($0.last?.date.description ?? "-")" }
        == ["Q2 1999-12-31", "Q1 1995-12-31"])
  }

  @Test func prefersTodaysCountryOfACode() throws {
    let gazetteer = try Self.gazetteer()
    #expect(gazetteer.countryCodes == ["AX"])
    #expect(gazetteer.countries(code: "AX").map { gazetteer.id($0) } == ["Q4", "Q5"])
    #expect(gazetteer.country(code: "AX").map { gazetteer.id($0) } == "Q4")
    #expect(gazetteer.country(code: "ZZ") == nil)
  }
}
