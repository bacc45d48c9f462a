import ArgumentParser
import Foundation
import Parley

/// `parley build`: articles in, graph out.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Read articles and keep who spoke to whom in a graph file, or draw or export it at once.",
    discussion: """
      Adds to a graph file that exists: an article counts once, however often it is read. A build that was stopped goes on \
      where it was when it is run again.

        parley build articles/ -o graph.parley
        parley build news.jsonl.gz -o graph.svg
        cat news.jsonl | parley build - -o graph.parley
      """)

  @OptionGroup var reading: ReadingArguments
  @OptionGroup(title: "Gazetteers") var gazetteers: GazetteerOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The graph file (.parley), or what its extension says: a picture (.svg, .png, .pdf), a page (.html), an export (.csv, .dot, .gexf …).",
      valueName: "file"))
  var output = "graph.parley"

  @Flag(
    help: "Count copies and rewrites of an article as articles of their own; later builds still find copies of them.")
  var keepDuplicates = false

  @Flag(help: "The inputs are lines that `parley annotate --format contacts` printed, not articles.")
  var fromContacts = false

  @Flag(help: "Print the summary as JSON on standard output.")
  var json = false

  func validate() throws {
    _ = try Target(output)
  }

  func run() throws {
    let target = try Target(output)
    let progress = BuildProgress(
      total: fromContacts ? nil : try reading.reader().totalBytes(of: reading.paths), isShown: !reading.quiet)
    var faults = 0
    func fault(_ message: String) {
      faults += 1
      progress.clear()
      StandardStreams.note("parley: \(message)")
    }
    func note(_ message: String) {
      guard !reading.quiet else { return }
      progress.clear()
      StandardStreams.note("parley: \(message)")
    }
    let interruption = Interruption()
    let summary: GraphBuilding.Summary
    let watch: GraphBuilding.Progress = { summary in
      progress.show(summary)
      return !interruption.isRequested
    }
    var graph: ContactGraph?
    if fromContacts {
      let merging = ContactsMerging(keepsDuplicates: keepDuplicates)
      switch target {
      case .graphFile: summary = try merging.build(reading.paths, into: output, fault: fault, progress: watch)
      default: (graph, summary) = try merging.graph(of: reading.paths, fault: fault, progress: watch)
      }
    } else {
      let pipeline = try gazetteers.pipeline()
      let building = GraphBuilding(
        pipeline: pipeline, threads: reading.threadCount, reader: try reading.reader(for: pipeline),
        keepsDuplicates: keepDuplicates)
      switch target {
      case .graphFile:
        summary = try building.build(reading.paths, into: output, fault: fault, note: note, progress: watch)
      default: (graph, summary) = try building.graph(of: reading.paths, fault: fault, note: note, progress: watch)
      }
    }
    progress.clear()
    if summary.articles == 0 {
      if faults == 0 { throw CommandFailure("no article found in \(reading.paths.joined(separator: ", "))") }
      throw CommandFailure("")
    }
    if let graph { try write(graph, to: target) }
    report(summary)
    if summary.isInterrupted {
      throw CommandFailure(
        "stopped; what was read is kept, run the same command again to go on", code: CommandFailure.partly)
    }
    if faults > 0 { throw CommandFailure("", code: CommandFailure.partly) }
  }

  /// What the output's extension asks for.
  private enum Target {
    case graphFile
    case picture(PictureFormat)
    case export(any ExportFormat)
    case page

    init(_ output: String) throws {
      let name = URL(fileURLWithPath: output).pathExtension.lowercased()
      if name == "parley" {
        self = .graphFile
      } else if name == "html" {
        self = .page
      } else if let picture = PictureFormat(rawValue: name) {
        self = .picture(picture)
      } else if let format = ExportFormats.forExtension(name), format.files.count == 1 {
        self = .export(format)
      } else {
        throw ValidationError(
          "\(output): the extension must be .parley for a graph file, .svg, .png, .pdf, .html, or that of an export format"
        )
      }
    }
  }

  private func write(_ graph: ContactGraph, to target: Target) throws {
    let selected = try GraphSelection().apply(to: graph) { try GraphMetrics(of: $0, betweennessLimit: 0).pageRank }
    switch target {
    case .graphFile: break
    case .picture(let format):
      try OutputFile.replace(
        output, with: try GraphRendering.render(selected, options: RenderingOptions(format: format)))
    case .page:
      try OutputFile.replace(output, with: try GraphReport.page(selected))
    case .export(let format):
      let content = ExportContent(
        selected, grouping: .contacts, metrics: format.usesMetrics ? try GraphMetrics(of: selected) : nil)
      if !reading.quiet, let loss = format.lossReport(for: content) { StandardStreams.note("parley: \(loss)") }
      try OutputFile.replace([output]) { format.write(content, to: $0) }
    }
  }

  private func report(_ summary: GraphBuilding.Summary) {
    if json {
      StandardStreams.write(
        "{\"articles\": \(summary.articles), \"known\": \(summary.known), \"copies\": \(summary.copies), "
          + "\"contacts\": \(summary.contacts), \"faults\": \(summary.faults), \"interrupted\": \(summary.isInterrupted)}\n"
      )
    } else if !reading.quiet {
      func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
      var parts = [
        count(summary.articles, "article", "articles"), count(summary.contacts, "new contact", "new contacts"),
      ]
      if summary.known > 0 { parts.append("\(summary.known) known before") }
      if summary.copies > 0 { parts.append(count(summary.copies, "copy", "copies")) }
      if summary.faults > 0 { parts.append("\(summary.faults) could not be read") }
      StandardStreams.note("parley: \(output): \(parts.joined(separator: ", "))")
    }
  }
}
