/// What in a page's markup is not the article.
enum PageFurniture {
  /// Elements that never hold an article's sentences.
  static let elements: Set<String> = [
    "script", "style", "noscript", "template", "svg", "iframe", "form", "button", "input", "select", "textarea", "nav",
    "aside", "footer",
    "figure", "figcaption", "head", "object", "embed", "video", "audio", "canvas", "map", "menu", "dialog", "math",
  ]

  /// Parts of class names and ids by which pages call what stands around an article.
  private static let words: Set<String> = [
    "nav", "navbar", "navigation", "menu", "sidebar", "footer", "comment", "comments", "disqus", "share", "sharing",
    "social", "related",
    "recommend", "recommended", "recommendations", "promo", "promoted", "advert", "advertisement", "ad", "ads",
    "adunit", "adslot",
    "sponsor", "sponsored", "newsletter", "subscribe", "subscription", "paywall", "cookie", "cookies", "consent",
    "gdpr", "banner",
    "breadcrumb", "breadcrumbs", "popup", "modal", "overlay", "widget", "toolbar", "tags", "taglist", "caption",
    "credit", "trending",
    "popular", "mostread", "outbrain", "taboola", "signup", "login", "print", "skip", "hidden", "rail", "teaser",
    "teasers", "carousel",
    "gallery", "pagination", "pager", "masthead", "copyright", "disclaimer", "toc", "infobox", "navbox", "reflist",
    "hatnote", "byline",
    "timestamp", "dateline-meta", "bio", "author-box",
  ]

  /// Parts that say: here is the article, whatever else the name says.
  private static let own: Set<String> = ["article", "story", "content", "body", "main", "post", "entry", "text"]

  /// First parts of class names that say what else is there, not what the element is: `has-banner`, `no-sidebar`.
  private static let states: Set<String> = ["has", "no", "not", "with", "without"]

  /// The element and all in it is left out.
  ///
  /// - Parameter byLabels: class names and ids are looked at, too, not only what the elements are.
  static func isFurniture(_ node: MarkupNode, byLabels: Bool = true) -> Bool {
    let name = node.name
    if elements.contains(name) { return true }
    if node["hidden"] != nil || node["aria-hidden"]?.lowercased() == "true" { return true }
    if let style = node["style"]?.lowercased(), style.contains("display:none") || style.contains("display: none") {
      return true
    }
    switch node["role"]?.lowercased() {
    case "navigation", "complementary", "banner", "contentinfo", "dialog", "search", "menu": return true
    default: break
    }
    guard byLabels, name != "body", name != "html", name != "article", name != "main" else { return false }
    let labels = [node["class"], node["id"], node["data-component"]].compactMap { $0 }
    guard !labels.isEmpty else { return false }
    for label in labels {
      for part in label.lowercased().split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }).prefix(24) {
        let pieces = part.split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == ":" }).map(String.init)
        guard pieces.count < 2 || !states.contains(pieces[0]) else { continue }
        if pieces.contains(where: { words.contains($0) }),
          !pieces.contains(where: { own.contains($0) }) || pieces.contains("comments") || pieces.contains("related")
        {
          return true
        }
      }
    }
    return false
  }
}
