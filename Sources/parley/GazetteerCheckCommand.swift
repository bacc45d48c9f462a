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
    var folders: [URL] = []
    var files: [URL] = []
    if paths.isEmpty {
      let folder = try GazetteerFolder.locate(gazetteers, program: GazetteerFolder.runningProgram)
      folders.append(URL(fileURLWithPath: folder.path, relativeTo: nil))
    }
    for path in paths {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        folders.append(URL(fileURLWithPath: path, isDirectory: true))
      } else {
        files.append(URL(fileURLWithPath: path))
      }
    }
    for folder in folders { check.check(folder: folder) }
    if !files.isEmpty {
      // Without gazetteers the files stand for themselves.
      let folder = try? GazetteerFolder.locate(gazetteers, program: GazetteerFolder.runningProgram)
      check.check(files: files, over: folder)
    }
    var faults = check.faults
    for fault in folders.flatMap(Self.contactFaults) where !faults.contains(fault) { faults.append(fault) }
    for fault in faults { StandardStreams.write("\(fault)\n") }
    if check.files == 0 {
      throw CommandFailure("no gazetteer could be read; name a folder with entity files, or such files")
    }
    if !quiet {
      StandardStreams.note(
        "\(Self.count(check.files, "file")), \(Self.count(check.entities, "entity", "entities")), \(Self.count(faults.count, "fault"))"
      )
    }
    if !faults.isEmpty { throw CommandFailure("", code: CommandFailure.partly) }
  }

  /// What the columns alone do not tell: unknown kinds, places and options in a language's tables of contacts.
  private static func contactFaults(in folder: URL) -> [DataFault] {
    let languages = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return languages.sorted().flatMap { name -> [DataFault] in
      let language = folder.appendingPathComponent(name)
      guard FileManager.default.fileExists(atPath: language.appendingPathComponent("contacts.tsv").path) else {
        return []
      }
      do throws(DataFaults) {
        _ = try ContactLexicon(folder: language)
        return []
      } catch {
        return error.faults.map { fault in
          DataFault(
            file: fault.file.replacingOccurrences(of: folder.path, with: folder.relativePath), line: fault.line,
            message: fault.message)
        }
      }
    }
  }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
