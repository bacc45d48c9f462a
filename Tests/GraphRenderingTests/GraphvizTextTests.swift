import Testing

@testable import GraphRendering

@Suite struct GraphvizTextTests {
  @Test(arguments: [
    ("plain", "Ada Byron", "Ada Byron"),
    ("node name escape", #"a\Nb"#, "a&#92;Nb"),
    ("line escape and backslash at the end", #"a\n\"#, "a&#92;n&#92;"),
    ("entity", "AT&amp;T &lt;", "AT&amp;amp;T &amp;lt;"),
    ("markup", "<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
    ("line break", "a\nb", #"a\nb"#),
    ("control characters", "a\u{0}b\u{1B}c\u{7F}d\u{85}e", "a b c d e"),
    ("not a character", "a\u{FFFE}b\u{1FFFF}c", "a b c"),
    ("turned direction", "a\u{202E}b\u{2066}c", "a b c"),
    ("scripts", "東京 القاهرة 🕊️", "東京 القاهرة 🕊️"),
  ])
  func `labels show exactly their text`(row: (name: String, text: String, label: String)) {
    #expect(GraphvizText.label(row.text) == row.label, "\(row.name)")
  }

  @Test(arguments: [
    ("plain", "https://news.example/a", "https://news.example/a"),
    ("query", "http://news.example/?a=1&b=2", "http://news.example/?a=1&amp;b=2"),
    ("capitals", "HTTPS://news.example", "HTTPS://news.example"),
    ("quote", "https://x.example/\" onload=\"alert(1)", "https://x.example/%22%20onload=%22alert(1)"),
    ("letters beyond ASCII", "https://x.example/é", "https://x.example/%C3%A9"),
    ("backslash", "https://x.example/\\N", "https://x.example/%5CN"),
    ("script", "javascript:alert(1)", nil),
    ("script behind a space", " javascript:alert(1)", nil),
    ("data", "data:text/html,<script>", nil),
    ("file", "file:///etc/passwd", nil),
    ("no scheme", "//x.example/", nil),
    ("empty", "", nil),
  ])
  func `only web addresses pass, encoded`(row: (name: String, text: String, address: String?)) {
    #expect(GraphvizText.webAddress(row.text) == row.address, "\(row.name)")
  }
}
