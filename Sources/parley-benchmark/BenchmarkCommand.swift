import ArgumentParser

/// Measures the stages of Parley on this machine.
@main
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parley-benchmark",
    abstract: "Measures the stages of Parley on this machine.",
    subcommands: [
      ScoresCommand.self, PipelineCommand.self, MatcherCommand.self, GraphCommand.self, GenerateCommand.self,
    ])
}
