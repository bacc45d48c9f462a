import ArgumentParser
import Foundation
import Parley

struct GazetteerCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Compile gazetteers into the file that parley starts from.",
    discussion: """
      Parley compiles its gazetteers by itself when a file has changed. Compile them beforehand where their folder cannot
      be written later, as in an installed package.
      """)

  @OptionGroup var options: GazetteerOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The compiled file; by default the one that parley looks for.", valueName: "file"))
  var output: String?

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    let folder = try GazetteerFolder.locate(options.gazetteers, program: GazetteerFolder.runningProgram)
    let made = try Gazetteer.compile(
      folder: folder, additional: options.gazetteer.map { URL(fileURLWithPath: $0) },
      to: output.map { URL(fileURLWithPath: $0) })
    if !quiet { StandardStreams.note("\(made.file.path): \(made.entities) entities, \(made.bytes) bytes") }
  }
}
