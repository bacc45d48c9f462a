import Syntax
import Testing

/// What a dictionary says of words, and how a word is found there behind its ending.
@Suite struct WordClassTests {
  static let namedBits: [(name: String, bits: UInt16)] = [
    ("noun.person", 1), ("noun.amount", 10), ("verb.alone", 16), ("verb.clause", 128), ("adj", 256), ("adv", 512),
    ("name.given", 1024 + 11), ("name.other", 1024 + 15), ("mostly.noun", 2048), ("mostly.adv", 8192),
  ]

  @Test(arguments: namedBits)
  func names(name: String, bits: UInt16) {
    #expect(WordClass(name: name[...])?.rawValue == bits)
  }

  @Test(arguments: ["", "noun", "verb", "noun.verb", "adj.thing", "name", "mostly.name", "Noun.person", "particle"])
  func noNames(name: String) {
    #expect(WordClass(name: name[...]) == nil)
  }

  @Test func ofTwoNounsTheFirstStays() {
    var word = WordClass(rawValue: 3 | 32)
    word.add(WordClass(rawValue: 5 | 256))
    #expect(word.rawValue == 3 | 32 | 256)
  }

  @Test func aNameIsOfOneKind() {
    var word = WordClass(rawValue: 0)
    word.addName(WordClass(rawValue: 1024 + 11))
    word.addName(WordClass(rawValue: 1024 + 12))
    #expect(word.rawValue == 1024 + 12)
    var noun = WordClass(rawValue: 3)
    noun.addName(WordClass(rawValue: 1024 + 12))
    #expect(noun.rawValue == 1024 + 3)
  }

  /// A lexicon of three verbs and nothing else: 32 hope, 64 run, 96 try.
  static let inflections: [(word: String, stem: UInt32, ending: UInt32)] = [
    ("hope", 32, 0), ("Hope", 32, 0), ("hopes", 32, 1), ("hoped", 32, 2), ("hoping", 32, 3), ("runs", 64, 1),
    ("running", 64, 3), ("Runner", 64, 4), ("tries", 96, 1), ("tried", 96, 2), ("trying", 96, 3), ("ed", 0, 0),
    ("s", 0, 0), ("hopeless", 0, 0), ("ring", 0, 0), ("", 0, 0), ("run-ing", 0, 0),
  ]

  @Test(arguments: inflections)
  func endings(word: String, stem: UInt32, ending: UInt32) {
    let reader = WordReader()
    func read(_ word: String, _ lexicon: Lexicon) -> WordAttributes {
      let bytes = Array(word.utf8)
      return bytes.withUnsafeBufferPointer { reader.read($0, lexicon: lexicon, hint: .none) }
    }
    let empty = Lexicon(slots: UnsafeBufferPointer(start: nil, count: 0))
    var slots = [Lexicon.Entry](repeating: Lexicon.Entry(), count: 8)
    for (lemma, bits) in [("hope", 32), ("run", 64), ("try", 96)] as [(String, UInt16)] {
      let key = read(lemma, empty).lower
      var i = Int(key) & 7
      while !slots[i].isEmpty { i = (i + 1) & 7 }
      slots[i] = Lexicon.Entry(
        key: key, ambiguity: 0, onlyTag: 255, isFrequent: false, wordClass: WordClass(rawValue: bits))
    }
    let found = slots.withUnsafeBufferPointer { read(word, Lexicon(slots: $0)).wordClass }
    #expect(found == stem | ending << 14)
  }

  @Test func entriesKeepWhatTheyAreGiven() {
    for (ambiguity, tag) in [(0, 255), (1, 0), (1000, 82)] as [(UInt16, UInt8)] {
      for isFrequent in [false, true] {
        for bits in [1, 0x3FFF] as [UInt16] {
          let entry = Lexicon.Entry(
            key: 7, ambiguity: ambiguity, onlyTag: tag, isFrequent: isFrequent, wordClass: WordClass(rawValue: bits))
          #expect(entry.ambiguity == UInt32(ambiguity))
          #expect(entry.onlyTag == tag)
          #expect(entry.isFrequent == isFrequent)
          #expect(entry.wordClass.rawValue == bits)
          #expect(!entry.isEmpty)
        }
      }
    }
    #expect(Lexicon.Entry().isEmpty)
  }
}
