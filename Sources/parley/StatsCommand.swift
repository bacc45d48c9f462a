import ArgumentParser
import Parley

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Print the figures of a graph: how much it holds, and who matters most.",
    discussion: """
        parley stats graph.parley
        parley stats graph.parley --by country --from 2022 --json
      """)

  @Argument(help: "The graph file that parley build made.")
  var graph: String

  @Flag(help: "Print JSON.")
  var json = false

  @Option(help: ArgumentHelp("How many parties of each ranking.", valueName: "number"))
  var rows = 10

  @OptionGroup(title: "Selection")
  var selection: SelectionOptions

  func validate() throws {
    if rows < 0 { throw ValidationError("--rows takes a whole number from 0.") }
  }

  func run() throws {
    let selected = try selection.apply(to: try StoredGraph.open(graph).graph(.withoutEvidence))
    let report = StatisticsReport(selected, try GraphMetrics(of: selected), rows: rows)
    StandardStreams.write(json ? report.json : report.text)
  }
}
