import Foundation
import TestSupport
import Testing
import TextModel

@testable import Gazetteer

@Suite struct CompiledIndexTests {
  /// A folder of its own for each test, removed at its end.
  final class Folder {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("parley-gazetteer-\(UUID().uuidString)")
    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: url) }
    func write(_ name: String, _ text: String) throws -> URL {
      let file = url.appendingPathComponent(name)
      try Data(text.utf8).write(to: file)
      return file
    }
  }

  static let people = "id\ttype\tname\nQ1\tperson\tAda Lovelace\nQ2\tperson\tJean Valjean\n"

  @Test func givesTheSameFromTheFileAndAgain() throws {
    let folder = try Folder()
    _ = try folder.write("people.tsv", Self.people)
    let first = try Gazetteer.load(folder: folder.url)
    let file = folder.url.appendingPathComponent(".compiled/gazetteer.index")
    let bytes = try Data(contentsOf: file)
    let second = try Gazetteer.load(folder: folder.url)
    #expect(first.matches(in: "Ada Lovelace met Jean Valjean") == second.matches(in: "Ada Lovelace met Jean Valjean"))
    #expect(second.count == 2)
    _ = try Gazetteer.compile(folder: folder.url)
    #expect(try Data(contentsOf: file) == bytes)
  }

  @Test func isMadeAnewWhenASourceChanges() throws {
    let folder = try Folder()
    let file = try folder.write("people.tsv", Self.people)
    #expect(try Gazetteer.load(folder: folder.url).count == 2)
    _ = try folder.write("people.tsv", Self.people + "Q3\tperson\tBo\n")
    #expect(try Gazetteer.load(folder: folder.url).count == 3)
    _ = try folder.write("more.tsv", "id\ttype\tname\nQ4\tplace\tOslo\n")
    #expect(try Gazetteer.load(folder: folder.url).count == 4)
    // The same bytes at another time are the same file.
    let index = folder.url.appendingPathComponent(".compiled/gazetteer.index")
    let before = try FileManager.default.attributesOfItem(atPath: index.path)[.systemFileNumber] as? Int
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: file.path)
    #expect(try Gazetteer.load(folder: folder.url).count == 4)
    #expect(try FileManager.default.attributesOfItem(atPath: index.path)[.systemFileNumber] as? Int == before)
    let own = try folder.write("own.txt", "id\ttype\tname\nQ9\tperson\tOur Man\n")
    #expect(try Gazetteer.load(folder: folder.url, additional: [own]).count == 5)
    #expect(try Gazetteer.load(folder: folder.url).count == 4)
  }

  @Test func isMadeInMemoryOrTheCacheWhereTheFolderCannotBeWritten() throws {
    let folder = try Folder()
    _ = try folder.write("people.tsv", Self.people)
    // A file stands where the folder for compiled files would be.
    _ = try folder.write(".compiled", "")
    #expect(try Gazetteer.load(folder: folder.url).count == 2)
    let cache = folder.url.appendingPathComponent("cache")
    #expect(try Gazetteer.load(folder: folder.url, cache: cache).count == 2)
    let names = try FileManager.default.contentsOfDirectory(atPath: cache.path)
    #expect(names.count == 1 && names[0].hasPrefix("gazetteer-") && names[0].hasSuffix(".index"))
  }

  @Test func refusesStaleDamagedAndForeignFilesWithOneSentence() throws {
    let folder = try Folder()
    _ = try folder.write("people.tsv", Self.people)
    let index = folder.url.appendingPathComponent("x.index")
    _ = try Gazetteer.compile(folder: folder.url, to: index)
    #expect(try Gazetteer.load(index: index, madeFrom: folder.url).count == 2)
    func message(_ bytes: Data?) throws -> String {
      if let bytes { try bytes.write(to: index) }
      do {
        _ = try Gazetteer.load(index: index, madeFrom: folder.url)
        return ""
      } catch {
        return error.description.replacing(index.path, with: "x.index")
      }
    }
    let mend = "compile it again with 'parley gazetteer compile'"
    let good = try Data(contentsOf: index)
    var bad = good
    bad[bad.count - 70] ^= 1
    #expect(try message(bad) == "x.index: the compiled gazetteer is damaged; \(mend)")
    #expect(
      try message(good.prefix(good.count - 1)) == "x.index: the compiled gazetteer is cut short or damaged; \(mend)")
    #expect(try message(Data()) == "x.index: the compiled gazetteer is cut short; \(mend)")
    bad = good
    bad[0] = 0
    #expect(try message(bad) == "x.index: the compiled gazetteer is none; \(mend)")
    bad = good
    bad[8] = 99
    #expect(try message(bad) == "x.index: the compiled gazetteer was written by another version of parley; \(mend)")
    try good.write(to: index)
    _ = try folder.write("people.tsv", Self.people + "Q3\tperson\tBo\n")
    #expect(try message(nil) == "x.index: the compiled gazetteer is older than its sources; \(mend)")
    try FileManager.default.removeItem(at: index)
    #expect(
      try message(nil) == "x.index: the compiled gazetteer cannot be read; check that the file exists and may be read")
  }

  @Test(arguments: 1...10) func flippedBytesAreAlwaysRefused(seed: Int) throws {
    let folder = try Folder()
    _ = try folder.write("people.tsv", Self.people)
    let index = folder.url.appendingPathComponent("x.index")
    _ = try Gazetteer.compile(folder: folder.url, to: index)
    let good = try Data(contentsOf: index)
    var random = SeededRandom(seed: UInt64(seed))
    for _ in 0..<40 {
      var bad = good
      if random.below(4) == 0 {
        bad = good.prefix(random.below(good.count))
      } else {
        for _ in 0..<(1 + random.below(4)) { bad[random.below(bad.count)] ^= UInt8(1 + random.below(255)) }
        if bad == good { continue }
      }
      try bad.write(to: index)
      #expect(throws: GazetteerError.self) { try Gazetteer.load(index: index) }
    }
  }

  @Test func namesWhatFoldersLack() throws {
    let folder = try Folder()
    func message(_ body: () throws -> Void) -> String {
      do {
        try body()
        return ""
      } catch {
        return "\(error)".replacing(folder.url.path, with: "DIR")
      }
    }
    #expect(
      message { _ = try Gazetteer.load(folder: folder.url) }
        == "DIR: the folder holds no entity file; name the folder that holds countries.tsv")
    #expect(
      message { _ = try Gazetteer.load(folder: folder.url.appendingPathComponent("no")) }
        == "DIR/no: the folder of gazetteers cannot be read; check that it exists and may be read")
    _ = try folder.write("people.tsv", Self.people)
    #expect(
      message { _ = try Gazetteer.load(folder: folder.url, additional: [folder.url.appendingPathComponent("own.tsv")]) }
        == "DIR/own.tsv: cannot be read; check that the file exists and may be read")
  }

  @Test func shippedGazetteersAreWithoutFaults() {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var check = GazetteerCheck()
    check.check(folder: root.appending(path: "Gazetteers"))
    #expect(check.faults.map(\.description) == [])
    #expect(check.files > 30)
  }

  @Test func checkNamesFaultsOfEntityFilesAndTables() throws {
    let folder = try Folder()
    _ = try folder.write("people.tsv", "id\ttype\tname\nQ2\tperson\tBo\nQ1\tperson\tAda\n")
    _ = try folder.write("names.tsv", "id\taliases\nQ7\tSeven\n")
    _ = try folder.write("notes.txt", "")
    let language = folder.url.appendingPathComponent("en")
    try FileManager.default.createDirectory(at: language, withIntermediateDirectories: true)
    _ = try folder.write("en/titles.tsv", "title\tcategorie\n")
    _ = try folder.write("en/publics.tsv", "noun\tplural\n\treporters\n")
    _ = try folder.write("en/extra.tsv", "a\n")
    var check = GazetteerCheck()
    check.check(folder: folder.url)
    let faults = check.faults.map { $0.description.replacing(folder.url.path + "/", with: "") }
    let known = TableSchema.language.map(\.file).joined(separator: ", ")
    #expect(
      faults == [
        "en/extra.tsv: is no known table; known are \(known)",
        "en/publics.tsv:2: lacks a value in the column 'noun'",
        "en/titles.tsv:1: lacks the column 'category'",
        "en/titles.tsv:1: has the unknown column 'categorie'; known are title, category, position, gender, plural, head, source",
        "names.tsv:2: adds aliases to the unknown id 'Q7'; add its entity to a file with the columns id, type, name",
        "notes.txt: is no gazetteer; entity files end with .tsv",
        "people.tsv:3: is not in the order of ids: 'Q1' after 'Q2'; sort the lines by id",
      ])
    #expect(check.entities == 2 && check.files == 4)
    var own = GazetteerCheck()
    own.check(files: [try folder.write("own.tsv", "id\taliases\nQ1\tAdo\nQ8\tEight\n")], over: folder.url)
    #expect(
      own.faults.map { $0.description.replacing(folder.url.path + "/", with: "") } == [
        "own.tsv:3: adds aliases to the unknown id 'Q8'; add its entity to a file with the columns id, type, name"
      ])
  }
}
