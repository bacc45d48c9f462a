import Testing
import TextModel

@Suite struct LayoutTests {
  /// The regions of a text, one a line: role and text.
  private static func dump(_ text: String, title: String? = nil) throws -> [String] {
    let document = try SegmentationFixture.segmenter().document(for: Article(id: "t", text: text, title: title))
    var lines = document.regions.map { "\($0.role.rawValue): \(document.text($0.range).replacing("\n", with: "⏎"))" }
    if let date = document.date { lines.append("= \(date)") }
    return lines
  }

  private static let body = "The envoy of Ruritania met the premier. They spoke for an hour."

  private static let rows: [(name: String, text: String, expected: [String])] = [
    (
      "web page",
      "Ruritania and Fenwick agree on talks – News\n\nThe envoy saw no danger.\n\nPublished: Tue 12 Mar 2019, 18:05\n\n"
        + "Last update: Tue 12 Mar 2019, 18:21\n\n\(body)\n\nRose M. Hentzau",
      [
        "headline: Ruritania and Fenwick agree on talks – News", "standfirst: The envoy saw no danger.",
        "date: Published: Tue 12 Mar 2019, 18:05⏎⏎Last update: Tue 12 Mar 2019, 18:21", "body: \(body)",
        "footer: Rose M. Hentzau",
        "= 2019-03-12",
      ]
    ),
    (
      "agency", "PARIS, Jan 28 (Reuters) - \(body)\n(Reporting by Jane Doe; Editing by John Roe)",
      ["dateline: PARIS, Jan 28 (Reuters) -", "body: \(body)", "footer: (Reporting by Jane Doe; Editing by John Roe)"]
    ),
    ("dash and hyphen", "NEW DELHI, INDIA — -\(body)", ["dateline: NEW DELHI, INDIA — -", "body: \(body)"]),
    ("agency in brackets", "Strelsau (AP) — \(body)", ["dateline: Strelsau (AP) —", "body: \(body)"]),
    ("only an agency", "(Reuters) - \(body)", ["dateline: (Reuters) -", "body: \(body)"]),
    ("state behind the place", "FORT ZENDA, Ruri. - \(body)", ["dateline: FORT ZENDA, Ruri. -", "body: \(body)"]),
    (
      "country of two words behind the place", "STRELSAU, New Ruritania — \(body)",
      ["dateline: STRELSAU, New Ruritania —", "body: \(body)"]
    ),
    ("a list before a dash", "RATS and Mice, Cats — \(body)", ["body: RATS and Mice, Cats — \(body)"]),
    ("initials in the place", "WASHINGTON, D.C. — \(body)", ["dateline: WASHINGTON, D.C. —", "body: \(body)"]),
    (
      "dated", "GENEVA, March 3, 2019 (AFP) – \(body)",
      ["dateline: GENEVA, March 3, 2019 (AFP) –", "body: \(body)", "= 2019-03-03"]
    ),
    (
      "glued heading", "2017-02-22\n\nRights Slip in Ruritania- STRELSAU — -\(body)",
      [
        "date: 2017-02-22", "headline: Rights Slip in Ruritania", "dateline: - STRELSAU — -", "body: \(body)",
        "= 2017-02-22",
      ]
    ),
    (
      "byline", "Envoys Meet\nBy Jane Doe and John Roe, Reuters\nMarch 5, 2020\n\(body)",
      [
        "headline: Envoys Meet", "byline: By Jane Doe and John Roe, Reuters", "date: March 5, 2020", "body: \(body)",
        "= 2020-03-05",
      ]
    ),
    (
      "headline with a stop", "Will the Premier Talk to the Envoy.\n\(body)",
      ["headline: Will the Premier Talk to the Envoy.", "body: \(body)"]
    ),
    (
      "captions",
      "\(body)\nAda Lang, left, greets Bo Roy in Strelsau, Ruritania, May 17, 2016.\nMore was said.\nFILE - Ada Lang in May.",
      [
        "body: \(body)", "caption: Ada Lang, left, greets Bo Roy in Strelsau, Ruritania, May 17, 2016.",
        "body: More was said.",
        "caption: FILE - Ada Lang in May.",
      ]
    ),
    (
      "furniture", "Skip to content\nEnvoys Meet\nShare this\n\(body)\nRead more\nMore was said.\nAdvertisement",
      [
        "footer: Skip to content", "headline: Envoys Meet", "footer: Share this", "body: \(body)", "footer: Read more",
        "body: More was said.", "footer: Advertisement",
      ]
    ),
    (
      "credits", "\(body)\nJane Doe contributed to this report.",
      ["body: \(body)", "footer: Jane Doe contributed to this report."]
    ),
    ("only a body", body, ["body: \(body)"]),
    ("one line without a stop", "Envoys meet in Strelsau", ["body: Envoys meet in Strelsau"]),
    (
      "a date at the end of a sentence", "\(body)\nThey met in Strelsau on May 17, 2016.",
      ["body: \(body)⏎They met in Strelsau on May 17, 2016."]
    ),
    ("capitals in the body", "\(body)\nNATO - the alliance - met.", ["body: \(body)⏎NATO - the alliance - met."]),
    ("a name before a colon", "\(body)\nAda Lang:", ["body: \(body)⏎Ada Lang:"]),
    ("empty", "", []),
    ("blank", " \n \n", []),
  ]

  @Test(arguments: rows)
  func findsParts(name: String, text: String, expected: [String]) throws {
    #expect(try Self.dump(text) == expected)
  }

  private static let dates: [(line: String, date: String?)] = [
    ("Published: 2016-09-27", "2016-09-27"), ("Updated 9 May 2019", "2019-05-09"),
    ("Sept. 5, 2011 10:15 a.m. EDT", "2011-09-05"),
    ("28/01/2022", "2022-01-28"), ("01/28/2022", "2022-01-28"), ("28.01.2022, 14:00", "2022-01-28"),
    ("2022/01/28 10:00", "2022-01-28"),
    ("Thursday, 3rd of March 2016", "2016-03-03"), ("20:07 GMT, January 28, 2022", "2022-01-28"),
    ("Published January 2022", "2022-01"),
    ("01/02/2022", nil), ("January 2022 was cold", nil), ("In 2022 they met", nil), ("31 February 2022", nil),
    ("5-6 April", nil), ("2022", nil),
  ]

  @Test(arguments: dates)
  func readsDateLines(line: String, date: String?) throws {
    let document = try SegmentationFixture.segmenter().document(for: Article(id: "t", text: line + "\n" + Self.body))
    #expect(document.date?.description == date)
    #expect(document.sentences.contains { $0.role == .date } == (date != nil))
  }

  @Test func publicationGoesBeforeUpdate() throws {
    let dump = try Self.dump("Updated: 2 May 2020\nPublished: 1 May 2020\n\(Self.body)")
    #expect(dump.last == "= 2020-05-01")
  }

  @Test func theArticlesOwnDateGoesFirst() throws {
    let article = Article(id: "t", text: "2020-05-01\n" + Self.body, date: PartialDate("2020-05-03"))
    #expect(try SegmentationFixture.segmenter().document(for: article).date == PartialDate("2020-05-03"))
  }

  @Test func aKnownTitleIsTheHeadline() throws {
    #expect(try Self.dump("Envoys met.\n\(Self.body)", title: "Envoys met.").first == "headline: Envoys met.")
    #expect(
      try Self.dump("They met here\n\(Self.body)", title: "Envoys met.").first == "body: They met here⏎\(Self.body)")
  }
}
