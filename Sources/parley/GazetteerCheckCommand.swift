import ArgumentParser
import Foundation
import Parley

struct GazetteerCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Name every fault of gazetteers with file and line.",
    discussion: """
      Without paths the gazetteers that come with parley are checked. A folder is checked as a whole, its language
      folders included; files are checked together, over the gazetteers that come with parley.

        parley gazetteer check
        parley gazetteer check my-names.tsv

      The exit code is 0 without faults, 1 with some, 2 where nothing could be read.
      """)

  @Argument(help: "Gazetteer folders and files.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("Folder of gazetteers in place of those that come with parley.", valueName: "dir"))
  var gazetteers: String?

  @Flag(help: "Print the faults alone.")
  var quiet = false

  func run() throws {
    var check = GazetteerCheck()
    var files: [URL] = []
    if paths.isEmpty {
      let folder = try GazetteerFolder.locate(gazetteers, program: GazetteerFolder.runningProgram)
      check.check(folder: URL(fileURLWithPath: folder.path, relativeTo: nil))
    }
    for path in paths {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        check.check(folder: URL(fileURLWithPath: path, isDirectory: true))
      } else {
        files.append(URL(fileURLWithPath: path))
      }
    }
    if !files.isEmpty {
      // Without gazetteers the files stand for themselves.
      let folder = try? GazetteerFolder.locate(gazetteers, program: GazetteerFolder.runningProgram)
      check.check(files: files, over: folder)
    }
    for fault in check.faults { StandardStreams.write("\(fault)\n") }
    if check.files == 0 {
      throw CommandFailure("no gazetteer could be read; name a folder with entity files, or such files")
    }
    if !quiet {
      StandardStreams.note(
        "\(Self.count(check.files, "file")), \(Self.count(check.entities, "entity", "entities")), \(Self.count(check.faults.count, "fault"))"
      )
    }
    if !check.faults.isEmpty { throw CommandFailure("", code: CommandFailure.partly) }
  }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
