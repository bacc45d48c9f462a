import Foundation

/// The `parley` command as a user runs it: its own process, its streams and exit code.
enum Command {
  /// The executable stands beside that of the tests.
  static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("parley").path
  static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    .standardized
  /// The folder of the example articles.
  static let articles = top.appendingPathComponent("Tests/Articles").path

  struct Result {
    var code: Int32
    var output: Data
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Runs the command to its end.
  ///
  /// - Parameters:
  ///   - arguments: without the program's name.
  ///   - input: what stands on standard input.
  ///   - environment: variables in addition to those of the tests.
  ///   - folder: where its relative paths start, and where its output is kept.
  static func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], in folder: TemporaryFolder
  ) throws -> Result {
    try run(program, arguments, input: input, environment: environment, in: folder)
  }

  /// Runs a line of the shell, in which `parley` is the command.
  static func shell(_ line: String, in folder: TemporaryFolder) throws -> Result {
    try run("/bin/bash", ["-c", "parley() { '\(program)' \"$@\"; }; \(line)"], in: folder)
  }

  static func run(
    _ program: String, _ arguments: [String], input: Data = Data(), environment: [String: String] = [:],
    in folder: TemporaryFolder
  ) throws -> Result {
    let streams = (0..<3).map { _ in folder.path("stream-\(UUID().uuidString)") }
    defer { for stream in streams { try? FileManager.default.removeItem(atPath: stream) } }
    try input.write(to: URL(fileURLWithPath: streams[0]))
    for stream in streams[1...] { try Data().write(to: URL(fileURLWithPath: stream)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: streams[0])
    process.standardOutput = FileHandle(forWritingAtPath: streams[1])
    process.standardError = FileHandle(forWritingAtPath: streams[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: try Data(contentsOf: URL(fileURLWithPath: streams[1])),
      errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: streams[2])), as: UTF8.self))
  }

  /// Starts the command and leaves it running; standard input and the streams are the caller's.
  static func start(_ arguments: [String], input: Any? = nil, output: Any? = nil, errors: Any? = nil) throws -> Process
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = input ?? FileHandle.nullDevice
    process.standardOutput = output ?? FileHandle.nullDevice
    process.standardError = errors ?? FileHandle.nullDevice
    try process.run()
    return process
  }
}
