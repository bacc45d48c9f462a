import Foundation

@testable import Gazetteer

/// The matcher's rules in the most obvious way: every name is compared at every token of the text.
struct NaiveMatcher {
  struct Token {
    var key: String
    var start: Int
    var end: Int
    var isWord: Bool
    /// A name may go on from the token before to this one.
    var continues = true
  }

  struct Match: Hashable, Comparable, CustomStringConvertible {
    var start: Int
    var end: Int
    /// Ids of the candidates, sorted.
    var ids: [String]
    static func < (a: Match, b: Match) -> Bool { (a.start, -a.end) < (b.start, -b.end) }
    var description: String { "\(start)..<\(end) \(ids)" }
  }

  private var written: [([String], String)] = []
  private var capitals: [([String], String)] = []

  init(names: [(id: String, text: String, kind: Alias.Kind)]) {
    for name in names {
      var spellings = [name.text]
      Array(name.text.utf8).withUnsafeBufferPointer { bytes in
        let shape = TokenScanner.over(bytes, bytes.indices) { NameShape($0) }
        NameVariants.each(bytes, shape, kind: name.kind) { spellings.append(String(decoding: $0, as: UTF8.self)) }
      }
      for spelling in spellings {
        guard let keys = Self.keys(spelling) else { continue }
        written.append((keys, name.id))
        if name.kind != .acronym, let upper = Self.keys(spelling.uppercased()), spelling.uppercased() != spelling {
          capitals.append((upper, name.id))
        }
      }
    }
  }

  private static func keys(_ name: String) -> [String]? {
    let tokens = tokens(name)
    guard let first = tokens.firstIndex(where: \.isWord) else { return nil }
    var keys: [String] = []
    for (index, token) in tokens[first...].enumerated() {
      if index > 0, !token.continues { break }
      keys.append(token.key)
    }
    return keys
  }

  private static let apostrophes = Set("'`´‘’ʼʻ".unicodeScalars)
  private static let hyphens = Set("-‐‑‒–−".unicodeScalars)
  private static let quotes = Set("\"«»“”„".unicodeScalars)
  private static let plain: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "þ": "th", "ə": "a", "Ə": "A",
  ]

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if apostrophes.contains(scalar) { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }

  private static func folded(_ word: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars where !(0x300..<0x370).contains(scalar.value)
    {
      result.append(contentsOf: (plain[scalar] ?? String(scalar)).unicodeScalars)
    }
    return String(result)
  }

  static func tokens(_ text: String) -> [Token] {
    let scalars = Array(text.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + String(scalar).utf8.count) }
    var tokens: [Token] = []
    var place = 0
    var lastEnd = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar.properties.isWhitespace {
        place += 1
        continue
      }
      var end = place + 1
      var key = String(scalar)
      let word = isWord(scalar)
      if word {
        while end < scalars.count, isWord(scalars[end]) { end += 1 }
        key = folded(String(String.UnicodeScalarView(scalars[place..<end])))
      } else if hyphens.contains(scalar) {
        // Between two characters that are neither space nor hyphen it only parts them.
        let touches = place == lastEnd && place > 0
        let follows =
          end < scalars.count && !scalars[end].properties.isWhitespace && !hyphens.contains(scalars[end])
        if touches && follows {
          place = end
          continue
        }
        // Behind a token, a hyphen at the end of the text ends what can be compared.
        key = "-"
      } else if apostrophes.contains(scalar) {
        key = "'"
      } else if quotes.contains(scalar) {
        key = "\""
      } else if scalar == "—" {
        key = "-"
      }
      let gap = scalars[lastEnd..<place]
      let continues = gap.filter { $0 == "\n" }.count < 2
      tokens.append(
        Token(key: key, start: offsets[place], end: offsets[end], isWord: word, continues: continues))
      lastEnd = end
      place = end
    }
    return tokens
  }

  // MARK: Matching

  func matches(in text: String, overlap: OverlapMode) -> [Match] {
    let tokens = Self.tokens(text)
    let bytes = Array(text.utf8)
    var found: [Match] = []
    for first in tokens.indices where tokens[first].isWord && Self.isStart(tokens, first, bytes) {
      let word = String(decoding: bytes[tokens[first].start..<tokens[first].end], as: UTF8.self)
      let inCapitals =
        !word.unicodeScalars.contains(where: \.properties.isLowercase)
        && word.unicodeScalars.contains(where: \.properties.isUppercase)
      var byEnd: [Int: Set<String>] = [:]
      for (keys, id) in written + (inCapitals ? capitals : []) {
        guard first + keys.count <= tokens.count else { continue }
        let last = first + keys.count - 1
        guard zip(keys, tokens[first...last]).allSatisfy({ $0 == $1.key }),
          tokens[first...last].dropFirst().allSatisfy(\.continues), Self.isEnd(tokens, last, bytes)
        else { continue }
        byEnd[tokens[last].end, default: []].insert(id)
      }
      found += byEnd.map { Match(start: tokens[first].start, end: $0.key, ids: $0.value.sorted()) }
    }
    found.sort()
    switch overlap {
    case .all: return found
    case .longest:
      var kept: [Match] = []
      for match in found where match.start >= kept.last?.end ?? 0 { kept.append(match) }
      return kept
    case .noNested:
      return found.filter { match in
        !found.contains { $0 != match && $0.start <= match.start && match.end <= $0.end }
      }
    }
  }

  private static func adjoins(_ a: Token, _ b: Token) -> Bool { a.end == b.start }

  private static func isStart(_ tokens: [Token], _ index: Int, _ bytes: [UInt8]) -> Bool {
    guard index > 0, adjoins(tokens[index - 1], tokens[index]) else { return true }
    let before = tokens[index - 1]
    let word = index > 1 && tokens[index - 2].isWord && adjoins(tokens[index - 2], before)
    if before.key == "'" { return !word }
    if before.key == ".", isOneCharacter(tokens[index], bytes) { return !word }
    return true
  }

  private static func isOneCharacter(_ token: Token, _ bytes: [UInt8]) -> Bool {
    String(decoding: bytes[token.start..<token.end], as: UTF8.self).unicodeScalars.count == 1
  }

  private static func isEnd(_ tokens: [Token], _ index: Int, _ bytes: [UInt8]) -> Bool {
    guard index + 1 < tokens.count, adjoins(tokens[index], tokens[index + 1]) else { return true }
    let token = tokens[index]
    let after = tokens[index + 1]
    if after.isWord { return false }
    guard token.isWord, index + 2 < tokens.count, adjoins(after, tokens[index + 2]), tokens[index + 2].isWord else {
      return true
    }
    if after.key == "'" {
      let word = String(decoding: bytes[tokens[index + 2].start..<tokens[index + 2].end], as: UTF8.self)
      return ["s", "d", "ll", "re", "ve"].contains(word.lowercased())
    }
    if after.key == "." { return !isOneCharacter(token, bytes) }
    return true
  }
}
