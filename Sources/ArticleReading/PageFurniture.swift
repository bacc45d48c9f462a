/// What in a page's markup is not the article.
enum PageFurniture {
  /// Parts of class names and ids by which pages call what stands around an article.
  private static let words = [
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
  private static let own = ["article", "story", "content", "body", "main", "post", "entry", "text"]

  /// First parts of class names that say what else is there, not what the element is: `has-banner`, `no-sidebar`.
  private static let states = ["has", "no", "not", "with", "without"]

  /// Names that even the article's own words do not make the article.
  private static let never = ["comments", "related"]

  private struct Meaning: OptionSet {
    let rawValue: UInt16
    static let furniture = Meaning(rawValue: 1)
    static let own = Meaning(rawValue: 2)
    static let state = Meaning(rawValue: 4)
    static let never = Meaning(rawValue: 8)
  }

  private static let meanings = MarkupWords([
    (words, Meaning.furniture.rawValue), (own, Meaning.own.rawValue), (states, Meaning.state.rawValue),
    (never, Meaning.never.rawValue),
  ])

  /// The element and all in it is left out.
  ///
  /// - Parameters:
  ///   - role: the element's.
  ///   - byLabels: class names and ids are looked at, too, not only what the elements are.
  static func isFurniture(_ node: MarkupNode, role: ElementRole, byLabels: Bool = true) -> Bool {
    if role.contains(.furniture) || role.contains(.form) && !holdsPage(node) { return true }
    let looksAtLabels = byLabels && !role.contains(.frame)
    var isFurniture = false
    node.forEachAttribute { name, value in
      guard !isFurniture else { return }
      // By the first letter: most attributes of a page say something else.
      switch name.pointee | 0x20 {
      case UInt8(ascii: "h"): isFurniture = MarkupBytes.equal(name, "hidden")
      case UInt8(ascii: "a"):
        if let value, MarkupBytes.equal(name, "aria-hidden") { isFurniture = MarkupBytes.equal(value, "true") }
      case UInt8(ascii: "s"):
        if let value, MarkupBytes.equal(name, "style") {
          let style = MarkupBytes.buffer(value)
          isFurniture = MarkupBytes.contain(style, "display:none") || MarkupBytes.contain(style, "display: none")
        }
      case UInt8(ascii: "r"): if let value, MarkupBytes.equal(name, "role") { isFurniture = isFurnitureRole(value) }
      case UInt8(ascii: "c"), UInt8(ascii: "i"), UInt8(ascii: "d"):
        if looksAtLabels, let value,
          MarkupBytes.equal(name, "class") || MarkupBytes.equal(name, "id") || MarkupBytes.equal(name, "data-component")
        {
          isFurniture = isFurnitureLabel(MarkupBytes.buffer(value))
        }
      default: break
      }
    }
    return isFurniture
  }

  /// A form around a whole page: it stands near the page's root, and the page's headline or its article in it.
  private static func holdsPage(_ form: MarkupNode) -> Bool {
    var above = form.parent
    for _ in 0..<4 {
      guard let node = above, !node.isNamed("body") else { break }
      above = node.parent
    }
    guard let above, above.isNamed("body") else { return false }
    return form.first { node in
      node.isNamed("h1") || node.role.contains(.frame) || node.isValue("articlebody", of: "itemprop")
    } != nil
  }

  private static func isFurnitureRole(_ role: UnsafePointer<UInt8>) -> Bool {
    let roles: [StaticString] = ["navigation", "complementary", "banner", "contentinfo", "dialog", "search", "menu"]
    return roles.contains { MarkupBytes.equal(role, $0) }
  }

  /// One of the first 24 names in a class attribute, or an id, is one of furniture: `site-nav`, `related-stories`.
  static func isFurnitureLabel(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    for _ in 0..<24 {
      while at < label.count, isSpace(label[at]) { at += 1 }
      guard at < label.count else { return false }
      var all: Meaning = []
      var (pieces, isState) = (0, false)
      var hash = MarkupBytes.emptyHash
      var isInside = false
      while true {
        let byte = at < label.count ? label[at] : 0x20
        let isEnd = isSpace(byte)
        if isEnd || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") {
          if isInside {
            let meaning = Meaning(rawValue: meanings[hash])
            pieces += 1
            if pieces == 1 { isState = meaning.contains(.state) }
            all.formUnion(meaning)
            (hash, isInside) = (MarkupBytes.emptyHash, false)
          }
          if isEnd { break }
        } else {
          hash = MarkupBytes.adding(byte, to: hash)
          isInside = true
        }
        at += 1
      }
      if pieces > 1, isState { continue }
      if all.contains(.furniture), !all.contains(.own) || all.contains(.never) { return true }
    }
    return false
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
}
