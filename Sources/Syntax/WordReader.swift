/// Turns the bytes of words into `WordAttributes`; holds the scratch space for it.
package struct WordReader: ~Copyable {
  private let normal: UnsafeMutablePointer<UInt8>
  private let lower: UnsafeMutablePointer<UInt8>
  /// The unfinished hash of the small letters before each byte.
  private let hashes: UnsafeMutablePointer<UInt32>
  /// Longer words are read by their first and last bytes.
  private static let longest = 96

  package init() {
    normal = .allocate(capacity: Self.longest + 8)
    lower = .allocate(capacity: Self.longest + 8)
    hashes = .allocate(capacity: Self.longest + 8)
  }

  deinit {
    normal.deallocate()
    lower.deallocate()
    hashes.deallocate()
  }

  /// The attributes of one word. Complexity: O(*n*) in its bytes, at most 96 of them.
  package func read(_ word: UnsafeBufferPointer<UInt8>, lexicon: Lexicon, hint: WordHint) -> WordAttributes {
    var result = WordAttributes()
    var count = 0
    var exact: UInt32 = 0x811C_9DC5
    var low: UInt32 = 0x811C_9DC5
    var shape: UInt32 = 17
    var lastClass: UInt32 = 0
    var run: UInt32 = 0
    var capitals = 0
    var letters = 0
    var spaces = 0
    var i = 0
    let n = word.count
    while i < n {
      if count == Self.longest / 2, n - i > Self.longest / 2 { i = n - Self.longest / 2 }
      var byte = word[i]
      i += 1
      var small = byte
      var kind: UInt32
      switch byte {
      case 0x61...0x7A:
        kind = 2
        letters += 1
      case 0x41...0x5A:
        kind = 1
        small = byte | 0x20
        letters += 1
        capitals += 1
      case 0x30...0x39:
        kind = 3
        byte = 0x30
        small = 0x30
      case 0x20, 0x5F, 0xA0:
        kind = 4
        if count > 0, i < n { spaces += 1 }
      case 0xE2 where i + 1 < n && word[i] == 0x80:
        // Curly quotes and dashes: one form each.
        switch word[i + 1] {
        case 0x98, 0x99, 0x9B: byte = UInt8(ascii: "'")
        case 0x9C, 0x9D, 0x9E: byte = UInt8(ascii: "\"")
        case 0x90, 0x91: byte = UInt8(ascii: "-")
        case 0x92, 0x93, 0x94, 0x95: byte = 1
        case 0xA6: byte = 2
        default: byte = 3
        }
        i += 2
        small = byte
        kind = 5
      case 0xC3:
        kind = 2
        letters += 1
        if i < n, word[i] >= 0x80, word[i] <= 0x9E {
          kind = 1
          capitals += 1
        }
      case 0x80...0xBF:
        // The rest of a character: Latin-1 capitals are lowered here.
        kind = lastClass
        if count > 0, normal[count - 1] == 0xC3, byte <= 0x9E { small = byte | 0x20 }
      case 0xC4...0xFF:
        kind = 2
        letters += 1
      case 0x2D where i < n && word[i] == 0x2D:
        // "--" is a dash.
        while i < n, word[i] == 0x2D { i += 1 }
        byte = 1
        small = 1
        kind = 5
      case 0x60:
        // Treebank quotes: `` and `.
        byte = UInt8(ascii: "'")
        if i < n, word[i] == 0x60 {
          byte = UInt8(ascii: "\"")
          i += 1
        }
        small = byte
        kind = 5
      case 0x27 where i < n && word[i] == 0x27:
        i += 1
        byte = UInt8(ascii: "\"")
        small = byte
        kind = 5
      default:
        kind = 5 + UInt32(byte)
      }
      normal[count] = byte
      lower[count] = small
      hashes[count] = low
      count += 1
      exact = (exact ^ UInt32(byte)) &* 0x0100_0193
      low = (low ^ UInt32(small)) &* 0x0100_0193
      if kind != lastClass {
        shape = (shape ^ kind) &* 0x0100_0193
        lastClass = kind
        run = 1
      } else if run == 1 {
        run = 2
        shape = (shape ^ 99) &* 0x0100_0193
      }
    }
    result.exact = FeatureHash.finish(exact)
    result.lower = FeatureHash.finish(low)
    result.shape = FeatureHash.finish(shape)
    var h: UInt32 = 0x1234_5678
    for k in 0..<4 {
      if k < count { h = (h ^ UInt32(lower[k])) &* 0x0100_0193 }
      switch k {
      case 0: result.prefix1 = h
      case 1: result.prefix2 = h
      case 2: result.prefix3 = h
      default: result.prefix4 = h
      }
    }
    h = 0x8765_4321
    for k in 0..<4 {
      if k < count { h = (h ^ UInt32(lower[count - 1 - k])) &* 0x0100_0193 }
      switch k {
      case 0: result.suffix1 = h
      case 1: result.suffix2 = h
      case 2: result.suffix3 = h
      default: result.suffix4 = h
      }
    }
    var flags: UInt8 = 0
    if count > 0, normal[0] != lower[0] || (count > 1 && normal[0] == 0xC3 && normal[1] != lower[1]) { flags |= 1 }
    if letters > 0 { flags |= 2 }
    if spaces > 0 { flags |= 4 }
    if letters > 1, capitals == letters { flags |= 8 }
    result.flags = flags
    let own = lexicon.entry(result.exact)
    let common = result.exact == result.lower ? own : lexicon.entry(result.lower)
    if let entry = own ?? common {
      result.ambiguity = entry.ambiguity
      if let own { result.onlyTag = own.onlyTag }
      result.wordClass = UInt32(entry.wordClass.rawValue)
    }
    if result.wordClass == 0, letters == count { result.wordClass = stemClass(count, lexicon) }
    if result.ambiguity < 2, result.wordClass != 0 { result.ambiguity = 1024 &+ result.wordClass }
    if spaces > 0, hint == .properName || flags & 1 != 0 {
      // A name of several words: which one it is says nothing of the sentence.
      result.lexical = 0x4E41_4D45
    } else if let common, common.isFrequent {
      result.lexical = result.lower
    } else {
      result.lexical = FeatureHash.feature(
        77, result.suffix2, UInt32(flags), letters == 0 ? result.shape : result.wordClass)
    }
    return result
  }

  /// The class of a word whose ending hides a word of the dictionary, with a number for the ending; 0 if there is none.
  private func stemClass(_ count: Int, _ lexicon: Lexicon) -> UInt32 {
    func ends(_ ending: StaticString) -> Bool {
      let n = ending.utf8CodeUnitCount
      guard count > n + 1 else { return false }
      for k in 0..<n where lower[count - n + k] != ending.utf8Start[k] { return false }
      return true
    }
    func look(_ length: Int, _ letter: UInt8?, _ ending: UInt32) -> UInt32 {
      guard length > 1 else { return 0 }
      var hash = hashes[length]
      if let letter { hash = (hash ^ UInt32(letter)) &* 0x0100_0193 }
      guard let entry = lexicon.entry(FeatureHash.finish(hash)), entry.wordClass.rawValue != 0 else { return 0 }
      return UInt32(entry.wordClass.rawValue) | ending << 14
    }
    func cut(_ n: Int, _ ending: UInt32) -> UInt32 {
      let stem = count - n
      var found = look(stem, nil, ending)
      if found == 0 { found = look(stem, UInt8(ascii: "e"), ending) }
      if found == 0, stem > 3, lower[stem - 1] == lower[stem - 2] { found = look(stem - 1, nil, ending) }
      if found == 0, lower[stem - 1] == UInt8(ascii: "i") { found = look(stem - 1, UInt8(ascii: "y"), ending) }
      return found
    }
    if ends("s") {
      var found = look(count - 1, nil, 1)
      if found == 0, ends("es") { found = look(count - 2, nil, 1) }
      if found == 0, ends("ies") { found = look(count - 3, UInt8(ascii: "y"), 1) }
      return found
    }
    if ends("ed") { return cut(2, 2) }
    if ends("ing") { return cut(3, 3) }
    if ends("er") { return cut(2, 4) }
    if ends("est") { return cut(3, 5) }
    if ends("ly") { return cut(2, 6) }
    return 0
  }
}
