/// Collects names and their candidates into the two tries of an index: as written, and in capitals.
struct NameIndexBuilder: ~Copyable {
  private var written: NameForms
  private var inCapitals: NameForms
  private(set) var lowerFirsts = [UInt64](repeating: 0, count: LowerCaseFilter.words)
  /// Keys of names as written without a small letter of ASCII, which alone can be equal to a form in capitals.
  private var withoutSmallLetter: [UInt64] = []
  /// Keys of forms in capitals that are compared as small letters, which can be equal to any name as written.
  private var comparedAsSmall: [UInt64] = []
  private var capitals: [UInt8] = []

  /// - Parameter expected: about how many names will come.
  init(expected: Int) {
    written = NameForms(expected: expected)
    inCapitals = NameForms(expected: expected)
  }

  /// Adds a name of an entity, which is a range of some bytes, with its variants.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ candidate: Candidate) {
    let shape = addSpelling(bytes, range, candidate)
    NameVariants.each(UnsafeBufferPointer(rebasing: bytes[range]), shape, kind: candidate.kind) {
      _ = addSpelling($0, $0.indices, candidate)
    }
  }

  private mutating func addSpelling(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ candidate: Candidate
  ) -> NameShape {
    TokenScanner.over(bytes, range) { scanner in
      let shape = NameShape(scanner)
      guard let start = scanner.firstWord(from: range.lowerBound) else { return shape }
      let first = bytes[start]
      if (first >= 0x61 && first <= 0x7A) || first >= 0x80 {
        // By what it is compared as: "é" is found as "e", too.
        let prefix = scanner.foldedPrefix(at: start)
        LowerCaseFilter.add(prefix.bytes, prefix.count, to: &lowerFirsts)
      }
      let capital = Candidate(
        entity: candidate.entity, bits: (candidate.bits | Candidate.capitalsBit) & ~Candidate.canonicalBit)
      if shape.isASCII, shape.hasSmallLetter, candidate.kind != .acronym {
        addASCII(scanner, start, candidate, capital)
        return shape
      }
      let key = written.add(scanner, start, candidate)
      if !shape.hasSmallLetter { withoutSmallLetter.append(key) }
      if !shape.isASCII, candidate.kind != .acronym {
        addCapitals(of: UnsafeBufferPointer(rebasing: bytes[range]), capital)
      }
      return shape
    }
  }

  /// Adds a name of ASCII in both forms: their tokens end at the same places.
  @inline(__always) private mutating func addASCII(
    _ scanner: TokenScanner, _ start: Int, _ candidate: Candidate, _ capital: Candidate
  ) {
    var place: Int? = start
    while let start = place {
      let (token, capitals) = scanner.tokenOfASCII(at: start)
      written.append(token.hash)
      inCapitals.append(capitals)
      place = scanner.start(after: token.end)
    }
    _ = written.end(candidate)
    _ = inCapitals.end(capital)
  }

  private mutating func addCapitals(of name: UnsafeBufferPointer<UInt8>, _ capital: Candidate) {
    capitals.removeAll(keepingCapacity: true)
    capitals.append(contentsOf: String(decoding: name, as: UTF8.self).uppercased().utf8)
    // Scripts without capitals have one form.
    if capitals.elementsEqual(name) { return }
    capitals.withUnsafeBufferPointer { bytes in
      TokenScanner.over(bytes, bytes.indices) { scanner in
        guard let start = scanner.firstWord(from: 0) else { return }
        let key = inCapitals.add(scanner, start, capital)
        if scanner.foldedBytes().contains(where: { $0 >= 0x61 && $0 <= 0x7A }) { comparedAsSmall.append(key) }
      }
    }
  }

  /// What goes into the index.
  struct Sections: ~Copyable {
    var names: NodeTable
    var capitals: NodeTable
    let firsts: [UInt64]
    let capitalFirsts: [UInt64]
    let lowerFirsts: [UInt64]
    var candidates: LargeBuffer<Candidate>
  }

  consuming func finish() -> Sections {
    written.flush()
    inCapitals.flush()
    var all = LargeBuffer<Candidate>(expected: written.candidates.count + inCapitals.candidates.count)
    let starts = written.group(into: &all)
    var capitalStarts = inCapitals.group(into: &all)
    // A form in capitals may be a name as it stands, too: UN, and Un.
    for (key, surface) in surfacesOfBoth() {
      let same = written.table.surface(of: key)
      guard same != 0 else { continue }
      var merged = Self.candidates(all.values, from: Int(starts[Int(same)]) - 1)
      merged += Self.candidates(all.values, from: Int(capitalStarts[Int(surface)]) - 1)
      Self.sortKeepingWritten(&merged)
      capitalStarts[Int(surface)] = UInt32(all.count) + 1
      for candidate in merged { all.append(candidate) }
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

  /// Keys and surfaces of the forms in capitals that may be names as written, too, by surface.
  private func surfacesOfBoth() -> [(key: UInt64, surface: UInt32)] {
    var found: [UInt32: UInt64] = [:]
    for key in withoutSmallLetter + comparedAsSmall {
      let surface = inCapitals.table.surface(of: key)
      if surface != 0 { found[surface] = key }
    }
    return found.map { ($0.value, $0.key) }.sorted { $0.1 < $1.1 }
  }

  private static func candidates(_ all: UnsafeMutableBufferPointer<Candidate>, from start: Int) -> [Candidate] {
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
}
