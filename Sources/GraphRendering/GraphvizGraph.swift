import CGraphviz
import Synchronization

/// A graph of the Graphviz library, which one thread of the process may use at a time.
///
/// Names are synthetic (`n1`); all text must have gone through `GraphvizText`.
struct GraphvizGraph: ~Copyable {
  /// Graphviz keeps its state in globals: everything that touches it holds this lock.
  private static let lock = Mutex(())

  struct Node {
    fileprivate let pointer: UnsafeMutablePointer<Agnode_t>
  }

  let pointer: UnsafeMutablePointer<Agraph_t>
  private var edgeCount = 0

  /// Runs `body` with a new graph while no other thread uses Graphviz; the graph ends with the call.
  static func withGraph<Result>(_ body: (inout GraphvizGraph) throws -> Result) throws -> Result {
    // The result is made under the lock and leaves it as a value.
    try lock.withLock { _ in
      guard let pointer = gv_open_directed() else {
        throw RenderingError("Graphviz could not make a graph; there may be too little memory.")
      }
      var graph = GraphvizGraph(pointer: pointer)
      return try body(&graph)
    }
  }

  private init(pointer: UnsafeMutablePointer<Agraph_t>) {
    self.pointer = pointer
  }

  deinit {
    gv_close(pointer)
  }

  /// Sets what all nodes have that set nothing else.
  mutating func setNodeDefaults(_ attributes: KeyValuePairs<String, String>) {
    for (name, value) in attributes { gv_set_default(pointer, AGNODE, name, value) }
  }

  mutating func setEdgeDefaults(_ attributes: KeyValuePairs<String, String>) {
    for (name, value) in attributes { gv_set_default(pointer, AGEDGE, name, value) }
  }

  mutating func set(_ attributes: KeyValuePairs<String, String>) {
    for (name, value) in attributes { gv_set_graph(pointer, name, value) }
  }

  mutating func addNode(_ name: String, _ attributes: KeyValuePairs<String, String?>) throws -> Node {
    guard let node = gv_node(pointer, name) else {
      throw RenderingError("Graphviz could not make a node; there may be too little memory.")
    }
    for case (let key, let value?) in attributes { gv_set_node(node, key, value) }
    return Node(pointer: node)
  }

  mutating func addEdge(_ tail: Node, _ head: Node, _ attributes: KeyValuePairs<String, String?>) throws {
    edgeCount += 1
    guard let edge = gv_edge(pointer, tail.pointer, head.pointer, "e\(edgeCount)") else {
      throw RenderingError("Graphviz could not make an edge; there may be too little memory.")
    }
    for case (let key, let value?) in attributes { gv_set_edge(edge, key, value) }
  }
}
