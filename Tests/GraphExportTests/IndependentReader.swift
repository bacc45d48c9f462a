import Foundation
import GraphExport
import Testing

/// Python with the libraries of `Tests/requirements.txt`, in the virtual environment `.venv` at the top of the checkout.
enum IndependentReader {
  struct Found: Decodable {
    struct Link: Decodable, Hashable {
      var from: String
      var to: String
      var kind: String
      var sentence: String
      var weight: Int
    }
    var nodes: [String: String]
    var edges: [Link]
  }

  static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let python = top.appendingPathComponent(".venv/bin/python3").path
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: python) }
  static let absence: Comment = """
    needs Python's readers: python3 -m venv .venv && .venv/bin/pip install -r Tests/requirements.txt
    """

  /// What the reader of a format finds in an export of it.
  static func read(_ format: any ExportFormat, _ texts: [String]) throws -> Found {
    try JSONDecoder().decode(Found.self, from: run(format, texts, script: "read_export.py"))
  }

  /// Writes the files and gives a script their paths; its standard output.
  static func run(_ format: any ExportFormat, _ texts: [String], script: String) throws -> Data {
    try run(format.name, files: format.files, texts, script: script)
  }

  static func run(_ argument: String, files: [String], _ texts: [String], script: String) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parley-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for (file, text) in zip(files, texts) {
      let url = folder.appendingPathComponent(file)
      try Data(text.utf8).write(to: url)
      paths.append(url.path)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    let scriptPath = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(script).path
    process.arguments = [scriptPath, argument] + paths
    let (output, errors) = (folder.appendingPathComponent("out"), folder.appendingPathComponent("err"))
    for url in [output, errors] { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw GraphExportError(String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
    return try Data(contentsOf: output)
  }
}
