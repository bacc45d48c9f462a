import ArticleReading
import Foundation
import TestSupport
import Testing

/// Every kind of input in every wrapping: the same articles; cut off, damaged or empty: a reason with its file, and the rest is read.
@Suite struct InputContractTests {
  /// A folder of three inputs of which the middle one is in question.
  private struct Three {
    let name: String
    var middle: [String] = []
    let counts: (articles: Int, notes: Int, faults: Int)
    let isWhole: Bool

    init(_ bytes: [UInt8], name: String) throws {
      let folder = try TemporaryFolder()
      self.name = name
      try folder.write("The duke wrote a letter.", "a.txt")
      try folder.write(bytes, "m-\(name)")
      try folder.write("The duke left.", "z.txt")
      let stream = ArticleReader().items(from: ["a.txt", "m-\(name)", "z.txt"].map { folder.url.path + "/" + $0 })
      let path = folder.url.path + "/"
      let lines = ReadingDump.lines(stream).map { $0.replacing(path, with: "") }
      let counts = (articles: stream.articles, notes: stream.notes, faults: stream.faults)
      self.counts = counts
      isWhole =
        lines.first == "a | The duke wrote a letter." && lines.last == "z | The duke left."
        && counts.articles == lines.count { !$0.hasPrefix("NOTE ") && !$0.hasPrefix("FAULT ") }
        && counts.notes == lines.count { $0.hasPrefix("NOTE ") }
        && counts.faults == lines.count { $0.hasPrefix("FAULT ") }
      if lines.count > 2 { middle = Array(lines[1..<(lines.count - 1)]) }
    }

    var faults: [String] { middle.filter { $0.hasPrefix("FAULT ") } }
    /// Each fault and note names the file, or a file in it.
    var areNamed: Bool {
      middle.allSatisfy { line in
        (!line.hasPrefix("FAULT ") && !line.hasPrefix("NOTE ")) || line.drop { $0 != " " }.hasPrefix(" m-\(name)")
      }
    }
  }

  @Test(arguments: InputKind.all, Wrapping.allCases)
  func reads(kind: InputKind, wrapping: Wrapping) throws {
    let packed = wrapping.pack(kind.bytes, name: "story.\(kind.ending)")
    func expected(_ file: String) -> [String] { kind.expected.map { $0.replacing("%", with: file) } }
    let lines = ReadingDump.lines(packed.bytes, name: packed.name)
    let file = lines.first { $0.hasPrefix("NOTE ") }?.dropFirst(5).prefix { $0 != ":" } ?? ""
    #expect(lines == expected(String(file)))
    #expect(file.isEmpty || file.hasPrefix(packed.name))
    // What it is called does not matter; inside an archive the file keeps its name.
    let nameless = ReadingDump.lines(packed.bytes, name: "unknown")
    #expect(nameless.count == lines.count)
    for (nameless, line) in zip(nameless, lines) where !line.hasPrefix("NOTE ") {
      #expect(nameless.drop { $0 != "|" } == line.drop { $0 != "|" })
    }
  }

  @Test(arguments: InputKind.all, Wrapping.allCases)
  func whatIsCutOffIsTold(kind: InputKind, wrapping: Wrapping) throws {
    let packed = wrapping.pack(kind.bytes, name: "story.\(kind.ending)")
    var random = SeededRandom(seed: UInt64(packed.bytes.count))
    for share in [2, 3, 10] {
      let length = packed.bytes.count * (share - 1) / share - Int.random(in: 0...8, using: &random)
      let three = try Three(Array(packed.bytes.prefix(max(1, length))), name: packed.name)
      #expect(three.isWhole && three.areNamed, "\(three.middle)")
      // A text or page that is cut off looks like one that ends there.
      let isRecord = [0x0A, UInt8(ascii: "}")].contains(packed.bytes[length - 1])
      if wrapping == .none ? kind.tellsCuts && !isRecord : wrapping.isBroken(at: length, of: packed.bytes) {
        #expect(!three.faults.isEmpty, "cut to \(length) of \(packed.bytes.count) bytes: \(three.middle)")
      }
    }
  }

  @Test(arguments: InputKind.all, Wrapping.allCases)
  func damageHarmsNoOther(kind: InputKind, wrapping: Wrapping) throws {
    let packed = wrapping.pack(kind.bytes, name: "story.\(kind.ending)")
    var random = SeededRandom(seed: UInt64(packed.bytes.count))
    for _ in 0..<4 {
      var bytes = packed.bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let three = try Three(bytes, name: packed.name)
      #expect(three.isWhole && three.areNamed && !three.middle.isEmpty, "\(three.middle)")
    }
  }

  @Test(arguments: Wrapping.allCases)
  func nothingIsToldOfNothing(wrapping: Wrapping) throws {
    let packed = wrapping.pack([], name: "story.txt")
    let three = try Three(packed.bytes, name: packed.name)
    #expect(three.isWhole && three.counts.faults == 1)
    #expect(
      three.faults[0].hasPrefix("FAULT m-\(packed.name)")
        && ["is empty", "unpacks to nothing; it is empty, damaged or cut off"].contains {
          three.faults[0].hasSuffix(": \($0)")
        }, "\(three.faults)")
  }

  @Test func manyFilesInOneArchiveAreReadInTheirOrder() {
    let kinds = InputKind.all
    let entries = kinds.enumerated().map { number, kind in
      Packing.Entry(path: "\(number / 7)/story.\(kind.ending)", bytes: kind.bytes)
    }
    for (format, name) in [(Packing.Format.zip, "all.zip"), (.pax, "all.tar")] {
      let lines = ReadingDump.lines(Packing.pack(entries, format), name: name).filter { !$0.hasPrefix("NOTE ") }
      let expected = kinds.flatMap(\.expected).filter { !$0.hasPrefix("NOTE ") }
      #expect(lines.map { $0.drop { $0 != "|" } } == expected.map { $0.drop { $0 != "|" } })
    }
  }
}
