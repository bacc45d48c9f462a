import ArgumentParser
import Foundation
import Parley

/// What to read and with how many threads.
struct ReadingArguments: ParsableArguments {
  @Argument(help: "Files and folders of articles; - reads standard input.")
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Which fields hold what in JSON and CSV, as text=body,title=headline,date=published.", valueName: "fields"))
  var fields: String?

  @Option(help: ArgumentHelp("Number of threads; all cores by default.", valueName: "n"))
  var threads: Int?

  @Flag(help: "Say nothing on standard error but faults.")
  var quiet = false

  mutating func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads takes a whole number from 1") }
  }

  var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  /// - Parameter pipeline: its language's words tell lines that are a page's own.
  func reader(for pipeline: Pipeline? = nil) throws -> ArticleReader {
    var options = ReadingOptions(rules: pipeline?.segmenter.rules)
    if let fields { options.mapping = try FieldMapping(fields) }
    return ArticleReader(options: options)
  }
}
