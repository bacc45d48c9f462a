import ArgumentParser
import Foundation
import Parley

struct GazetteerLookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "Show what a name can mean.",
    discussion: """
        parley gazetteer lookup Merkel --date 2015-06-01
        Angela Merkel  Q567  person  DE  (surname)
          2005-11-22 to 2021-12-08  prime_minister of DE: Chancellor
      """)

  @Argument(help: "The name; several words need no quotation marks.")
  var name: [String]

  @Option(help: ArgumentHelp("Show the offices held on this date.", valueName: "YYYY-MM-DD"))
  var date: String?

  @Flag(help: "Print one JSON object a line.")
  var json = false

  @OptionGroup var options: GazetteerOptions

  func validate() throws {
    if let date, PartialDate(date) == nil {
      throw ValidationError("--date \(date): is no date; give YYYY, YYYY-MM or YYYY-MM-DD.")
    }
    if name.isEmpty { throw ValidationError("Give a name.") }
  }

  func run() throws {
    let folder = try GazetteerFolder.locate(options.gazetteers, program: GazetteerFolder.runningProgram)
    let gazetteer = try Gazetteer.load(
      folder: folder, additional: options.gazetteer.map { URL(fileURLWithPath: $0) }, cache: GazetteerOptions.cache)
    let asked = name.joined(separator: " ")
    let meanings = gazetteer.lookup(asked, date: date.flatMap { PartialDate($0) })
    for meaning in meanings { StandardStreams.write(json ? try line(gazetteer, meaning) : text(gazetteer, meaning)) }
    if meanings.isEmpty {
      throw CommandFailure("no entity is named '\(asked)'", code: CommandFailure.partly)
    }
  }

  private func text(_ gazetteer: Gazetteer, _ meaning: Meaning) -> String {
    let entity = meaning.entity
    let basis =
      switch meaning.basis {
      case .written: meaning.kind.rawValue
      case .otherCase: "\(meaning.kind.rawValue) in other capitals"
      case .familyName: "last part of the name"
      }
    let language = meaning.language.isEmpty ? "" : ", \(meaning.language)"
    let parts = [
      gazetteer.name(entity), gazetteer.id(entity), gazetteer.type(entity).rawValue, gazetteer.kind(entity),
      gazetteer.countries(entity).joined(separator: " "), "(\(basis)\(language))",
    ]
    var text = parts.filter { !$0.isEmpty }.joined(separator: "  ") + "\n"
    for role in meaning.roles {
      let span = "\(role.span.start?.description ?? "?") to \(role.span.end?.description ?? "?")"
      let owner = role.of.isEmpty ? "" : " of \(role.of)"
      text += "  \(span)  \(role.office)\(owner)\(role.title.isEmpty ? "" : ": \(role.title)")\n"
    }
    return text
  }

  private struct Record: Encodable {
    struct Office: Encodable {
      var office: String
      var of: String
      var start: String?
      var end: String?
      var title: String
    }
    var id: String
    var name: String
    var type: String
    var kind: String
    var countries: [String]
    var alias: String
    var language: String
    var weight: Int
    var roles: [Office]
  }

  private func line(_ gazetteer: Gazetteer, _ meaning: Meaning) throws -> String {
    let entity = meaning.entity
    let record = Record(
      id: gazetteer.id(entity), name: gazetteer.name(entity), type: gazetteer.type(entity).rawValue,
      kind: gazetteer.kind(entity), countries: gazetteer.countries(entity), alias: meaning.kind.rawValue,
      language: meaning.language, weight: gazetteer.weight(entity),
      roles: meaning.roles.map {
        Record.Office(
          office: $0.office, of: $0.of, start: $0.span.start?.description, end: $0.span.end?.description,
          title: $0.title)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(record), as: UTF8.self) + "\n"
  }
}
