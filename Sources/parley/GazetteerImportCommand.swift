import ArgumentParser
import Foundation
import Parley

struct GazetteerImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a gazetteer of your own from Wikidata, FollowTheMoney, CSV or GeoNames.",
    discussion: """
        parley gazetteer import --from wikidata latest-all.json -o wikidata.tsv --languages en,de,fr
        gunzip < latest-all.json.gz | parley gazetteer import --from wikidata - -o wikidata.tsv
        parley gazetteer import --from ftm entities.ftm.json -o sanctions.tsv
        parley gazetteer import --from csv staff.csv -o staff.tsv --map name=Name,aliases=AKA --type person
        parley gazetteer import --from geonames cities500.txt -o cities.tsv --minimum-population 50000

      The file is used with --gazetteer FILE. Faulty lines are named and left out; the exit code is then 1.
      """)

  @Option(name: .customLong("from"), help: "wikidata, ftm, csv or geonames.")
  var format: String

  @Argument(help: "The source; - for standard input.")
  var input: String

  @Option(name: .shortAndLong, help: ArgumentHelp("The gazetteer file.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("Types to take: person, country, organization, place.", valueName: "types"))
  var types: String?

  @Option(help: ArgumentHelp("Languages to take names of, first ones first (Wikidata).", valueName: "codes"))
  var languages = "en"

  @Option(help: ArgumentHelp("Our column for a column of the source (CSV).", valueName: "ours=theirs,…"))
  var map: String?

  @Option(help: "The type of all entities, where no column tells it (CSV).")
  var type: String?

  @Option(help: ArgumentHelp("Leave smaller places out (GeoNames).", valueName: "number"))
  var minimumPopulation = 1000

  @Option(
    help: ArgumentHelp(
      "A table with the columns 'position office of title' that maps positions to offices (Wikidata).",
      valueName: "file"))
  var offices: String?

  @Option(help: ArgumentHelp("Folder of gazetteers in place of those that come with parley.", valueName: "dir"))
  var gazetteers: String?

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    guard ImportFormat(rawValue: format) != nil else {
      throw ValidationError(
        "--from \(format): is no format; known are \(ImportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    _ = try importOptions()
  }

  private func types(_ list: String, option: String) throws -> [EntityType] {
    try list.split(separator: ",").map { name in
      guard let type = EntityType(rawValue: String(name)) else {
        throw ValidationError(
          "\(option) \(name): is no type; known are \(EntityType.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      return type
    }
  }

  private func importOptions() throws -> ImportOptions {
    var options = ImportOptions()
    options.languages = languages.split(separator: ",").map(String.init)
    if let types { options.types = Set(try self.types(types, option: "--types")) }
    if let type { options.type = try self.types(type, option: "--type").first }
    options.minimumPopulation = minimumPopulation
    for pair in (map ?? "").split(separator: ",") {
      let sides = pair.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else {
        throw ValidationError("--map \(pair): names no column; write it as name=Name.")
      }
      options.columns[String(sides[0])] = String(sides[1])
    }
    return options
  }

  func run() throws {
    guard let format = ImportFormat(rawValue: format) else { return }
    var options = try importOptions()
    if format == .wikidata { try readWikidataTables(&options) }
    let file: FileHandle
    if input == "-" {
      file = FileHandle.standardInput
    } else if let opened = FileHandle(forReadingAtPath: input) {
      file = opened
    } else {
      throw CommandFailure("\(input): cannot be read; check that the file exists and may be read")
    }
    let size = input == "-" ? nil : (try? FileManager.default.attributesOfItem(atPath: input)[.size]) as? Int
    let bar = ImportProgress(total: size, isShown: !quiet && StandardStreams.errorIsTerminal)
    let temporary = FileManager.default.temporaryDirectory
      .appendingPathComponent("parley-import-\(ProcessInfo.processInfo.processIdentifier)")
    let run = GazetteerImport(format: format, options: options)
    var summary = GazetteerImport.Summary()
    try OutputFile.replace([output]) { sinks in
      summary = try run.run(
        file, named: input, temporary: temporary, progress: { bar.show(bytes: $0, entities: $1) },
        report: { fault in
          bar.clear()
          StandardStreams.note("\(fault)")
        },
        write: { line in for sink in sinks { sink.write(line + "\n") } })
    }
    bar.clear()
    if !quiet {
      StandardStreams.note(
        "\(output): \(summary.entities - summary.repeated) entities of \(summary.records) records"
          + (summary.repeated > 0 ? ", \(summary.repeated) with an id that came before left out" : "")
          + (summary.faults > 0 ? ", \(summary.faults) faulty" : ""))
    }
    if summary.faults > 0 { throw CommandFailure("", code: CommandFailure.partly) }
  }

  private func readWikidataTables(_ options: inout ImportOptions) throws {
    let folder = try GazetteerFolder.locate(gazetteers, program: GazetteerFolder.runningProgram)
    let classes = try DataTable(
      contentsOf: folder.appendingPathComponent("import/wikidata-classes.tsv"), required: ["class", "type"],
      optional: ["kind", "label"])
    for row in classes.rows {
      guard let id = row["class"], let type = row["type"].flatMap(EntityType.init(rawValue:)) else {
        throw DataFaults([classes.fault(row, "needs a class and a type")])
      }
      options.classes[id] = (type, row["kind"] ?? "")
    }
    if let offices {
      let table = try DataTable(
        contentsOf: URL(fileURLWithPath: offices), required: ["position", "office"], optional: ["of", "title"])
      for row in table.rows {
        guard let position = row["position"], let office = row["office"] else {
          throw DataFaults([table.fault(row, "needs a position and an office")])
        }
        options.offices[position] = (office, row["of"] ?? "", row["title"] ?? "")
      }
    }
    let gazetteer = try Gazetteer.load(folder: folder, cache: GazetteerOptions.cache)
    for code in gazetteer.countryCodes {
      for country in gazetteer.countries(code: code) { options.countryCodes[gazetteer.id(country)] = code }
    }
  }
}

/// A line on standard error that shows how far an import has come.
private final class ImportProgress {
  private let total: Int?
  private let isShown: Bool
  private var lastShown = Date.distantPast

  init(total: Int?, isShown: Bool) {
    self.total = total
    self.isShown = isShown
  }

  func show(bytes: Int, entities: Int) {
    guard isShown, Date().timeIntervalSince(lastShown) > 0.2 else { return }
    lastShown = Date()
    var line = "\r\u{1B}[K"
    if let total, total > 0 {
      let done = min(bytes * 30 / total, 30)
      line +=
        "[\(String(repeating: "=", count: done))\(String(repeating: " ", count: 30 - done))] \(min(bytes * 100 / total, 100)) %"
    } else {
      line += "\(bytes / 1_000_000) MB"
    }
    StandardStreams.status(line + "  \(entities) entities")
  }

  func clear() {
    if isShown { StandardStreams.status("\r\u{1B}[K") }
  }
}
