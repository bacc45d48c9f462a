import ContactModel
import Foundation

/// Finds parties by names as people type them: any case, with or without diacritics, alias, family name, part of a name.
///
/// The first of these that fits some party decides: the id; the whole name; a whole alias; the last words of a name;
/// words, or beginnings of words, of a name or alias.
public struct PartyNames: Sendable {
  let graph: ContactGraph

  public init(_ graph: ContactGraph) { self.graph = graph }

  /// The index of the one party that a name tells.
  ///
  /// Complexity: O(names of all parties).
  ///
  /// - Throws: `PartyNameError`.
  public func party(_ name: String) throws(PartyNameError) -> Int {
    let found = candidates(name)
    if found.count == 1 { return found[0] }
    if found.isEmpty { throw PartyNameError(name: name, reason: .unknown(nearest: nearest(name))) }
    let weights = weights()
    let choices = found.sorted { (weights[$1], $0) < (weights[$0], $1) }
      .map { "\(graph.parties[$0].name) (\(graph.parties[$0].id))" }
    throw PartyNameError(name: name, reason: .ambiguous(choices: choices))
  }

  /// All parties that a name can mean, ascending.
  public func candidates(_ name: String) -> [Int] {
    let parties = graph.parties
    let asked = Self.words(name)
    if let exact = parties.firstIndex(where: { $0.id == name }) { return [exact] }
    guard !asked.isEmpty else { return parties.indices.filter { parties[$0].name == name } }
    let rules: [(Party) -> Bool] = [
      { $0.id.lowercased() == name.lowercased() },
      { Self.words($0.name) == asked },
      { $0.aliases.contains { Self.words($0) == asked } },
      { Self.words($0.name).suffix(asked.count) == asked[...] },
      { party in ([party.name] + party.aliases).contains { Self.contains(asked, Self.words($0)) } },
    ]
    for fits in rules {
      let found = parties.indices.filter { fits(parties[$0]) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Every word asked for begins some word of the name.
  private static func contains(_ asked: [String], _ words: [String]) -> Bool {
    asked.allSatisfy { wanted in words.contains { $0.hasPrefix(wanted) } }
  }

  private func nearest(_ name: String) -> [String] {
    let typed = Self.words(name)
    let asked = typed.joined(separator: " ")
    if asked.isEmpty { return [] }
    let limit = max(1, asked.count / 3)
    let weights = weights()
    let ranked = graph.parties.indices.compactMap { index -> (distance: Int, index: Int)? in
      let words = Self.words(graph.parties[index].name)
      // The whole name, and every stretch of as many words as were typed.
      let length = min(typed.count, words.count)
      let stretches = (0...(words.count - length)).map { words[$0..<$0 + length].joined(separator: " ") }
      let distance = ([words.joined(separator: " ")] + stretches).map { Self.distance(asked, $0, limit: limit) }.min()
      return distance.flatMap { $0 <= limit ? ($0, index) : nil }
    }
    return ranked.sorted { ($0.distance, -weights[$0.index], $0.index) < ($1.distance, -weights[$1.index], $1.index) }
      .prefix(5).map { graph.parties[$0.index].name }
  }

  private func weights() -> [Int] {
    var weights = [Int](repeating: 0, count: graph.parties.count)
    for contact in graph.contacts {
      weights[contact.from] += 1
      weights[contact.to] += 1
    }
    return weights
  }

  /// The words of a name in lower case, without diacritics and punctuation.
  static func words(_ name: String) -> [String] {
    let plain = name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    var words: [String] = []
    var word = ""
    for character in plain {
      if character.isLetter || character.isNumber {
        word += strokes[character] ?? String(character)
      } else if !"'’`.".contains(character), !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// Letters that Unicode does not take apart, as they are typed without them.
  private static let strokes: [Character: String] = [
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
  ]

  /// The number of letters to change, add, leave out or exchange with the next (optimal string alignment), at most
  /// `limit` + 1.
  static func distance(_ a: String, _ b: String, limit: Int) -> Int {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return min(last[b.count], limit + 1)
  }
}
