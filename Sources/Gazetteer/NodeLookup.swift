/// Finds nodes of a compiled trie of names by key.
struct NodeLookup {
  private let nodes: UnsafeBufferPointer<NameNode>
  private let mask: Int

  /// - Parameter bytes: a table of a power of two of nodes, of which at least one is free.
  init(_ bytes: UnsafeRawBufferPointer) {
    nodes = bytes.bindMemory(to: NameNode.self)
    mask = nodes.count - 1
  }

  /// What stands where the node of a key would stand first.
  @inline(__always) func home(_ key: UInt64) -> NameNode {
    nodes[Int(truncatingIfNeeded: key &>> 20) & mask]
  }

  /// The node of a key; a free node where there is none.
  ///
  /// - Parameter home: what stands at its first place.
  @inline(__always) func node(_ key: UInt64, from home: NameNode) -> NameNode {
    if home.hash == key || home.hash == 0 { return home }
    var place = Int(truncatingIfNeeded: key &>> 20) & mask
    while true {
      place = (place &+ 1) & mask
      let node = nodes[place]
      if node.hash == key || node.hash == 0 { return node }
    }
  }
}
