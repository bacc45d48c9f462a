import ArgumentParser
import Parley

/// `parley annotate`: per article, streaming.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Prints what each article says: its contacts, its entities, or the article with its names marked.",
    discussion: """
      Reads articles one after the other and prints each as soon as it is done, in the order read. With --format contacts or \
      entities it prints one JSON object a line; a line of JSON Lines that cannot be read gives an object with the key "error".
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case contacts, entities, text, html, syntax
  }

  @OptionGroup var reading: ReadingArguments
  @OptionGroup var gazetteers: GazetteerOptions

  @Option(help: "contacts, entities, text, html, or syntax: how the sentences that can tell of a contact are parsed.")
  var format = Format.contacts

  @Flag(help: "Say why: for each word that can tell of a contact, and for each name, what was found and why not.")
  var explain = false

  func run() throws {
    let pipeline = try gazetteers.pipeline()
    let (format, explain) = (format, explain)
    let stream = try reading.reader(for: pipeline).items(from: reading.paths)
    let workers = OrderedWorkers<ReadingItem, (bytes: [UInt8], fault: String?, note: String?)>(
      threads: reading.threadCount
    ) {
      let worker = pipeline.makeWorker()
      return { item in
        switch item {
        case .article(let article):
          (Array(Self.annotation(of: article, by: worker, format: format, explain: explain).utf8), nil, nil)
        case .note(let note):
          ([], nil, "\(note)")
        case .fault(let fault):
          (
            (format == .contacts || format == .entities) && !fault.isOfEmptyInput
              ? Array((ContactsJSON.encodedFailure(doc: nil, message: "\(fault)") + "\n").utf8) : [], "\(fault)", nil
          )
        }
      }
    }
    var faults = 0
    let readsInput = reading.paths.contains("-")
    try workers.run {
      stream.next()
    } isReady: {
      !readsInput || StandardStreams.inputIsReady
    } consume: { result in
      StandardStreams.write(result.bytes)
      if let note = result.note, !reading.quiet { StandardStreams.note("parley: \(note)") }
      if let fault = result.fault {
        faults += 1
        StandardStreams.note("parley: \(fault)")
      }
      return true
    }
    if stream.articles == 0 {
      throw CommandFailure(faults > 0 ? "" : "no article found in \(reading.paths.joined(separator: ", "))")
    }
    if faults > 0 { throw CommandFailure("", code: CommandFailure.partly) }
  }

  private static func annotation(of article: Article, by worker: PipelineWorker, format: Format, explain: Bool)
    -> String
  {
    switch format {
    case .contacts:
      if explain { return ContactExplanation.text(worker.explain(article), article: worker.recognize(article)) }
      return ContactsJSON.encoded(
        worker.analyze(article).contacts, signature: ShingleSignature(article.text).encoded) + "\n"
    case .text:
      let analysis = worker.analyze(article)
      return ContactListing.text(analysis.contacts)
        + (explain ? ContactExplanation.text(worker.explain(article), article: analysis.recognized) : "")
    case .syntax:
      return worker.syntax(of: article)
    case .entities:
      return explain ? worker.explainEntities(article) : EntityAnnotation(worker.recognize(article)).json() + "\n"
    case .html:
      return worker.page(of: article)
    }
  }
}
