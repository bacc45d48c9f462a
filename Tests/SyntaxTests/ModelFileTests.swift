import Foundation
import Syntax
import Testing

/// Files that are no usable model, and the sentence that says so.
@Suite struct ModelFileTests {
  /// Writes bytes to a file of its own and returns the error of opening it.
  private func error(_ bytes: [UInt8]) throws -> SyntaxError {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).model")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let thrown = try #require(throws: SyntaxError.self) { _ = try SyntaxModel(contentsOf: url) }
    #expect(thrown.file == url.path)
    #expect(thrown.description == "\(url.path): \(thrown.message)")
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

  /// Sections of sizes that no trainer writes are refused although the checksum is right.
  @Test func sectionsOfWrongSize() throws {
    let sections = Array(repeating: [UInt8](repeating: 0, count: 24), count: ModelFormat.Section.allCases.count)
    #expect(try error(ModelFormat.file(sections: sections)).code == .damaged)
  }

  @Test func opensQuickly() throws {
    let clock = ContinuousClock()
    let best = try (0..<3).map { _ in try clock.measure { _ = try SyntaxModel(contentsOf: ShippedModel.url) } }.min()
    // 2 ms in a release build on a free core; debug builds and busy machines need more.
    #expect(try #require(best) < .milliseconds(1500))
  }
}
