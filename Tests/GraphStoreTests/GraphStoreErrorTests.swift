import ContactGraph
import Foundation
import GRDB
import GraphStore
import GraphTestSupport
import Testing

@Suite struct GraphStoreErrorTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func message(_ body: () throws -> Void) -> String {
    do { try body() } catch { return "\(error)".replacingOccurrences(of: folder.path + "/", with: "") }
    return "no error"
  }

  func reading(_ name: String) -> String {
    message { _ = try GraphStore(reading: folder.file(name)).graph() }
  }

  func writing(_ name: String) -> String {
    message { try GraphStore.Writer(folder.file(name)).finish() }
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file(name)))
  }

  @Test func aMissingFile() {
    #expect(reading("a.parley") == "a.parley: no such graph file; make one with 'parley build ARTICLES -o a.parley'.")
  }

  @Test func anEmptyFile() throws {
    try write("", to: "a.parley")
    #expect(
      reading("a.parley")
        == "a.parley holds no graph yet: the build was stopped before it saved anything; run it again.")
    #expect(writing("a.parley") == "no error")
    #expect(reading("a.parley") == "no error")
  }

  @Test(arguments: [
    "Once upon a time there was a text that is long enough.", "SQLite format 3\0 and then nonsense", "x",
  ])
  func anotherFile(text: String) throws {
    try write(text, to: "a.txt")
    #expect(reading("a.txt") == "a.txt is not a Parley graph; a graph file is made by 'parley build'.")
    #expect(writing("a.txt") == "a.txt is not a Parley graph; a graph file is made by 'parley build'.")
    #expect(try String(contentsOfFile: folder.file("a.txt"), encoding: .utf8) == text, "it is left alone")
  }

  @Test func aFolder() throws {
    #expect(reading("").hasSuffix(" is not a Parley graph; a graph file is made by 'parley build'."))
  }

  @Test func anotherDatabase() throws {
    let queue = try DatabaseQueue(path: folder.file("a.sqlite"))
    try queue.write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
    try queue.close()
    #expect(reading("a.sqlite") == "a.sqlite is not a Parley graph; a graph file is made by 'parley build'.")
    #expect(writing("a.sqlite") == "a.sqlite is not a Parley graph; a graph file is made by 'parley build'.")
  }

  @Test func aNewerLayout() throws {
    #expect(writing("a.parley") == "no error")
    let queue = try DatabaseQueue(path: folder.file("a.parley"))
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 7") }
    try queue.close()
    let expected =
      "a.parley was made by a newer Parley (layout 7, this one knows 3); update Parley to read it."
    #expect(reading("a.parley") == expected)
    #expect(writing("a.parley") == expected)
  }

  @Test func aFolderThatDoesNotExist() {
    #expect(
      writing("none/a.parley")
        == "none/a.parley cannot be written because its folder does not exist; create the folder first.")
  }

  @Test func aDamagedFile() throws {
    let path = folder.file("a.parley")
    let writer = try GraphStore.Writer(path)
    for article in SampleArticles.random(seed: 1, count: 100) { try writer.add(article) }
    try writer.finish()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for index in stride(from: 4096, to: bytes.count, by: 7) { bytes[index] = 0x55 }
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(reading("a.parley").hasPrefix("a.parley is damaged ("))
    #expect(reading("a.parley").hasSuffix("); build it again from its articles."))
  }

  @Test func everyMessageIsOneSentenceWithItsFile() {
    for code in [
      GraphStoreError.Code.missing, .notAGraph, .empty, .newerVersion, .unreadable, .unwritable, .noFolder, .locked,
      .damaged,
    ] {
      let text = "\(GraphStoreError(code, path: "g.parley", detail: "why"))"
      #expect(text.hasPrefix("g.parley") && text.hasSuffix("."))
    }
  }
}
