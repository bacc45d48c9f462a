import Foundation
import Testing

/// Headless Chromium, driven by the Python script beside this file.
enum Browser {
  struct Check: Decodable {
    var name: String
    var passed: Bool
    var detail: String
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let python = folder.appendingPathComponent("../../.venv/bin/python3").standardized.path
  private static let script = folder.appendingPathComponent("drive_report.py").path

  /// Whether the browser and the Python package that drives it are installed.
  static let isThere: Bool = {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium"),
      FileManager.default.isExecutableFile(atPath: python)
    else { return false }
    return (try? run(["-c", "import playwright"]).status) == 0
  }()

  /// What the script found out about a page.
  static func checks(scenario: String, page: [UInt8]) throws -> [Check] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("report-\(UUID().uuidString).html")
    try Data(page).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let (output, status) = try run([script, scenario, path.path])
    let checks = try output.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Check.self, from: $0) }
    #expect(status == 0)
    #expect(checks.last?.name == "the end was reached")
    return checks
  }

  private static func run(_ arguments: [String]) throws -> (output: Data, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (output, process.terminationStatus)
  }
}
