import DataTables
import Foundation
import Recognition
import Testing

/// The tables of a language: what is refused, and how it is said.
@Suite struct RecognitionRulesTests {
  private static func shipped() -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Gazetteers/en")
  }

  /// The faults of the shipped tables where one of them is replaced.
  private func faults(replacing file: String, with text: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "parley-rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.shipped().path) where name.hasSuffix(".tsv") {
      try FileManager.default.copyItem(at: Self.shipped().appending(path: name), to: folder.appending(path: name))
    }
    try Data(text.utf8).write(to: folder.appending(path: file))
    do {
      _ = try RecognitionRules(folder: folder)
      return []
    } catch {
      return error.faults.map { "\($0)".replacing(folder.path + "/", with: "") }
    }
  }

  @Test func namesUnknownClasses() throws {
    let found = try faults(replacing: "word-classes.tsv", with: "word\tclasses\nsaid\tsaying|shouting\n")
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("word-classes.tsv:2: has the unknown class 'shouting'; known are and, article, ") == true)
  }

  @Test func namesEveryFaultOfAllTables() throws {
    let found = try faults(
      replacing: "anaphors.tsv", with: "noun\ttypes\tnumber\ngroup\torganization\tmany\npair\tplanet\ttwo\n")
    #expect(
      found == [
        "anaphors.tsv:2: needs a noun, and in 'number' one, several or a number from 2 to 9",
        "anaphors.tsv:3: needs a noun, and in 'number' one, several or a number from 2 to 9",
      ])
  }

  @Test func namesWrongClassesOfOffice() throws {
    let found = try faults(replacing: "office-classes.tsv", with: "name\tclass\npresident\tsole\n")
    #expect(found == ["office-classes.tsv:2: needs in 'class' sole_office or state_kind"])
  }

  @Test func namesMissingTables() {
    let folder = FileManager.default.temporaryDirectory.appending(path: "parley-no-such-folder")
    do {
      _ = try RecognitionRules(folder: folder)
      Issue.record("a folder without tables was read")
    } catch {
      #expect(error.faults.count > 10)
      #expect(error.faults.allSatisfy { $0.message == "cannot be read; check that the file exists and may be read" })
    }
  }
}
