import ArticleReading
import Testing

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
}
