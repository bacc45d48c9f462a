import ArgumentParser
import Foundation
import Parley

/// `parley-benchmark generate`: seeded news as JSON Lines.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Writes generated news as JSON Lines, equal for equal seeds.")

  @Option(help: "Megabytes of text.")
  var megabytes = 10

  @Option(help: "Seed.")
  var seed: UInt64 = 1

  @Option(name: .shortAndLong, help: "The file to write; standard output where it is left out.")
  var output: String?

  @Option(help: "Folder of gazetteers.")
  var gazetteers: String?

  func run() throws {
    let folder = try GazetteerFolder.locate(gazetteers, program: GazetteerFolder.runningProgram)
    var generator = NewsGenerator(gazetteer: try Gazetteer.load(folder: folder), seed: seed)
    let handle: FileHandle
    if let output {
      guard FileManager.default.createFile(atPath: output, contents: nil),
        let file = FileHandle(forWritingAtPath: output)
      else {
        throw OutputError(path: output, code: EACCES)
      }
      handle = file
    } else {
      handle = .standardOutput
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var written = 0
    var number = 0
    while written < megabytes * 1_000_000 {
      let item = generator.article(number)
      let line = try encoder.encode(["id": item.id, "title": item.title, "date": item.date, "text": item.text])
      try handle.write(contentsOf: line + Data("\n".utf8))
      written += item.text.utf8.count
      number += 1
    }
  }
}
