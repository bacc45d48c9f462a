/// Cuts names and texts into the tokens that names are compared by, each as a hash of its folded bytes.
///
/// A token is a run of letters, digits and marks, or one punctuation character. White space and single hyphens between
/// tokens only part them, so `al-Assad`, `al Assad` and `al‑Assad` are the same tokens, as are `Çavuşoğlu` and
/// `Cavusoglu`, `N'Djamena` and `N’Djamena`. A dash with spaces around it is a token, and a blank line ends a name.
/// Bytes that are not UTF-8 are symbols; no bytes make it fail.
struct TokenScanner {
  let bytes: UnsafePointer<UInt8>
  let lower: Int
  let upper: Int
  /// Number of bytes that may be read from `bytes`, at least `upper`.
  private let readable: Int
  private let classes: UnsafePointer<UInt8>
  private let folds: UnsafePointer<UInt64>

  static let wordSeed: UInt64 = 0x9E37_79B9_7F4A_7C15
  static let chunkFactor: UInt64 = 0xA076_1D64_78BD_642F
  static let endFactor: UInt64 = 0xE703_7ED1_A0B4_28DB
  static let symbolSeed: UInt64 = 0x8EBC_6AF0_9C88_C6E3
  static let nodeFactor: UInt64 = 0x5895_65F9_3A1D_4E97

  /// Runs `body` with a scanner over `range` of `text`.
  @inline(__always) static func over<Result>(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (TokenScanner) -> Result
  ) -> Result {
    let table = CharacterTable.unicode
    // Text without bytes has no address; nothing is read from the one that stands for it.
    let bytes = text.baseAddress ?? table.classes
    let bounded = range.clamped(to: 0..<text.count)
    return body(
      TokenScanner(
        bytes: bytes, lower: bounded.lowerBound, upper: bounded.upperBound, readable: text.count,
        classes: table.classes, folds: table.folds))
  }

  @inline(__always) static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// The key of the node that `token` leads to from the node `parent`; never 0.
  @inline(__always) static func node(_ parent: UInt64, _ token: UInt64) -> UInt64 {
    mixed(parent ^ token, nodeFactor ^ (parent << 1)) | 1
  }

  /// High bits set at the bytes of `x` that are ASCII letters or digits.
  @inline(__always) static func wordBytes(_ x: UInt64) -> UInt64 {
    let low = x & 0x7F7F_7F7F_7F7F_7F7F
    let folded = low | 0x2020_2020_2020_2020
    let letters = (folded &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(folded &+ 0x0505_0505_0505_0505)
    let digits = (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646)
    return (letters | digits) & ~x & 0x8080_8080_8080_8080
  }

  /// High bits set at the bytes of `x` that are small letters of ASCII.
  @inline(__always) static func smallLetters(_ x: UInt64) -> UInt64 {
    // Bits 5 and 6 are set in small letters alone; digits lack bit 6, capitals bit 5.
    wordBytes(x) & (x &<< 2) & (x &<< 1)
  }

  /// Eight bytes from `place`, the first one lowest; zero from the end of the range on.
  @inline(__always) func eight(at place: Int) -> UInt64 {
    let left = upper - place
    if left >= 8 { return UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self) }
    if left <= 0 { return 0 }
    if place + 8 <= readable {
      let x = UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self)
      return x & ((1 << UInt64(8 * left)) &- 1)
    }
    var x: UInt64 = 0
    for offset in 0..<left { x |= UInt64(bytes[place + offset]) << UInt64(8 * offset) }
    return x
  }

  @inline(__always) static func isASCIIWord(_ byte: UInt8) -> Bool {
    let folded = byte | 0x20
    return (folded >= 0x61 && folded <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  /// The scalar that starts at `place` and its length in bytes; a byte that starts none is U+FFFD.
  func scalar(at place: Int) -> (value: UInt32, count: Int) {
    let first = UInt32(bytes[place])
    if first < 0x80 { return (first, 1) }
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, place + count <= upper else { return (0xFFFD, 1) }
    var value = first & (0x7F >> UInt32(count))
    for offset in 1..<count {
      let next = UInt32(bytes[place + offset])
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | (next & 0x3F)
    }
    return (value, count)
  }

  func characterClass(_ value: UInt32) -> UInt8 {
    if value < 0x10000 { return classes[Int(value)] }
    guard let scalar = Unicode.Scalar(value) else { return CharacterTable.Class.symbol }
    return CharacterTable.category(of: scalar)
  }

  /// The class of the character before `place`, and where it starts; a symbol at the start of the range.
  func characterBefore(_ place: Int) -> (kind: UInt8, start: Int) {
    guard place > lower else { return (CharacterTable.Class.space, place) }
    var start = place - 1
    while start > lower, bytes[start] & 0xC0 == 0x80, place - start < 4 { start -= 1 }
    let (value, count) = scalar(at: start)
    if start + count != place { return (CharacterTable.Class.symbol, place - 1) }
    return (characterClass(value), start)
  }

  /// A word character starts at `place`.
  @inline(__always) func isWord(at place: Int) -> Bool {
    guard place < upper else { return false }
    let byte = bytes[place]
    if byte < 0x80 { return Self.isASCIIWord(byte) }
    return characterClass(scalar(at: place).value) == CharacterTable.Class.word
  }

  /// The word at `place` is a single character.
  func isOneCharacter(_ place: Int) -> Bool { !isWord(at: place + scalar(at: place).count) }

  struct Token {
    var hash: UInt64
    var end: Int
    var isWord: Bool
  }

  /// The token that starts at `place`, which is inside the range and no white space.
  @inline(__always) func token(at place: Int) -> Token {
    let byte = bytes[place]
    if byte < 0x80 ? Self.isASCIIWord(byte) : isWord(at: place) {
      return word(at: place)
    }
    return symbol(at: place)
  }

  private func symbol(at place: Int) -> Token {
    let (value, count) = scalar(at: place)
    let normal: UInt32 =
      switch characterClass(value) {
      case CharacterTable.Class.apostrophe: 0x27
      case CharacterTable.Class.quote: 0x22
      case CharacterTable.Class.hyphen: 0x2D
      default: value == 0x2014 ? 0x2D : value
      }
    return Token(
      hash: Self.mixed(UInt64(normal) ^ Self.symbolSeed, Self.chunkFactor), end: place + count, isWord: false)
  }

  /// The word that starts at `place`.
  @inline(__always) func word(at place: Int) -> Token {
    var hash = Self.wordSeed
    var next = place
    while true {
      let x = eight(at: next)
      let others = ~Self.wordBytes(x) & 0x8080_8080_8080_8080
      if others == 0 {
        hash = Self.mixed(hash ^ x, Self.chunkFactor)
        next += 8
        continue
      }
      let count = others.trailingZeroBitCount >> 3
      if (x >> UInt64(8 * count)) & 0x80 != 0, isWord(at: next + count) { return foldedWord(at: place) }
      if count > 0 { hash = Self.mixed(hash ^ (x & ((1 << UInt64(8 * count)) &- 1)), Self.chunkFactor) }
      let end = next + count
      return Token(hash: Self.mixed(hash ^ UInt64(end - place), Self.endFactor), end: end, isWord: true)
    }
  }

  /// The token at `place` of a range of ASCII alone, and its hash in capitals.
  @inline(__always) func tokenOfASCII(at place: Int) -> (token: Token, capitals: UInt64) {
    guard Self.isASCIIWord(bytes[place]) else {
      let token = symbol(at: place)
      return (token, token.hash)
    }
    var hash = Self.wordSeed
    var capitals = Self.wordSeed
    var next = place
    while true {
      let x = eight(at: next)
      let others = ~Self.wordBytes(x) & 0x8080_8080_8080_8080
      let count = others == 0 ? 8 : others.trailingZeroBitCount >> 3
      if count > 0 {
        let chunk = count == 8 ? x : x & ((1 << UInt64(8 * count)) &- 1)
        hash = Self.mixed(hash ^ chunk, Self.chunkFactor)
        capitals = Self.mixed(capitals ^ (chunk & ~(Self.smallLetters(chunk) >> 2)), Self.chunkFactor)
      }
      next += count
      if count < 8 { break }
    }
    let length = UInt64(next - place)
    return (
      Token(hash: Self.mixed(hash ^ length, Self.endFactor), end: next, isWord: true),
      Self.mixed(capitals ^ length, Self.endFactor)
    )
  }

  /// The word at `place` when it holds characters outside ASCII: hashed as the bytes that it is compared as.
  private func foldedWord(at place: Int) -> Token {
    var hash = Self.wordSeed
    var chunk: UInt64 = 0
    var total = 0
    var next = place
    @inline(__always) func add(_ byte: UInt64) {
      chunk |= byte << UInt64(8 * (total & 7))
      total += 1
      if total & 7 == 0 {
        hash = Self.mixed(hash ^ chunk, Self.chunkFactor)
        chunk = 0
      }
    }
    while next < upper {
      let (value, count) = scalar(at: next)
      guard characterClass(value) == CharacterTable.Class.word else { break }
      let fold = value < CharacterTable.foldLimit ? folds[Int(value)] : CharacterTable.unchanged
      if fold == CharacterTable.unchanged {
        for offset in 0..<count { add(UInt64(bytes[next + offset])) }
      } else {
        for offset in 0..<(fold >> 56) { add((fold >> (8 * offset)) & 0xFF) }
      }
      next += count
    }
    if total & 7 != 0 { hash = Self.mixed(hash ^ chunk, Self.chunkFactor) }
    return Token(hash: Self.mixed(hash ^ UInt64(total), Self.endFactor), end: next, isWord: true)
  }

  /// The first bytes, at most eight, that the word at `place` is compared as, the first one lowest.
  func foldedPrefix(at place: Int) -> (bytes: UInt64, count: Int) {
    var prefix: UInt64 = 0
    var total = 0
    var next = place
    while next < upper, total < 8 {
      let (value, count) = scalar(at: next)
      guard characterClass(value) == CharacterTable.Class.word else { break }
      let fold = value < CharacterTable.foldLimit ? folds[Int(value)] : CharacterTable.unchanged
      let length = fold == CharacterTable.unchanged ? count : Int(fold >> 56)
      for offset in 0..<length where total < 8 {
        let byte = fold == CharacterTable.unchanged ? UInt64(bytes[next + offset]) : fold >> UInt64(8 * offset) & 0xFF
        prefix |= byte << UInt64(8 * total)
        total += 1
      }
      next += count
    }
    return (prefix, total)
  }

  /// The bytes that a scalar is compared as; nil where it is compared as itself.
  private func foldedBytes(of value: UInt32) -> [UInt8]? {
    guard value < CharacterTable.foldLimit, folds[Int(value)] != CharacterTable.unchanged else { return nil }
    let fold = folds[Int(value)]
    return (0..<(fold >> 56)).map { UInt8(truncatingIfNeeded: fold >> (8 * $0)) }
  }

  /// Where the token after `end` starts; nil at the end of the range or where a blank line parts the text.
  @inline(__always) func start(after end: Int) -> Int? {
    if end + 1 < upper, bytes[end] == 0x20, Self.isASCIIWord(bytes[end + 1]) { return end + 1 }
    return startPastGap(end)
  }

  private func startPastGap(_ end: Int) -> Int? {
    var place = end
    var lines = 0
    while place < upper {
      let (value, count) = scalar(at: place)
      switch characterClass(value) {
      case CharacterTable.Class.space:
        if value == 0x0A || value == 0x2028 { lines += 1 }
        if lines > 1 || value == 0x2029 { return nil }
        place += count
      case CharacterTable.Class.hyphen where place == end:
        let next = place + count
        guard next < upper else { return nil }
        let following = characterClass(scalar(at: next).value)
        if following == CharacterTable.Class.space || following == CharacterTable.Class.hyphen { return place }
        return next
      default:
        return place
      }
    }
    return nil
  }

  /// Where the first word at or after `place` starts; nil where there is none.
  func firstWord(from place: Int) -> Int? {
    var place = place
    while place < upper {
      if isWord(at: place) { return place }
      place += scalar(at: place).count
    }
    return nil
  }
}

extension TokenScanner {
  /// The bytes of the range as words are compared.
  func foldedBytes() -> [UInt8] {
    var result: [UInt8] = []
    var place = lower
    while place < upper {
      let (value, count) = scalar(at: place)
      if let bytes = foldedBytes(of: value) {
        result += bytes
      } else {
        result.append(contentsOf: UnsafeBufferPointer(start: bytes + place, count: count))
      }
      place += count
    }
    return result
  }
}
