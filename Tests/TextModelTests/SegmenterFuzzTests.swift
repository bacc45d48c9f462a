import TestSupport
import Testing
import TextModel

/// Whatever the text, tokens and sentences are well formed, and what a slow reading of the rules says of them holds.
@Suite struct SegmenterFuzzTests {
  private static let pieces = [
    "the", "Ada", "Lang", "U.S.", "Mr.", "J.", "said", "didn't", "can’t", "envoys'", "’s", "'", "\"", "“", "”", "‘",
    "’", "«", "»", ".", "...",
    "…", "?!", "!", ",", ";", ":", "-", "—", "–", "--", "(", ")", "[2]", "$5", "3.5", "1,000", "20:07", "a.m.", "No.",
    "No. 5", "é", "Łódź", "中文。",
    "👩‍🚀", "\u{200E}", "\u{A0}", "\u{FEFF}", "\u{301}", "\u{0}", "\n", "\n\n", "\r\n", "\t", "  ", "x.Y", "end.The",
    "aid-The convoy", "https://e.org/a?b=c.",
    "a@b.co", "#tag", "@you", "PARIS — -", "ROME, Jan 28 (Reuters) -", "Published: 28 Jan 2022", "By Jane Doe",
    "Share this", "FILE -", "cannot", "AT&T",
    "US$", "``", "''", "'90s", ".\"", "?”", "2020-01-01", "/", "\\", "_", "%", "&", "~~~", "***",
  ]

  @Test(arguments: 0..<400)
  func mixedPiecesAreCutWell(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var text = ""
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      text += Self.pieces.randomElement(using: &random) ?? ""
      if Bool.random(using: &random) { text += " " }
    }
    try check(text)
  }

  @Test(arguments: 0..<200)
  func randomBytesAreCutWell(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed) + 10_000)
    let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ -> UInt8 in
      Bool.random(using: &random)
        ? UInt8.random(in: 0...255, using: &random) : UInt8.random(in: 0x20...0x7E, using: &random)
    }
    try check(String(decoding: bytes, as: UTF8.self))
  }

  @Test func everyPrefixIsCutWell() throws {
    let text =
      "Headline\nPARIS, Jan 28 (Reuters) - “Ada’s 3.5 U.S. envoys' cannot…” she\u{A0}said.The end—no. \"x\" a@b.co Łódź 👩‍🚀"
    let scalars = Array(text.unicodeScalars)
    for length in 0...scalars.count {
      var prefix = ""
      prefix.unicodeScalars.append(contentsOf: scalars[..<length])
      try check(prefix)
    }
  }

  private static let segmenter = Result { try SegmentationFixture.segmenter() }

  private func check(_ text: String) throws {
    let document = try Self.segmenter.get().document(for: Article(id: "t", text: text))
    let bytes = Array(text.utf8)
    #expect(document.bytes == bytes)
    var end = 0
    for token in document.tokens {
      let range = token.range
      guard range.start >= end, range.end > range.start, range.end <= bytes.count else {
        Issue.record("a token lies badly in \(text.debugDescription)")
        return
      }
      #expect(Self.isBoundary(bytes, range.start) && Self.isBoundary(bytes, range.end), "\(text.debugDescription)")
      // Nothing but what shows nothing lies between tokens.
      #expect(
        Self.isBlank(bytes[end..<range.start]),
        "\(text.debugDescription) lost \(String(decoding: bytes[end..<range.start], as: UTF8.self))")
      end = range.end
    }
    #expect(Self.isBlank(bytes[end...]), "\(text.debugDescription)")
    #expect(
      document.sentences.flatMap { Array($0.tokens) } == Array(document.tokens.indices), "\(text.debugDescription)")
    var paragraph = 0
    for sentence in document.sentences {
      #expect(!sentence.tokens.isEmpty && sentence.paragraph >= paragraph)
      #expect(sentence.range.start == document.tokens[sentence.tokens.lowerBound].range.start)
      #expect(sentence.range.end == document.tokens[sentence.tokens.upperBound - 1].range.end)
      paragraph = sentence.paragraph
      #expect(
        document.regions.contains { $0.role == sentence.role && $0.range.contains(sentence.range) },
        "\(text.debugDescription)")
    }
    for (before, after) in zip(document.regions, document.regions.dropFirst()) {
      #expect(before.range.end <= after.range.start && before.role != after.role)
    }
    // The same text is cut the same way.
    let again = try Self.segmenter.get().document(for: Article(id: "t", text: text))
    #expect(
      again.tokens == document.tokens && again.sentences == document.sentences && again.regions == document.regions)
  }

  private static func isBoundary(_ bytes: [UInt8], _ offset: Int) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }

  /// White space, control characters and marks that show nothing.
  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      scalar.value <= 0x20 || scalar.value == 0x7F || scalar.properties.isWhitespace
        || [.format, .control, .nonspacingMark].contains(scalar.properties.generalCategory)
        || (0x2065...0x206F).contains(scalar.value)
    }
  }
}
