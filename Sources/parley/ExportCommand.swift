import ArgumentParser
import Foundation
import Parley

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a graph in a format that other programs read.",
    discussion: """
      Formats:
      \(ExportFormats.all.map { "  \($0.name.padding(toLength: 11, withPad: " ", startingAt: 0)) \($0.summary)" }
        .joined(separator: "\n"))

        parley export graph.parley --format edgelist > edges.csv
        parley export graph.parley -o graph.gexf --ego "Emmanuel Macron"
        parley export graph.parley --format gephi -o tables
      """)

  @Argument(help: "The graph file that parley build made.")
  var graph: String

  @Option(name: .shortAndLong, help: "The format; by default the one of the output's extension, else edgelist.")
  var format: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The output; standard output by default. A folder for a format of several files.", valueName: "path"))
  var output: String?

  @Flag(help: "One summed edge for each pair of parties instead of one for each contact.")
  var aggregate = false

  @Flag(inversion: .prefixedNo, help: "Give degree, PageRank, community and so on of each party.")
  var metrics = true

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @OptionGroup(title: "Selection")
  var selection: SelectionOptions

  func validate() throws {
    let format = try chosenFormat()
    if aggregate && !format.canSum {
      throw ValidationError("--aggregate: the format \(format.name) holds single contacts only.")
    }
    if format.files.count > 1 && output == nil {
      throw ValidationError(
        "the format \(format.name) is \(format.files.joined(separator: " and ")): name a folder for them with -o.")
    }
  }

  func run() throws {
    let format = try chosenFormat()
    let selected = try selection.apply(to: try StoredGraph.open(graph, quiet: quiet).graph())
    let content = ExportContent(
      selected, grouping: aggregate ? .pairs : .contacts,
      metrics: metrics && format.usesMetrics ? try GraphMetrics(of: selected) : nil)
    if !quiet, let loss = format.lossReport(for: content) { StandardStreams.note("parley: \(loss)") }
    guard let output else {
      let sink = ByteSink { StandardStreams.write($0) }
      format.write(content, to: [sink])
      return try sink.finish()
    }
    try OutputFile.replace(try paths(format, output)) { format.write(content, to: $0) }
  }

  private func chosenFormat() throws -> any ExportFormat {
    guard let format else {
      let fileExtension = output.map { URL(fileURLWithPath: $0).pathExtension } ?? ""
      if fileExtension.isEmpty { return try named("edgelist") }
      guard let found = ExportFormats.forExtension(fileExtension) else {
        throw ValidationError("\(output ?? ""): no format has this extension; name one with --format.")
      }
      return found
    }
    return try named(format)
  }

  private func named(_ name: String) throws -> any ExportFormat {
    guard let format = ExportFormats.named(name) else {
      throw ValidationError(
        "--format takes \(ExportFormats.all.map(\.name).joined(separator: ", ")), not '\(name)'.")
    }
    return format
  }

  private func paths(_ format: any ExportFormat, _ output: String) throws -> [String] {
    if format.files.count == 1 { return [output] }
    do {
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure("\(output): the folder for \(format.files.joined(separator: " and ")) cannot be made.")
    }
    return format.files.map { URL(fileURLWithPath: output).appendingPathComponent($0).path }
  }
}
