import ArticleReading
import Foundation
import Testing

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("text", "Ada met Bo.", ["a | Ada met Bo."]),
    ("CRLF stays", "One.\r\nTwo.", ["a | One.␍⏎Two."]),
    ("byte order mark", "\u{FEFF}One.", ["a | One."]),
    ("empty", "", ["FAULT a.txt: is empty"]),
    ("blank", " \n\t", ["FAULT a.txt: holds nothing but white space"]),
  ])
  func reads(name: String, text: String, expected: [String]) {
    #expect(ReadingDump.lines(text, name: "a.txt") == expected)
  }

  @Test(arguments: [
    ("UTF-16 little", [0xFF, 0xFE, 0x41, 0x00, 0xE9, 0x00] as [UInt8], ["a | Aé"]),
    ("UTF-16 big", [0xFE, 0xFF, 0x00, 0x41, 0x20, 0x19], ["a | A’"]),
    (
      "Windows-1252", [0x41, 0x92, 0x73, 0x20, 0x63, 0x61, 0x66, 0xE9],
      ["NOTE a.txt: is not UTF-8; it was read as Windows-1252", "a | A’s café"]
    ),
    (
      "binary", [0x41, 0x00, 0x42, 0x43],
      ["FAULT a.txt: is a binary file, not text; only text, HTML, JSON, CSV, feeds, mail and archives of them are read"]
    ),
    ("PDF", Array("%PDF-1.7 x".utf8), ["FAULT a.txt: is a PDF file, which is not read; give its text"]),
  ])
  func tellsEncodings(name: String, bytes: [UInt8], expected: [String]) {
    #expect(ReadingDump.lines(bytes, name: "a.txt") == expected)
  }

  @Test func readsFoldersInOrder() throws {
    let folder = try TemporaryFolder()
    try folder.write("B.", "b/x.txt")
    try folder.write("A.", "a.txt")
    try folder.write("X.", "b/a/x.md")
    try folder.write("hidden", ".git/x.txt")
    try folder.write("", "b/z.txt")
    #expect(folder.lines() == ["a | A.", "x | X.", "x-2 | B.", "FAULT b/z.txt: is empty"])
    #expect(
      folder.lines(["a.txt", "none.txt", "b/x.txt"]) == [
        "a | A.", "FAULT none.txt: does not exist; check the path", "x | B.",
      ])
  }

  @Test func refusesLoopsAndEmptyFolders() throws {
    let folder = try TemporaryFolder()
    try folder.write("A.", "in/a.txt")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "in/loop"), withDestinationURL: folder.url.appending(path: "in"))
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "in/lost"), withDestinationURL: folder.url.appending(path: "gone"))
    try FileManager.default.createDirectory(at: folder.url.appending(path: "none"), withIntermediateDirectories: true)
    #expect(
      folder.lines() == [
        "a | A.", "FAULT in/loop: is a link to a folder around it; it was passed over",
        "FAULT in/lost: is a link that leads nowhere", "FAULT none: is an empty folder; put articles in it",
      ])
  }

  @Test func refusesTooLongArticles() {
    let options = ReadingOptions(maximumArticleBytes: 1 << 20)
    let lines = ReadingDump.lines(Array(repeating: 0x61, count: 1_100_000), name: "a.txt", options: options)
    #expect(lines == ["FAULT a.txt: is longer than 1 MB, the limit for one article; split it"])
  }

  @Test func aPipeInAFolderIsNotWaitedFor() throws {
    let folder = try TemporaryFolder()
    try folder.write("The king called the duchess.", "a.txt")
    try folder.write("The envoy met the duke.", "z.txt")
    #expect(mkfifo(folder.url.appending(path: "pipe").path, 0o600) == 0)
    #expect(
      folder.lines() == [
        "a | The king called the duchess.",
        "FAULT pipe: is a pipe, socket or device; give it by its own name to read it", "z | The envoy met the duke.",
      ])
  }
}
