import ArgumentParser
import Foundation
import Parley

/// Measures how fast names are found: one thread, generated names and text.
struct MatcherCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matcher",
    abstract: "Measures how fast names are found in generated news-like text, on one thread.",
    discussion: """
      Times are processor time of the thread, so that other work on the machine does not count, and the best of three.
      """)

  private static let rounds = 3

  @Option(help: "Number of names.")
  var names = 100_000

  @Option(help: "Megabytes of text.")
  var megabytes = 50

  @Option(help: "Seed of the generated names and text.")
  var seed: UInt64 = 1

  func validate() throws {
    guard names > 0, megabytes > 0 else { throw ValidationError("Give at least 1 name and 1 megabyte.") }
  }

  func run() throws {
    var generator = NameGenerator(names: names, seed: seed)
    let text = generator.text(bytes: megabytes * 1_000_000)
    var file = Array("id\ttype\tname\n".utf8)
    for (number, name) in generator.names.enumerated() {
      file += Array("Q\(1_000_000 + number)\tperson\t".utf8) + name + [0x0A]
    }
    var gazetteer = try Gazetteer(files: [])
    var build = Double.infinity
    for _ in 0..<Self.rounds {
      build = min(build, try ProcessorTime.measure { gazetteer = try Gazetteer(files: [("names", file)]) })
    }

    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parley-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let source = folder.appendingPathComponent("names.tsv")
    try Data(file).write(to: source)
    let index = folder.appendingPathComponent("names.index")
    let compiled = try Gazetteer.compile(folder: folder, to: index)
    let load = try ProcessorTime.measure { gazetteer = try Gazetteer.load(index: index, madeFrom: folder) }

    print("names\t\(names)")
    print("text\t\(text.count) bytes")
    print("build\t\(seconds(build)) s")
    print("load\t\(seconds(load)) s")
    print("index\t\(compiled.bytes / names) bytes a name")
    for (title, mode) in [("longest", OverlapMode.longest), ("no nested", .noNested), ("all", .all)] {
      var matches: [SurfaceMatch] = []
      var best = Double.infinity
      for _ in 0..<Self.rounds {
        matches.removeAll(keepingCapacity: true)
        best = min(best, ProcessorTime.measure { gazetteer.matches(in: text, overlap: mode, into: &matches) })
      }
      let rate = Double(text.count) / 1_000_000 / best
      print("\(title)\t\(Int(rate)) MB/s\t\(matches.count) matches")
    }
  }

  private func seconds(_ time: Double) -> String {
    let thousandths = Int((time * 1000).rounded())
    return "\(thousandths / 1000).\(String(String(thousandths % 1000 + 1000).dropFirst()))"
  }
}
