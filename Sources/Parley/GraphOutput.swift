import GraphStore

/// The graph file of a build, made when the first article comes.
final class GraphOutput {
  private let path: String
  private var opened: GraphStore.Writer?

  init(_ path: String) { self.path = path }

  /// The file, open for writing.
  ///
  /// - Throws: `GraphStoreError`.
  func writer() throws -> GraphStore.Writer {
    if let opened { return opened }
    let writer = try GraphStore.Writer(path)
    opened = writer
    return writer
  }

  /// Saves everything; a build that was stopped stays marked as unfinished.
  func close(isFinished: Bool) throws {
    if isFinished { try opened?.finish() } else { try opened?.stop() }
  }

  /// Saves what can be saved after an error, which is the one to be told.
  func abandon() {
    try? opened?.stop()
  }
}
