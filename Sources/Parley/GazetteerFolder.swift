import DataTables
import Foundation

/// Finds the folder of gazetteers that belongs to a program.
public enum GazetteerFolder {
  /// The folder named by the user, else the one beside the program, in `../share/parley` or in a folder above it
  /// (the package, for a program under `.build`).
  ///
  /// - Parameters:
  ///   - path: what the user named, if anything.
  ///   - program: the path of the running program.
  /// - Throws: `DataFaults` with one sentence where there is none.
  public static func locate(_ path: String?, program: String) throws(DataFaults) -> URL {
    if let path {
      let folder = URL(fileURLWithPath: path, isDirectory: true)
      guard isGazetteers(folder) else {
        throw DataFaults(file: path, "holds no gazetteers; name the folder that holds countries.tsv and the folder en")
      }
      return folder
    }
    var folder = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
    let shared = folder.deletingLastPathComponent().appendingPathComponent("share/parley/Gazetteers")
    if isGazetteers(shared) { return shared }
    for _ in 0..<6 {
      let candidate = folder.appendingPathComponent("Gazetteers")
      if isGazetteers(candidate) { return candidate }
      folder = folder.deletingLastPathComponent()
    }
    throw DataFaults(
      file: "Gazetteers", "is not found beside the program or above it; name the folder with --gazetteers DIR")
  }

  /// The path of the running program.
  public static var runningProgram: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }

  private static func isGazetteers(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("en/contacts.tsv").path)
  }
}
