import TestSupport
import Testing

@testable import Gazetteer

/// The matcher against the obvious implementation, on dictionaries and texts made from a seed.
@Suite struct MatcherOracleTests {
  static let parts = [
    "Ab", "ab", "AB", "Abc", "d", "D", "U", "S", "s", "x1", "Çe", "Ce", "CE", "é", "É", "Øre", "ore", "Lø", "al", "Al",
    "de", "von", "Longername", "LONGERNAME", "Verylongnameofmore", "ß", "2", "Мир", "МИР", "e\u{301}", "ll", "日本",
    "Əli",
  ]
  static let glue = [" ", " ", " ", " ", "-", "'", "’", ".", ". ", " - ", "\u{2011}", " & ", ", "]
  static let gaps = [
    " ", " ", " ", " ", " ", "-", "–", "'", "’", ".", ". ", ", ", "\n", "\n\n", " - ", "--", "\u{A0}", "  ", "(", "“",
    "”", "",
    "'s ", "’s ", "'S ", "’ll ", " & ", "—", "😀", "\u{301}", "\r\n", "\t", "ʼ",
  ]

  static func names(_ random: inout SeededRandom) -> [(id: String, text: String, kind: Alias.Kind)] {
    (0..<(3 + random.below(30))).map { number in
      var text = random.pick(parts)
      for _ in 0..<random.below(4) { text += random.pick(glue) + random.pick(parts) }
      if random.below(6) == 0 { text += "." }
      if random.below(6) == 0 { text += random.pick(["'s", "’s"]) }
      return ("Q\(1000 + number)", text, random.pick([.name, .name, .name, .acronym, .surname, .adjective]))
    }
  }

  static func gazetteer(_ names: [(id: String, text: String, kind: Alias.Kind)]) throws -> Gazetteer {
    // The common name is one that no text holds, so that each kind of alias is tried.
    let lines = names.map { name in
      "\(name.id)\torganization\tzzzz\(name.id)\t\(name.text)\(name.kind == .name ? "" : "{\(name.kind.rawValue)}")\n"
    }
    let file = "id\ttype\tname\taliases\n" + lines.joined()
    return try Gazetteer(files: [("names.tsv", Array(file.utf8))])
  }

  static func fast(_ gazetteer: Gazetteer, _ text: String, _ overlap: OverlapMode) -> [NaiveMatcher.Match] {
    gazetteer.matches(in: text, overlap: overlap).map { match in
      let ids = Set(gazetteer.candidates(of: match.surface).map { gazetteer.id($0.entity) })
      return NaiveMatcher.Match(start: match.start, end: match.end, ids: ids.sorted())
    }
  }

  @Test(arguments: 1...30) func agrees(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let names = Self.names(&random)
    let gazetteer = try Self.gazetteer(names)
    let naive = NaiveMatcher(names: names)
    for _ in 0..<16 {
      var text = ""
      for _ in 0..<random.below(30) {
        text += random.below(3) == 0 ? random.pick(names).text : random.pick(Self.parts)
        text += random.pick(Self.gaps)
      }
      for overlap in OverlapMode.allCases {
        let found = Self.fast(gazetteer, text, overlap)
        let expected = naive.matches(in: text, overlap: overlap)
        #expect(
          found == expected, "seed \(seed), \(overlap), text \(text.debugDescription), names \(names.map(\.text))")
        if found != expected { return }
      }
    }
  }

  @Test func bytesThatAreNoTextMatchNothingAndCrashNothing() throws {
    let gazetteer = try Self.gazetteer([("Q1000", "Ab", .name), ("Q1001", "Çe Ab", .name)])
    var random = SeededRandom(seed: 7)
    for _ in 0..<2000 {
      let bytes = (0..<random.below(60)).map { _ in
        random.pick(
          [0x41, 0x62, 0x20, 0x27, 0xC3, 0x87, 0x65, 0xE2, 0x80, 0x99, 0xFF, 0xF0, 0x2D, 0x0A, 0xCC, 0x81] as [UInt8])
      }
      for overlap in OverlapMode.allCases {
        var found: [SurfaceMatch] = []
        gazetteer.matches(in: bytes, overlap: overlap, into: &found)
        #expect(found.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= bytes.count })
      }
    }
  }
}
