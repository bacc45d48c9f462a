import ArgumentParser
import Foundation
import Parley

/// `parley-benchmark pipeline`: speed and memory of each stage on one thread, then of the whole on one and on all.
struct PipelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline",
    abstract: "Measures MB/s and memory from plain files to a stored graph, stage by stage.",
    discussion: "Stages are measured by processor time, the whole by the clock and by processor time.")

  @Option(help: "Megabytes of generated text.")
  var megabytes = 20

  @Option(help: "Seed of the generated text.")
  var seed: UInt64 = 1

  @Option(help: "Read these files or folders in place of generated text.")
  var input: [String] = []

  @Option(help: "Folder of gazetteers.")
  var gazetteers: String?

  func run() throws {
    let folder = try GazetteerFolder.locate(gazetteers, program: GazetteerFolder.runningProgram)
    let start = ContinuousClock.now
    let pipeline = try Pipeline(gazetteers: folder)
    print("start-up: \(milliseconds(ContinuousClock.now - start)) ms")
    let work = FileManager.default.temporaryDirectory.appendingPathComponent(
      "parley-pipeline-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    var paths = input
    if paths.isEmpty {
      let articles = work.appendingPathComponent("articles")
      try FileManager.default.createDirectory(at: articles, withIntermediateDirectories: true)
      try writeArticles(pipeline.gazetteer, to: articles)
      paths = [articles.path]
    }

    var stages: [(name: String, seconds: Double)] = []
    var articles: [Article] = []
    stages.append(
      measure("reading") {
        for case .article(let article) in ArticleReader().items(from: paths) { articles.append(article) }
      })
    let bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
    let megabytes = Double(bytes) / 1e6
    var documents: [Document] = []
    stages.append(measure("sentences and tokens") { documents = articles.map { pipeline.segmenter.document(for: $0) } })
    stages.append(
      measure("matching (within recognition)") {
        var matches: [SurfaceMatch] = []
        for document in documents {
          matches.removeAll(keepingCapacity: true)
          pipeline.gazetteer.matches(
            in: document.bytes, range: document.bytes.indices, overlap: .longest, into: &matches)
        }
      })
    var recognized: [RecognizedDocument] = []
    stages.append(measure("recognition") { recognized = documents.map { pipeline.recognizer.recognize($0) } })
    let extractor = ContactExtractor(lexicon: pipeline.lexicon, syntax: pipeline.syntax)
    var contacts: [ArticleContacts] = []
    stages.append(measure("parsing and extraction") { contacts = recognized.map { extractor.contacts(in: $0) } })
    let file = work.appendingPathComponent("stages.parley").path
    stages.append(
      try measure("storing") {
        let writer = try GraphStore.Writer(file)
        for article in contacts { try writer.add(article) }
        try writer.finish()
      })
    let total = stages.filter { !$0.name.hasPrefix("matching") }.reduce(0) { $0 + $1.seconds }
    print(
      "\(articles.count) articles, \(rounded(megabytes)) MB, \(contacts.reduce(0) { $0 + $1.contacts.count }) contacts")
    for stage in stages {
      print("\(stage.name): \(rounded(megabytes / stage.seconds)) MB/s, \(rounded(100 * stage.seconds / total)) %")
    }
    articles = []
    documents = []
    recognized = []
    contacts = []
    for threads in Set([1, ProcessInfo.processInfo.activeProcessorCount]).sorted() {
      let graph = work.appendingPathComponent("whole-\(threads).parley").path
      let start = ContinuousClock.now
      let processor = try ProcessorTime.measureProcess {
        try GraphBuilding(pipeline: pipeline, threads: threads).build(paths, into: graph)
      }
      let elapsed = Double(milliseconds(ContinuousClock.now - start)) / 1000
      print(
        "whole, \(threads) thread(s): \(rounded(megabytes / elapsed)) MB/s, \(rounded(elapsed)) s, "
          + "\(rounded(processor)) s of processor time")
    }
    print(
      "peak memory: \(peakMemory()) MB (of all measures together, which hold every article; see `parley build` for a run alone)"
    )
  }

  private func writeArticles(_ gazetteer: Gazetteer, to folder: URL) throws {
    var generator = NewsGenerator(gazetteer: gazetteer, seed: seed)
    var written = 0
    var number = 0
    while written < megabytes * 1_000_000 {
      let item = generator.article(number)
      let text = item.title + "\n\nPublished: " + item.date + "\n\n" + item.text
      try OutputFile.replace(folder.appendingPathComponent(item.id + ".txt").path, with: Array(text.utf8))
      written += text.utf8.count
      number += 1
    }
  }

  private func measure(_ name: String, _ body: () throws -> Void) rethrows -> (name: String, seconds: Double) {
    (name, try ProcessorTime.measure(body))
  }

  private func milliseconds(_ time: Duration) -> Int {
    Int(time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000)
  }

  private func rounded(_ value: Double) -> String { String(format: "%.1f", value) }

  private func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}
