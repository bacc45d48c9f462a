import Gazetteer
import Testing
import TextModel

@testable import Recognition

/// The tables that an article's words and names are looked up in, beside plain dictionaries.
@Suite struct LexiconTests {
  private struct Random {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    mutating func word(longest: Int) -> String {
      let letters = Array("aAbBzZ@[`{0é’-")
      return String((0..<1 + below(longest)).map { _ in letters[below(letters.count)] })
    }
  }

  private static func lowered(_ word: String) -> [UInt8] {
    word.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
  }

  @Test func wordsAreFoundAsInADictionary() {
    var random = Random(state: 5)
    var lexicon = Lexicon()
    var numbers: [[UInt8]: Int] = [:]
    for _ in 0..<3000 {
      let word = random.word(longest: 20)
      let number = lexicon.add(word)
      #expect(numbers[Self.lowered(word), default: number] == number)
      numbers[Self.lowered(word)] = number
    }
    #expect(lexicon.count == numbers.count)
    for _ in 0..<6000 {
      let (before, word, after) = (random.word(longest: 9), random.word(longest: 20), random.word(longest: 9))
      let text = Array((before + word + after).utf8)
      let found = text.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { lexicon.index(of: $0, before.utf8.count, before.utf8.count + word.utf8.count) }
      }
      #expect(found == numbers[Self.lowered(word)] ?? -1)
    }
    for (word, number) in numbers { #expect(lexicon.index(of: String(decoding: word, as: UTF8.self)) == number) }
  }

  @Test func tokensTogetherAreFoundAsOneByOne() {
    var random = Random(state: 6)
    var lexicon = Lexicon()
    for _ in 0..<500 { _ = lexicon.add(random.word(longest: 12)) }
    var found: [Lexicon.Found] = []
    for _ in 0..<200 {
      let words = (0..<random.below(40)).map { _ in random.word(longest: random.below(2) == 0 ? 3 : 12) }
      let text = Array(words.joined(separator: " ").utf8)
      var tokens: [Token] = []
      for word in words {
        let start = tokens.last.map { Int($0.end) + 1 } ?? 0
        tokens.append(Token(start: start, end: start + word.utf8.count, shape: .word))
      }
      text.withUnsafeBufferPointer { bytes in
        guard let text = bytes.baseAddress else { return }
        found.removeAll()
        tokens.withUnsafeBufferPointer { tokens in
          lexicon.find(tokens, in: bytes) { token, word in
            #expect(token == tokens[found.count])
            found.append(word)
          }
        }
        #expect(found == tokens.map { lexicon.find(text, Int($0.start), Int($0.end)) })
      }
    }
  }

  @Test func wordsKeepTheirClasses() {
    var lexicon = Lexicon()
    let number = lexicon.add("Representative", .noun)
    #expect(lexicon.add("representative", .adjective) == number)
    #expect(lexicon.classes(number) == [.noun, .adjective])
    #expect(lexicon.word(number) == "representative")
    #expect(lexicon.index(of: "representatives") == nil)
    #expect(lexicon.index(of: "representativ") == nil)
    #expect(lexicon.index(of: "") == nil)
    let text = Array("the REPRESENTATIVE".utf8)
    let found = text.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { lexicon.find($0, 4, text.count) }
    }
    #expect(found == Lexicon.Found(index: Int32(number), classes: [.noun, .adjective]))
  }

  @Test func wordsAreSearchedAsOneByOne() {
    var random = Random(state: 13)
    let words = (0..<60).map { number in
      Word(
        start: 0, end: 1, token: Int32(number), id: -1, classes: random.below(9) == 0 ? [.noun, .verb] : .adverb,
        shape: random.below(9) == 0 ? [.letters, .quoted] : .letters, mark: 0)
    }
    for start in 0...words.count {
      for end in start...words.count {
        let range = start..<end
        #expect(words.firstIndex(in: range, having: .verb) == range.first { words[$0].has(.verb) } ?? end)
        #expect(words.holds(.quoted, in: range) == range.contains { words[$0].shape.contains(.quoted) })
      }
    }
  }

  @Test func namesAreNumberedAsInADictionary() {
    var random = Random(state: 12)
    let names = NameTable()
    var numbers: [String: Int32] = [:]
    func check(_ number: Int32, _ key: String) {
      #expect(numbers[key, default: number] == number)
      if numbers[key] == nil { #expect(!numbers.values.contains(number)) }
      numbers[key] = number
    }
    let letters = Array("aAbZz-' `.é’")
    for _ in 0..<4000 {
      let name = String((0..<1 + random.below(random.below(4) == 0 ? 40 : 5)).map { _ in letters[random.below(12)] })
      let text = Array(("x" + name + "y").utf8)
      let range = 1..<text.count - 1
      check(names.exact(text, range), "exact " + name)
      let folded = NameKey.folded(name)
      check(names.folded(text, range), "folded " + folded)
      check(names.folded(folded), "folded " + folded)
      #expect(names.text(names.folded(folded)) == folded)
      #expect(names.text(names.exact(text, range)) == name)
      let words = folded.split(separator: " ")
      let count = text[range].withUnsafeBufferPointer { names.foldWords($0) }
      #expect(count == words.count)
      for word in 0..<min(count, words.count) {
        check(names.folded(words: word..<word + 1), "folded " + words[word])
        check(names.folded(words: word..<count), "folded " + Self.joined(folded, from: word))
      }
      #expect(names.foldWords(of: names.exact(text, range)) == count)
    }
  }

  /// A folded name from one of its words on, as it stands, without spaces at its end.
  private static func joined(_ folded: String, from word: Int) -> String {
    var rest = Substring(folded).drop { $0 == " " }
    for _ in 0..<word { rest = rest.drop { $0 != " " }.drop { $0 == " " } }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }

  @Test func namesHaveTheirNumbersInTheOrderOfAdding() {
    var random = Random(state: 9)
    var several = NumbersOfName()
    var single = NumberOfName()
    var lists: [Int32: [Int]] = [:]
    var last: [Int32: Int] = [:]
    for _ in 0..<6000 {
      // Some lists are longer than those that are looked through.
      let (name, number) = (Int32(random.below(2) == 0 ? random.below(20) : random.below(300)), random.below(40))
      several.add(number, to: name)
      if lists[name]?.contains(number) != true { lists[name, default: []].append(number) }
      single[name] = number
      last[name] = number
    }
    for name in Int32(0)..<320 {
      #expect(several[name] == lists[name])
      #expect(single[name] == last[name])
    }
  }

  @Test func entitiesHaveTheirNumbers() {
    var random = Random(state: 11)
    var table = NumberOfEntity()
    var numbers: [EntityIndex: Int] = [:]
    for number in 0..<500 {
      let entity = EntityIndex(UInt32(random.below(2000)) * 65_536)
      if numbers[entity] != nil { continue }
      numbers[entity] = number
      table.insert(number, for: entity)
    }
    for value in 0..<2000 {
      let entity = EntityIndex(UInt32(value) * 65_536)
      #expect(table[entity] == numbers[entity])
    }
  }

  @Test func lettersAreFoldedAsUnicodeFoldsThem() {
    for value in Array(0x80..<0x250) + Array(0x1E00..<0x1F00) + Array(0x2010..<0x201F) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let name = "x\(scalar)y"
      #expect(NameKey.folded(name) == NameKey.foldedWide(Array(name.utf8)), "U+\(String(value, radix: 16))")
    }
    #expect(NameKey.folded("Nguyễn Phú Trọng") == "nguyen phu trong")
    #expect(NameKey.folded("Côte d’Ivoire") == "cote divoire")
    #expect(NameKey.folded("Saint‑Denis") == "saint denis")
  }
}
