import DataTables
import Foundation
import Testing
import TextModel

@Suite struct SegmentationRulesTests {
  /// The faults of two files, with the folder cut off.
  private static func faults(abbreviations: String, layout: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { _ = try? FileManager.default.removeItem(at: folder) }
    try Data(abbreviations.utf8).write(to: folder.appending(path: "abbreviations.tsv"))
    try Data(layout.utf8).write(to: folder.appending(path: "layout.tsv"))
    do {
      _ = try SegmentationRules(folder: folder)
      return ""
    } catch {
      return error.description.replacing(folder.path + "/", with: "")
    }
  }

  private static let head = "abbreviation\tends_sentence\n"
  private static let layout = "cue\tphrase\tvalue\n"

  private static let rows: [(name: String, abbreviations: String, layout: String, message: String)] = [
    ("right", "Gen.\tnever\nU.S.\tmaybe\nNo.\tnumber\n", "month\tMay\t5\nstarter\tThe\tstrong\n", ""),
    ("no full stop", "Gen\tnever\n", "", "abbreviations.tsv:2: needs an abbreviation that ends with a full stop"),
    ("only a full stop", ".\tnever\n", "", "abbreviations.tsv:2: needs an abbreviation that ends with a full stop"),
    (
      "unknown policy", "Gen.\toften\n", "", "abbreviations.tsv:2: needs in 'ends_sentence' one of never, maybe, number"
    ),
    ("no policy", "Gen.\n", "", "abbreviations.tsv:2: needs in 'ends_sentence' one of never, maybe, number"),
    ("twice", "Gen.\tnever\nGen.\tmaybe\n", "", "abbreviations.tsv:3: gives the abbreviation 'Gen.' twice; keep one"),
    (
      "too long", "Aktiengesellschaft.\tmaybe\n", "",
      "abbreviations.tsv:2: has an abbreviation of more than 16 bytes; leave it out"
    ),
    (
      "unknown cue", "", "story\tx\n",
      "layout.tsv:2: has the unknown cue 'story'; known are agency, byline, caption, date_label, date_word, domain, "
        + "footer_part, footer_start, furniture, month, position, starter, weekday"
    ),
    ("month without a number", "", "month\tMay\n", "layout.tsv:2: needs for a month a value from 1 to 12"),
    ("month that is none", "", "month\tMay\t13\n", "layout.tsv:2: needs for a month a value from 1 to 12"),
    ("label", "", "date_label\tposted\tlater\n", "layout.tsv:2: needs for a date label no value or 'update'"),
    ("starter", "", "starter\tThe\tweak\n", "layout.tsv:2: needs for a starter no value or 'strong'"),
    ("no phrase", "", "byline\n", "layout.tsv:2: needs both a cue and a phrase"),
    ("same phrase", "", "byline\tby\nbyline\tby\n", "layout.tsv:3: gives the phrase 'by' twice for 'byline'; keep one"),
    (
      "all at once", "Gen\tnever\n", "byline\n",
      "abbreviations.tsv:2: needs an abbreviation that ends with a full stop\nlayout.tsv:2: needs both a cue and a phrase"
    ),
  ]

  @Test(arguments: rows)
  func namesEveryFault(name: String, abbreviations: String, layout: String, message: String) throws {
    #expect(try Self.faults(abbreviations: Self.head + abbreviations, layout: Self.layout + layout) == message)
  }

  @Test func namesMissingFiles() throws {
    let folder = URL(filePath: "/nonexistent/rules")
    #expect {
      try SegmentationRules(folder: folder)
    } throws: { error in
      "\(error)"
        == "/nonexistent/rules/abbreviations.tsv: cannot be read; check that the file exists and may be read\n"
        + "/nonexistent/rules/layout.tsv: cannot be read; check that the file exists and may be read"
    }
  }

  /// Without rules text is still cut, at full stops before capital letters.
  @Test func cutsWithoutRules() {
    let document = Segmenter(rules: SegmentationRules()).document(for: Article(id: "t", text: "Ada came. Bo left."))
    #expect(document.sentences.count == 2)
  }
}
