import ArgumentParser
import Parley

struct ParleyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parley",
    abstract: "Reads news articles and answers who spoke to whom.",
    version: "1.0.0",
    subcommands: [
      BuildCommand.self, ShowCommand.self, RenderCommand.self, ReportCommand.self, ExportCommand.self,
      StatsCommand.self, AnnotateCommand.self, GazetteerCommand.self,
    ])
}
