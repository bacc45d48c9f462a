/// What a dictionary says of a word: what kind of thing the noun names, how the verb is built, which other parts of speech
/// there are. 14 bits.
package struct WordClass: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue & 0x3FFF
  }

  /// The class that a table names, or nil for an unknown name.
  package init?(name: Substring) {
    let nouns = ["person", "group", "place", "time", "message", "idea", "act", "event", "thing", "amount"]
    let names = ["given", "person", "place", "group", "other"]
    let verbs = ["alone", "object", "objects", "clause"]
    let parts = ["noun", "verb", "adj", "adv"]
    let cells = name.split(separator: ".")
    switch (cells.first, cells.dropFirst().first) {
    case ("noun", let kind?):
      guard let i = nouns.firstIndex(where: { $0 == kind }) else { return nil }
      self.init(rawValue: UInt16(i + 1))
    case ("verb", let frame?):
      guard let i = verbs.firstIndex(where: { $0 == frame }) else { return nil }
      self.init(rawValue: 1 << UInt16(4 + i))
    case ("adj", nil): self.init(rawValue: 1 << 8)
    case ("adv", nil): self.init(rawValue: 1 << 9)
    case ("name", let kind?):
      guard let i = names.firstIndex(where: { $0 == kind }) else { return nil }
      self.init(rawValue: 1 << 10 | UInt16(i + nouns.count + 1))
    case ("mostly", let part?):
      guard let i = parts.firstIndex(where: { $0 == part }) else { return nil }
      self.init(rawValue: UInt16(i + 1) << 11)
    default: return nil
    }
  }

  /// Joins two classes of a word; of two kinds of noun the first stays.
  package mutating func add(_ other: WordClass) {
    let noun = rawValue & 15
    self = WordClass(rawValue: (rawValue | other.rawValue) & ~15 | (noun == 0 ? other.rawValue & 15 : noun))
  }

  /// Makes the word a name of this kind instead of another kind.
  package mutating func addName(_ name: WordClass) {
    let isName = rawValue & 15 > 10
    self = WordClass(rawValue: isName ? rawValue & ~15 : rawValue)
    add(name)
  }
}
