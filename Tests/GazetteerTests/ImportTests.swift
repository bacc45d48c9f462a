import DataTables
import Foundation
import TestSupport
import Testing
import TextModel

@testable import Gazetteer

@Suite struct ImportTests {
  struct Result {
    var lines: [String]
    var faults: [String]
    var summary: GazetteerImport.Summary
    var failure = ""
  }

  static func run(
    _ format: ImportFormat, _ text: String, _ options: ImportOptions = ImportOptions(), memory: Int = 1 << 20
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parley-import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("source")
    try Data(text.utf8).write(to: file)
    var run = GazetteerImport(format: format, options: options)
    run.memory = memory
    var result = Result(lines: [], faults: [], summary: GazetteerImport.Summary())
    do {
      result.summary = try run.run(
        try FileHandle(forReadingFrom: file), named: "source", temporary: folder.appendingPathComponent("sort"),
        report: { result.faults.append($0.description) }, write: { result.lines.append($0) })
    } catch let error as GazetteerError {
      result.failure = error.description
    }
    // What is written is a gazetteer.
    if result.failure.isEmpty {
      _ = try Gazetteer(files: [("out", Array((result.lines.joined(separator: "\n") + "\n").utf8))])
    }
    return result
  }

  static func item(_ id: String, _ rest: String) -> String { "{\"type\":\"item\",\"id\":\"\(id)\",\(rest)}," }
  static func claim(_ property: String, _ values: String...) -> String {
    let statements = values.map {
      "{\"rank\":\"normal\",\"mainsnak\":{\"datavalue\":{\"value\":{\"id\":\"\($0)\"},\"type\":\"wikibase-entityid\"}}}"
    }
    return "\"\(property)\":[\(statements.joined(separator: ","))]"
  }

  @Test func wikidata() throws {
    var options = ImportOptions()
    options.languages = ["en", "de"]
    options.classes = [
      "Q5": (.person, ""), "Q6256": (.country, "country"), "Q43229": (.organization, ""), "Q515": (.place, "city"),
    ]
    options.countryCodes = ["Q183": "DE"]
    options.offices = ["Q4970706": ("prime_minister", "DE", "Chancellor")]
    let labels = "\"labels\":{\"en\":{\"value\":\"Angela Merkel\"},\"de\":{\"value\":\"Angela Merkel\"}}"
    let aliases = "\"aliases\":{\"en\":[{\"value\":\"A | M\"}],\"de\":[{\"value\":\"Die Kanzlerin\"}]}"
    let role = """
      "P39":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q4970706"}}},"qualifiers":{\
      "P580":[{"datavalue":{"value":{"time":"+2005-11-22T00:00:00Z","precision":11}}}],\
      "P582":[{"datavalue":{"value":{"time":"+2021-12-00T00:00:00Z","precision":10}}}]}},\
      {"rank":"deprecated","mainsnak":{"datavalue":{"value":{"id":"Q1"}}}},\
      {"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q77"}}}}]
      """
    let text = [
      "[",
      Self.item(
        "Q567",
        "\(labels),\(aliases),\"sitelinks\":{\"enwiki\":{},\"dewiki\":{}},\"claims\":{\(Self.claim("P31", "Q5")),\(Self.claim("P27", "Q183", "Q999")),\(Self.claim("P21", "Q6581072")),\(role)}"
      ),
      Self.item(
        "Q64",
        "\"labels\":{\"de\":{\"value\":\"Berlin\"}},\"claims\":{\(Self.claim("P31", "Q1", "Q515")),\(Self.claim("P17", "Q183"))}"
      ),
      Self.item("Q8", "\"labels\":{\"en\":{\"value\":\"happiness\"}},\"claims\":{\(Self.claim("P31", "Q9415"))}"),
      "{\"id\":\"Q1",
      Self.item("P31", "\"claims\":{}"),
      "[]", "]",
    ].joined(separator: "\n")
    let result = try Self.run(.wikidata, text, options)
    #expect(
      result.lines == [
        Entity.lineHeader,
        "Q567\tperson\t\tAngela Merkel\tA M|Die Kanzlerin{lang=de}\tDE\tf\tprime_minister/DE/2005-11-22/2021-12/Chancellor|position/Q77///\t\t\t2",
        "Q64\tplace\tcity\tBerlin\t\tDE\t\t\t\t\t",
      ])
    #expect(
      result.faults == [
        "source:5: is not valid JSON; each line holds one JSON object",
        "source:7: is no JSON object; each line holds one JSON object",
      ])
    options.types = [.place]
    #expect(try Self.run(.wikidata, text, options).summary.entities == 1)
  }

  @Test func followTheMoney() throws {
    let text = """
      {"id":"NK-9","schema":"Person","properties":{"name":["Ada L.","Áda"],"nationality":["gb","suhh"],"gender":["female"],"alias":["AL"]}}
      {"id":"Q42","schema":"Company","caption":"Deep Thought","properties":{"country":["us"],"abbreviation":["DT"]}}
      {"id":"x1","schema":"PublicBody","properties":{"name":["Board"],"wikidataId":["Q77"]}}
      {"id":"v1","schema":"Vessel","properties":{"name":["Ship"]}}
      {"schema":"Person","properties":{"name":["No Id"]}}
      {"id":"n1","schema":"Person","properties":{}}
      {"id":"n2"}

      not json
      """
    let result = try Self.run(.ftm, text)
    #expect(
      result.lines == [
        Entity.lineHeader,
        "Q42\torganization\tcompany\tDeep Thought\tDT{acronym}\tUS\t\t\t\t\t",
        "Q77\torganization\tpublic_body\tBoard\t\t\t\t\t\t\t",
        "p-nk-9\tperson\t\tAda L.\tÁda|AL{acronym}\tGB\tf\t\t\t\t",
      ])
    #expect(
      result.faults == [
        "source:5: lacks the field 'id'", "source:6: has no name", "source:7: lacks the field 'schema'",
        "source:9: is not valid JSON; each line holds one JSON object",
      ])
  }

  @Test func csv() throws {
    var options = ImportOptions()
    options.columns = ["name": "Name", "aliases": "AKA", "country": "Land", "gender": "Sex"]
    options.type = .person
    let text = """
      \u{FEFF}Name,AKA,Land,Sex,weight\r
      "Lovelace, ""Ada\""",Countess; ACL,gb,female,7
      "Two
      Lines",,,,
      Bo,,xyz,,
      Cy,,,x,
      Di,,,,-1
      ,,,,
      Eve,,
      李明,,cn,,
      """
    let result = try Self.run(.csv, text, options)
    #expect(
      result.lines
        == [
          Entity.lineHeader,
          "p-\(Entity.stableID(.person, "李明").dropFirst(2))\tperson\t\t李明\t\tCN\t\t\t\t\t",
          "p-lovelace-ada\tperson\t\tLovelace, \"Ada\"\tCountess|ACL{acronym}\tGB\tf\t\t\t\t7",
          "p-two-lines\tperson\t\tTwo Lines\t\t\t\t\t\t\t",
        ].sorted { ($0 == Entity.lineHeader ? 0 : 1, $0) < ($1 == Entity.lineHeader ? 0 : 1, $1) })
    #expect(
      result.faults == [
        "source:5: has the country 'XYZ'; a country is two letters (ISO 3166-1 alpha-2)",
        "source:6: has the gender 'x'; known are m, f, male, female",
        "source:7: has the weight '-1', which is no whole number", "source:8: has no name",
        "source:9: has 3 cells where the header names 5",
      ])
  }

  @Test(arguments: [
    (["name": "Nom"], "Name\nA\n", "source:1: the header lacks the column 'Nom'; it names Name"),
    (
      ["roles": "Name"], "Name\nA\n",
      "source:1: the header cannot be mapped to 'roles'; known are id, type, kind, name, aliases, country, gender, weight"
    ),
    ([:], "Who\nA\n", "source:1: the header lacks a column for the name; map one, as in --map name=Who"),
    ([:], "name\nA\n", ""),
  ])
  func csvHeaders(columns: [String: String], text: String, failure: String) throws {
    var options = ImportOptions()
    options.columns = columns
    let result = try Self.run(.csv, text, options)
    #expect(result.failure == failure)
    if failure.isEmpty { #expect(result.faults == ["source:2: has no type; map a column to 'type' or give --type"]) }
  }

  @Test func geoNames() throws {
    func line(_ id: String, _ name: String, _ others: String, _ feature: String, _ code: String, _ people: String)
      -> String
    {
      "\(id)\t\(name)\t\(name)\t\(others)\t1\t2\t\(feature)\t\(code)\tDE\t\t\t\t\t\t\(people)\t\t\tEurope/Berlin\t2023-01-01"
    }
    let text = [
      line("2950159", "Berlin", "BER,Berlín,Berlin", "P", "PPLC", "3426354"),
      line("1", "Dorf", "", "P", "PPL", "12"), line("2", "Spree", "", "H", "STM", "5000"),
      line("3", "Bayern", "Bavaria", "A", "ADM1", "13000000"), line("x", "Bad", "", "P", "PPL", "9999"),
      line("4", "Bad", "", "P", "PPL", "many"), "5\tshort",
    ].joined(separator: "\n")
    let result = try Self.run(.geonames, text)
    #expect(
      result.lines == [
        Entity.lineHeader,
        "l-geonames-2950159\tplace\tcapital\tBerlin\tBerlín\tDE\t\t\t\t\t3426354",
        "l-geonames-3\tplace\tregion\tBayern\tBavaria\tDE\t\t\t\t\t13000000",
      ])
    #expect(
      result.faults == [
        "source:5: has the id 'x', which is no whole number",
        "source:6: has the population 'many', which is no whole number",
        "source:7: has 2 cells where a GeoNames table has 19",
      ])
  }

  @Test func sortsMoreThanMemoryHoldsAndLeavesRepeatedIdsOut() throws {
    var random = SeededRandom(seed: 3)
    let ids = (0..<3000).map { _ in random.below(2000) }
    let text = "name,type,id\n" + ids.enumerated().map { "N\($0.offset),person,Q\($0.element)\n" }.joined()
    let small = try Self.run(.csv, text, memory: 10_000)
    let large = try Self.run(.csv, text)
    #expect(small.lines == large.lines && small.summary == large.summary)
    #expect(small.lines.count == Set(ids).count + 1)
    #expect(small.summary.repeated == 3000 - Set(ids).count)
    #expect(
      small.lines.dropFirst().elementsEqual(
        small.lines.dropFirst().sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }))
  }

  @Test(arguments: ImportFormat.allCases, 1...5) func anyBytesAreReportedAndCrashNothing(
    format: ImportFormat, seed: Int
  ) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let pieces = [
      "{", "}", "\"id\":\"Q1\"", ",", "\"", "[", "]", "\t", "\n", "name", "\u{0}", "é", "claims", ":", "P", "1", "\r",
    ]
    for _ in 0..<20 {
      let text = "name\n" + (0..<random.below(80)).map { _ in random.pick(pieces) }.joined()
      _ = try Self.run(format, text)
    }
  }
}
