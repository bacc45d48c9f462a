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

  @Test func givesOfficesAsNumbersThatSayTheSameAsTheirText() throws {
    let text = """
      id	type	name	country	roles
      Q1	person	A	AX	king/AX/1990/1995-03/|chair/Q9/1996//Chair|king/B/2000-01-02/2001-02-03/Old/King
      Q2	person	B	AX
      """
    for gazetteer in [try Self.gazetteer(), try Gazetteer(files: [("e.tsv", Array(text.utf8))])] {
      var count = 0
      for entity in gazetteer.entities {
        let roles = gazetteer.roles(entity)
        let held = gazetteer.heldOffices(entity)
        try #require(held.count == roles.count)
        for (office, role) in zip(held, roles) {
          #expect(office.office == gazetteer.officeNumber(role.office))
          #expect(office.country == Gazetteer.countryNumber(role.of))
          #expect(gazetteer.ownerBytes(office, heldBy: entity).elementsEqual(role.of.utf8))
          for date in ["1989-12-31", "1990", "1995-03-31", "1995-04", "1999", "2000-01-01", "2001-02-03", "2005-07"] {
            let date = try #require(PartialDate(date))
            let day = RoleSpan.number(date)
            #expect(office.span.contains(day) == role.span.contains(date), "\(role) on \(date)")
          }
          count += 1
        }
      }
      #expect(count > 2)
    }
    #expect(try Self.gazetteer().officeNumber("presiden") == nil)
  }

  @Test func candidatesKnowTheTypesOfTheirEntities() throws {
    let gazetteer = try Self.gazetteer()
    for name in ["Çelik", "CELIK", "Ada Çelik", "Alandic", "Aland", "Old Aland"] {
      let surface = try #require(gazetteer.surface(exactly: name))
      for candidate in gazetteer.candidates(of: surface) {
        #expect(candidate.type == gazetteer.type(candidate.entity))
        #expect(candidate.isEnglish == gazetteer.language(candidate).isEmpty)
      }
    }
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
