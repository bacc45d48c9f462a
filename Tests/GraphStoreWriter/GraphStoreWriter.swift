import GraphStore
import GraphTestSupport

/// Adds generated articles to a graph file until it is done or killed; usage: `GraphStoreWriter FILE SEED COUNT`.
@main
enum GraphStoreWriter {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let seed = UInt64(arguments[2]), let count = Int(arguments[3]) else { return }
    let writer = try GraphStore.Writer(arguments[1], batchLength: 2)
    for article in SampleArticles.random(seed: seed, count: count) {
      if try !writer.recordIfKnown(article.article) { try writer.add(article) }
    }
    try writer.finish()
  }
}
