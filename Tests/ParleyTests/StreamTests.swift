import Foundation
import Testing

/// Data goes to standard output, all else to standard error; pipes end quietly and are answered line by line.
@Suite struct StreamTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aClosedPipeEndsQuietly() throws {
    let result = try Command.shell(
      "parley annotate --threads 1 '\(Command.articles)' | head -n 1; exit ${PIPESTATUS[0]}", in: folder)
    #expect(result.text.split(separator: "\n").count == 1)
    #expect(result.errors.isEmpty)
    #expect(result.code == 128 + SIGPIPE || result.code == 0)
  }

  /// What a program at the other end of the pipe reads before it sends more.
  @Test(arguments: [1, 2]) func aLineIsAnsweredBeforeTheNextIsSent(threads: Int) throws {
    let (input, output) = (Pipe(), Pipe())
    let process = try Command.start(
      ["annotate", "--format", "contacts", "--threads", "\(threads)", "-"], input: input, output: output)
    defer { if process.isRunning { process.terminate() } }
    let lines = [
      (try InventedNews.line(id: "first", text: "Obama called Putin."), "{\"doc\": \"first\", "),
      ("{\"id\": \"cut", "{\"doc\": null, \"error\": \"standard input:2: is not valid JSON"),
      ("[1, 2]", "{\"doc\": null, \"error\": \"standard input:3: "),
      ("\u{FEFF}\u{0}", "{\"doc\": null, \"error\": \"standard input:4: is not valid JSON"),
      (try InventedNews.line(id: "last", text: "Kerry met Lavrov."), "{\"doc\": \"last\", "),
    ]
    for (line, answer) in lines {
      try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
      #expect(try Self.line(from: output.fileHandleForReading).hasPrefix(answer))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
  }

  static func line(from file: FileHandle) throws -> String {
    var bytes: [UInt8] = []
    while let byte = try file.read(upToCount: 1)?.first, byte != 0x0A { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func standardInputIsBuilt() throws {
    let input = try InventedNews.line(id: "a", text: "Obama called Putin.") + "\n"
    let built = try Command.run(["build", "-", "-o", "g.parley", "--json"], input: Data(input.utf8), in: folder)
    #expect(built.code == 0)
    let summary = try JSONSerialization.jsonObject(with: built.output) as? [String: Any]
    #expect(summary?["articles"] as? Int == 1)
    #expect(summary?["contacts"] as? Int == 1)
    #expect(built.errors.isEmpty)
    let shown = try Command.run(
      ["show", "g.parley", "obama", "putin"], environment: ["NO_COLOR": "1", "COLUMNS": "60"], in: folder)
    #expect(shown.text.contains("Barack Obama called Vladimir Putin") || shown.text.contains("Obama called Putin"))
    #expect(!shown.output.contains(0x1B), "no colour outside a terminal")
    for line in try Command.run(["show", "g.parley", "--json"], in: folder).text.split(separator: "\n") {
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs script"))
  func noColorIsHeeded() throws {
    try folder.write("good.txt", WrongInputTests.sentence.utf8)
    #expect(try Command.run(["build", "good.txt", "-o", "g.parley"], in: folder).code == 0)
    func onTerminal(_ environment: [String: String]) throws -> Data {
      try Command.run(
        "/usr/bin/script", ["-qec", "'\(Command.program)' show '\(folder.path("g.parley"))'", "/dev/null"],
        environment: environment, in: folder
      ).output
    }
    #expect(try onTerminal(["NO_COLOR": "", "TERM": "xterm"]).contains(0x1B))
    #expect(try !onTerminal(["NO_COLOR": "1", "TERM": "xterm"]).contains(0x1B))
  }

  @Test func quietSaysNothing() throws {
    try folder.write("good.txt", WrongInputTests.sentence.utf8)
    for arguments in [
      ["build", "good.txt", "-o", "g.parley", "--quiet"], ["export", "g.parley", "-o", "g.csv", "--quiet"],
      ["render", "g.parley", "-o", "g.svg", "--quiet"], ["report", "g.parley", "-o", "g.html"],
    ] {
      let result = try Command.run(arguments, in: folder)
      #expect(result.code == 0)
      #expect(result.errors.isEmpty)
      #expect(result.output.isEmpty)
    }
  }
}
