import Foundation
import Syntax
import Testing

/// Files that are no usable model, and the sentence that says so.
@Suite struct ModelFileTests {
  /// Writes bytes to a file of its own and opens it.
  private func open(_ bytes: [UInt8]) throws -> SyntaxModel {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).model")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try SyntaxModel(contentsOf: url)
  }

  /// The error of opening a file of these bytes.
  private func error(_ bytes: [UInt8]) throws -> SyntaxError {
    let thrown = try #require(throws: SyntaxError.self) { _ = try open(bytes) }
    #expect(thrown.file.hasSuffix(".model"))
    #expect(thrown.description == "\(thrown.file): \(thrown.message)")
    return thrown
  }

  @Test func missing() throws {
    let thrown = try #require(throws: SyntaxError.self) {
      _ = try SyntaxModel(contentsOf: URL(fileURLWithPath: "/nowhere/syntax.model"))
    }
    #expect(thrown.code == .unreadable)
    #expect(thrown.description == "/nowhere/syntax.model: cannot be read; check that the file exists and may be read")
  }

  @Test func aFolder() throws {
    let thrown = try #require(throws: SyntaxError.self) {
      _ = try SyntaxModel(contentsOf: ShippedModel.url.deletingLastPathComponent())
    }
    #expect(thrown.code == .unreadable)
  }

  @Test(arguments: [[], Array("PARLEY".utf8), Array("form\tlemma\ttag and more than thirty-two bytes of it\n".utf8)])
  func anotherKindOfFile(bytes: [UInt8]) throws {
    let thrown = try error(bytes)
    #expect(thrown.code == .notAModel)
    #expect(thrown.message == "is not a syntax model; give the file syntax.model that comes with this program")
  }

  @Test func anotherVersion() throws {
    var bytes = [UInt8](try Data(contentsOf: ShippedModel.url))
    bytes[8] = 99
    let thrown = try error(bytes)
    #expect(thrown.code == .otherVersion)
    #expect(
      thrown.message
        == "is a syntax model of format 99 where this program reads format \(ModelFormat.version); "
        + "use the file that comes with this program")
  }

  @Test func cutShort() throws {
    let bytes = [UInt8](try Data(contentsOf: ShippedModel.url))
    let thrown = try error(Array(bytes.dropLast(1000)))
    #expect(thrown.code == .damaged)
    #expect(
      thrown.message
        == "is damaged: it has \(bytes.count - 1000) bytes where its header says \(bytes.count); copy it again")
  }

  @Test(arguments: [24, 40, 5000, 1_000_000, 3_000_003])
  func oneBitChanged(offset: Int) throws {
    var bytes = [UInt8](try Data(contentsOf: ShippedModel.url))
    bytes[offset] ^= 4
    let thrown = try error(bytes)
    #expect(thrown.code == .damaged)
    #expect(thrown.message == "is damaged: its checksum is wrong; copy it again")
  }

  /// The smallest model: one class of tags, one relation and tables of one row.
  private static let smallest: [[UInt8]] = ModelFormat.Section.allCases.map { section in
    switch section {
    case .tagClasses: [0, 0]
    case .labelClasses, .lemmaText: [0]
    case .margins: CoarseMargins.never.bytes
    case .lexicon, .lemmaSlots: Array(repeating: 0, count: 8)
    case .firstCoarseArcWeights, .firstArcWeights, .backwardCoarseArcWeights, .backwardArcWeights,
      .lastCoarseArcWeights, .lastArcWeights:
      Array(repeating: 1, count: 3 + 16)
    default: Array(repeating: 1, count: 1 + 16)
    }
  }

  /// Sections of sizes that no trainer writes are refused although the checksum is right.
  @Test(arguments: ModelFormat.Section.allCases)
  func sectionsOfWrongSize(section: ModelFormat.Section) throws {
    #expect(try open(ModelFormat.file(sections: Self.smallest)).margins == .never)
    var sections = Self.smallest
    switch section {
    case .lemmaText: sections[section.rawValue] = []
    case .labelClasses: sections[section.rawValue] = Array(repeating: 0, count: 65)
    case .tagClasses: sections[section.rawValue].append(0)
    // Three rows, or a third of an entry.
    default: sections[section.rawValue] += [1, 1]
    }
    #expect(try error(ModelFormat.file(sections: sections)).code == .damaged)
  }

  /// Sections that do not say how to unpack them are refused although the checksum is right.
  @Test(arguments: ModelFormat.sparse, [0, 1, 7])
  func sparseSectionsThatAreNone(section: ModelFormat.Section, byte: Int) throws {
    var bytes = ModelFormat.file(sections: Self.smallest)
    let offset = bytes.withUnsafeBytes {
      Int(
        $0.loadUnaligned(fromByteOffset: ModelFormat.headerSize + section.rawValue * 16, as: UInt64.self).littleEndian)
    }
    bytes[offset + byte] ^= 0x40
    let sum = bytes.withUnsafeBytes { ModelFormat.checksum(UnsafeRawBufferPointer(rebasing: $0[32...])) }
    for k in 0..<8 { bytes[24 + k] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * k)) }
    #expect(try error(bytes).code == .damaged)
  }

  @Test func opensQuickly() throws {
    let clock = ContinuousClock()
    let best = try (0..<3).map { _ in try clock.measure { _ = try SyntaxModel(contentsOf: ShippedModel.url) } }.min()
    // 2 ms in a release build on a free core; debug builds and busy machines need more.
    #expect(try #require(best) < .milliseconds(1500))
  }
}
