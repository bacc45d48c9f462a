/// The forms of an English verb or noun by the rules of spelling.
///
/// Irregular verbs come from the table `irregular-verbs.tsv`; the rules are those of a school grammar: *carry* →
/// *carries*, *carried*; *urge* → *urging*; *brief* → *briefed*. A final consonant is doubled for verbs of one syllable
/// with one vowel letter (*chat* → *chatted*).
struct Inflection: Sendable {
  var singular3: String
  var past: [String]
  var participle: [String]
  var gerund: String

  init(verb: String, past: [String] = [], participle: [String] = [], gerund: String? = nil) {
    singular3 = Self.withS(verb)
    let regular = Self.withEnding(verb, "ed")
    self.past = past.isEmpty ? [regular] : past
    self.participle = participle.isEmpty ? self.past : participle
    self.gerund = gerund ?? Self.withEnding(verb, "ing")
  }

  static func plural(noun: String) -> String { withS(noun) }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }

  private static func withS(_ word: String) -> String {
    let bytes = Array(word.utf8)
    guard let last = bytes.last else { return word }
    if last == UInt8(ascii: "y"), bytes.count > 1, !isVowel(bytes[bytes.count - 2]) {
      return word.dropLast() + "ies"
    }
    if word.hasSuffix("s") || word.hasSuffix("x") || word.hasSuffix("z") || word.hasSuffix("ch") || word.hasSuffix("sh")
    {
      return word + "es"
    }
    return word + "s"
  }

  private static func withEnding(_ word: String, _ ending: String) -> String {
    let bytes = Array(word.utf8)
    guard bytes.count > 2, let last = bytes.last else { return word + ending }
    let before = bytes[bytes.count - 2]
    if last == UInt8(ascii: "e") {
      if ending == "ed" { return word + "d" }
      // be-ing, see-ing keep their e; write, urge lose it.
      return before == UInt8(ascii: "e") ? word + ending : word.dropLast() + ending
    }
    if last == UInt8(ascii: "y"), ending == "ed", !isVowel(before) {
      return word.dropLast() + "ied"
    }
    let doubling = !isVowel(last) && !"wxyh".utf8.contains(last)
    let vowels = bytes.filter(isVowel).count
    if doubling, vowels == 1, isVowel(before), !isVowel(bytes[bytes.count - 3]) {
      return word + String(decoding: [last], as: UTF8.self) + ending
    }
    return word + ending
  }
}
