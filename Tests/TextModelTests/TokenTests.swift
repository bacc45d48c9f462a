import Testing
import TextModel

@Suite struct TokenTests {
  @Test(arguments: [
    ("Ada didn't go.", "Ada did n't go ."),
    ("I've met them; they can't, won't, cannot.", "I 've met them ; they ca n't , wo n't , can not ."),
    ("Lang’s envoy isn’t here", "Lang ’s envoy is n’t here"),
    ("the dogs' owner and the envoys’ cars", "the dogs ' owner and the envoys ’ cars"),
    ("NATO'S DON'T", "NATO 'S DO N'T"),
    ("Sean O'Hara of Da’esh in Sana'a, d'Arc", "Sean O'Hara of Da’esh in Sana'a , d'Arc"),
    (
      "a de-escalation by Jean-Yves, UK-based U.S.-led al-Badr's",
      "a de-escalation by Jean-Yves , UK-based U.S.-led al-Badr 's"
    ),
    ("the Lang–Ortiz call—yes", "the Lang – Ortiz call — yes"),
    ("ROME — -Talks began -- again", "ROME — - Talks began -- again"),
    (
      "the U.S. and the U.K. at 10 a.m. with Gen. J. Q. Moss of Acme Inc.",
      "the U.S. and the U.K. at 10 a.m. with Gen. J. Q. Moss of Acme Inc."
    ),
    ("100,000 men, 3.5 percent, $1.2 million, 45%", "100,000 men , 3.5 percent , $ 1.2 million , 45 %"),
    ("US$5 and £3 and 20:07 on 4/5/2019", "US$ 5 and £ 3 and 20:07 on 4/5/2019"),
    (
      "see https://example.org/a,b?c=1. Or www.example.com/x.",
      "see https://example.org/a,b?c=1 . Or www.example.com/x ."
    ),
    ("mail ada.lang@example.co.uk, #peace @ada_l", "mail ada.lang@example.co.uk , #peace @ada_l"),
    ("and/or S&P AT&T", "and / or S&P AT&T"),
    ("No. 10 said no. Then", "No. 10 said no . Then"),
    ("wait... what?! now…", "wait ... what ?! now …"),
    ("“We go,” ‘he’ said (“now”).", "“ We go , ” ‘ he ’ said ( “ now ” ) ."),
    ("\"We 'really' go\"", "\" We ' really ' go \""),
    ("in the '90s and ’80s", "in the '90s and ’80s"),
    ("in spring.The EU met", "in spring . The EU met"),
    ("on Example.Com and example.org and U.S.A. too", "on Example.Com and example.org and U.S.A. too"),
    ("São Tomé's Zoë, 4½-year Łódź", "São Tomé 's Zoë , 4½-year Łódź"),
    ("it cost #8.4bn, she is #1", "it cost # 8.4bn , she is # 1"),
    ("of the Council.In this respect", "of the Council . In this respect"),
    ("denied.[2] Then", "denied . [ 2 ] Then"),
    ("Minister\u{200E} Lang\u{A0}met", "Minister Lang met"),
    ("al- Jaber, Asia- TOWN", "al - Jaber , Asia - TOWN"),
    ("J.Smith of D.C.", "J. Smith of D.C."),
    ("Vice Adm. Lee, Lt.-Gen. Roy and Ph.D. students", "Vice Adm. Lee , Lt.-Gen. Roy and Ph.D. students"),
    ("", ""), (" \n\t ", ""), ("'", "'"), ("’’", "’ ’"), ("''", "''"), ("-", "-"), (".", "."), ("👩‍🚀🇫🇷", "👩‍ 🚀 🇫 🇷"),
  ])
  func cutsTokens(text: String, expected: String) throws {
    #expect(try SegmentationFixture.tokens(text) == expected)
  }

  @Test(arguments: [
    ("NATO", TokenShape([.word, .capitalized, .allCapitals, .spaceBefore])),
    ("U.S.", TokenShape([.word, .capitalized, .allCapitals, .spaceBefore])),
    ("I", TokenShape([.word, .capitalized, .spaceBefore])),
    ("Élan", TokenShape([.word, .capitalized, .nonASCII, .spaceBefore])),
    ("ÉÀ", TokenShape([.word, .capitalized, .allCapitals, .nonASCII, .spaceBefore])),
    ("naïve", TokenShape([.word, .nonASCII, .spaceBefore])),
    ("well-read", TokenShape([.word, .hyphenated, .spaceBefore])),
    ("Anti-N.A.T.O.-led", TokenShape([.word, .capitalized, .hyphenated, .spaceBefore])),
    ("O'Neill-Roy", TokenShape([.word, .capitalized, .hyphenated, .spaceBefore])),
    ("http://ada-roy.example.com", TokenShape([.word, .hyphenated, .spaceBefore])),
    ("Élan-Café", TokenShape([.word, .capitalized, .nonASCII, .hyphenated, .spaceBefore])),
    ("10-20", TokenShape([.digit, .hyphenated, .spaceBefore])),
    ("4th", TokenShape([.word, .digit, .spaceBefore])),
    ("1,200", TokenShape([.digit, .spaceBefore])),
    ("½", TokenShape([.digit, .nonASCII, .spaceBefore])),
    ("—", TokenShape([.punctuation, .nonASCII, .spaceBefore])),
    ("\"", TokenShape([.punctuation, .quote, .spaceBefore])),
  ])
  func tellsShapes(text: String, expected: TokenShape) throws {
    let document = try SegmentationFixture.segmenter().document(for: Article(id: "t", text: text))
    #expect(document.tokens.map(\.shape) == [expected])
  }
}
