import ArgumentParser
import Foundation
import Parley

/// `parley-benchmark pipeline`: speed and memory of each stage on one thread, then of the whole on one and on all.
struct PipelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline",
    abstract: "Measures MB/s and memory from plain files to a stored graph, stage by stage.",
    discussion: """
      Stages are measured by processor time, in batches as `parley build` runs them, the whole by the clock and by \
      processor time. Generated articles are written, and flushed to the disk, before anything is measured.
      """)

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
      // Otherwise the system would write them while the pipeline is measured.
      sync()
      paths = [articles.path]
    }

    let stages = try measureStages(of: paths, pipeline, into: work.appendingPathComponent("stages.parley").path)
    let total = stages.rows.filter { $0.name != Self.matching }.reduce(0) { $0 + $1.seconds }
    let megabytes = Double(stages.bytes) / 1e6
    print("\(stages.articles) articles, \(rounded(megabytes)) MB, \(stages.contacts) contacts")
    for row in stages.rows {
      print("\(row.name): \(rounded(megabytes / row.seconds)) MB/s, \(rounded(100 * row.seconds / total)) %")
    }
    print("stages together: \(rounded(megabytes / total)) MB/s, \(rounded(total)) s of processor time")
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
      "peak memory: \(peakMemory()) MB (of all measures together; see `parley build` for a run alone)"
    )
  }

  private static let matching = "matching (within recognition)"

  /// Runs the stages on one thread, in batches as `GraphBuilding` does, and adds up what each takes.
  private func measureStages(
    of paths: [String], _ pipeline: Pipeline, into file: String
  ) throws -> (rows: [(name: String, seconds: Double)], articles: Int, bytes: Int, contacts: Int) {
    var rows: [(name: String, seconds: Double)] = [
      "reading", "known articles", "sentences and tokens", Self.matching, "recognition", "parsing and extraction",
      "near-duplicates", "storing", "freeing memory",
    ].map { ($0, 0) }
    func measure<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
      let (seconds, result) = try ProcessorTime.measureResult(of: body)
      for row in rows.indices where rows[row].name == name { rows[row].seconds += seconds }
      return result
    }
    var (articles, bytes, found) = (0, 0, 0)
    let stream = ArticleReader().items(from: paths)
    let extractor = ContactExtractor(lexicon: pipeline.lexicon, syntax: pipeline.syntax)
    var duplicates = NearDuplicateIndex()
    let writer = try measure("storing") { try GraphStore.Writer(file) }
    while true {
      var batch = measure("reading") {
        var batch: [Article] = []
        while batch.count < GraphBuilding.batchLength, let item = stream.next() {
          if case .article(let article) = item { batch.append(article) }
        }
        return batch
      }
      if batch.isEmpty { break }
      articles += batch.count
      bytes += batch.reduce(0) { $0 + $1.text.utf8.count }
      try measure("known articles") {
        _ = try writer.recordIfKnown(
          batch.map {
            ArticleReference(
              id: $0.id, contentHash: ContentHash.hexadecimal(Array($0.text.utf8)), length: $0.text.utf8.count)
          })
      }
      var documents = measure("sentences and tokens") { batch.map { pipeline.segmenter.document(for: $0) } }
      var recognized = measure("recognition") { documents.map { pipeline.recognizer.recognize($0) } }
      measure(Self.matching) {
        var matches: [SurfaceMatch] = []
        for document in documents {
          matches.removeAll(keepingCapacity: true)
          pipeline.gazetteer.matches(
            in: document.bytes, range: document.bytes.indices, overlap: .longest, into: &matches)
        }
      }
      var contacts = measure("parsing and extraction") { recognized.map { extractor.contacts(in: $0) } }
      let judged = measure("near-duplicates") {
        zip(batch, contacts).map { article, contacts in
          let signature = ShingleSignature(article.text)
          let judgement = duplicates.judge(signature, id: contacts.article.contentHash)
          return (original: judgement.original, held: judgement.isHeld ? signature.bytes : nil)
        }
      }
      try measure("storing") {
        for (article, judgement) in zip(contacts, judged) {
          try writer.add(article, copyOf: judgement.original, signature: judgement.held)
        }
      }
      found += contacts.reduce(0) { $0 + $1.contacts.count }
      measure("freeing memory") { (batch, documents, recognized, contacts) = ([], [], [], []) }
    }
    try measure("storing") { try writer.finish() }
    return (rows, articles, bytes, found)
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
