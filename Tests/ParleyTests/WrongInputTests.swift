import Foundation
import Testing

/// Every wrong input ends in one clear sentence on standard error, the right exit code and no data.
@Suite struct WrongInputTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    var arguments: [String]
    var code: Int32
    /// The lines of standard error that are no usage.
    var errors: [String]
    var output = ""
    /// Files that are there afterwards and were not before.
    var made: [String] = []

    var testDescription: String { name }
  }

  static let sentence = "Obama called Putin.\n"

  /// The files that the rows name.
  static func fill(_ folder: TemporaryFolder) throws {
    try folder.write("good.txt", sentence.utf8)
    try folder.write("zero.txt", [])
    try folder.write("blank.txt", " \n\n".utf8)
    try folder.write("noise.bin", (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 37) })
    try folder.write("latin.txt", Array("Zo".utf8) + [0xEB] + Array(" told Reuters that Obama called Putin.\n".utf8))
    try folder.write(
      "broken.jsonl",
      """
      {"id": "a", "text": "Obama called Putin."}
      {"id": "b", "text":
      {"id": "c", "text": "Kerry met Lavrov."}
      {"id": "d"}

      """.utf8)
    try folder.write("late.jsonl", "nonsense\n{\"id\": \"a\", \"text\": \"Obama called Putin.\"}\n".utf8)
    try folder.write("none.parley", "no graph".utf8)
    try folder.write("folder/.hidden", [])
  }

  static let faults = [
    "parley: broken.jsonl:2: is not valid JSON (the text ends too early, at byte 20 of the line); mend the line or remove it",
    "parley: broken.jsonl:4: has no field 'text'; say by text=FIELD which of its fields holds the text (id)",
  ]
  static let binary =
    "is a binary file, not text; only text, HTML, JSON, CSV, feeds, mail and archives of them are read"
  static let noGraph = "parley: none.parley is not a Parley graph; a graph file is made by 'parley build'."
  static let missingGraph =
    "parley: missing.parley: no such graph file; make one with 'parley build ARTICLES -o missing.parley'."
  static let outputs =
    "the extension must be .parley for a graph file, .svg, .png, .pdf, .html, or that of an export format"

  static let rows: [Row] = [
    Row(
      name: "build: missing file", arguments: ["build", "missing.txt", "-o", "g.parley"], code: 2,
      errors: ["parley: missing.txt: does not exist; check the path"]),
    Row(
      name: "build: one of two is missing", arguments: ["build", "good.txt", "missing.txt", "-o", "g.parley"], code: 1,
      errors: [
        "parley: missing.txt: does not exist; check the path",
        "parley: g.parley: 1 article, 1 new contact, 1 could not be read",
      ], made: ["g.parley"]),
    Row(
      name: "build: folder without articles", arguments: ["build", "folder", "-o", "g.parley"], code: 2,
      errors: ["parley: folder: is an empty folder; put articles in it"]),
    Row(
      name: "build: empty file", arguments: ["build", "zero.txt", "-o", "g.parley"], code: 2,
      errors: ["parley: zero.txt: is empty"]),
    Row(
      name: "build: white space", arguments: ["build", "blank.txt", "-o", "g.parley"], code: 2,
      errors: ["parley: blank.txt: holds nothing but white space"]),
    Row(
      name: "build: empty standard input", arguments: ["build", "-", "-o", "g.parley"], code: 2,
      errors: ["parley: standard input: is empty"]),
    Row(
      name: "build: binary file", arguments: ["build", "noise.bin", "-o", "g.parley"], code: 2,
      errors: ["parley: noise.bin: \(binary)"]),
    Row(
      name: "build: invalid UTF-8", arguments: ["build", "latin.txt", "-o", "g.parley"], code: 0,
      errors: [
        "parley: latin.txt: is not UTF-8; it was read as Windows-1252",
        "parley: g.parley: 1 article, 2 new contacts",
      ], made: ["g.parley"]),
    Row(
      name: "build: broken lines", arguments: ["build", "broken.jsonl", "-o", "g.parley"], code: 1,
      errors: faults + ["parley: g.parley: 2 articles, 2 new contacts, 2 could not be read"], made: ["g.parley"]),
    Row(
      name: "build: a summary as JSON",
      arguments: ["build", "broken.jsonl", "-o", "g.parley", "--json", "--quiet"], code: 1, errors: faults,
      output:
        "{\"articles\": 2, \"known\": 0, \"copies\": 0, \"contacts\": 2, \"faults\": 2, \"interrupted\": false}\n",
      made: ["g.parley"]),
    Row(
      name: "build: into a file that is no graph", arguments: ["build", "good.txt", "-o", "none.parley"], code: 2,
      errors: [noGraph]),
    Row(
      name: "build: into a missing folder", arguments: ["build", "good.txt", "-o", "no/g.parley"], code: 2,
      errors: ["parley: no/g.parley cannot be written because its folder does not exist; create the folder first."]),
    Row(
      name: "build: picture into a missing folder", arguments: ["build", "good.txt", "-o", "no/g.svg"], code: 2,
      errors: ["parley: no/g.svg: cannot be written because its folder does not exist; create the folder first"]),
    Row(
      name: "build: unknown extension", arguments: ["build", "good.txt", "-o", "g.xyz"], code: 2,
      errors: ["Error: g.xyz: \(outputs)"]),
    Row(
      name: "build: into a folder", arguments: ["build", "good.txt", "-o", "folder"], code: 2,
      errors: ["Error: folder: \(outputs)"]),
    Row(
      name: "build: unknown option", arguments: ["build", "good.txt", "--nonsense"], code: 2,
      errors: ["Error: Unknown option '--nonsense'"]),
    Row(
      name: "build: no thread", arguments: ["build", "good.txt", "--threads", "0"], code: 2,
      errors: ["Error: --threads takes a whole number from 1"]),
    Row(
      name: "build: no gazetteers", arguments: ["build", "good.txt", "--gazetteers", "folder"], code: 2,
      errors: ["parley: folder: holds no gazetteers; name the folder that holds countries.tsv and the folder en"]),
    Row(
      name: "build: missing gazetteer", arguments: ["build", "good.txt", "--gazetteer", "missing.tsv"], code: 2,
      errors: ["parley: missing.tsv: cannot be read; check that the file exists and may be read"]),
    Row(
      name: "build: missing contacts", arguments: ["build", "--from-contacts", "missing.jsonl", "-o", "g.parley"],
      code: 2, errors: ["parley: missing.jsonl: cannot be read; check that the file exists and may be read"]),
    Row(
      name: "build: contacts that are none", arguments: ["build", "--from-contacts", "good.txt", "-o", "g.parley"],
      code: 2, errors: ["parley: good.txt:1: not JSON: a value is missing at byte 1"]),
    Row(
      name: "annotate: missing file", arguments: ["annotate", "missing.txt", "--format", "text"], code: 2,
      errors: ["parley: missing.txt: does not exist; check the path"]),
    Row(
      name: "annotate: missing file as a row", arguments: ["annotate", "missing.txt"], code: 2,
      errors: ["parley: missing.txt: does not exist; check the path"],
      output: "{\"doc\": null, \"error\": \"missing.txt: does not exist; check the path\"}\n"),
    Row(
      name: "annotate: empty standard input", arguments: ["annotate", "-"], code: 2,
      errors: ["parley: standard input: is empty"]),
    Row(
      name: "annotate: binary file", arguments: ["annotate", "noise.bin", "--format", "html"], code: 2,
      errors: ["parley: noise.bin: \(binary)"]),
    Row(
      name: "annotate: unknown format", arguments: ["annotate", "good.txt", "--format", "nonsense"], code: 2,
      errors: [
        "Error: The value 'nonsense' is invalid for '--format <format>'. "
          + "Please provide one of 'contacts', 'entities', 'text', 'html' or 'syntax'."
      ]),
    Row(
      name: "export: missing graph", arguments: ["export", "missing.parley"], code: 2, errors: [missingGraph]),
    Row(name: "export: no graph", arguments: ["export", "none.parley"], code: 2, errors: [noGraph]),
    Row(
      name: "export: a folder", arguments: ["export", "folder"], code: 2,
      errors: ["parley: folder is not a Parley graph; a graph file is made by 'parley build'."]),
    Row(
      name: "export: unknown format", arguments: ["export", "none.parley", "--format", "nonsense"], code: 2,
      errors: [
        "Error: --format takes dot, edgelist, tsv, gephi, graphml, gexf, json, cytoscape, neo4j, pajek, gml, turtle, "
          + "jsonld, ftm, jsonl, not 'nonsense'."
      ]),
    Row(
      name: "export: unknown extension", arguments: ["export", "none.parley", "-o", "g.nonsense"], code: 2,
      errors: ["Error: g.nonsense: no format has this extension; name one with --format."]),
    Row(
      name: "export: several files to standard output", arguments: ["export", "none.parley", "--format", "gephi"],
      code: 2, errors: ["Error: the format gephi is nodes.csv and edges.csv: name a folder for them with -o."]),
    Row(
      name: "export: unknown option", arguments: ["export", "none.parley", "--nonsense"], code: 2,
      errors: ["Error: Unknown option '--nonsense'"]),
    Row(name: "render: no graph", arguments: ["render", "none.parley", "-o", "g.svg"], code: 2, errors: [noGraph]),
    Row(
      name: "render: missing graph", arguments: ["render", "missing.parley", "-o", "g.svg"], code: 2,
      errors: [missingGraph]),
    Row(
      name: "render: unknown extension", arguments: ["render", "none.parley", "-o", "g.txt"], code: 2,
      errors: ["Error: g.txt: the extension must be .svg, .png or .pdf."]),
    Row(name: "show: no graph", arguments: ["show", "none.parley"], code: 2, errors: [noGraph]),
    Row(name: "show: missing graph", arguments: ["show", "missing.parley"], code: 2, errors: [missingGraph]),
    Row(
      name: "show: three names", arguments: ["show", "none.parley", "a", "b", "c"], code: 2,
      errors: ["Error: show takes at most two names; put a name of several words in quotes."]),
    Row(name: "stats: no graph", arguments: ["stats", "none.parley"], code: 2, errors: [noGraph]),
    Row(name: "report: no graph", arguments: ["report", "none.parley", "-o", "g.html"], code: 2, errors: [noGraph]),
    Row(
      name: "gazetteer: unknown name", arguments: ["gazetteer", "lookup", "Xyzzyq"], code: 1,
      errors: ["parley: no entity is named 'Xyzzyq'"]),
    Row(
      name: "gazetteer: no date", arguments: ["gazetteer", "lookup", "Merkel", "--date", "soon"], code: 2,
      errors: ["Error: --date soon: is no date; give YYYY, YYYY-MM or YYYY-MM-DD."]),
    Row(
      name: "gazetteer: missing file", arguments: ["gazetteer", "lookup", "Merkel", "--gazetteer", "missing.tsv"],
      code: 2, errors: ["parley: missing.tsv: cannot be read; check that the file exists and may be read"]),
    Row(
      name: "unknown command", arguments: ["nonsense"], code: 2, errors: ["Error: Unexpected argument 'nonsense'"]),
  ]

  @Test(arguments: rows) func isNamed(row: Row) throws {
    let folder = try TemporaryFolder()
    try Self.fill(folder)
    let before = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    let result = try Command.run(row.arguments, in: folder)
    #expect(result.code == row.code)
    #expect(Self.withoutUsage(result.errors) == row.errors)
    #expect(result.text == row.output)
    #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder.path)).subtracting(before) == Set(row.made))
    #expect(try folder.read("none.parley") == Data("no graph".utf8), "a file that is no graph is left alone")
  }

  /// The lines of standard error without the usage and help that the argument parser adds.
  static func withoutUsage(_ errors: String) -> [String] {
    errors.split(separator: "\n").map(String.init).filter {
      !$0.hasPrefix("Usage: ") && !$0.hasPrefix("Help: ") && !$0.hasPrefix("  See '")
    }
  }

  @Test func faultsOfGraphsNameTheirOutput() throws {
    let folder = try TemporaryFolder()
    try Self.fill(folder)
    #expect(try Command.run(["build", "good.txt", "-o", "g.parley", "--quiet"], in: folder).code == 0)
    let rows: [(arguments: [String], error: String)] = [
      (
        ["export", "g.parley", "--quiet", "-o", "no/g.csv"],
        "parley: no/g.csv: cannot be written because its folder does not exist; create the folder first\n"
      ),
      (["export", "g.parley", "--ego", "Nobody"], "parley: the selected graph has no party named \"Nobody\".\n"),
      (
        ["render", "g.parley", "-o", "no/g.svg"],
        "parley: no/g.svg: cannot be written because its folder does not exist; create the folder first\n"
      ),
      (["show", "g.parley", "nobody"], "parley: the selected graph has no party named \"nobody\".\n"),
      (
        ["report", "g.parley", "-o", "no/g.html"],
        "parley: no/g.html: cannot be written because its folder does not exist; create the folder first\n"
      ),
    ]
    for row in rows {
      let result = try Command.run(row.arguments, in: folder)
      #expect(result.code == 2, "\(row.arguments)")
      #expect(result.errors == row.error)
      #expect(result.output.isEmpty)
    }
    try FileManager.default.createDirectory(atPath: folder.path("g.svg"), withIntermediateDirectories: false)
    let result = try Command.run(["render", "g.parley", "-o", "g.svg"], in: folder)
    #expect(result.code == 2)
    #expect(result.errors == "parley: g.svg: is a folder; name a file\n")
  }

  @Test func aBrokenFirstLineIsALine() throws {
    let folder = try TemporaryFolder()
    try Self.fill(folder)
    let result = try Command.run(["annotate", "late.jsonl", "--threads", "1"], in: folder)
    #expect(result.code == 1)
    #expect(result.errors.hasPrefix("parley: late.jsonl:1: is not valid JSON"))
    let lines = result.text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("{\"doc\": null, \"error\": \"late.jsonl:1: is not valid JSON") == true)
    #expect(lines.last?.hasPrefix("{\"doc\": \"a\"") == true)
  }
}
