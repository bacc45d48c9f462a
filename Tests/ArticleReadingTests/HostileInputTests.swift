import ArticleReading
import Foundation
import Testing

/// Input that was made to harm, or is wrong in a way that users meet: one reason with its place, within bounds of time and memory.
@Suite struct HostileInputTests {
  struct Row: CustomTestStringConvertible {
    let name: String
    let file: String
    let bytes: [UInt8]
    let expected: [String]
    var options = ReadingOptions()

    init(
      _ name: String, _ file: String, _ bytes: [UInt8], _ expected: [String], options: ReadingOptions = ReadingOptions()
    ) {
      (self.name, self.file, self.bytes, self.expected, self.options) = (name, file, bytes, expected, options)
    }

    init(
      _ name: String, _ file: String, _ text: String, _ expected: [String], options: ReadingOptions = ReadingOptions()
    ) {
      self.init(name, file, Array(text.utf8), expected, options: options)
    }

    var testDescription: String { name }
  }

  private static let zeros = [UInt8](repeating: 0x61, count: 4 << 20)
  private static let bomb =
    "grows to more than 200 times its size by unpacking, as archive bombs do; it was not read on"
  private static let text = Array("The king called.".utf8)
  private static let small = ReadingOptions(maximumArticleBytes: 1 << 20)

  private static func file(_ path: String) -> Packing.Entry { Packing.Entry(path: path, bytes: text) }
  private static func entry(_ path: String, type: UInt32, target: String? = nil) -> Packing.Entry {
    Packing.Entry(path: path, type: type, target: target)
  }

  static let rows: [Row] = bombs + paths + records + pages + texts

  private static let bombs = [
    Row(
      "gzip bomb", "x.gz", Packing.pack([Packing.Entry(path: "x", bytes: zeros)], .raw, .gzip), ["FAULT x.gz: \(bomb)"]),
    Row("xz bomb", "x.xz", Packing.pack([Packing.Entry(path: "x", bytes: zeros)], .raw, .xz), ["FAULT x.xz: \(bomb)"]),
    Row(
      "zstd bomb", "x.zst", Packing.pack([Packing.Entry(path: "x", bytes: zeros)], .raw, .zstd),
      ["FAULT x.zst: \(bomb)"]),
    Row(
      "bzip2 bomb", "x.bz2", Packing.pack([Packing.Entry(path: "x", bytes: zeros)], .raw, .bzip2),
      ["FAULT x.bz2: \(bomb)"]),
    Row(
      "zip bomb behind an article", "x.zip",
      Packing.pack([file("a.txt"), Packing.Entry(path: "b.txt", bytes: zeros)], .zip),
      ["a | The king called.", "FAULT x.zip: \(bomb)"]),
    Row(
      "bomb in a bomb", "x.gz.gz",
      Packing.pack(
        [Packing.Entry(path: "x", bytes: Packing.pack([Packing.Entry(path: "x", bytes: zeros)], .raw, .gzip))], .raw,
        .gzip),
      ["FAULT x.gz.gz: \(bomb)"]),
    Row(
      "more than may be unpacked", "x.tar",
      Packing.pack([file("a.txt"), Packing.Entry(path: "b.txt", bytes: zeros)], .ustar),
      ["a | The king called.", "FAULT x.tar: unpacks to more than 2 MB, the limit; split it"],
      options: ReadingOptions(maximumUnpackedBytes: 2 << 20)),
    Row(
      "a file over the limit in an archive", "x.tar",
      Packing.pack([Packing.Entry(path: "a.txt", bytes: zeros), file("b.txt")], .ustar),
      ["FAULT x.tar/a.txt: is longer than 1 MB, the limit for one article; split it", "b | The king called."],
      options: small),
  ]

  private static let paths = [
    Row(
      "paths that lead out", "x.tar",
      Packing.pack([file("../../etc/a.txt"), file("/etc/b.txt"), file("./c/../../d.txt")], .pax),
      ["a | The king called.", "b | The king called.", "d | The king called."]),
    Row(
      "paths that lead out, in faults", "x.zip",
      Packing.pack([Packing.Entry(path: "../../a\n\u{1B}[2J.txt", bytes: [0x20])], .zip),
      ["FAULT x.zip/a??[2J.txt: holds nothing but white space"]),
    Row(
      "links, folders, pipes and devices", "x.tar",
      Packing.pack(
        [
          entry("a", type: 0o040000), entry("a/passwd", type: 0o120000, target: "/etc/passwd"),
          entry("a/pipe", type: 0o010000),
          entry("a/null", type: 0o020000), file("a/b.txt"),
        ], .pax), ["b | The king called."]),
    Row(
      "nothing but a link", "x.tar", Packing.pack([entry("a", type: 0o120000, target: "/etc/passwd")], .pax),
      ["FAULT x.tar: is an archive without files"]),
    Row(
      "hidden files", "x.zip",
      Packing.pack([file(".git/a.txt"), file("__MACOSX/b.txt"), file("c/.d"), file("e.txt")], .zip),
      ["e | The king called."]),
    Row(
      "two files of one name", "x.zip", Packing.pack([file("a/x.txt"), file("b/x.txt")], .storedZip),
      ["x | The king called.", "x-2 | The king called."]),
    Row(
      "an Office document", "x.docx", Packing.pack([file("[Content_Types].xml"), file("word/document.xml")], .zip),
      ["FAULT x.docx: is an Office document, which is not read; save it as text or HTML"]),
    Row(
      "a wrong file among others", "x.zip",
      Packing.pack(
        [
          file("a.txt"), Packing.Entry(path: "b.pdf", bytes: Array("%PDF-1.7".utf8)), Packing.Entry(path: "c.txt"),
          file("d.txt"),
        ], .zip),
      [
        "a | The king called.", "FAULT x.zip/b.pdf: is a PDF file, which is not read; give its text",
        "FAULT x.zip/c.txt: is empty", "d | The king called.",
      ]),
    Row(
      "a long path", "x.tar",
      Packing.pack([Packing.Entry(path: String(repeating: "a/", count: 2_000) + "b.txt", bytes: [0x20])], .pax),
      ["FAULT x.tar/\(String(repeating: "a/", count: 200)): holds nothing but white space"]),
  ]

  private static let deep = 100_000
  private static let manyKeys = "{\"text\":\"A.\"" + (0..<deep).map { ",\"\($0)\":1" }.joined()

  private static let records = [
    Row(
      "deep arrays on a line", "x.jsonl", "{\"text\":" + String(repeating: "[", count: deep) + "\n{\"text\":\"A.\"}",
      [
        "FAULT x.jsonl:1: is not valid JSON (values stand more than 64 deep inside each other, at byte 72 of the line); mend the line or remove it",
        "x-2 | A.",
      ]),
    Row(
      "deep objects in an array", "x.json",
      "[" + String(repeating: "{\"a\":", count: deep) + "1" + String(repeating: "}", count: deep)
        + ",{\"text\":\"A.\"}]",
      [
        "FAULT x.json: byte 321: is not valid JSON (values stand more than 64 deep inside each other); mend the record or remove it",
        "x-2 | A.",
      ]),
    Row(
      "a giant line", "x.jsonl",
      "{\"text\":\"A.\"}\n{\"text\":\"" + String(repeating: "a", count: 2 << 20) + "\"}\n{\"text\":\"B.\"}\n",
      ["x-1 | A.", "FAULT x.jsonl:2: is longer than 1 MB; raise the limit or split it", "x-3 | B."], options: small),
    Row(
      "a giant row", "x.csv", "id,text\n1,A.\n2," + String(repeating: "a", count: 2 << 20) + "\n3,B.\n",
      ["1 | A.", "FAULT x.csv:3: is longer than 1 MB; raise the limit or split it", "3 | B."], options: small),
    Row(
      "a quotation mark that opens a giant cell", "x.csv",
      "id,text\n1,A.\n2,\"b\n" + String(repeating: "a,b\n", count: 400_000),
      ["1 | A.", "FAULT x.csv:3: starts a row of more than 1 MB; check its quotation marks"], options: small),
    Row(
      "a giant record in an array", "x.json",
      "[{\"text\":\"A.\"},{\"text\":\"" + String(repeating: "a", count: 2 << 20) + "\"}]",
      ["x-1 | A.", "FAULT x.json: byte 15: holds a record of more than 1 MB; split it"], options: small),
    Row(
      "a record with zeros", "x.jsonl", "{\"text\":\"A\\u0000B.\"}\n{\"text\":\"A\u{0}B.\"}\n{\"text\":\"C.\"}",
      [
        "x-1 | A\u{0}B.",
        "FAULT x.jsonl:2: is not valid JSON (a control character stands in a string; write it as an escape, at byte 11 of the line); mend the line or remove it",
        "x-3 | C.",
      ]),
    Row(
      "a line in another encoding", "x.jsonl",
      Array("{\"text\":\"A.\"}\n{\"text\":\"caf".utf8) + [0xE9, 0x94] + Array("\\u2019\"}\n{\"text\":\"caf".utf8) + [
        0xE9
      ]
        + Array("\"}\n{\"text\":\"".utf8) + [0xE9] + Array(" \"x}".utf8),
      [
        "x-1 | A.", "NOTE x.jsonl:2: is not UTF-8; such records are read as Windows-1252", "x-2 | café”’", "x-3 | café",
        "FAULT x.jsonl:4: is not valid JSON (a comma or '}' is missing, at byte 13 of the line); mend the line or remove it",
      ]),
    Row(
      "an array in another encoding", "x.json",
      Array("[{\"text\":\"caf".utf8) + [0xE9] + Array("\"},{\"text\":\"B.\"}]".utf8),
      ["NOTE x.json: byte 1: is not UTF-8; such records are read as Windows-1252", "x-1 | café", "x-2 | B."]),
    Row(
      "a table in another encoding", "x.csv", Array("id,text\na,caf".utf8) + [0xE9] + Array("\nb,B.\n".utf8),
      ["NOTE x.csv:2: is not UTF-8; such records are read as Windows-1252", "a | café", "b | B."]),
    Row(
      "a record of very many keys", "x.jsonl",
      manyKeys + ",\"7\":1}",
      [
        "FAULT x.jsonl:1: is not valid JSON (the key '7' is given twice, at byte \(manyKeys.utf8.count + 2) of the line); mend the line or remove it"
      ]),
    Row(
      "many keys that nobody knows", "x.jsonl", "{\"text\":\"A.\"" + (0..<50).map { ",\"k\($0)\":1" }.joined() + "}",
      (0..<20).map { "NOTE x.jsonl:1: has the unknown key 'k\($0)', which is passed over here and in later records" }
        + ["x-1 | A."]),
    Row("a header and nothing else", "x.csv", "id,text\n", ["FAULT x.csv: holds no records under its header"]),
    Row(
      "a web archive's length that is wrong", "x.warc",
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\nHTTP",
      ["FAULT x.warc: byte 0: has a record without a length; the file is damaged"]),
    Row(
      "a web archive's length that is negative", "x.warc",
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nHTTP",
      ["FAULT x.warc: byte 0: has a record without a length; the file is damaged"]),
  ]

  private static let sentence = "The king called the duchess on Sunday, and the two agreed to talk in Zenda."

  private static let pages = [
    Row(
      "a page of deep elements", "x.html",
      "<html><body>" + String(repeating: "<div>", count: deep) + "<p>\(sentence)</p>",
      ["FAULT x.html: is a page without an article's text"]),
    Row(
      "a page of many attributes", "x.html",
      "<html><body><p " + (0..<deep).map { "a\($0)=\"\($0)\" " }.joined() + ">\(sentence)</p></body></html>",
      ["x | \(sentence)"]),
    Row(
      "a page over the limit", "x.html", "<html><body><p>" + String(repeating: "a", count: 2 << 20),
      ["FAULT x.html: is a page of more than 1 MB, the limit for one article"], options: small),
    Row(
      "a feed whose entities grow", "x.rss",
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"\(String(repeating: "lol", count: 100))\">"
        + (0..<12).map {
          "<!ENTITY \(["b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"][$0]) \"\(String(repeating: "&\(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"][$0]);", count: 10))\">"
        }.joined()
        + "]><rss><channel><item><description>&m; Seen.</description></item></channel></rss>",
      ["FAULT x.rss: has no text in entry 1"]),
    Row(
      "mails in mails", "x.eml",
      "From: a@b.example\nTo: c@d.example\nSubject: x\n"
        + (0..<500).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        + "\nThe end.", ["FAULT x.eml: is a mail without text"]),
  ]

  private static let texts = [
    Row(
      "a text of one giant line", "x.txt", String(repeating: "a ", count: 1 << 20),
      ["FAULT x.txt: is longer than 1 MB, the limit for one article; split it"], options: small),
    Row("zeros", "x.txt", [UInt8](repeating: 0, count: 5_000), ["FAULT x.txt: \(binary)"]),
    Row("a text with a zero", "x.txt", "The king\u{0} called.", ["FAULT x.txt: \(binary)"]),
    Row(
      "half of a UTF-16 character", "x.txt", [0xFF, 0xFE, 0x41, 0x00, 0x42],
      ["NOTE x.txt: ends in the middle of a UTF-16 character; the last byte was left out", "x | A"]),
    Row(
      "lone halves of pairs in UTF-16", "x.txt", [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00], ["x | A\u{FFFD}B"]),
    Row(
      "too long a UTF-8 form", "x.txt", Array("The king called".utf8) + [0xC0, 0x80] + Array(" twice.".utf8),
      ["NOTE x.txt: is not UTF-8; it was read as Windows-1252", "x | The king calledÀ€ twice."]),
    Row("a byte order mark alone", "x.txt", [0xEF, 0xBB, 0xBF], ["FAULT x.txt: holds nothing but white space"]),
    Row(
      "a 7-Zip archive", "x.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4],
      ["FAULT x.7z: is a 7-Zip archive, which is not read; give its text"]),
  ]
  private static let binary =
    "is a binary file, not text; only text, HTML, JSON, CSV, feeds, mail and archives of them are read"

  @Test(arguments: rows) func isNamedAndPassedOver(row: Row) {
    let items = ReadingDump.lines(row.bytes, name: row.file, options: row.options)
    #expect(items == row.expected, "\(items.map { $0.prefix(300) })")
  }

  /// All of them in a folder: each is named with its path and counted, and the articles between them are read.
  @Test func theRestIsRead() throws {
    let folder = try TemporaryFolder()
    let rows = Self.rows.filter {
      $0.options.maximumArticleBytes == ReadingOptions().maximumArticleBytes
        && $0.options.maximumUnpackedBytes == 1 << 40
    }
    for (number, row) in rows.enumerated() {
      try folder.write("The envoy wrote.", "\(100 + number)/a.txt")
      try folder.write(row.bytes, "\(100 + number)/b/\(row.file)")
    }
    let stream = ArticleReader().items(from: [folder.url.path])
    let lines = ReadingDump.lines(stream)
    func count(_ start: String) -> Int { rows.reduce(0) { $0 + $1.expected.count { $0.hasPrefix(start) } } }
    #expect(lines.count { $0.hasSuffix(" | The envoy wrote.") } == rows.count)
    #expect(stream.faults == count("FAULT ") && stream.notes == count("NOTE "))
    #expect(stream.articles == rows.count + rows.reduce(0) { $0 + $1.expected.count } - stream.faults - stream.notes)
    for line in lines where line.hasPrefix("FAULT ") || line.hasPrefix("NOTE ") {
      #expect(line.drop { $0 != " " }.dropFirst().hasPrefix(folder.url.path + "/1"))
    }
  }
}
