import ArticleReading
import Foundation
import Testing
import TextModel

/// Pages as newsrooms build them: the article's own paragraphs, and nothing of what stands around them.
@Suite struct PageTests {
  private static let first =
    "Count Rupert called his counterpart in Graustark on Monday to resume the talks, the ministry said."
  private static let second = "The call, the first since November, lasted an hour, and the two agreed to meet."

  static let pages: [(name: String, body: String)] = [
    (
      "the page's frame says what it has",
      """
      <div class="site has-banner"><div class="content-area no-sidebar"><div class="entry-content">\
      <p>\(first)</p><p>\(second)</p></div></div></div>
      """
    ),
    (
      "every paragraph in a block of its own, links and advertising between them",
      """
      <div><div data-component="byline-block">By Rose Hentzau, in Strelsau for the Courier</div>\
      <div data-component="text-block"><p>\(first)</p></div>\
      <div data-component="ad-slot"><p>Buy the new carriage, the best one of all, today.</p></div>\
      <div data-component="links-block"><h2>More on this story</h2><ul><li><a href="1">Duchess opens bridge</a></li></ul></div>\
      <div data-component="text-block"><p>\(second)</p></div></div>
      """
    ),
    (
      "the article itself bears the name of furniture",
      "<div class=\"teaser\"><div class=\"widget\"><p>\(first)</p><p>\(second)</p></div></div>"
    ),
    (
      "a form around the whole page, with fields and a form of its own kind in it",
      """
      <form id="aspnetForm" action="."><input type="hidden" value="x"><div><h1>Talks resume</h1><p>\(first)</p>\
      <select><option>Choose a language, and then press the button.</option></select><p>\(second)</p></div></form>
      """
    ),
    (
      "a form for letters in the article",
      """
      <article><h1>Talks resume</h1><p>\(first)</p><form><h2>Letters</h2><p>Every morning, the best of the Courier, for \
      nothing: leave your address here.</p><input name="mail"></form><p>\(second)</p></article>
      """
    ),
    (
      "a form far inside the page, with an article of its own",
      """
      <div><div><div><div><div><p>\(first)</p><p>\(second)</p><form><article><p>Every morning, the best of the \
      Courier, for nothing: leave your address here, please, and read on.</p></article></form></div></div></div></div></div>
      """
    ),
    (
      "comments longer than the article",
      """
      <div class="post"><p>\(first)</p><p>\(second)</p></div><div id="comments"><p>\
      \(String(repeating: "I do not believe a word, he told us so last year, and the year before, in vain. ", count: 9))\
      </p></div>
      """
    ),
    (
      "a consent dialog and a live list of the most read",
      """
      <div id="cookie-consent"><p>We and our 843 partners use cookies, and so do theirs, to serve you better.</p></div>\
      <article><p>\(first)</p><figure><figcaption>The count, in 2015, at home.</figcaption></figure><p>\(second)</p></article>\
      <section class="most-read"><h3>Popular</h3><a href="2">Bear seen in the castle park, people told to stay</a></section>
      """
    ),
  ]

  @Test(arguments: pages)
  func readsTheArticleAlone(name: String, body: String) {
    let page = "<!DOCTYPE html><html><head><title>Talks resume</title></head><body>\(body)</body></html>"
    #expect(ReadingDump.lines(page, name: "x.html") == ["x | title=Talks resume | \(Self.first)⏎⏎\(Self.second)"])
  }

  private static let rules = Result {
    try SegmentationRules(
      folder: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Gazetteers/en").standardized)
  }

  /// Lines that are the page's own are no text, whatever element they stand in and whatever the input.
  @Test(arguments: [
    ("page", "x.html", "<html><title>Talks resume</title><body><article>%</article></body></html>"),
    (
      "data of a page", "x.html",
      "<html><title>Talks resume</title><script type=\"application/ld+json\">{\"@type\":\"Article\",\"articleBody\":\"%\"}</script><p>x</p>"
    ),
    (
      "feed", "x.rss",
      "<rss><channel><item><title>Talks resume</title><description><![CDATA[%]]></description></item></channel></rss>"
    ),
    (
      "mail", "x.eml",
      "From: a@b.example\nTo: c@d.example\nSubject: Talks resume\nMIME-Version: 1.0\nContent-Type: text/html\n\n%"
    ),
  ])
  func leavesOutThePagesOwnLines(name: String, file: String, input: String) throws {
    let lines = [
      "Advertisement", "ADVERTISEMENT", "Read more:", "Share this story", "Related articles", "Story continues below",
    ]
    func text(_ isBare: Bool) -> String {
      let own = lines.map { isBare ? $0 : "<p>\($0)</p>" }
      let paragraphs = [
        Self.first, own[0], own[2], Self.second, own[1], own[3], isBare ? own[4] : "<h2>\(lines[4])</h2>", own[5],
      ]
      return paragraphs.map { isBare || $0.hasPrefix("<") ? $0 : "<p>\($0)</p>" }.joined(separator: isBare ? "\\n" : "")
    }
    let options = ReadingOptions(rules: try Self.rules.get())
    let items = ReadingDump.lines(
      input.replacing("%", with: text(name == "data of a page")), name: file, options: options)
    #expect(items.count == 1)
    #expect(items[0].hasPrefix(file == "x.rss" ? "x-1 | title=Talks resume | " : "x | title=Talks resume | "))
    #expect(items[0].hasSuffix(" | \(Self.first)⏎⏎\(Self.second)"))
  }
}
