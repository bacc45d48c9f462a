import ArgumentParser
import Foundation
import Parley

/// `parley-benchmark scores`: the quality of contacts and entities on annotated articles, by the scorers that come with them.
struct ScoresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "Scores contacts and entities against annotated articles.",
    discussion: """
      The folder holds gold/ (score.py, dev.gold.jsonl, dev/*.txt, seed.gold.jsonl), articles/ and entities/ (score.py, \
      mentions.jsonl, linked.jsonl).
      """)

  @Argument(help: "Folder of the annotated articles and their scorers.")
  var folder: String

  @Option(help: "Folder of gazetteers.")
  var gazetteers: String?

  @Flag(name: .shortAndLong, help: "List every miss and false alarm.")
  var verbose = false

  func run() throws {
    let pipeline = try Pipeline(
      gazetteers: GazetteerFolder.locate(gazetteers, program: GazetteerFolder.runningProgram))
    let worker = pipeline.makeWorker()
    let base = URL(fileURLWithPath: folder)
    let work = FileManager.default.temporaryDirectory.appendingPathComponent(
      "parley-scores-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }

    let dev = articles(of: [base.appendingPathComponent("gold/dev").path])
    let seed = articles(of: [base.appendingPathComponent("articles").path])
    let linked = articles(of: [base.appendingPathComponent("entities/linked.jsonl").path], fields: "id=doc,text=text")
    let contacts = try write(dev, to: work.appendingPathComponent("contacts.jsonl")) {
      ContactsJSON.encoded(worker.analyze($0).contacts)
    }
    let seedContacts = try write(seed, to: work.appendingPathComponent("seed.jsonl")) {
      ContactsJSON.encoded(worker.analyze($0).contacts)
    }
    let mentions = try write(dev, to: work.appendingPathComponent("mentions.jsonl")) {
      EntityAnnotation(worker.recognize($0)).json()
    }
    let links = try write(linked, to: work.appendingPathComponent("linked.jsonl")) {
      EntityAnnotation(worker.recognize($0)).json()
    }
    try score("gold/score.py", "gold/dev.gold.jsonl", contacts, base, title: "contacts, development articles")
    try score("gold/score.py", "gold/seed.gold.jsonl", seedContacts, base, title: "contacts, seed article")
    try score("entities/score.py", "entities/mentions.jsonl", mentions, base, title: "names")
    try score("entities/score.py", "entities/linked.jsonl", links, base, title: "linked entities")
  }

  private func articles(of paths: [String], fields: String? = nil) -> [Article] {
    var options = ReadingOptions()
    if let fields { options.mapping = try? FieldMapping(fields) }
    return ArticleReader(options: options).items(from: paths).compactMap { item in
      if case .article(let article) = item { return article }
      return nil
    }
  }

  private func write(_ articles: [Article], to file: URL, _ line: (Article) -> String) throws -> URL {
    let text = articles.map { line($0) + "\n" }.joined()
    try OutputFile.replace(file.path, with: Array(text.utf8))
    return file
  }

  private func score(_ scorer: String, _ gold: String, _ predicted: URL, _ base: URL, title: String) throws {
    let goldFile = base.appendingPathComponent(gold)
    guard FileManager.default.fileExists(atPath: goldFile.path) else { return }
    print("== \(title)")
    fflush(nil)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["python3", base.appendingPathComponent(scorer).path, goldFile.path, predicted.path] + (verbose ? ["-v"] : [])
    try process.run()
    process.waitUntilExit()
  }
}
