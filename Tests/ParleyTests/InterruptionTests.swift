import Foundation
import GRDB
import GraphTestSupport
import TestSupport
import Testing

/// A build that is stopped or killed leaves a whole graph file, and the next run goes on to the graph of one clean run.
@Suite(.serialized) struct InterruptionTests {
  static let kills = 22
  static let count = 200
  let folder: TemporaryFolder
  let articles: String

  init() throws {
    folder = try TemporaryFolder()
    let lines = try InventedNews.lines(seed: 21, count: Self.count)
    articles = try folder.write("news.jsonl", (lines.joined(separator: "\n") + "\n").utf8)
  }

  func arguments(_ graph: String) -> [String] { ["build", articles, "-o", folder.path(graph)] }

  /// Everything that the graph tells, in several formats.
  func exports(_ graph: String) throws -> [Data] {
    try ["jsonl", "edgelist", "dot", "graphml"].map { format in
      let result = try Command.run(["export", graph, "--format", format, "--modality", "all", "--quiet"], in: folder)
      #expect(result.code == 0, "\(result.errors)")
      return result.output
    }
  }

  /// What SQLite finds in a graph file: nothing wrong, and how many articles.
  func check(_ graph: String) throws -> Int {
    let queue = try DatabaseQueue(path: folder.path(graph))
    return try queue.read { db in
      #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
      #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
      return try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0
    }
  }

  /// Waits until a build has made its file, or has ended.
  func waitForFile(_ graph: String, _ process: Process) {
    while process.isRunning, !FileManager.default.fileExists(atPath: folder.path(graph)) {
      Thread.sleep(forTimeInterval: 0.005)
    }
  }

  /// How long a clean build takes in seconds, and after how many of them its file is there.
  func cleanBuild() throws -> (start: Double, whole: Double) {
    let clock = Date()
    let process = try Command.start(arguments("clean.parley"))
    waitForFile("clean.parley", process)
    let start = Date().timeIntervalSince(clock)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return (start, Date().timeIntervalSince(clock))
  }

  @Test(.timeLimit(.minutes(5))) func aBuildIsKilledAtManyMoments() throws {
    let time = try cleanBuild()
    let clean = try exports("clean.parley")
    var span = max(0.9, 0.25 * (time.whole - time.start))
    var random = SeededRandom(seed: 13)
    var graph = "killed-0.parley"
    var saved: [Int] = []
    var killed = 0
    // Runs that came to their end before they were killed; each graph after that is a new one.
    var finished = 0
    var progress = 0
    while killed < Self.kills, finished < Self.kills {
      let end = Date().addingTimeInterval(time.start + Double.random(in: -0.1...span, using: &random))
      let process = try Command.start(arguments(graph))
      while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.002) }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let isFinished = process.terminationReason == .exit
      guard FileManager.default.fileExists(atPath: folder.path(graph)) else {
        killed += 1
        continue
      }
      // The file is whole for whoever opens it first.
      if killed.isMultiple(of: 2) { _ = try check(graph) }
      let stats = try Command.run(["stats", graph], in: folder)
      let isEmpty = stats.code == 2 && stats.errors.contains("holds no graph yet")
      #expect(stats.code == 0 || (isEmpty && saved.allSatisfy { $0 == 0 }), "\(stats.errors)")
      saved.append(try check(graph))
      #expect(saved == saved.sorted(), "what was saved stays saved")
      if isFinished {
        #expect(process.terminationStatus == 0)
        #expect(try exports(graph) == clean)
        finished += 1
        // The machine is faster now than for the clean build.
        span = max(0.6, 0.85 * span)
        graph = "killed-\(finished).parley"
        saved = []
      } else {
        killed += 1
        if saved.count > 1, saved[saved.count - 1] > saved[saved.count - 2] { progress += 1 }
      }
    }
    #expect(killed == Self.kills)
    #expect(progress > 0, "some runs were killed after they had saved something")
    let last = try Command.run(arguments(graph) + ["--json"], in: folder)
    #expect(last.code == 0, "\(last.errors)")
    #expect(last.text.contains("\"articles\": \(Self.count), "))
    #expect(try exports(graph) == clean)
    #expect(try check(graph) == check("clean.parley"))
    #expect(try !FileManager.default.contentsOfDirectory(atPath: folder.path).contains { $0.hasSuffix("-journal") })
  }

  @Test(.timeLimit(.minutes(5)), arguments: [SIGINT, SIGTERM]) func aBuildIsStopped(signal: Int32) throws {
    let errors = Pipe()
    let process = try Command.start(arguments("stopped.parley"), errors: errors)
    waitForFile("stopped.parley", process)
    kill(process.processIdentifier, signal)
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 1)
    #expect(text.hasSuffix("parley: stopped; what was read is kept, run the same command again to go on\n"), "\(text)")
    let half = try check("stopped.parley")
    #expect(half > 0 && half < Self.count)
    let sentence = "parley: stopped.parley: the last build was not finished; run it again to complete the graph.\n"
    let readings = [
      ["export"], ["stats"], ["stats", "--json"], ["show"], ["show", "--json"], ["render", "-o", "g.svg"],
      ["report", "-o", "g.html"],
    ]
    func told(_ reading: [String], _ more: String...) throws -> String {
      let result = try Command.run(
        [reading[0], "stopped.parley", "--top", "5"] + reading.dropFirst() + more, in: folder)
      #expect(result.code == 0)
      return result.errors
    }
    for reading in readings {
      let text = try told(reading)
      #expect(text.hasPrefix(sentence) && text.ranges(of: "not finished").count == 1, "\(reading): \(text)")
    }
    for reading in [["export"], ["render", "-o", "g.svg"]] { #expect(try told(reading, "--quiet") == "") }
    #expect(try Command.run(arguments("stopped.parley"), in: folder).code == 0)
    for reading in readings { #expect(try !told(reading).contains("not finished"), "\(reading)") }
    #expect(try Command.run(arguments("clean.parley"), in: folder).code == 0)
    #expect(try exports("stopped.parley") == exports("clean.parley"))
  }
}
