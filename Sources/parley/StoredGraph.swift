import Parley

/// The graph file of a command that reads it.
enum StoredGraph {
  /// Opens a graph file; says on standard error where its last build was not finished.
  static func open(_ path: String, quiet: Bool = false) throws -> GraphStore {
    let store = try GraphStore(reading: path)
    if !quiet, try store.isUnfinished() {
      StandardStreams.note("parley: \(path): the last build was not finished; run it again to complete the graph.")
    }
    return store
  }
}
