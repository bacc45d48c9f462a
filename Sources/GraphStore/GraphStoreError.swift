/// Why a graph file could not be opened, read or written; `description` is one sentence for the user.
public struct GraphStoreError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: Hashable, Sendable {
    case missing, notAGraph, empty, newerVersion, unreadable, unwritable, noFolder, locked, damaged
  }

  public let code: Code
  /// The file as the user named it.
  public let path: String
  /// What the system or SQLite said, where it adds something.
  public let detail: String

  public init(_ code: Code, path: String, detail: String = "") {
    self.code = code
    self.path = path
    self.detail = detail
  }

  public var description: String {
    let reason = detail.isEmpty ? "" : " (\(detail))"
    return switch code {
    case .missing: "\(path): no such graph file; make one with 'parley build ARTICLES -o \(path)'."
    case .notAGraph: "\(path) is not a Parley graph; a graph file is made by 'parley build'."
    case .empty: "\(path) holds no graph yet: the build was stopped before it saved anything; run it again."
    case .newerVersion: "\(path) was made by a newer Parley\(reason); update Parley to read it."
    case .unreadable: "\(path) cannot be read\(reason)."
    case .unwritable: "\(path) cannot be written\(reason)."
    case .noFolder: "\(path) cannot be written because its folder does not exist; create the folder first."
    case .locked: "\(path) is being written by another program; try again when it has finished."
    case .damaged: "\(path) is damaged\(reason); build it again from its articles."
    }
  }
}
