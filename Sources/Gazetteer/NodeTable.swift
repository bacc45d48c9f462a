import Foundation

/// The trie of names while it is built: an open-addressing table of nodes, keyed by the hash of their token sequence.
struct NodeTable: ~Copyable {
  private(set) var nodes: UnsafeMutableBufferPointer<NameNode>
  private(set) var count = 0
  /// Hashes of the first tokens, in the order in which they came.
  private(set) var firsts: [UInt64] = []
  /// What `bringNear` read, so that its reads are not left out.
  private var lastRead: UInt64 = 0

  init(capacity: Int) {
    var size = 64
    while size < capacity { size *= 2 }
    nodes = Self.table(size)
  }

  deinit { LargeMemory.free(UnsafeMutableRawBufferPointer(nodes)) }

  private static func table(_ size: Int) -> UnsafeMutableBufferPointer<NameNode> {
    LargeMemory.zeroed(byteCount: size * MemoryLayout<NameNode>.stride).bindMemory(to: NameNode.self)
  }

  @inline(__always) static func home(_ hash: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: hash >> 20) & mask }

  /// Makes room for nodes that are to come.
  mutating func reserve(_ more: Int) {
    while (count + more) * 4 > nodes.count * 3 { grow() }
  }

  /// Reads the places of nodes that are soon asked for: reads that do not wait for each other take a tenth of the time.
  mutating func bringNear(_ hashes: UnsafeBufferPointer<UInt64>) {
    let mask = nodes.count - 1
    var sum: UInt64 = 0
    for hash in hashes { sum ^= nodes[Self.home(hash, mask)].hash }
    lastRead = sum
  }

  /// Adds the nodes of a token sequence, for which there is room, and returns the place of the last one.
  ///
  /// - Parameters:
  ///   - tokens: hashes of tokens.
  ///   - path: the keys of their nodes, one for each token.
  ///   - name: the tokens of the sequence.
  @inline(__always) mutating func insert(
    _ tokens: UnsafeBufferPointer<UInt64>, _ path: UnsafeBufferPointer<UInt64>, _ name: Range<Int>
  ) -> Int {
    var place = -1
    for index in name {
      if place >= 0 { nodes[place].following |= 1 << UInt32(truncatingIfNeeded: tokens[index] >> 59) }
      let before = count
      place = slot(path[index])
      if index == name.lowerBound, count > before { firsts.append(tokens[index]) }
    }
    return place
  }

  /// The place of the node of a hash, made where there is none.
  @inline(__always) private mutating func slot(_ hash: UInt64) -> Int {
    let mask = nodes.count - 1
    var place = Self.home(hash, mask)
    while true {
      let found = nodes[place].hash
      if found == hash { return place }
      if found == 0 {
        nodes[place].hash = hash
        count += 1
        return place
      }
      place = (place + 1) & mask
    }
  }

  /// The surface of the node of a hash; 0 where there is none.
  func surface(of hash: UInt64) -> UInt32 {
    let mask = nodes.count - 1
    var place = Self.home(hash, mask)
    while nodes[place].hash != 0 {
      if nodes[place].hash == hash { return nodes[place].surface }
      place = (place + 1) & mask
    }
    return 0
  }

  /// The surface number of the node at `place`, given it where it has none.
  @inline(__always) mutating func surface(at place: Int, else next: UInt32) -> UInt32 {
    if nodes[place].surface == 0 { nodes[place].surface = next }
    return nodes[place].surface
  }

  /// Replaces the surface numbers by `numbers[number]`.
  mutating func renumber(_ numbers: [UInt32]) {
    for place in nodes.indices where nodes[place].surface != 0 {
      nodes[place].surface = numbers[Int(nodes[place].surface)]
    }
  }

  /// Gives the table away, to be freed by who takes it.
  mutating func take() -> OwnedBytes {
    let memory = UnsafeMutableRawBufferPointer(nodes)
    nodes = Self.table(64)
    count = 0
    return OwnedBytes(memory: memory, count: memory.count)
  }

  private mutating func grow() {
    let old = nodes
    nodes = Self.table(old.count * 2)
    let mask = nodes.count - 1
    for node in old where node.hash != 0 {
      var place = Self.home(node.hash, mask)
      while nodes[place].hash != 0 { place = (place + 1) & mask }
      nodes[place] = node
    }
    LargeMemory.free(UnsafeMutableRawBufferPointer(old))
  }
}
