import TestSupport
import Testing

@testable import ArticleReading

/// What is told by bytes alone agrees with what the characters say.
@Suite struct HeadTextTests {
  private static let pieces = [
    "From", "from", ":", ": ", "subject", "Message-ID", "a@b", " ", "\t", "\n", "\r\n", "\r", "\u{85}", "\u{2028}", ",",
    ";",
    "text", "TITLE", "date", "te\u{212A}xt", "\"", "url", "{", "[", "]", "}", "null", "true", "1", "the king",
    "\u{301}", "’",
    "\u{A0}", "<", "Subject: a\n", "From: b\n", "Message-ID: <c>\n", "text,date\n", "Title;Text\r\n",
  ]

  private static func texts(seed: UInt64) -> [String] {
    var random = SeededRandom(seed: seed)
    return (0..<1500).map { _ in
      (0..<Int.random(in: 0...9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
  }

  @Test(arguments: 0..<2) func aQuickNoIsRight(seed: Int) {
    var (mails, tables, values) = (0, 0, 0)
    for text in Self.texts(seed: UInt64(seed)) {
      let head = HeadText(Array(text.utf8)[...])
      if ContentKind.isMail(text) {
        mails += 1
        #expect(head.mayBeMail, "\(text.debugDescription)")
      }
      if ContentKind.tableSeparator(text, name: "a") != nil {
        tables += 1
        #expect(head.mayBeTable, "\(text.debugDescription)")
      }
      if ContentKind.json(text.drop { $0.isWhitespace }) != nil {
        values += 1
        #expect(head.mayBeJSON, "\(text.debugDescription)")
      }
      if let mark = head.firstMark {
        #expect(text.drop { $0.isWhitespace }.utf8.first == mark, "\(text.debugDescription)")
      }
    }
    #expect(mails > 0 && tables > 0 && values > 0)
  }

  /// The name of an article's file, cut by characters.
  private static func stem(_ name: String) -> String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    var parts = file.split(separator: ".", omittingEmptySubsequences: false)
    while parts.count > 1, let last = parts.last, ["gz", "zst", "xz", "bz2", "zip", "tar", "tgz", "lz4"].contains(last)
    {
      parts.removeLast()
    }
    if parts.count > 1, parts.dropLast().contains(where: { !$0.isEmpty }) { parts.removeLast() }
    return parts.joined(separator: ".")
  }

  @Test func stemsAreThoseOfTheCharacters() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<2000 {
      let name = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        ["/", ".", "gz", "tar", "a", "news", "é", "txt"].randomElement(using: &random) ?? ""
      }.joined()
      #expect(ContentOpener.stem(name) == Self.stem(name), "\(name)")
    }
  }

  @Test func binaryFilesAreToldByEachOfTheirBytes() throws {
    var random = SeededRandom(seed: 3)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ -> UInt8 in
        switch Int.random(in: 0..<40, using: &random) {
        case 0: UInt8.random(in: 1..<0x20, using: &random)
        case 1: Bool.random(using: &random) ? 0 : 0x0A
        default: UInt8.random(in: 0x20..<0x7F, using: &random)
        }
      }
      let controls = bytes.filter { $0 < 0x20 && ![0x09, 0x0A, 0x0D, 0x0C, 0x1B].contains($0) }.count
      let isBinary = bytes.contains(0) || controls * 50 > bytes.count
      let isRefused = (try? DecodedText(bytes)) == nil
      #expect(isRefused == isBinary, "\(bytes)")
    }
  }
}
