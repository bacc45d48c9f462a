import ArgumentParser
import Foundation
import Parley

struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Check, compile, ask and import the names that parley knows.",
    subcommands: [
      GazetteerCheckCommand.self, GazetteerCompileCommand.self, GazetteerLookupCommand.self,
      GazetteerImportCommand.self,
    ])
}
