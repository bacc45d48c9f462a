/// One search of a text for names.
struct Matcher {
  private let scanner: TokenScanner
  private let overlap: OverlapMode
  private let names: NodeLookup
  private let capitals: NodeLookup
  private let firsts: UnsafeBufferPointer<UInt64>
  private let capitalFirsts: UnsafeBufferPointer<UInt64>
  private let pairs: UnsafeBufferPointer<UInt64>
  private let lowers: UnsafeBufferPointer<UInt64>
  /// Matches start at or behind this place.
  private var next: Int
  /// The furthest end of a match so far.
  private var furthest = 0

  init(storage: IndexStorage, scanner: TokenScanner, overlap: OverlapMode) {
    self.scanner = scanner
    self.overlap = overlap
    names = NodeLookup(storage.bytes(.nodes))
    capitals = NodeLookup(storage.bytes(.capitalNodes))
    firsts = storage.bytes(.firsts).bindMemory(to: UInt64.self)
    capitalFirsts = storage.bytes(.capitalFirsts).bindMemory(to: UInt64.self)
    pairs = storage.bytes(.pairs).bindMemory(to: UInt64.self)
    lowers = storage.bytes(.lowerFirsts).bindMemory(to: UInt64.self)
    next = scanner.lower
  }

  mutating func run(into matches: inout [SurfaceMatch]) {
    let high: UInt64 = 0x8080_8080_8080_8080
    var carry: UInt64 = 0
    var base = scanner.lower
    while base < scanner.upper {
      let x = scanner.eight(at: base)
      let word = TokenScanner.wordBytes(x)
      let before = word << 8 | carry
      carry = word >> 56
      // A word can start at a letter or digit, or at the first byte of a character outside ASCII.
      var starts = (word | (x & (x << 1) & high)) & ~before
      // Bit 5 of a letter tells its case; digits have it, too, so they are told by bit 6.
      let lower = word & (x << 2) & (x << 1)
      while starts != 0 {
        let bit = starts.trailingZeroBitCount
        let place = base + bit >> 3
        let isLower = lower & (1 << UInt64(bit)) != 0
        starts &= starts - 1
        if place < next { continue }
        if isLower, !canStartLow(at: place) { continue }
        search(at: place, into: &matches)
      }
      base += 8
    }
  }

  /// The lower-case word at `place` may start a name.
  @inline(__always) private func canStartLow(at place: Int) -> Bool {
    let x = scanner.eight(at: place)
    let others = ~TokenScanner.wordBytes(x) & 0x8080_8080
    var count = 4
    if others != 0 {
      count = others.trailingZeroBitCount >> 3
      if x >> UInt64(8 * count) & 0x80 != 0 { return true }
    }
    let bit = LowerCaseFilter.bit(x, count)
    return lowers[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  @inline(__always) private static func mayHold(_ filter: UnsafeBufferPointer<UInt64>, _ hash: UInt64) -> Bool {
    let bits = HashFilter.bits(hash)
    return filter[HashFilter.word(hash, filter.count)] & bits == bits
  }

  /// Reports the names that start at `place`.
  private mutating func search(at place: Int, into matches: inout [SurfaceMatch]) {
    guard isStart(place) else { return }
    guard scanner.bytes[place] < 0x80 || scanner.isWord(at: place) else { return }
    let token = scanner.word(at: place)
    let written = Self.mayHold(firsts, token.hash)
    let inCapitals = Self.mayHold(capitalFirsts, token.hash) && isCapitals(place, token.end)
    guard written || inCapitals else { return }
    if overlap == .all {
      let count = matches.count
      if written { walk(names, place, token) { matches.append($0) } }
      if inCapitals {
        walk(capitals, place, token) { match in
          // A form in capitals that is also a name as it stands has the candidates of both.
          if let same = matches[count...].firstIndex(where: { $0.end == match.end }) {
            matches[same] = match
          } else {
            matches.append(match)
          }
        }
      }
      if matches.count - count > 1 { matches[count...].sort { $0.end > $1.end } }
      return
    }
    var best: SurfaceMatch?
    if written { walk(names, place, token) { best = $0 } }
    if inCapitals {
      walk(capitals, place, token) { match in
        if match.end >= best?.end ?? 0 { best = match }
      }
    }
    guard let best else { return }
    if overlap == .longest {
      next = best.end
    } else if best.end <= furthest {
      return
    }
    furthest = best.end
    matches.append(best)
  }

  /// Follows the tokens from `place` through a trie and reports every name that ends at a boundary, shortest first.
  @inline(__always) private func walk(
    _ lookup: NodeLookup, _ place: Int, _ first: TokenScanner.Token, _ report: (SurfaceMatch) -> Void
  ) {
    guard var node = lookup.node(TokenScanner.node(0, first.hash)) else { return }
    var token = first
    var tokenStart = place
    while true {
      if node.surface != 0, isEnd(token, start: tokenStart) {
        report(SurfaceMatch(start: place, end: token.end, surface: SurfaceIndex(value: node.surface - 1)))
      }
      if node.following == 0 { return }
      guard let start = scanner.start(after: token.end) else { return }
      token = scanner.token(at: start)
      tokenStart = start
      guard node.following >> UInt32(truncatingIfNeeded: token.hash >> 59) & 1 != 0,
        let child = lookup.node(TokenScanner.node(node.hash, token.hash))
      else { return }
      node = child
    }
  }

  // MARK: Boundaries

  /// A name may start at `place`: no word, and no word with an apostrophe or an acronym's dot, goes on there.
  @inline(__always) private func isStart(_ place: Int) -> Bool {
    if place > scanner.lower, scanner.bytes[place - 1] == 0x20 { return true }
    return isStartPastCharacter(place)
  }

  private func isStartPastCharacter(_ place: Int) -> Bool {
    let (kind, start) = scanner.characterBefore(place)
    if kind == CharacterTable.Class.word { return false }
    // D'Estaing is no Estaing.
    if kind == CharacterTable.Class.apostrophe {
      return scanner.characterBefore(start).kind != CharacterTable.Class.word
    }
    // In "U.S.A." no "S.A." starts.
    if start < place, scanner.bytes[start] == 0x2E, isOneCharacter(place) {
      return scanner.characterBefore(start).kind != CharacterTable.Class.word
    }
    return true
  }

  private func isOneCharacter(_ place: Int) -> Bool {
    !scanner.isWord(at: place + scanner.scalar(at: place).count)
  }

  /// A name may end with `token`: a possessive or a contraction may follow, no other part of a word.
  @inline(__always) private func isEnd(_ token: TokenScanner.Token, start: Int) -> Bool {
    guard token.end < scanner.upper else { return true }
    let byte = scanner.bytes[token.end]
    if byte == 0x20 || byte == 0x2C { return true }
    return isEndBeforeCharacter(token, start: start)
  }

  private func isEndBeforeCharacter(_ token: TokenScanner.Token, start: Int) -> Bool {
    let (value, count) = scanner.scalar(at: token.end)
    let kind = scanner.characterClass(value)
    // After "U.S." no letter: "U.S.A." is another name.
    if kind == CharacterTable.Class.word { return false }
    if kind == CharacterTable.Class.apostrophe {
      guard token.isWord, scanner.isWord(at: token.end + count) else { return true }
      return isClitic(token.end + count)
    }
    if value == 0x2E, token.isWord, scanner.isWord(at: token.end + 1) {
      return start + scanner.scalar(at: start).count < token.end
    }
    return true
  }

  /// What follows an apostrophe is `s`, `d`, `ll`, `re`, `ve`, as after any noun.
  private func isClitic(_ place: Int) -> Bool {
    let x = scanner.eight(at: place)
    let others = ~TokenScanner.wordBytes(x) & 0x8080_8080_8080_8080
    let count = others == 0 ? 8 : others.trailingZeroBitCount >> 3
    guard !scanner.isWord(at: place + count) else { return false }
    switch (x & ((1 << UInt64(8 * min(count, 4))) &- 1)) | 0x2020_2020 {
    case 0x2020_2073, 0x2020_2064: return count == 1
    case 0x2020_6C6C, 0x2020_6572, 0x2020_6576: return count == 2
    default: return false
    }
  }

  /// The word holds a capital and no small letter.
  @inline(__always) private func isCapitals(_ start: Int, _ end: Int) -> Bool {
    if start + 1 < end, scanner.bytes[start + 1] >= 0x61, scanner.bytes[start + 1] <= 0x7A { return false }
    return isCapitalsThroughout(start, end)
  }

  private func isCapitalsThroughout(_ start: Int, _ end: Int) -> Bool {
    var place = start
    var found = false
    while place < end {
      let (value, count) = scanner.scalar(at: place)
      if value < 0x80 {
        if value >= 0x61 && value <= 0x7A { return false }
        if value >= 0x41 && value <= 0x5A { found = true }
      } else if let scalar = Unicode.Scalar(value) {
        if scalar.properties.isLowercase { return false }
        if scalar.properties.isUppercase { found = true }
      }
      place += count
    }
    return found
  }
}
