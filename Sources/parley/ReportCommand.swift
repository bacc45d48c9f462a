import ArgumentParser
import Parley

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write one self-contained page: the network with search, filters and the sentence behind each contact.",
    discussion: """
      The page needs no server and asks nothing of the network; it opens in any browser.

        parley report graph.parley -o report.html
        parley report graph.parley -o report.html --ego "Emmanuel Macron" --modality all
      """)

  @Argument(help: "The graph file that parley build made.")
  var graph: String

  @Option(name: .shortAndLong, help: ArgumentHelp("The page.", valueName: "file"))
  var output: String

  @Option(help: "The title of the page.")
  var title: String?

  @Option(help: "The layout of the network: dot, neato, fdp, sfdp, circo or twopi; by default chosen by its size.")
  var layout: LayoutEngine?

  @Option(help: ArgumentHelp("How long the layout may take.", valueName: "seconds"))
  var timeLimit = 120

  @OptionGroup(title: "Selection")
  var selection: SelectionOptions

  func validate() throws {
    guard timeLimit > 0 else { throw ValidationError("--time-limit takes a number of seconds above 0.") }
  }

  func run() throws {
    let selected = try selection.apply(to: try StoredGraph.open(graph).graph())
    let page = try GraphReport.page(
      selected, title: title, layout: layout, limits: RenderingLimits(seconds: timeLimit))
    try OutputFile.replace(output, with: page)
  }
}
