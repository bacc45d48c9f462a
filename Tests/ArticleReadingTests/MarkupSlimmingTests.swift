import Foundation
import TestSupport
import Testing
import TextModel

@testable import ArticleReading

@Suite struct MarkupSlimmingTests {
  @Test(arguments: [
    (
      "attributes that nothing asks for", #"<p data-k='7 > 6' class="lead" onclick=go() HREF="x" lang=en>A.</p>"#,
      #"<p     lang=en>A.</p>"#
    ),
    (
      "class names of furniture and of the article", #"<p class="my-nav" id="entry-content-1">"#,
      #"<p class="my-nav" id="entry-content-1">"#
    ),
    ("class names behind a reference", #"<p class="x&#32;nav">"#, #"<p class="x&#32;nav">"#),
    ("a script", "a<SCRIPT async>if (a<b) { '</p>' }</Script>b", "a<SCRIPT ></Script>b"),
    (
      "a script that carries data", "<script type='Application/LD+json'>{\"a\": \"<b>\"}</script>",
      "<script type='Application/LD+json'>{\"a\": \"<b>\"}</script>"
    ),
    ("a script that closes itself", "<script src='x'/>A.<script>b</script>", "<script />A.<script></script>"),
    ("a style", "<style>p > a {}</style>", "<style></style>"),
    (
      "drawings in a drawing", "a<svg w=1><svg/><svg><p>x</p></svg>y</svg>b", "a<svg ><svg/><svg><p>x</p></svg>y</svg>b"
    ),
    ("comments", "a<!-- <p> --x -->b<!---->c<!--d--!>e<!-->f-->", "abce<!-->f-->"),
    (
      "addresses of links to other pages", "<a href='x'>A</a><link rel=canonical href='y'>",
      "<a >A</a><link rel=canonical href='y'>"
    ),
    ("a menu", "<nav class=nav><ul x=1><li>A<li><a href=b>B</a></ul><!-- </nav> --></nav>C", "<nav class=nav></nav>C"),
    ("menus in a menu", "<nav><aside><nav>A</nav></aside><script>'</nav>'</script></nav>C", "<nav></nav>C"),
    ("a menu that closes what is around it", "<div><nav x=1>A</div><p x=2>B</nav>C", "<div><nav >A</div><p >B</nav>C"),
    ("a menu without an end", "<nav>A<nav x=1>B<p x=2>C", "<nav>A<nav >B<p >C"),
    ("a menu with the article's heading", "<nav><p x=1><h1>A</h1></nav>", "<nav><p ><h1>A</h1></nav>"),
    (
      "a menu with the article's author", "<aside><a x=1 rel=author>A</a></aside>",
      "<aside><a  rel=author>A</a></aside>"
    ),
    (
      "a menu with the article's date", "<footer><p x=1 itemprop=datePublished>A</footer>",
      "<footer><p  itemprop=datePublished>A</footer>"
    ),
    ("meta elements", "<meta charset=utf-8 x=1>", "<meta charset=utf-8 x=1>"),
    ("no names", "<p @x=\"a b\" class=\"nav\">", "<p   class=\"nav\">"),
    ("less than", "1 < 2 <3 </ p> <", "1 < 2 <3 </ p> <"),
    ("a quotation mark that is never closed", "<p x=1>A.<p y=1 title=\"B.<p z=1>", "<p >A.<p y=1 title=\"B.<p z=1>"),
    ("a tag that is cut off", "<p x=1>A.<p y=1 z", "<p >A.<p y=1 z"),
    ("a script that is cut off", "<p x=1>A.<script>b", "<p >A.<script>b"),
    ("a drawing that is cut off", "<svg x=1>A.<p y=1>", "<svg >A.<p y=1>"),
    ("a comment that is cut off", "<p x=1>A.<!-- <p x=1>", "<p >A.<!-- <p x=1>"),
    ("nothing", "", ""),
  ])
  func takesOut(name: String, page: String, expected: String) {
    #expect(Self.slimmed(page) == expected)
  }

  private static func slimmed(_ page: String) -> String {
    var page = page
    return page.withUTF8 { String(decoding: MarkupSlimming.slimmed($0), as: UTF8.self) }
  }

  /// What is read of a page is what is read of the whole of it.
  private static func reading(_ page: String, isSlimmed: Bool) -> [String] {
    guard let tree = MarkupTree(html: page, isSlimmed: isSlimmed) else { return [] }
    let data = PageMetadata(tree.root, url: nil)
    return [data.title, data.byline, data.site, data.url, data.language, data.body, data.date.map { "\($0)" }].map {
      $0 ?? "-"
    } + MainText(tree.root, title: data.title, rules: nil).paragraphs
      + MainText(tree.root, title: data.title, rules: nil, byLabels: false).paragraphs
  }

  @Test(arguments: 0..<150) func leavesWhatIsRead(seed: Int) {
    let page = GeneratedPages.page(seed: UInt64(seed))
    let whole = Self.reading(page, isSlimmed: false)
    #expect(Self.reading(page, isSlimmed: true) == whole)
    #expect(whole.count > 10)
    #expect(Self.slimmed(page).utf8.count * 4 < page.utf8.count * 3)
  }

  @Test func aMenuEndsWhereItsEndTagStands() {
    let page =
      "<nav><div><a href=x>Home</a></nav><div><p>The king called the duchess on Sunday, and they agreed to talk.</p></div>"
    #expect(Self.reading(page, isSlimmed: false).suffix(2).allSatisfy { $0 == "-" })
    #expect(
      Self.reading(page, isSlimmed: true).last == "The king called the duchess on Sunday, and they agreed to talk.")
  }

  /// So it is of pages whose markup is broken, as far as tags, quotation marks and scripts have their ends. A `div` or `td` that is left
  /// open in a menu holds it open to the parser, all that follows included; without what stands in the menu its end tag ends it, as it
  /// does in browsers.
  @Test(arguments: 0..<150) func leavesWhatIsReadOfBrokenPages(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var page = Array(GeneratedPages.page(seed: UInt64(seed)).utf8)
    let pieces = [
      "</p>", "<p>", "</div>", "<b", "/", " ", "=", "&", "&lt;", "<a href=x>", "</a>", "<br/>",
      "<!-- x -->", "<script>x</script>", "</svg>", "<i x=1 y='2'>", "<p @a=b>", "-", "<h2>", "<", ">",
    ]
    for _ in 0..<Int.random(in: 1...10, using: &random) {
      // Between the tags: quotation marks stay paired.
      let start = Int.random(in: 0..<page.count, using: &random)
      guard let at = page[start...].firstIndex(of: UInt8(ascii: ">")) else { continue }
      page.insert(contentsOf: Array((pieces.randomElement(using: &random) ?? "").utf8), at: at + 1)
    }
    let text = String(decoding: page, as: UTF8.self)
    #expect(Self.reading(text, isSlimmed: true) == Self.reading(text, isSlimmed: false))
  }
}
