import Foundation
import Testing

/// Apache Spark pipes the partitions of an archive through `parley annotate`; the parts make the graph of one machine.
@Suite struct SparkTests {
  static let python = Command.top.appendingPathComponent(".venv/bin/python3").path
  static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("annotate_with_spark.py").path
  static let isThere: Bool = {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/java"), let folder = try? TemporaryFolder() else {
      return false
    }
    return (try? Command.run(python, ["-c", "import pyspark"], in: folder).code) == 0
  }()

  @Test(.enabled(if: isThere, "needs java, and .venv with Tests/requirements.txt"), .timeLimit(.minutes(5)))
  func partsOfManyMachinesMakeTheGraphOfOne() throws {
    let folder = try TemporaryFolder()
    let lines = try InventedNews.lines(seed: 34, count: 30)
    for (index, range) in [0..<11, 11..<18, 18..<30].enumerated() {
      try folder.write("articles/\(index).jsonl", (lines[range].joined(separator: "\n") + "\n").utf8)
    }
    let spark = try Command.run(
      Self.python,
      [Self.script, "local-cluster[2,1,1024]", Command.program, folder.path("articles"), folder.path("contacts")],
      environment: ["SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": Self.python], in: folder)
    try #require(spark.code == 0, "\(spark.errors)")
    #expect((Int(spark.text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) >= 3)
    let parts = try FileManager.default.contentsOfDirectory(atPath: folder.path("contacts")).sorted()
      .filter { $0.hasPrefix("part-") }.map { "contacts/\($0)" }
    for (arguments, graph) in [(["articles"], "one"), (["--from-contacts"] + parts, "many")] {
      let built = try Command.run(["build", "--keep-duplicates"] + arguments + ["-o", "\(graph).parley"], in: folder)
      #expect(built.code == 0, "\(built.errors)")
    }
    func export(_ graph: String) throws -> Data {
      try Command.run(["export", "\(graph).parley", "--format", "jsonl", "--modality", "all"], in: folder).output
    }
    let one = try export("one")
    #expect(!one.isEmpty)
    #expect(try export("many") == one)
  }
}
