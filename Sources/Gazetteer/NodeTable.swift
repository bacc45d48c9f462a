/// The trie of names while it is built: an open-addressing table of nodes, keyed by the hash of their token sequence.
final class NodeTable {
  private(set) var nodes: UnsafeMutableBufferPointer<NameNode>
  private(set) var count = 0
  /// Hashes of the first tokens, and of the first two, in the order in which they came.
  private(set) var firsts: [UInt64] = []
  private(set) var pairs: [UInt64] = []

  init(capacity: Int) {
    var size = 64
    while size < capacity { size *= 2 }
    nodes = .allocate(capacity: size)
    nodes.initialize(repeating: NameNode())
  }

  deinit { nodes.deallocate() }

  /// Adds the nodes of a token sequence and returns the place of the last one, valid until the next call.
  func insert(_ tokens: UnsafeBufferPointer<UInt64>) -> Int {
    if (count + tokens.count) * 4 > nodes.count * 3 { grow() }
    var hash: UInt64 = 0
    var place = -1
    for (depth, token) in tokens.enumerated() {
      if place >= 0 { nodes[place].following |= 1 << UInt32(truncatingIfNeeded: token >> 59) }
      hash = TokenScanner.node(hash, token)
      let before = count
      place = slot(hash)
      if count > before {
        if depth == 0 { firsts.append(token) } else if depth == 1 { pairs.append(hash) }
      }
    }
    return place
  }

  /// The place of the node of a hash, made where there is none.
  private func slot(_ hash: UInt64) -> Int {
    let mask = nodes.count - 1
    var place = Int(truncatingIfNeeded: hash >> 20) & mask
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
    var place = Int(truncatingIfNeeded: hash >> 20) & mask
    while nodes[place].hash != 0 {
      if nodes[place].hash == hash { return nodes[place].surface }
      place = (place + 1) & mask
    }
    return 0
  }

  /// The surface number of the node at `place`, given it where it has none.
  func surface(at place: Int, else next: UInt32) -> UInt32 {
    if nodes[place].surface == 0 { nodes[place].surface = next }
    return nodes[place].surface
  }

  /// Replaces the surface numbers by `numbers[number]`.
  func renumber(_ numbers: [UInt32]) {
    for place in nodes.indices where nodes[place].surface != 0 {
      nodes[place].surface = numbers[Int(nodes[place].surface)]
    }
  }

  private func grow() {
    let old = nodes
    nodes = .allocate(capacity: old.count * 2)
    nodes.initialize(repeating: NameNode())
    let mask = nodes.count - 1
    for node in old where node.hash != 0 {
      var place = Int(truncatingIfNeeded: node.hash >> 20) & mask
      while nodes[place].hash != 0 { place = (place + 1) & mask }
      nodes[place] = node
    }
    old.deallocate()
  }
}

/// A Bloom filter of 64-bit hashes, two bits a hash in one word of 64.
enum HashFilter {
  /// The filter's words for the hashes; a power of two of them, about sixteen bits a hash.
  static func words(for hashes: [UInt64]) -> [UInt64] {
    var size = 64
    while size * 4 < hashes.count { size *= 2 }
    var words = [UInt64](repeating: 0, count: size)
    for hash in hashes { words[word(hash, size)] |= bits(hash) }
    return words
  }

  @inline(__always) static func word(_ hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: hash >> 12) & (size - 1)
  }

  @inline(__always) static func bits(_ hash: UInt64) -> UInt64 {
    1 << (hash & 63) | 1 << (hash >> 6 & 63)
  }
}

/// Which lower-case words can start a name: a filter of the first four bytes of a word.
enum LowerCaseFilter {
  static let bits = 1 << 15

  /// The filter's bit for a word, from its first eight bytes and its length in ASCII letters.
  @inline(__always) static func bit(_ x: UInt64, _ count: Int) -> Int {
    let kept = count >= 4 ? x & 0xFFFF_FFFF : x & ((1 << UInt64(8 * count)) &- 1)
    return Int(truncatingIfNeeded: (kept &* 0x9E37_79B9_7F4A_7C15) >> 49)
  }
}
