import ArticleReading
import Foundation
import TestSupport
import Testing

/// Every kind of input: the right text, headline and date; wrong, empty, truncated and hostile input named and passed over.
@Suite struct ReaderContractTests {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: fixtures.appending(path: name)))
  }

  private static let page =
    "title=Envoys meet in Zenda | date=2019-07-14 | byline=Fritz Tarlenheim"
  private static let pageText =
    "The envoys of two kingdoms met in Zenda on Sunday, their first talks since the winter, both governments said.⏎⏎They spoke for three hours, "
    + "an official of the host told the Wire, and agreed to meet again, in Strelsau, before the autumn."

  private static func webPage(_ path: String) -> String {
    let url = "https://wire.example.org/\(path)"
    return
      "\(url) | title=Envoys meet in Zenda | date=2019-07-14 | source=wire.example.org | url=\(url) | byline=Fritz Tarlenheim | \(pageText)"
  }

  private static let packed = [
    "b | The queen answered.", "a | The king called.", "up | It went up.", "j1 | The envoy wrote.",
  ]

  static let files: [(file: String, expected: [String])] = [
    (
      "page.html",
      [
        "page | title=Ruritania & Fenwick agree to talk | date=2021-03-04 | source=The Strelsau Courier | "
          + "url=https://courier.example.org/2021/03/04/talks | byline=Rose Hentzau | language=en-GB | The chancellor of Ruritania, Marshal "
          + "Strakencz, told his counterpart in Grand Fenwick on Thursday that he would come to talks, without conditions.⏎⏎“We will talk as long "
          + "as it takes,” he said in Strelsau.⏎⏎Fenwick’s duchess, who had asked for the call, agreed to host it.⏎⏎What comes next⏎⏎The two "
          + "sides meet on Monday, according to officials, and the foreign ministers, who spoke twice last week, will prepare it."
      ]
    ),
    ("page-plain.html", ["page-plain | \(page) | \(pageText)"]),
    (
      "feed.rss",
      [
        "https://wire.example.org/1 | title=Envoys meet | date=2019-07-14 | source=Hentzau Wire | url=https://wire.example.org/1 | "
          + "byline=Fritz Tarlenheim | The envoys met in Zenda.⏎⏎They spoke & left.",
        "https://wire.example.org/2 | title=King calls | date=2019-07-15 | source=Hentzau Wire | url=https://wire.example.org/2 | "
          + "The king called the duchess twice.",
        "FAULT feed.rss: has no text in entry 3 (Nothing)",
      ]
    ),
    (
      "feed.atom",
      [
        "tag:courier.example.org,2019:1 | title=Talks & tea | date=2019-07-14 | source=Courier | url=https://courier.example.org/1 | "
          + "byline=Rose Hentzau | The chancellor met the envoy."
      ]
    ),
    (
      "mail.eml",
      ["mail | title=Envoys meet in Zenda | date=2019-07-14 | byline=Rose Hentzáu | The envoys met in a café in Zenda."]
    ),
    (
      "box.mbox",
      [
        "box-1 | title=One | date=2019-07-14 | byline=Rose | The king called.⏎⏎From Zenda, with love.",
        "box-2 | title=Two | date=2019-07-15 | byline=fritz@example.org | The queen answered.",
      ]
    ),
    (
      "table.csv",
      [
        "a1 | title=Envoys meet | date=2019-07-14 | The envoys, both of them, met.⏎They said \"good\".",
        "a2 | title=King calls | date=2019-07-15 | The king called.",
        "FAULT table.csv:5: has 6 cells where the header names 5; put cells that hold the separator in quotation marks",
      ]
    ),
    ("table.tsv", ["table-2 | title=Envoys meet | url=https://wire.example.org/1 | The envoys met."]),
    (
      "records.json",
      [
        "r1 | date=2019-07-14 | The envoys, \"both\" of them, met [today].",
        "FAULT records.json: byte 119: is not valid JSON (a comma or '}' is missing); mend the record or remove it",
        "r3 | The king called.",
      ]
    ),
    (
      "object.json",
      [
        "object-1 | title=Envoys meet | date=2019-07-14 | source=Wire | The envoys met.",
        "object-2 | title=King calls | url=https://wire.example.org/2 | The king called.",
      ]
    ),
    ("pages.warc", [webPage("zenda"), webPage("chunked"), webText]),
    ("pages.warc.gz", [webPage("zenda"), webPage("chunked"), webText]),
    ("news.tar.gz", packed),
    ("news.tar.xz", packed),
    ("news.zip", ["a | The king called.", "inner | The envoy left."]),
    ("letter.txt.bz2", ["letter | The king wrote a letter."]),
    ("note.txt.zst", ["note | The king sent a note."]),
    ("nested.gz", ["nested | The end."]),
    ("nested.zip", ["FAULT nested.zip/x.zip/x.zip/x.zip/x.zip: is packed more than 4 times over; it was not opened"]),
    (
      "bomb.gz",
      ["FAULT bomb.gz: grows to more than 200 times its size by unpacking, as archive bombs do; it was not read on"]
    ),
  ]

  private static let webText =
    "https://wire.example.org/text | source=wire.example.org | url=https://wire.example.org/text | The king called the duchess."

  @Test(arguments: files)
  func readsFile(file: String, expected: [String]) throws {
    #expect(ReadingDump.lines(try Self.bytes(file), name: file) == expected)
  }

  /// The kind is told by what the file holds, whatever it is called.
  @Test(arguments: files.filter { !$0.file.contains("table") && !$0.expected[0].hasPrefix("FAULT") })
  func tellsKindWithoutTheName(file: String, expected: [String]) throws {
    let lines = ReadingDump.lines(try Self.bytes(file), name: "x.txt")
    #expect(lines.count == expected.count)
    #expect(lines.first?.drop { $0 != "|" } == expected.first?.drop { $0 != "|" })
  }

  @Test func streamsAWholeFolder() throws {
    let reader = ArticleReader()
    let stream = reader.items(from: [Self.fixtures.path])
    var count = 0
    for item in stream { if case .article = item { count += 1 } }
    #expect(stream.articles == count && count == 34)
    #expect(stream.faults == 5)
    #expect(stream.bytesRead == reader.totalBytes(of: [Self.fixtures.path]))
  }

  private static let hostile: [(name: String, text: String, expected: [String])] = [
    (
      "page without text", "<html><body><nav><a href=x>Home</a></nav></body></html>",
      ["FAULT x: is a page without an article's text"]
    ),
    ("empty page", "<!doctype html>", ["FAULT x: is a page without an article's text"]),
    (
      "unknown XML", "<?xml version=\"1.0\"?><bill><text>x</text></bill>",
      ["FAULT x: is an XML file that is neither a feed nor a page, which is not read; give its text"]
    ),
    ("feed without entries", "<rss><channel><title>x</title></channel></rss>", ["FAULT x: is a feed without entries"]),
    (
      "entities of its own",
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
        + "<rss><channel><item><description>&b; &f; Seen.</description></item></channel></rss>",
      ["x-1 | Seen."]
    ),
    ("empty array", "[]", ["FAULT x: holds no records"]),
    (
      "array that is cut off", "[{\"text\":\"A.\"},{\"text\":\"B",
      [
        "x-1 | A.", "FAULT x: byte 25: ends before the array does; the file is cut off",
      ]
    ),
    (
      "object that is no record", "{\n \"a\": 1\n}",
      ["FAULT x: has no field 'text'; say by text=FIELD which of its fields holds the text (a)"]
    ),
    (
      "deep JSON", String(repeating: "[{\"a\":", count: 5_000),
      [
        "FAULT x: byte 30000: ends before the array does; the file is cut off"
      ]
    ),
    (
      "quotation mark never closed", "id,text\n1,\"A",
      ["FAULT x:2: opens a quotation mark that is never closed; the file is cut off"]
    ),
    (
      "web archive that is cut off", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 50\r\n\r\nHTTP",
      ["FAULT x: byte 0: ends inside a record; the file is cut off"]
    ),
    (
      "web archive without a length", "WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP",
      ["FAULT x: byte 0: has a record without a length; the file is damaged"]
    ),
    (
      "mail without text", "From: a@b.c\nTo: d@e.f\nSubject: x\nMIME-Version: 1.0\nContent-Type: image/png\n\nx",
      ["FAULT x: is a mail without text"]
    ),
    ("text that starts like JSON", "{curly} beginnings are no JSON.", ["x | {curly} beginnings are no JSON."]),
    ("text that starts like a list", "[Editor's note] The king called.", ["x | [Editor's note] The king called."]),
    (
      "text that starts like a mail", "Envoy: The king called.\nDate: today.",
      ["x | Envoy: The king called.⏎Date: today."]
    ),
    ("text with commas", "The text, the title, and the date.\nMore.", ["x | The text, the title, and the date.⏎More."]),
    ("text that starts like markup", "<i>Strelsau</i> The king called.", ["x | <i>Strelsau</i> The king called."]),
  ]

  @Test(arguments: hostile)
  func namesWhatItCannotRead(name: String, text: String, expected: [String]) {
    #expect(ReadingDump.lines(text, name: "x") == expected)
  }

  @Test(arguments: files.map(\.file))
  func survivesCutsAndDamage(file: String) throws {
    let whole = try Self.bytes(file)
    var random = SeededRandom(seed: UInt64(whole.count))
    for _ in 0..<40 {
      var bytes = Array(whole.prefix(Int.random(in: 0...whole.count, using: &random)))
      if !bytes.isEmpty, Bool.random(using: &random) {
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
      }
      let lines = ReadingDump.lines(bytes, name: file)
      // Every input gives something: articles or a sentence that says why not.
      #expect(!lines.isEmpty, "\(file) cut to \(bytes.count) bytes")
    }
  }

  @Test(arguments: 0..<150)
  func survivesRandomBytes(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let heads = [
      "", "{\"text\":\"", "[{", "<html><p>", "<?xml version='1.0'?><rss><item>", "WARC/1.0\r\n", "\u{1F}\u{8B}",
      "PK\u{3}\u{4}", "From: a\nTo: b\nSubject: =?", "id,text\n\"", "%PDF",
    ]
    var bytes = Array((heads.randomElement(using: &random) ?? "").utf8)
    for _ in 0..<Int.random(in: 0...400, using: &random) {
      bytes.append(
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random) : UInt8.random(in: 0x20...0x7E, using: &random))
    }
    #expect(!ReadingDump.lines(bytes, name: "x").isEmpty)
  }

  @Test func deepMarkupIsReadWithoutEnd() {
    let text =
      String(repeating: "<div>", count: 20_000)
      + "<p>The king called the duchess, who was at home, and told her all of it at once.</p>"
    #expect(!ReadingDump.lines("<html><body>" + text, name: "x").isEmpty)
  }
}
