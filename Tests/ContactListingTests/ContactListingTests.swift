import ContactGraph
import ContactModel
import Testing
import TextModel

@testable import ContactListing

@Suite struct ContactListingTests {
  static let ada = Party(id: "p-ada", name: "Ada Byron", type: .person, country: "GB")
  static let zhao = Party(id: "p-zhao", name: "趙明", type: .person, country: "CN")
  static let utopia = Party(id: "c-utopia", name: "Utopia", type: .country)

  static func article(
    _ id: String, _ date: String, from: Party, to: Party, _ verb: String, kind: ContactKind,
    modality: Modality = .actual, rest: String = " on Monday.", url: String? = nil
  ) -> ArticleContacts {
    let text = from.name + " " + verb + " " + to.name + rest
    let (a, b) = (from.name.utf8.count, to.name.utf8.count)
    let start = a + verb.utf8.count + 2
    let evidence = Evidence(
      sentence: TextRange(100, 100 + text.utf8.count), text: text, from: TextRange(100, 100 + a),
      to: TextRange(100 + start, 100 + start + b), trigger: TextRange(101 + a, 101 + a + verb.utf8.count),
      construction: verb)
    return ArticleContacts(
      article: ArticleReference(
        id: id, title: "Title of \(id)", date: PartialDate(date), source: "The Courier", url: url,
        contentHash: String(repeating: id.last.map(String.init) ?? "0", count: 16), length: 1000),
      parties: [from, to],
      contacts: [
        Contact(
          from: 0, to: 1, kind: kind, isMutual: kind == .meet, modality: modality, evidence: [evidence])
      ])
  }

  static let graph: ContactGraph = {
    var builder = ContactGraphBuilder()
    builder.add(article("a1", "2022-01-28", from: ada, to: zhao, "told", kind: .tell, url: "https://courier.example/1"))
    builder.add(article("a2", "2022-01-29", from: ada, to: zhao, "told", kind: .tell))
    builder.add(article("a3", "2022-03-01", from: ada, to: zhao, "is to meet", kind: .meet, modality: .planned))
    builder.add(article("a4", "2022-02-01", from: utopia, to: ada, "met", kind: .meet))
    return builder.build()
  }()

  static func index(_ id: String) -> Int { graph.parties.firstIndex { $0.id == id } ?? 0 }

  @Test func `without a name the pairs are listed, most contacts first`() {
    #expect(
      ContactListing(Self.graph).pairs() == """
        Who spoke to whom: 3 parties, 4 contacts in 4 articles

        Ada Byron – 趙明: 2 contacts (tell 2, meet 1), reported 3 times, 28 January – 1
        March 2022
          “Ada Byron told 趙明 on Monday.”
        Utopia – Ada Byron: 1 contact (meet 1), 1 February 2022
          “Utopia met Ada Byron on Monday.”

        """)
  }

  @Test func `with one name its contacts are listed, the latest first`() {
    #expect(
      ContactListing(Self.graph).contacts(of: Self.index("p-ada")) == """
        Ada Byron, person: 3 contacts with 2 parties
          趙明 (2), Utopia (1)

        1 March 2022: Ada Byron met 趙明 [planned]
          “Ada Byron is to meet 趙明 on Monday.”
          Title of a3 — The Courier, 1 March 2022

        1 February 2022: Utopia met Ada Byron
          “Utopia met Ada Byron on Monday.”
          Title of a4 — The Courier, 1 February 2022

        28 January 2022: Ada Byron told 趙明 (reported 2 times)
          “Ada Byron told 趙明 on Monday.”
          Title of a1 — The Courier, 28 January 2022 <https://courier.example/1>

        """)
  }

  @Test func `two parties without a contact are told so`() {
    let listing = ContactListing(Self.graph)
    #expect(
      listing.contacts(between: Self.index("c-utopia"), and: Self.index("p-zhao")) == "Utopia – 趙明: no contact.\n")
  }

  @Test func `what does not fit is counted`() {
    let listing = ContactListing(Self.graph, style: ListingStyle(limit: 1))
    #expect(listing.pairs().hasSuffix("\n… and 1 pair more (--limit 0 shows all).\n"))
  }

  @Test func `parties and trigger are set apart on a terminal`() {
    let listing = ContactListing(Self.graph, style: ListingStyle(isColored: true))
    let text = listing.contacts(between: Self.index("c-utopia"), and: Self.index("p-ada"))
    #expect(
      text.contains(
        "“\u{1B}[1;36mUtopia\u{1B}[0m \u{1B}[4mmet\u{1B}[0m \u{1B}[1;35mAda Byron\u{1B}[0m on Monday.”"))
  }

  @Test func `no text from an article steers the terminal`() {
    var builder = ContactGraphBuilder()
    let party = Party(id: "p-x", name: "Eve\u{1B}[31m\u{7}\u{9B}5m\u{202E}", type: .person)
    builder.add(
      Self.article("a1", "2022-01-28", from: party, to: Self.utopia, "told", kind: .tell, rest: "\r\n\u{1B}]0;x\u{7}"))
    let listing = ContactListing(builder.build(), style: ListingStyle(isColored: false))
    for text in [listing.pairs(), listing.contacts(of: 0), listing.contacts(of: 1)] {
      #expect(text.allSatisfy { $0 == "\n" || StyledText.isSafe($0) })
    }
  }

  @Test(arguments: [
    ("words", "one two three four five six seven", 20, "one two three four\nfive six seven\n"),
    ("wide characters count twice", "日本語日本語日本語 日本語", 20, "日本語日本語日本語\n日本語\n"),
    ("a word longer than the line is cut", "abcdefghijklmnopqrstuvwxyz", 20, "abcdefghijklmnopqrst\nuvwxyz\n"),
    ("white space is one space", "a  \n\t b", 20, "a b\n"),
    (
      "combining marks take no column",
      "e\u{301}e\u{301}e\u{301}e\u{301} e\u{301}e\u{301}e\u{301}e\u{301}e\u{301} e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
      20, "éééé ééééé ééééééééé\n"
    ),
    ("empty", "", 20, ""),
  ])
  func `lines fit the screen`(row: (name: String, text: String, width: Int, lines: String)) {
    #expect(StyledText(row.text).lines(width: row.width, indent: "", isColored: false) == row.lines, "\(row.name)")
  }
}
