/// Makes a dictionary of names and news-like text that holds about 1.4 of them in a sentence, from a seed.
struct NameGenerator {
  private var random: SeededGenerator
  /// Names, each once, of one to four words.
  private(set) var names: [[UInt8]] = []
  private var words: [[UInt8]] = []
  private var strangers: [[UInt8]] = []

  init(names count: Int, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    let given = (0..<max(200, count / 40)).map { _ in capitalized(syllables: 2) }
    let family = (0..<max(500, count / 4)).map { _ in capitalized(syllables: 3) }
    words = (0..<20_000).map { _ in word(syllables: 1 + random.below(3)) }
    strangers = (0..<20_000).map { _ in capitalized(syllables: 2 + random.below(2)) }
    var seen: Set<[UInt8]> = []
    seen.reserveCapacity(count)
    names.reserveCapacity(count)
    while names.count < count {
      let name = name(given, family)
      if seen.insert(name).inserted { names.append(name) }
    }
  }

  /// Text of at least the number of bytes.
  mutating func text(bytes: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes + 1024)
    while text.count < bytes {
      let length = 12 + random.below(18)
      for place in 0..<length {
        if place > 0 { text.append(0x20) }
        let choice = random.below(1000)
        if place > 0, choice < 67 {
          text += names[random.below(names.count)]
        } else if choice < 100 {
          text += strangers[random.below(strangers.count)]
        } else {
          // Frequent words come oftener, as in real text.
          let start = text.count
          text += words[random.below(1 + random.below(1 + random.below(words.count)))]
          if place == 0 { text[start] -= 0x20 }
        }
        if place + 1 < length, random.below(20) == 0 { text.append(UInt8(ascii: ",")) }
      }
      text += [UInt8(ascii: "."), random.below(5) == 0 ? 0x0A : 0x20]
    }
    return text
  }

  private mutating func name(_ given: [[UInt8]], _ family: [[UInt8]]) -> [UInt8] {
    switch random.below(10) {
    case 0: family[random.below(family.count)] + Array(" ".utf8) + family[random.below(family.count)]
    case 1:
      given[random.below(given.count)] + Array(" ".utf8) + given[random.below(given.count)] + Array(" ".utf8)
        + family[random.below(family.count)]
    case 2: family[random.below(family.count)] + Array(" of ".utf8) + given[random.below(given.count)]
    case 3: given[random.below(given.count)] + Array("-".utf8) + family[random.below(family.count)]
    case 4: capitalized(syllables: 3 + random.below(2))
    default: given[random.below(given.count)] + Array(" ".utf8) + family[random.below(family.count)]
    }
  }

  private mutating func word(syllables: Int) -> [UInt8] {
    let onsets = Array("b c d f g h k l m n p r s t v w z st tr br".utf8.split(separator: 0x20))
    let vowels = Array("a e i o u ai ea".utf8.split(separator: 0x20))
    let codas = Array("n r s t l nd".utf8.split(separator: 0x20))
    var bytes: [UInt8] = []
    for _ in 0..<syllables {
      bytes += onsets[random.below(onsets.count)]
      bytes += vowels[random.below(vowels.count)]
      if random.below(3) == 0 { bytes += codas[random.below(codas.count)] }
    }
    return bytes
  }

  private mutating func capitalized(syllables: Int) -> [UInt8] {
    var bytes = word(syllables: syllables)
    bytes[0] -= 0x20
    return bytes
  }
}
