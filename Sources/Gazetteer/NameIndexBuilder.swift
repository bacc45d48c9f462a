/// Collects names and their candidates into the two tries of an index: as written, and in capitals.
struct NameIndexBuilder: ~Copyable {
  /// A trie with the candidates of its surfaces.
  private struct Forms: ~Copyable {
    var table: NodeTable
    /// The surface number of each candidate, and the candidates, in the order of entities.
    var surfaces: [UInt32] = []
    var candidates: [Candidate] = []
    /// The key of the node of each surface; the first is none.
    var keys: [UInt64] = [0]

    // The names that wait to be put into the table: their tokens, the keys of their nodes, and where each name ends.
    var tokens: [UInt64] = []
    var path: [UInt64] = []
    var ends: [Int] = []
    var waiting: [Candidate] = []

    init(expected: Int) {
      table = NodeTable(capacity: expected + expected / 2)
      surfaces.reserveCapacity(expected)
      candidates.reserveCapacity(expected)
      keys.reserveCapacity(expected)
    }

    /// Cuts a name from its first word on, and lets it wait; returns where that word starts, nil where there is none.
    @inline(__always) mutating func add(_ scanner: TokenScanner, _ candidate: Candidate) -> Int? {
      guard let first = scanner.firstWord(from: 0) else { return nil }
      var place: Int? = first
      var key: UInt64 = 0
      while let start = place {
        let token = scanner.token(at: start)
        key = TokenScanner.node(key, token.hash)
        tokens.append(token.hash)
        path.append(key)
        place = scanner.start(after: token.end)
      }
      ends.append(tokens.count)
      waiting.append(candidate)
      if waiting.count >= 256 { flush() }
      return first
    }

    mutating func flush() {
      table.reserve(path.count)
      path.withUnsafeBufferPointer { table.bringNear($0) }
      var start = 0
      for (number, end) in ends.enumerated() {
        let place = table.insert(tokens, path, start..<end)
        let surface = table.surface(at: place, else: UInt32(keys.count))
        if surface == UInt32(keys.count) { keys.append(path[end - 1]) }
        surfaces.append(surface)
        candidates.append(waiting[number])
        start = end
      }
      tokens.removeAll(keepingCapacity: true)
      path.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      waiting.removeAll(keepingCapacity: true)
    }
  }

  private var written: Forms
  private var inCapitals: Forms
  private(set) var lowerFirsts = [UInt64](repeating: 0, count: LowerCaseFilter.words)
  private var capitals: [UInt8] = []

  /// - Parameter expected: about how many names will come.
  init(expected: Int) {
    written = Forms(expected: expected)
    inCapitals = Forms(expected: expected)
  }

  /// Adds a name of an entity with its variants.
  mutating func add(_ name: UnsafeBufferPointer<UInt8>, _ candidate: Candidate) {
    addSpelling(name, candidate)
    NameVariants.each(name, kind: candidate.kind) { addSpelling($0, candidate) }
  }

  private mutating func addSpelling(_ name: UnsafeBufferPointer<UInt8>, _ candidate: Candidate) {
    TokenScanner.over(name, 0..<name.count) { scanner in
      guard let start = written.add(scanner, candidate) else { return }
      let first = name[start]
      if (first >= 0x61 && first <= 0x7A) || first >= 0x80 {
        // By what it is compared as: "é" is found as "e", too.
        let prefix = scanner.foldedPrefix(at: start)
        LowerCaseFilter.add(prefix.bytes, prefix.count, to: &lowerFirsts)
      }
    }
    if candidate.kind == .acronym { return }
    var hasSmallLetter = false
    var isASCII = true
    for byte in name {
      if byte >= 0x80 { isASCII = false }
      if byte >= 0x61 && byte <= 0x7A { hasSmallLetter = true }
    }
    guard hasSmallLetter || !isASCII else { return }
    capitals.removeAll(keepingCapacity: true)
    if isASCII {
      for byte in name { capitals.append(byte >= 0x61 && byte <= 0x7A ? byte & 0xDF : byte) }
    } else {
      capitals.append(contentsOf: String(decoding: name, as: UTF8.self).uppercased().utf8)
      // Scripts without capitals have one form.
      if capitals.elementsEqual(name) { return }
    }
    let capital = Candidate(
      entity: candidate.entity, bits: (candidate.bits | Candidate.capitalsBit) & ~Candidate.canonicalBit)
    capitals.withUnsafeBufferPointer { bytes in
      TokenScanner.over(bytes, 0..<bytes.count) { _ = inCapitals.add($0, capital) }
    }
  }

  /// What goes into the index.
  struct Sections: ~Copyable {
    var names: NodeTable
    var capitals: NodeTable
    let firsts: [UInt64]
    let capitalFirsts: [UInt64]
    let lowerFirsts: [UInt64]
    let candidates: [Candidate]
  }

  consuming func finish() -> Sections {
    written.flush()
    inCapitals.flush()
    var all: [Candidate] = []
    all.reserveCapacity(written.candidates.count + inCapitals.candidates.count)
    let starts = Self.group(written.surfaces, written.candidates, count: written.keys.count - 1, into: &all)
    var capitalStarts = Self.group(
      inCapitals.surfaces, inCapitals.candidates, count: inCapitals.keys.count - 1, into: &all)
    // A form in capitals may be a name as it stands, too: UN, and Un.
    for surface in inCapitals.keys.indices.dropFirst() {
      // The reads of many keys at once wait for each other less.
      if surface & 0xFF == 1 {
        let soon = surface..<min(surface + 0x100, inCapitals.keys.count)
        inCapitals.keys.withUnsafeBufferPointer { written.table.bringNear(UnsafeBufferPointer(rebasing: $0[soon])) }
      }
      let same = written.table.surface(of: inCapitals.keys[surface])
      guard same != 0 else { continue }
      var merged = Self.candidates(all, from: Int(starts[Int(same)]) - 1)
      merged += Self.candidates(all, from: Int(capitalStarts[surface]) - 1)
      Self.sortKeepingWritten(&merged)
      capitalStarts[surface] = UInt32(all.count) + 1
      all += merged
    }
    written.table.renumber(starts)
    inCapitals.table.renumber(capitalStarts)
    let firsts = HashFilter.words(for: written.table.firsts)
    let capitalFirsts = HashFilter.words(for: inCapitals.table.firsts)
    let lowerFirsts = lowerFirsts
    return Sections(
      names: written.table, capitals: inCapitals.table, firsts: firsts, capitalFirsts: capitalFirsts,
      lowerFirsts: lowerFirsts, candidates: all)
  }

  private static func candidates(_ all: [Candidate], from start: Int) -> [Candidate] {
    var list: [Candidate] = []
    var place = start
    repeat {
      list.append(all[place])
      place += 1
    } while !all[place - 1].isLast
    return list
  }

  /// Sorts by entity, and leaves of the candidates with equal entity and kind the one that is so written.
  private static func sortKeepingWritten(_ candidates: inout [Candidate]) {
    candidates.sort { a, b in
      let kinds = (a.bits & 0xFF, b.bits & 0xFF)
      if a.entity != b.entity { return a.entity < b.entity }
      return kinds.0 != kinds.1 ? kinds.0 < kinds.1 : !a.isCapitals && b.isCapitals
    }
    var kept: [Candidate] = []
    for candidate in candidates {
      if let last = kept.last, last.entity == candidate.entity, last.kind == candidate.kind { continue }
      kept.append(Candidate(entity: candidate.entity, bits: candidate.bits & ~Candidate.lastBit))
    }
    if let last = kept.popLast() {
      kept.append(Candidate(entity: last.entity, bits: last.bits | Candidate.lastBit))
    }
    candidates = kept
  }

  /// Appends the candidates by surface, each entity and kind once, with the last of each surface marked; returns where
  /// each surface starts, plus 1. Complexity: O(*n*).
  private static func group(
    _ surfaces: [UInt32], _ candidates: [Candidate], count: Int, into list: inout [Candidate]
  ) -> [UInt32] {
    var ends = [UInt32](repeating: 0, count: count + 2)
    for surface in surfaces { ends[Int(surface) + 1] += 1 }
    for index in ends.indices.dropFirst() { ends[index] += ends[index - 1] }
    let sorted = [Candidate](unsafeUninitializedCapacity: candidates.count) { buffer, initialized in
      var next = ends
      for index in candidates.indices {
        let surface = Int(surfaces[index])
        buffer.initializeElement(at: Int(next[surface]), to: candidates[index])
        next[surface] += 1
      }
      initialized = candidates.count
    }
    var starts = [UInt32](repeating: 0, count: count + 1)
    for surface in stride(from: 1, through: count, by: 1) {
      let start = list.count
      starts[surface] = UInt32(start) + 1
      for index in Int(ends[surface])..<Int(ends[surface + 1]) {
        let candidate = sorted[index]
        // Candidates of one entity come together.
        var earlier = list.count - 1
        while earlier >= start, list[earlier].entity == candidate.entity, list[earlier].kind != candidate.kind {
          earlier -= 1
        }
        if earlier >= start, list[earlier].entity == candidate.entity { continue }
        list.append(candidate)
      }
      let last = list.count - 1
      list[last] = Candidate(entity: list[last].entity, bits: list[last].bits | Candidate.lastBit)
    }
    return starts
  }
}
