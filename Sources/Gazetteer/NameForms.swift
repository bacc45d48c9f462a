/// A trie with the candidates of its surfaces, while names come.
struct NameForms: ~Copyable {
  var table: NodeTable
  /// The surface number of each candidate, and the candidates, in the order of entities.
  private var surfaces: LargeBuffer<UInt32>
  private(set) var candidates: LargeBuffer<Candidate>
  /// The last number that a surface got; the first is 1.
  private var lastSurface: UInt32 = 0

  // The names that wait to be put into the table: their tokens, the keys of their nodes, and where each name ends.
  private var tokens = LargeBuffer<UInt64>(expected: 4096)
  private var path = LargeBuffer<UInt64>(expected: 4096)
  private var ends = LargeBuffer<Int>(expected: 512)
  private var waiting = LargeBuffer<Candidate>(expected: 512)
  /// The key of the node that the tokens of the name so far lead to.
  private var key: UInt64 = 0

  /// - Parameter expected: about how many names will come.
  init(expected: Int) {
    table = NodeTable(capacity: expected + expected / 2)
    surfaces = LargeBuffer(expected: expected)
    candidates = LargeBuffer(expected: expected)
  }

  /// Adds a token to the name that comes.
  @inline(__always) mutating func append(_ token: UInt64) {
    key = TokenScanner.node(key, token)
    tokens.append(token)
    path.append(key)
  }

  /// Ends the name that comes, which has tokens, and lets it wait; returns the key of its node.
  @inline(__always) mutating func end(_ candidate: Candidate) -> UInt64 {
    let last = key
    key = 0
    ends.append(tokens.count)
    waiting.append(candidate)
    if waiting.count >= 256 { flush() }
    return last
  }

  /// Cuts a name from its first word on, and lets it wait; returns the key of its node.
  mutating func add(_ scanner: TokenScanner, _ first: Int, _ candidate: Candidate) -> UInt64 {
    var place: Int? = first
    while let start = place {
      let token = scanner.token(at: start)
      append(token.hash)
      place = scanner.start(after: token.end)
    }
    return end(candidate)
  }

  /// Puts the waiting names into the table.
  mutating func flush() {
    table.reserve(path.count)
    table.bringNear(UnsafeBufferPointer(path.values))
    let tokens = UnsafeBufferPointer(tokens.values)
    let path = UnsafeBufferPointer(path.values)
    var start = 0
    for (number, end) in ends.values.enumerated() {
      let place = table.insert(tokens, path, start..<end)
      let surface = table.surface(at: place, else: lastSurface + 1)
      lastSurface = max(lastSurface, surface)
      surfaces.append(surface)
      candidates.append(waiting[number])
      start = end
    }
    self.tokens.truncate(to: 0)
    self.path.truncate(to: 0)
    ends.truncate(to: 0)
    waiting.truncate(to: 0)
  }

  /// Appends the candidates by surface, each entity and kind once, with the last of each surface marked.
  ///
  /// - Returns: for each surface number, where its candidates start, plus 1.
  /// - Complexity: O(*n*).
  func group(into list: inout LargeBuffer<Candidate>) -> [UInt32] {
    // First the number of candidates of each surface, then where they start, then where they end.
    var places = [UInt32](repeating: 0, count: Int(lastSurface) + 1)
    for surface in surfaces.values { places[Int(surface)] += 1 }
    var sum = UInt32(list.count)
    for surface in places.indices.dropFirst() { (places[surface], sum) = (sum, sum + places[surface]) }
    let first = list.count
    list.append(repeating: candidates.count)
    let values = list.values
    places.withUnsafeMutableBufferPointer { places in
      for (surface, candidate) in zip(surfaces.values, candidates.values) {
        values[Int(places[Int(surface)])] = candidate
        places[Int(surface)] += 1
      }
    }
    var next = first
    var read = first
    for surface in places.indices.dropFirst() {
      let end = Int(places[surface])
      let start = next
      places[surface] = UInt32(start) + 1
      for index in read..<end {
        let candidate = values[index]
        // Candidates of one entity come together.
        var earlier = next - 1
        while earlier >= start, values[earlier].entity == candidate.entity, values[earlier].kind != candidate.kind {
          earlier -= 1
        }
        if earlier >= start, values[earlier].entity == candidate.entity { continue }
        values[next] = candidate
        next += 1
      }
      values[next - 1] = Candidate(entity: values[next - 1].entity, bits: values[next - 1].bits | Candidate.lastBit)
      read = end
    }
    list.truncate(to: next)
    return places
  }
}
