import ArgumentParser
import Foundation
import Parley

/// Which gazetteers to use: the same options in every command that reads articles.
struct GazetteerOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Folder of gazetteers in place of those that come with parley.", valueName: "dir"))
  var gazetteers: String?

  @Option(
    help: ArgumentHelp(
      "A gazetteer file of your own, in the same format; may be given several times.", valueName: "file"))
  var gazetteer: [String] = []

  func pipeline() throws -> Pipeline {
    let folder = try GazetteerFolder.locate(gazetteers, program: GazetteerFolder.runningProgram)
    return try Pipeline(
      gazetteers: folder, additional: gazetteer.map { URL(fileURLWithPath: $0) }, cache: Self.cache)
  }

  /// Where compiled gazetteers are kept when their own folder cannot be written; nil where the user has no home.
  static var cache: URL? {
    let environment = ProcessInfo.processInfo.environment
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
      return URL(fileURLWithPath: cache).appendingPathComponent("parley")
    }
    return environment["HOME"].map { URL(fileURLWithPath: $0).appendingPathComponent(".cache/parley") }
  }
}
