import TestSupport

/// Pages as newsrooms build them, each from a seed: scripts, styles, menus, cards of other stories, advertising, and an article.
enum GeneratedPages {
  private static let words =
    "the a minister king told said that talks kingdom agreed called spoke with his her envoy on Monday in Zenda of and"
    .split(
      separator: " ")

  static func page(seed: UInt64) -> String {
    var random = SeededRandom(seed: seed)
    func some(_ range: ClosedRange<Int>, _ piece: (Int) -> String) -> String {
      (0..<Int.random(in: range, using: &random)).map(piece).joined()
    }
    func sentence() -> String {
      let length = Int.random(in: 6...20, using: &random)
      return (0..<length).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ") + ", he said."
    }
    func one(_ pieces: String...) -> String { pieces.randomElement(using: &random) ?? "" }
    let script =
      "<script>" + some(5...20) { "function f\($0)(a,b){return a<b?'</p>':\"<p class=nav>\"+a}\n" } + "</script>"
    func menu() -> String {
      "<nav class='site-nav' role=navigation><ul>"
        + some(5...15) {
          "<li class='item item-\($0)'><a href='/s/\($0)?a=1&b=2' data-track=\"x>y\">Part \($0)</a></li>"
        }
        + "</ul></nav>"
    }
    let cards = some(2...6) {
      "<div class='card related-\($0)'><a href='/t/\($0)'><img src='\($0).jpg' alt='x'><h3>\(sentence())</h3></a></div>"
    }
    let body = some(3...12) { number in
      let text = one("", "<b data-x=1>So</b> ", "<a href='/a' title='<x>'>There</a> ", "<!-- <p> -->") + sentence()
      let ad = one(
        "", "", "<div class='ad-slot'>\(script)<p>\(sentence())</p></div>", "<h2 id=h\(number)>What next</h2>")
      return one(
        "<p>\(text)</p>", "<div class='text-block' data-component=\"text-block\"><p class=para>\(text)</p></div>",
        "\(text)<br><br />") + ad
    }
    return """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Envoys meet \(seed)</title>
      <meta property="og:site_name" content="Courier"><link rel="canonical" href="https://courier.example.org/\(seed)">
      <style>\(some(5...20) { ".c\($0) > a { margin: \($0)px }\n" })</style>\(script)
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Envoys meet","datePublished":"2021-03-04"}</script>
      </head><body class="home has-banner"><header class="masthead"><svg width=9><path d="M0 0L10 10"/><title>Logo</title></svg>
      \(menu())</header><main><article class="post" data-id=\(seed) hidden-x><h1 class=title>Envoys meet</h1>
      <span rel="author">Rose Hentzau</span><time datetime='2021-03-04'>4 March</time>
      <div class="\(one("entry-content", "body", "widget"))">\(body)</div></article><aside>\(cards)</aside></main>\(cards)
      <footer>\(menu())</footer>\(script)</body></html>
      """
  }
}
