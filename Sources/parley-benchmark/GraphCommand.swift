import ArgumentParser
import Foundation
import Parley

/// Measures storing, reading, summing and exporting a generated graph.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Measures storing, reading, summing and exporting a generated graph, on one thread.",
    discussion: "Times are processor time of the thread, so that other work on the machine does not count.")

  @Option(help: "Number of contacts.")
  var contacts = 1_000_000

  @Option(help: "Number of parties; few of them have most of the contacts.")
  var parties = 20_000

  @Option(help: "Seed of the generated graph.")
  var seed: UInt64 = 1

  func validate() throws {
    guard contacts > 0, parties > 1 else { throw ValidationError("Give at least 1 contact and 2 parties.") }
  }

  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parley-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("generated.parley").path

    var generator = ContactGenerator(parties: parties, seed: seed)
    var made = 0
    var articles = 0
    let writer = try GraphStore.Writer(path)
    let store = try ProcessorTime.measure {
      while made < contacts {
        let article = generator.article(contacts: min(5, contacts - made))
        made += article.contacts.count
        articles += 1
        try writer.add(article)
      }
      try writer.finish()
    }
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0

    let reader = try GraphStore(reading: path)
    var graph = ContactGraph()
    let read = try ProcessorTime.measure { graph = try reader.graph() }
    var edges: [Edge] = []
    let sum = ProcessorTime.measure { edges = graph.edges() }
    var rows: [(title: String, seconds: Double)] = [("store", store), ("read", read), ("sum", sum)]
    var bytes = 0
    for name in ["edgelist", "graphml", "dot", "jsonl"] {
      guard let format = ExportFormats.named(name) else { continue }
      let time = try ProcessorTime.measure {
        let sink = ByteSink { bytes += $0.count }
        format.write(ExportContent(graph), to: [sink])
        try sink.finish()
      }
      rows.append((name, time))
    }
    print(
      "contacts\t\(graph.contacts.count) in \(articles) articles, \(graph.parties.count) parties, \(edges.count) pairs")
    print("file\t\(size / graph.contacts.count) bytes a contact")
    for row in rows { print("\(row.title)\t\(String(format: "%.2f", row.seconds)) s") }
    print("exported\t\(bytes / 1_000_000) MB")
  }
}
