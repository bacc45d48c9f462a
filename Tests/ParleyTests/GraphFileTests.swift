import Foundation
import GraphTestSupport
import TestSupport
import Testing

/// The graph file does not depend on threads, runs, order or division of the input.
@Suite struct GraphFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs a build that must end well and gives its summary.
  @discardableResult
  func build(_ inputs: [String], _ graph: String, _ options: String...) throws -> [String: Int] {
    let result = try Command.run(["build"] + inputs + ["-o", graph, "--quiet", "--json"] + options, in: folder)
    #expect(result.code == 0, "\(result.errors)")
    let summary = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    return summary?.compactMapValues { $0 as? Int } ?? [:]
  }

  func export(_ graph: String, _ format: String = "jsonl") throws -> Data {
    let result = try Command.run(
      ["export", graph, "--format", format, "--modality", "all", "--quiet"], in: folder)
    #expect(result.code == 0, "\(result.errors)")
    #expect(!result.output.isEmpty)
    return result.output
  }

  @Test func threadsAndRunsGiveEqualBytes() throws {
    let lines = try InventedNews.lines(seed: 3, count: 12)
    try folder.write("news.jsonl", (lines.joined(separator: "\n") + "\n").utf8)
    let inputs = [Command.articles, "news.jsonl"]
    let runs: [(name: String, threads: String)] = [("a", "1"), ("b", "2"), ("c", "5"), ("d", "5")]
    var annotations: [Data] = []
    for run in runs {
      try build(inputs, "\(run.name).parley", "--threads", run.threads)
      let result = try Command.run(["annotate", "--threads", run.threads] + inputs, in: folder)
      #expect(result.code == 0)
      annotations.append(result.output)
    }
    #expect(annotations[0].split(separator: 0x0A).count == 20)
    #expect(annotations.allSatisfy { $0 == annotations[0] })
    for format in ["jsonl", "edgelist", "dot"] {
      let first = try export("a.parley", format)
      for run in runs.dropFirst() { #expect(try export("\(run.name).parley", format) == first) }
    }
  }

  /// Two folders that share nothing.
  func folders() throws {
    for (index, name) in try FileManager.default.contentsOfDirectory(atPath: Command.articles).sorted().enumerated() {
      let text = try Data(contentsOf: URL(fileURLWithPath: "\(Command.articles)/\(name)"))
      try folder.write("\(index % 2 == 0 ? "one" : "two")/\(name)", text)
    }
  }

  @Test func theOrderOfFoldersDoesNotMatter() throws {
    try folders()
    try build(["one", "two"], "forward.parley", "--keep-duplicates")
    try build(["two", "one"], "backward.parley", "--keep-duplicates")
    #expect(try export("forward.parley") == export("backward.parley"))
  }

  @Test func anArticleCountsOnce() throws {
    try folders()
    let twice = try build(["one", "one"], "grown.parley")
    #expect(twice["articles"] == 8)
    // The same text again is known, or a copy of the first where that is not yet saved.
    #expect((twice["known"] ?? 0) + (twice["copies"] ?? 0) == 4)
    let inMemory = try build(["one", "one"], "grown.csv")
    #expect(inMemory["contacts"] == twice["contacts"])
    let half = try export("grown.parley")
    #expect(try build(["one"], "grown.parley")["contacts"] == 0)
    #expect(try export("grown.parley") == half)
    let more = try build(["two"], "grown.parley")
    #expect(more["known"] == 0)
    try build(["one", "two"], "whole.parley")
    #expect(try export("grown.parley") == export("whole.parley"))
    #expect(try build(["two", "one"], "grown.parley")["known"] == 8)
    #expect(try export("grown.parley") == export("whole.parley"))
  }

  @Test func copiesAreReportsNotContacts() throws {
    let report = try String(contentsOfFile: "\(Command.articles)/panama-2015.txt", encoding: .utf8)
    try folder.write("a-agency.txt", report.utf8)
    try folder.write(
      "b-paper.txt",
      report.replacingOccurrences(of: "Obama and Castro hold first formal meeting", with: "Handshake ends an ice age")
        .replacingOccurrences(of: "in a corridor", with: "in a hallway").utf8)
    let inputs = ["a-agency.txt", "b-paper.txt"]
    let merged = try build(inputs, "merged.parley")
    #expect(merged["copies"] == 1)
    let kept = try build(inputs, "kept.parley", "--keep-duplicates")
    #expect(kept["copies"] == 0)
    #expect(kept["contacts"] == 2 * (merged["contacts"] ?? 0))
    try build(["a-agency.txt"], "single.parley")
    func rows(_ graph: String) throws -> Int { try export(graph, "edgelist").split(separator: 0x0A).count }
    #expect(try rows("merged.parley") == rows("single.parley"))
    #expect(try rows("kept.parley") - 1 == 2 * (rows("single.parley") - 1))
  }

  /// Copies of articles that an earlier build stored are found: builds one after another make the graph of a single one.
  @Test(arguments: [false, true]) func buildsInTurnFindTheSameCopies(fromContacts: Bool) throws {
    let news = try InventedNews.lines(seed: 17, count: 60)
    let paper = try news.prefix(20).enumerated().map { number, line in
      let article = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
      let text = try #require(article["text"]) + " The news agency reported it first."
      return try InventedNews.line(id: "paper-\(number)", text: text, date: article["date"])
    }
    var lines = news + paper
    if fromContacts {
      try folder.write("articles.jsonl", lines.joined(separator: "\n").utf8)
      let annotated = try Command.run(["annotate", "articles.jsonl"], in: folder)
      lines = annotated.text.split(separator: "\n").map(String.init)
      #expect(lines.count == 80)
    }
    func build(_ range: Range<Int>, _ graph: String) throws -> [String: Int] {
      let name = "part-\(range.lowerBound)-\(range.upperBound).jsonl"
      try folder.write(name, (lines[range].joined(separator: "\n") + "\n").utf8)
      return fromContacts ? try self.build([name], graph, "--from-contacts") : try self.build([name], graph)
    }
    let whole = try build(0..<80, "whole.parley")
    #expect(whole["copies"] ?? 0 >= 20)
    var copies = 0
    for range in [0..<25, 25..<60, 60..<80] { copies += try build(range, "grown.parley")["copies"] ?? 0 }
    #expect(copies == whole["copies"])
    #expect(try export("grown.parley") == export("whole.parley"))
    #expect(try export("grown.parley", "edgelist") == export("whole.parley", "edgelist"))
    // Read again, they are known and change nothing.
    #expect(try build(0..<80, "grown.parley")["known"] == 80)
    #expect(try export("grown.parley") == export("whole.parley"))
  }

  /// A build that keeps duplicates leaves what tells copies of its articles to later builds.
  @Test(arguments: [false, true]) func copiesOfKeptArticlesAreFoundLater(fromContacts: Bool) throws {
    let report = try String(contentsOfFile: "\(Command.articles)/panama-2015.txt", encoding: .utf8)
    func input(_ id: String, _ last: String) throws -> String {
      let text = report + "\n\n" + last + "\n"
      let file = try folder.write("\(id).jsonl", "\(try InventedNews.line(id: id, text: text, date: nil))\n".utf8)
      guard fromContacts else { return file }
      return try folder.write("\(id).contacts", try Command.run(["annotate", file], in: folder).output)
    }
    let options = fromContacts ? ["--from-contacts", "--keep-duplicates"] : ["--keep-duplicates"]
    let agency = [
      try input("a", "The agency reported it."), try input("b", "Another agency reported it."),
      try input("c", "A third agency reported it first."),
    ]
    let kept = try build(agency + options, "g.parley")
    #expect(kept["articles"] == 3 && kept["copies"] == 0)
    let each = try #require(kept["contacts"]) / 3
    #expect(each > 0 && kept["contacts"] == 3 * each)
    // A copy of articles of which each counts: it is a report of one of them.
    let paper = [try input("d", "A paper reported it.")]
    let later = try build(paper + options.dropLast(), "g.parley")
    #expect(later["copies"] == 1 && later["contacts"] == 0)
    // With the option it counts, too; and so does what an earlier build took for a copy no more than before.
    let more = try build([try input("e", "A paper of the town reported it.")] + agency + paper + options, "g.parley")
    #expect(more["copies"] == 0 && more["contacts"] == each && more["known"] == 4)
    #expect(try export("g.parley", "edgelist").split(separator: 0x0A).count - 1 == 4 * each)
  }

  /// Lines of contacts make the graph that the articles make.
  @Test func shardsMakeTheSameGraph() throws {
    let news = try InventedNews.lines(seed: 8, count: 20)
    try folder.write("news.jsonl", (news.joined(separator: "\n") + "\n").utf8)
    try build(["news.jsonl"], "direct.parley")
    #expect(try Command.run(["show", "direct.parley", "--limit", "1"], in: folder).code == 0)
    try build(["news.jsonl"], "direct-kept.parley", "--keep-duplicates")
    let annotated = try Command.run(["annotate", "news.jsonl"], in: folder)
    #expect(annotated.code == 0)
    let lines = annotated.output.split(separator: 0x0A, omittingEmptySubsequences: true).map { $0 + [0x0A] }
    #expect(lines.count == news.count)

    // In the order of the articles, copies are the same however the lines are divided.
    for (index, cuts) in [[0, 20], [0, 1, 7, 7, 20], [0, 19, 20]].enumerated() {
      let shards = try zip(cuts, cuts.dropFirst()).enumerated().map { shard, ends in
        try folder.write("parts-\(index)/part-\(shard)", lines[ends.0..<ends.1].joined())
      }
      try build(shards, "merged-\(index).parley", "--from-contacts")
      #expect(try export("merged-\(index).parley") == export("direct.parley"))
    }
    // Where copies are kept, in any order.
    var random = SeededRandom(seed: 4)
    let shuffled = lines.shuffled(using: &random)
    let shards = try [12..<20, 0..<5, 5..<12].enumerated().map { shard, range in
      try folder.write("shuffled/part-\(shard)", shuffled[range].joined())
    }
    try build(shards, "shuffled.parley", "--from-contacts", "--keep-duplicates")
    #expect(try export("shuffled.parley") == export("direct-kept.parley"))
    // And added to a graph that is there.
    try build([shards[1]], "grown.parley", "--from-contacts", "--keep-duplicates")
    #expect(try build(shards, "grown.parley", "--from-contacts", "--keep-duplicates")["known"] == 5)
    #expect(try export("grown.parley") == export("direct-kept.parley"))
  }

  @Test func anErrorRowIsAFaultOfTheMerge() throws {
    let rows = [
      "{\"doc\": null, \"error\": \"news.jsonl:7: is not valid JSON\"}",
      try Command.run(["annotate", "\(Command.articles)/panama-2015.txt"], in: folder).text,
    ]
    try folder.write("part-0", rows.joined(separator: "\n").utf8)
    let result = try Command.run(["build", "--from-contacts", "part-0", "-o", "g.parley"], in: folder)
    #expect(result.code == 1)
    #expect(
      result.errors.hasPrefix(
        "parley: part-0: the article was not read when the line was made: news.jsonl:7: is not valid JSON\n"))
  }
}
