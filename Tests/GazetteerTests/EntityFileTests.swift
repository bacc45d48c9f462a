import DataTables
import TestSupport
import Testing
import TextModel

@testable import Gazetteer

@Suite struct EntityFileTests {
  static let header = "id\ttype\tkind\tname\taliases\tcountry\tgender\troles\tmembers\tvalid\tweight\n"

  static func faults(_ files: [(file: String, bytes: [UInt8])]) -> [String] {
    do {
      _ = try Gazetteer(files: files)
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test(arguments: [
    ("", "e.tsv: is empty; its first line must name the columns id, type, name"),
    (
      "id\ttype\tnames\n",
      "e.tsv:1: has the unknown column 'names'; known are id, type, kind, name, aliases, country, gender, roles, members, valid, weight|e.tsv:1: lacks the column 'name'"
    ),
    ("id\ttype\tname\tname\n", "e.tsv:1: names the column 'name' twice"),
    ("id\n", "e.tsv:1: lacks the column 'aliases'"),
  ])
  func refusesHeaders(text: String, expected: String) {
    #expect(
      Self.faults([("e.tsv", Array(text.utf8))]) == expected.split(separator: "|").map(String.init))
  }

  @Test(
    arguments: [
      ("Q1\tperson\t\tAda", nil),
      ("p-ada-lovelace\tperson\t\tAda\tAdo{lang=de}|A.L.{acronym,lang=de}|Lo{surname}", nil),
      ("c-a\tcountry\tstate\tAland\tAish{adjective}|Aians{demonym}\tAX\t\t\t\t1990/2000-02-29\t12", nil),
      (
        "\tperson\t\tAda", "lacks an id; give a Wikidata QID or an id of your own such as 'p-ada-lovelace'"
      ),
      (
        "q1\tperson\t\tAda",
        "has the id 'q1'; an id is a Wikidata QID or lower-case letters, digits and hyphens after p-, o-, c- or l-"
      ),
      (
        "Q1x\tperson\t\tAda",
        "has the id 'Q1x'; an id is a Wikidata QID or lower-case letters, digits and hyphens after p-, o-, c- or l-"
      ),
      (
        "p-Ada\tperson\t\tAda",
        "has the id 'p-Ada'; an id is a Wikidata QID or lower-case letters, digits and hyphens after p-, o-, c- or l-"
      ),
      ("Q1\thuman\t\tAda", "has the unknown type 'human'; known are person, country, organization, place"),
      ("Q1\t\t\tAda", "lacks a type; give one of person, country, organization, place"),
      ("Q1\tperson\t\t", "lacks a name"),
      ("Q1\tperson\tHead\tAda", "has the kind 'Head'; a kind is one lower-case word, with _ for spaces"),
      ("Q1\tperson\t\tAda\tX||Y", "has an empty alias; remove the extra '|' or name what the tags stand for"),
      ("Q1\tperson\t\tAda\t{surname}", "has an empty alias; remove the extra '|' or name what the tags stand for"),
      ("Q1\tperson\t\tAda\tX|", "has an empty alias; remove the extra '|' or name what the tags stand for"),
      (
        "Q1\tperson\t\tAda\tX{family}",
        "has the alias 'X{family}' with the unknown tag 'family'; known are acronym, surname, demonym, adjective and lang=CODE"
      ),
      (
        "Q1\tperson\t\tAda\tX{lang=}",
        "has the alias 'X{lang=}' with the unknown tag 'lang='; known are acronym, surname, demonym, adjective and lang=CODE"
      ),
      (
        "Q1\tperson\t\tAda\tX{surname",
        "has the alias 'X{surname' with a stray brace; tags stand in one pair of braces at the end"
      ),
      (
        "Q1\tperson\t\tAda\t{surname}X",
        "has the alias '{surname}X' with a stray brace; tags stand in one pair of braces at the end"
      ),
      ("Q1\tperson\t\tAda\t\tGBR", "has the country 'GBR'; a country is two capital letters (ISO 3166-1 alpha-2)"),
      ("Q1\tperson\t\tAda\t\tGB|", "has the country ''; a country is two capital letters (ISO 3166-1 alpha-2)"),
      ("Q1\tperson\t\tAda\t\t\tx", "has the gender 'x'; give m, f or nothing"),
      (
        "Q1\tperson\t\tAda\t\t\t\tminister",
        "has the role 'minister'; a role is office/of/start/end/title, of which all but the office may be empty"
      ),
      (
        "Q1\tperson\t\tAda\t\t\t\tMinister/GB//",
        "has a role with the office 'Minister'; an office is one lower-case word, with _ for spaces"
      ),
      (
        "Q1\tperson\t\tAda\t\t\t\tminister/GB/2001-13/",
        "has the date '2001-13' in its role 'minister/GB/2001-13/'; a date is YYYY, YYYY-MM or YYYY-MM-DD"
      ),
      (
        "Q1\tperson\t\tAda\t\t\t\tminister/GB/2001-02-29/",
        "has the date '2001-02-29' in its role 'minister/GB/2001-02-29/'; a date is YYYY, YYYY-MM or YYYY-MM-DD"
      ),
      (
        "Q1\tperson\t\tAda\t\t\t\tminister/GB/2002/2001/X",
        "ends before it starts in its role 'minister/GB/2002/2001/X'"
      ),
      (
        "Q1\torganization\t\tAda\t\t\t\t\tGB|x",
        "has the member 'x'; a member is two capital letters (ISO 3166-1 alpha-2)"
      ),
      (
        "Q1\tperson\t\tAda\t\t\t\t\t\t1990",
        "has the validity '1990'; a validity is start/end, of which either may be empty"
      ),
      (
        "Q1\tperson\t\tAda\t\t\t\t\t\t199/", "has the date '199' in its validity; a date is YYYY, YYYY-MM or YYYY-MM-DD"
      ),
      ("Q1\tperson\t\tAda\t\t\t\t\t\t\t-1", "has the weight '-1'; a weight is a whole number of at most 18 digits"),
      ("Q1\tperson\t\tAda\t\t\t\t\t\t\t\tx", "has 12 cells where the header names 11; remove the extra tabs"),
    ] as [(String, String?)])
  func checksLines(line: String, expected: String?) {
    #expect(
      Self.faults([("e.tsv", Array((Self.header + "# note\n" + line + "\r\n").utf8))])
        == (expected.map { ["e.tsv:3: \($0)"] } ?? []))
  }

  @Test func namesAllFaultsOfAllFilesAtOnce() {
    let a = "id\ttype\tname\nQ1\tperson\tAda\nQ2\thuman\t\nQ1\tperson\tAdo\n"
    let b = "id\taliases\nQ1\tA|\nQ2\tB\nQ3\tC\n"
    #expect(
      Self.faults([("a.tsv", Array(a.utf8)), ("b.tsv", Array(b.utf8))]) == [
        "a.tsv:3: has the unknown type 'human'; known are person, country, organization, place",
        "a.tsv:3: lacks a name",
        "a.tsv:4: has the id 'Q1', which a.tsv:2 has already; merge the two lines",
        "b.tsv:2: has an empty alias; remove the extra '|' or name what the tags stand for",
        "b.tsv:4: adds aliases to the unknown id 'Q3'; add its entity to a file with the columns id, type, name",
      ])
  }

  @Test func refusesBytesThatAreNoText() {
    let bytes = Array("id\ttype\tname\nQ1\tperson\tAd".utf8) + [0xFF, 0x0A]
    #expect(Self.faults([("e.tsv", bytes)]) == ["e.tsv:2: is not valid UTF-8; save the file as UTF-8"])
  }

  @Test func keepsAllThatALineSays() throws {
    let entity = Entity(
      id: "Q567", type: .person, kind: "politician", name: "Angela Merkel",
      aliases: [
        Alias(text: "Merkel", kind: .surname), Alias(text: "Ангела Меркель", language: "ru"),
        Alias(text: "AM", kind: .acronym, language: "de"),
      ],
      countries: ["DE", "EU"], gender: .female,
      roles: [
        Role(
          office: "prime_minister", of: "DE",
          span: DateSpan(start: PartialDate("2005-11-22"), end: PartialDate("2021-12-08")), title: "Chancellor/in"),
        Role(office: "minister", of: "", span: DateSpan(start: PartialDate("1991")), title: ""),
      ],
      members: ["FR"], validity: DateSpan(start: nil, end: PartialDate("2030-01")), weight: 77)
    let text = Entity.lineHeader + "\n" + entity.line + "\n"
    let gazetteer = try Gazetteer(files: [("e.tsv", Array(text.utf8))])
    let index = try #require(gazetteer.index(ofID: "Q567"))
    #expect(gazetteer.entity(index) == entity)
    #expect(gazetteer.index(ofID: "Q56") == nil && gazetteer.index(ofID: "Q5677") == nil)
  }

  @Test func aliasesOfOtherFilesAndLinesOfTheUserCount() throws {
    let shipped = "id\ttype\tname\taliases\nQ1\tcountry\tMali\tMalian{adjective}\nQ2\tplace\tBamako\n"
    let more = "id\taliases\nQ1\tMalí{lang=es}|マリ{lang=ja}\n"
    let own = "id\ttype\tname\tweight\nQ2\tplace\tBamako City\t5\no-own\torganization\tOur Desk\n"
    let gazetteer = try Gazetteer(
      files: [("a.tsv", Array(shipped.utf8)), ("b.tsv", Array(more.utf8))], additional: [("own.tsv", Array(own.utf8))])
    let dump = gazetteer.entities.map { index in
      let entity = gazetteer.entity(index)
      return "\(entity.id) \(entity.name) \(entity.weight) "
        + entity.aliases.map { "\($0.text)/\($0.kind)/\($0.language)" }.joined(separator: " ")
    }
    #expect(
      dump == [
        "Q1 Mali 0 Malian/adjective/ Malí/name/es マリ/name/ja", "Q2 Bamako City 5 ", "o-own Our Desk 0 ",
      ])
    #expect(gazetteer.surface(exactly: "Bamako") == nil)
    let surface = try #require(gazetteer.surface(exactly: "Malí"))
    #expect(gazetteer.candidates(of: surface).map(\.isCanonical) == [true])
  }

  @Test(arguments: 1...20) func anyBytesGiveFaultsOrAGazetteer(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let line = "Q1\tperson\tx\tAda Ü\tX{surname,lang=de}|Y\tGB|FR\tf\tminister/GB/2001-02/2002/T\tFR\t1990/\t7\n"
    for _ in 0..<50 {
      var bytes = Array((Self.header + line + line.replacing("Q1", with: "Q2")).utf8)
      for _ in 0..<(1 + random.below(6)) {
        let place = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes.remove(at: place)
        default: bytes.insert(random.pick(Array("\t|/{}=\n\r,-Q".utf8)), at: place)
        }
      }
      if let gazetteer = try? Gazetteer(files: [("e.tsv", bytes)]) {
        for entity in gazetteer.entities { #expect(gazetteer.index(ofID: gazetteer.entity(entity).id) == entity) }
      }
    }
  }
}
