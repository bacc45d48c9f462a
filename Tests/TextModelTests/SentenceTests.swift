import Testing
import TextModel

@Suite struct SentenceTests {
  @Test(arguments: [
    ("abbreviations before names", ["Gen. Moss met Sen. Ada Lang.", "Mr. Roy left."]),
    ("initials", ["J. Smith called George W. Moss.", "They spoke."]),
    ("country before a title", ["The U.S. President called.", "He lives in the U.S. The call was short."]),
    ("company", ["Acme Inc. Chief Executive Ada Lang met Roy.", "She runs Acme Inc."]),
    ("months", ["It began on Jan. 28 and ended in Feb. 2019.", "Then they met."]),
    ("times", ["Talks start at 10 a.m. Monday.", "They end at 6 p.m. sharp."]),
    ("number sign", ["He came from No. 10 to talk.", "She said no.", "Then she left."]),
    ("stop inside quotes", ["“We will talk.”", "Then he left."]),
    ("question with its speaker", ["“Will you talk?” he asked the envoy.", "She did not."]),
    ("straight quotes", ["\"We will talk.\"", "\"We will not,\" she said."]),
    ("brackets", ["He left (in May.)", "They stayed."]),
    ("reference marks", ["He was held.[2] Roy told the court.[1]", "It met."]),
    ("ellipsis", ["He waited… and left.", "“Well ...”", "She smiled."]),
    ("no space", ["It ends in spring.", "The EU met.", "It is on example.Com and in the U.S.A now."]),
    (
      "no space before a word that is a country's domain",
      ["The Council.In this respect it met.", "See example.in for more."]
    ),
    ("glued heading", ["Humanitarian aid-The convoy left.", "The X-A plane flew."]),
    ("decimal", ["It rose 3.5 percent.", "5 people spoke."]),
    ("semicolons", ["He came; she left."]),
    ("list mark", ["1. First they met."]),
    ("surname that starts sentences", ["A letter by J. Will came."]),
    ("small letter", ["Yahoo! said so.", "He left it there. she said so."]),
  ])
  func splits(name: String, sentences: [String]) throws {
    // Rows whose last member holds two sentences show where no boundary may be.
    let text = sentences.joined(separator: " ")
    let expected = sentences.flatMap { Self.split[$0] ?? [$0] }
    let joined = name == "no space" ? text.replacing("spring. The", with: "spring.The") : text
    #expect(try SegmentationFixture.sentences(joined) == expected)
  }

  private static let split: [String: [String]] = [
    "He lives in the U.S. The call was short.": ["He lives in the U.S.", "The call was short."],
    "He was held.[2] Roy told the court.[1]": ["He was held.[2]", "Roy told the court.[1]"],
    "The Council.In this respect it met.": ["The Council.", "In this respect it met."],
    "Humanitarian aid-The convoy left.": ["Humanitarian aid-", "The convoy left."],
    "He left it there. she said so.": ["He left it there.", "she said so."],
  ]

  @Test func linesAreParagraphs() throws {
    let text = "First line of text.\nSecond line without a stop\r\n\r\nThird paragraph here. It has two."
    let document = try SegmentationFixture.segmenter().document(for: Article(id: "t", text: text, title: "T"))
    #expect(document.sentences.map(\.paragraph) == [0, 1, 2, 2])
    #expect(document.sentences.map { document.text($0.range) }.last == "It has two.")
  }

  @Test func hardWrappedLinesAreJoined() throws {
    let text = """
      The minister of Ruritania spoke until late on Friday with the
      envoy of Grand Fenwick, who had asked for the talk. They agreed to meet
      again.
      A second paragraph starts here and is broken at the same column, since the
      agency's wire did so in those years.
      """
    #expect(
      try SegmentationFixture.sentences(text).map { $0.replacing("\n", with: " ") } == [
        "The minister of Ruritania spoke until late on Friday with the envoy of Grand Fenwick, who had asked for the talk.",
        "They agreed to meet again.",
        "A second paragraph starts here and is broken at the same column, since the agency's wire did so in those years.",
      ])
  }
}
