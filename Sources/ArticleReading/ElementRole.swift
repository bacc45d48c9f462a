/// What an element of a page is, by its name.
struct ElementRole: OptionSet {
  let rawValue: UInt16

  /// Never holds an article's sentences.
  static let furniture = ElementRole(rawValue: 1)
  /// Starts and ends a paragraph.
  static let block = ElementRole(rawValue: 2)
  static let heading = ElementRole(rawValue: 4)
  /// Of a list or table.
  static let item = ElementRole(rawValue: 8)
  /// A paragraph or list item: what holds it is the article, not it.
  static let paragraph = ElementRole(rawValue: 16)
  static let lineBreak = ElementRole(rawValue: 32)
  static let link = ElementRole(rawValue: 64)
  /// Holds the page or the article, whatever its class names say.
  static let frame = ElementRole(rawValue: 128)
  static let article = ElementRole(rawValue: 256)
  /// Furniture unless it stands around the whole page, as some systems write it.
  static let form = ElementRole(rawValue: 512)

  static func named(_ name: UnsafePointer<UInt8>) -> ElementRole {
    var hash = MarkupBytes.emptyHash
    var at = name
    while at.pointee != 0 {
      hash = MarkupBytes.adding(at.pointee, to: hash)
      at += 1
    }
    return ElementRole(rawValue: names[hash])
  }

  private static let names = MarkupWords(
    [
      (
        [
          "script", "style", "noscript", "template", "svg", "iframe", "button", "input", "select", "textarea",
          "nav", "aside", "footer", "figure", "figcaption", "head", "object", "embed", "video", "audio", "canvas",
          "map",
          "menu", "dialog", "math",
        ], furniture
      ),
      (
        [
          "p", "div", "section", "article", "main", "body", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl",
          "dt", "dd", "blockquote", "pre", "table", "tbody", "tr", "td", "th", "header", "hr", "address", "center",
          "fieldset", "details", "summary", "form",
        ], block
      ),
      (["h1", "h2", "h3", "h4", "h5", "h6"], heading), (["li", "td", "th", "dt", "dd"], item),
      (["p", "li"], paragraph),
      (["br"], lineBreak), (["a"], link), (["body", "html", "article", "main"], frame), (["article"], article),
      (["form"], form),
    ].map { (words: $0.0, value: $0.1.rawValue) })
}
