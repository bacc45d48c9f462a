import ContactGraph
import Foundation
import GraphStore
import GraphTestSupport
import TestSupport
import Testing

/// A writer is killed at many moments; the file is whole each time, and the next run goes on.
@Suite struct KilledWriterTests {
  static let seed: UInt64 = 11
  static let count = 160
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The writer's executable stands beside that of the tests.
  static let writer = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("GraphStoreWriter")

  func start(_ path: String) throws -> Process {
    let process = Process()
    process.executableURL = Self.writer
    process.arguments = [path, String(Self.seed), String(Self.count)]
    try process.run()
    return process
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: writer.path), "needs the built GraphStoreWriter"))
  func theFileIsWholeWheneverTheWriterIsKilled() throws {
    let path = folder.file("killed.parley")
    var builder = ContactGraphBuilder()
    for article in SampleArticles.random(seed: Self.seed, count: Self.count) { builder.add(article) }
    let clean = builder.build()

    var random = SeededRandom(seed: 5)
    var sizes: [Int] = []
    for round in 0..<25 {
      let process = try start(path)
      Thread.sleep(forTimeInterval: Double.random(in: 0.002...(0.02 + 0.006 * Double(round)), using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      do {
        let graph = try GraphStore(reading: path).graph()
        graph._checkInvariants()
        let known = Set(clean.articles)
        #expect(graph.articles.allSatisfy { known.contains($0) })
        sizes.append(graph.articles.count)
      } catch let error as GraphStoreError where sizes.allSatisfy({ $0 == 0 }) {
        #expect(error.code == .missing || error.code == .empty, "\(error)")
      }
    }
    #expect(sizes == sizes.sorted(), "what was saved stays saved")
    let last = try start(path)
    last.waitUntilExit()
    #expect(last.terminationStatus == 0)
    let store = try GraphStore(reading: path)
    #expect(try store.graph() == clean)
    #expect(try !store.counts().isUnfinished)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["killed.parley"])
  }
}
