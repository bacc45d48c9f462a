/// One search of a text for names.
///
/// The text is passed over eight bytes at a time for places where a name can start: words with a capital, a digit or a
/// letter outside ASCII, and the few lower-case words whose first bytes some name starts with. A small filter of first
/// tokens drops most of them. The rest are looked up in batches, so that the reads of the large table, which are slow,
/// wait for each other as little as possible.
struct Matcher {
  private let scanner: TokenScanner
  private let overlap: OverlapMode
  private let names: NodeLookup
  private let capitals: NodeLookup
  private let firsts: UnsafeBufferPointer<UInt64>
  private let capitalFirsts: UnsafeBufferPointer<UInt64>
  private let lowers: UnsafeBufferPointer<UInt64>
  /// Matches start at or behind this place.
  private var next: Int
  /// The furthest end of a match so far.
  private var furthest = 0

  /// A place where a name may start, with its first two tokens and their nodes.
  private struct Start {
    var place: Int
    var first: TokenScanner.Token
    var firstKey: UInt64
    var firstNode: NameNode
    var secondPlace: Int
    var second: TokenScanner.Token
    /// 0 where no second token goes on.
    var secondKey: UInt64
    var secondNode: NameNode
    var isWritten: Bool
    var isCapitals: Bool
  }
  private static let batch = 48

  init(storage: IndexStorage, scanner: TokenScanner, overlap: OverlapMode) {
    self.scanner = scanner
    self.overlap = overlap
    names = NodeLookup(storage.bytes(.nodes))
    capitals = NodeLookup(storage.bytes(.capitalNodes))
    firsts = storage.bytes(.firsts).bindMemory(to: UInt64.self)
    capitalFirsts = storage.bytes(.capitalFirsts).bindMemory(to: UInt64.self)
    lowers = storage.bytes(.lowerFirsts).bindMemory(to: UInt64.self)
    next = scanner.lower
  }

  mutating func run(into matches: inout [SurfaceMatch]) {
    withUnsafeTemporaryAllocation(of: Start.self, capacity: Self.batch) { starts in
      guard let starts = starts.baseAddress else { return }
      scan(starts, into: &matches)
    }
  }

  private mutating func scan(_ starts: UnsafeMutablePointer<Start>, into matches: inout [SurfaceMatch]) {
    let high: UInt64 = 0x8080_8080_8080_8080
    let scanner = scanner
    let lowers = lowers
    let firsts = firsts
    let capitalFirsts = capitalFirsts
    var count = 0
    var carry: UInt64 = 0
    var base = scanner.lower
    while base < scanner.upper {
      let x = scanner.eight(at: base)
      let word = TokenScanner.wordBytes(x)
      let before = word &<< 8 | carry
      carry = word &>> 56
      // A word can start at a letter or digit, or at the first byte of a character outside ASCII.
      var places = (word | (x & (x &<< 1) & high)) & ~before
      let small = TokenScanner.smallLetters(x)
      while places != 0 {
        let bit = places.trailingZeroBitCount
        let place = base &+ bit &>> 3
        let isSmall = small & (1 &<< UInt64(truncatingIfNeeded: bit)) != 0
        places &= places &- 1
        if isSmall, !Self.canStartLow(scanner, lowers, place) { continue }
        if place < next || !Self.isStart(scanner, place) { continue }
        guard isSmall || scanner.bytes[place] < 0x80 || scanner.isWord(at: place) else { continue }
        let token = scanner.word(at: place)
        let isWritten = Self.mayHold(firsts, token.hash)
        let isCapitals =
          !isSmall && Self.mayHold(capitalFirsts, token.hash) && Self.isCapitals(scanner, place, token.end)
        guard isWritten || isCapitals else { continue }
        starts[count] = Start(
          place: place, first: token, firstKey: TokenScanner.node(0, token.hash), firstNode: NameNode(),
          secondPlace: 0, second: token, secondKey: 0, secondNode: NameNode(), isWritten: isWritten,
          isCapitals: isCapitals)
        count &+= 1
        if count == Self.batch {
          lookUp(starts, count, into: &matches)
          count = 0
        }
      }
      base &+= 8
    }
    lookUp(starts, count, into: &matches)
  }

  /// Reports the names that start at the places of a batch.
  private mutating func lookUp(_ starts: UnsafeMutablePointer<Start>, _ count: Int, into matches: inout [SurfaceMatch])
  {
    // Each loop only reads places of the table that do not depend on each other, then the next one uses them.
    for index in 0..<count { starts[index].firstNode = names.home(starts[index].firstKey) }
    for index in 0..<count where starts[index].isWritten {
      let node = names.node(starts[index].firstKey, from: starts[index].firstNode)
      starts[index].firstNode = node
      guard node.following != 0, let place = scanner.start(after: starts[index].first.end) else { continue }
      let token = scanner.token(at: place)
      guard node.following &>> UInt32(truncatingIfNeeded: token.hash &>> 59) & 1 != 0 else { continue }
      starts[index].secondPlace = place
      starts[index].second = token
      starts[index].secondKey = TokenScanner.node(starts[index].firstKey, token.hash)
    }
    for index in 0..<count where starts[index].secondKey != 0 {
      starts[index].secondNode = names.home(starts[index].secondKey)
    }
    for index in 0..<count where starts[index].place >= next {
      // Most first words of names begin none.
      if !starts[index].isCapitals, starts[index].firstNode.surface == 0,
        starts[index].secondKey == 0 || starts[index].secondNode.hash == 0
      {
        continue
      }
      switch overlap {
      case .longest: reportLongest(starts + index, into: &matches)
      case .noNested: reportLongest(starts + index, into: &matches)
      case .all: reportAll(starts + index, into: &matches)
      }
    }
  }

  private mutating func reportLongest(_ start: UnsafeMutablePointer<Start>, into matches: inout [SurfaceMatch]) {
    var best: SurfaceMatch?
    if start.pointee.isWritten { walkWritten(start) { best = $0 } }
    if start.pointee.isCapitals {
      walkCapitals(start) { match in
        // A form in capitals that is also a name as it stands has the candidates of both.
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

  private func reportAll(_ start: UnsafeMutablePointer<Start>, into matches: inout [SurfaceMatch]) {
    let count = matches.count
    if start.pointee.isWritten { walkWritten(start) { matches.append($0) } }
    if start.pointee.isCapitals {
      walkCapitals(start) { match in
        if let same = matches[count...].firstIndex(where: { $0.end == match.end }) {
          matches[same] = match
        } else {
          matches.append(match)
        }
      }
    }
    if matches.count - count > 1 { matches[count...].sort { $0.end > $1.end } }
  }

  // MARK: Walks

  /// Reports every name as written that starts at a place and ends at a boundary, shortest first.
  @inline(__always) private func walkWritten(
    _ start: UnsafeMutablePointer<Start>, _ report: (SurfaceMatch) -> Void
  ) {
    let place = start.pointee.place
    let first = start.pointee.firstNode
    if first.surface != 0, isEnd(start.pointee.first, start: place) {
      report(SurfaceMatch(start: place, end: start.pointee.first.end, surface: first.surfaceIndex))
    }
    guard start.pointee.secondKey != 0 else { return }
    let node = names.node(start.pointee.secondKey, from: start.pointee.secondNode)
    guard node.hash != 0 else { return }
    walk(names, place, node, start.pointee.secondPlace, start.pointee.second, report)
  }

  private func walkCapitals(_ start: UnsafeMutablePointer<Start>, _ report: (SurfaceMatch) -> Void) {
    let key = start.pointee.firstKey
    let node = capitals.node(key, from: capitals.home(key))
    guard node.hash != 0 else { return }
    walk(capitals, start.pointee.place, node, start.pointee.place, start.pointee.first, report)
  }

  /// Goes on from a node that a token led to.
  @inline(__always) private func walk(
    _ lookup: NodeLookup, _ place: Int, _ node: NameNode, _ tokenPlace: Int, _ token: TokenScanner.Token,
    _ report: (SurfaceMatch) -> Void
  ) {
    var node = node
    var token = token
    var tokenPlace = tokenPlace
    while true {
      if node.surface != 0, isEnd(token, start: tokenPlace) {
        report(SurfaceMatch(start: place, end: token.end, surface: node.surfaceIndex))
      }
      if node.following == 0 { return }
      guard let start = scanner.start(after: token.end) else { return }
      token = scanner.token(at: start)
      tokenPlace = start
      guard node.following &>> UInt32(truncatingIfNeeded: token.hash &>> 59) & 1 != 0 else { return }
      let key = TokenScanner.node(node.hash, token.hash)
      node = lookup.node(key, from: lookup.home(key))
      if node.hash == 0 { return }
    }
  }

  @inline(__always) private static func mayHold(_ filter: UnsafeBufferPointer<UInt64>, _ hash: UInt64) -> Bool {
    let bits = HashFilter.bits(hash)
    return filter[HashFilter.word(hash, filter.count)] & bits == bits
  }

  /// The lower-case word at `place` may start a name.
  @inline(__always) private static func canStartLow(
    _ scanner: TokenScanner, _ lowers: UnsafeBufferPointer<UInt64>, _ place: Int
  ) -> Bool {
    if place &+ 1 < scanner.upper {
      let pair = Int(scanner.bytes[place]) | Int(scanner.bytes[place &+ 1]) &<< 8
      if lowers[pair &>> 6] &>> UInt64(truncatingIfNeeded: pair & 63) & 1 == 0 { return false }
    }
    let x = scanner.eight(at: place)
    let others = ~TokenScanner.wordBytes(x) & 0x8080_8080
    var count = 4
    if others != 0 {
      count = others.trailingZeroBitCount >> 3
      // A letter outside ASCII may be compared as another.
      if x &>> UInt64(8 &* count) & 0x80 != 0 { return true }
    }
    let bit = LowerCaseFilter.bit(x, count)
    return lowers[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit & 63) & 1 != 0
  }

  // MARK: Boundaries

  /// A name may start at `place`: no word, and no word with an apostrophe or an acronym's dot, goes on there.
  @inline(__always) private static func isStart(_ scanner: TokenScanner, _ place: Int) -> Bool {
    if place > scanner.lower, scanner.bytes[place &- 1] == 0x20 { return true }
    return isStartPastCharacter(scanner, place)
  }

  private static func isStartPastCharacter(_ scanner: TokenScanner, _ place: Int) -> Bool {
    let (kind, start) = scanner.characterBefore(place)
    if kind == CharacterTable.Class.word { return false }
    // D'Estaing is no Estaing.
    if kind == CharacterTable.Class.apostrophe {
      return scanner.characterBefore(start).kind != CharacterTable.Class.word
    }
    // In "U.S.A." no "S.A." starts.
    if start < place, scanner.bytes[start] == 0x2E, scanner.isOneCharacter(place) {
      return scanner.characterBefore(start).kind != CharacterTable.Class.word
    }
    return true
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
    if value == 0x2E, token.isWord, scanner.isWord(at: token.end + 1) { return !scanner.isOneCharacter(start) }
    return true
  }

  /// What follows an apostrophe is `s`, `d`, `ll`, `re`, `ve`, as after any noun.
  private func isClitic(_ place: Int) -> Bool {
    let x = scanner.eight(at: place)
    let others = ~TokenScanner.wordBytes(x) & 0x8080_8080_8080_8080
    let count = others == 0 ? 8 : others.trailingZeroBitCount >> 3
    guard count <= 2, !scanner.isWord(at: place + count) else { return false }
    switch (count, (x & ((1 << UInt64(8 * count)) &- 1)) | (count == 1 ? 0x20 : 0x2020)) {
    case (1, 0x73), (1, 0x64), (2, 0x6C6C), (2, 0x6572), (2, 0x6576): return true
    default: return false
    }
  }

  /// The word holds a capital and no small letter.
  @inline(__always) private static func isCapitals(_ scanner: TokenScanner, _ start: Int, _ end: Int) -> Bool {
    if start + 1 < end, scanner.bytes[start + 1] >= 0x61, scanner.bytes[start + 1] <= 0x7A { return false }
    return isCapitalsThroughout(scanner, start, end)
  }

  private static func isCapitalsThroughout(_ scanner: TokenScanner, _ start: Int, _ end: Int) -> Bool {
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
