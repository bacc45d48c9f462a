import ArgumentParser
import Foundation
import Parley

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw a graph as an SVG, PNG or PDF picture.",
    discussion: """
      Parties are sized by their contacts, coloured and shaped by their type; lines are as wide as there are many \
      contacts, coloured by kind, dashed where planned, with arrows where one party addresses the other.

        parley render graph.parley -o graph.svg
        parley render graph.parley -o graph.pdf --theme print --cluster
      """)

  @Argument(help: "The graph file that parley build made.")
  var graph: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The picture; its extension says the format: .svg, .png or .pdf.", valueName: "file"))
  var output: String

  @Option(help: "dot, neato, fdp, sfdp, circo or twopi; by default chosen by the number of parties.")
  var layout: LayoutEngine?

  @Option(help: "light, dark or print.")
  var theme: Theme = .light

  @Option(help: "What makes a party large: weight (its contacts), degree (its parties), pagerank or betweenness.")
  var size: PartySize = .weight

  @Option(help: "What colours a party: type or community.")
  var color: PartyColor = .type

  @Flag(help: "Set the parties of each country together.")
  var cluster = false

  @Option(help: "The title above the picture.")
  var title: String?

  @Option(help: ArgumentHelp("How long the layout may take.", valueName: "seconds"))
  var timeLimit = 120

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @OptionGroup(title: "Selection")
  var selection: SelectionOptions

  func validate() throws {
    guard timeLimit > 0 else { throw ValidationError("--time-limit takes a number of seconds above 0.") }
    _ = try format()
  }

  func run() throws {
    let graph = try selection.apply(to: try StoredGraph.open(graph, quiet: quiet).graph())
    var options = RenderingOptions(
      format: try format(), layout: layout, theme: theme, isClustered: cluster, title: title,
      countryNames: cluster ? countryNames(graph) : [:], limits: RenderingLimits(seconds: timeLimit))
    if size != .weight || color == .community {
      let metrics = try GraphMetrics(of: graph, betweennessLimit: size == .betweenness ? .max : 0)
      options.importance = size.importance(metrics)
      options.communities = color == .community ? metrics.community : nil
    }
    if !quiet && graph.parties.count > GraphRendering.readableParties {
      StandardStreams.note(
        "parley: \(graph.parties.count) parties are more than a picture can show readably; "
          + "--top 100, --min-weight 2 or --component draw the ones that matter.")
    }
    let picture = try GraphRendering.render(graph, options: options)
    try OutputFile.replace(output, with: picture)
  }

  private func format() throws -> PictureFormat {
    let name = URL(fileURLWithPath: output).pathExtension.lowercased()
    guard let format = PictureFormat(rawValue: name) else {
      throw ValidationError("\(output): the extension must be .svg, .png or .pdf.")
    }
    return format
  }

  private func countryNames(_ graph: ContactGraph) -> [String: String] {
    let countries = CountryNames()
    var names: [String: String] = [:]
    for code in Set(graph.parties.compactMap(\.country)) {
      names[code] = countries.name(of: code)
    }
    return names
  }
}

/// What makes a party large in a picture.
enum PartySize: String, CaseIterable, ExpressibleByArgument {
  case weight, degree, pagerank, betweenness

  func importance(_ metrics: GraphMetrics) -> [Double]? {
    switch self {
    case .weight: metrics.weightedDegree.map(Double.init)
    case .degree: metrics.degree.map(Double.init)
    case .pagerank: metrics.pageRank
    case .betweenness: metrics.betweenness
    }
  }
}

/// What colours a party in a picture.
enum PartyColor: String, CaseIterable, ExpressibleByArgument {
  case type, community
}

extension LayoutEngine: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}
