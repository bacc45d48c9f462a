/// Finds the article's own paragraphs in a page.
///
/// Paragraphs give points to what holds them, by length and commas, less what they link to; the best element's paragraphs are the text.
/// Method: the scoring of Readability (Arc90, 2009) with the link density of Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection
/// using Shallow Text Features" (2010).
struct MainText {
  /// The paragraphs in their order.
  private(set) var paragraphs: [String] = []

  private struct Block {
    var text: String
    /// Bytes of the text that stand in links.
    var linked: Int
    var isHeading: Bool
    var isItem: Bool
    /// The elements that hold the block, the nearest first.
    var holders: [MarkupNode]

    var linkShare: Double { text.isEmpty ? 1 : Double(linked) / Double(text.utf8.count) }
  }

  private static let blockElements: Set<String> = [
    "p", "div", "section", "article", "main", "body", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt",
    "dd", "blockquote",
    "pre", "table", "tbody", "tr", "td", "th", "header", "hr", "address", "center", "fieldset", "details", "summary",
  ]

  /// - Parameter byLabels: what class names and ids call furniture is left out, too.
  init(_ root: MarkupNode, title: String?, byLabels: Bool = true) {
    let blocks = Self.blocks(root, byLabels: byLabels)
    guard let best = Self.bestHolder(blocks) else { return }
    let inside = blocks.filter { block in block.holders.contains { $0.identity == best.identity } }
    for (place, block) in inside.enumerated() where Self.isText(block, title: title) {
      // A heading over links alone goes with them.
      if block.isHeading, place + 1 < inside.count, inside[place + 1].linkShare > 0.6,
        !Self.isText(inside[place + 1], title: title)
      {
        continue
      }
      if paragraphs.last != block.text { paragraphs.append(block.text) }
    }
    // A heading with nothing under it belongs to what was left out.
    while let last = paragraphs.last, inside.contains(where: { $0.isHeading && $0.text == last }) {
      paragraphs.removeLast()
    }
  }

  /// All paragraphs of a piece of HTML that is an article's text as a whole: a feed's entry, a mail.
  static func allParagraphs(_ html: String) -> [String] {
    guard let tree = MarkupTree(html: html) else { return [] }
    return blocks(tree.root).map(\.text)
  }

  /// The page's blocks of text outside furniture.
  private static func blocks(_ root: MarkupNode, byLabels: Bool = true) -> [Block] {
    var blocks: [Block] = []
    var text = ""
    var linked = 0
    var linkDepth = 0
    var holders: [MarkupNode] = []

    func flush() {
      let isHeading = holders.last.map { $0.name.count == 2 && $0.name.hasPrefix("h") && $0.name != "hr" } ?? false
      let isItem = holders.suffix(3).contains { ["li", "td", "th", "dt", "dd"].contains($0.name) }
      for part in text.split(separator: "\u{1}") {
        let collapsed = PageText.collapsed(String(part))
        if !collapsed.isEmpty {
          blocks.append(
            Block(
              text: collapsed, linked: min(linked, collapsed.utf8.count), isHeading: isHeading, isItem: isItem,
              holders: Array(holders.suffix(8).reversed())))
        }
      }
      text = ""
      linked = 0
    }

    root.walk(
      enter: { node in
        if let piece = node.text {
          text += piece
          if linkDepth > 0 { linked += PageText.collapsed(piece).utf8.count }
          return false
        }
        guard node.isElement else { return false }
        let name = node.name
        if PageFurniture.isFurniture(node, byLabels: byLabels) {
          // An inline element left out still parts the words around it.
          text += " "
          return false
        }
        if name == "br" {
          // One break is a line of the same paragraph in pages that part paragraphs by two; both read well as a paragraph.
          text += "\u{1}"
          return false
        }
        if blockElements.contains(name) {
          flush()
          holders.append(node)
        } else if name == "a" {
          linkDepth += 1
        }
        return true
      },
      leave: { node in
        guard node.isElement else { return }
        if let last = holders.last, last.identity == node.identity {
          flush()
          holders.removeLast()
        } else if node.name == "a", linkDepth > 0, !PageFurniture.isFurniture(node, byLabels: byLabels) {
          linkDepth -= 1
        }
      })
    flush()
    return blocks
  }

  /// The element whose paragraphs make the most text.
  private static func bestHolder(_ blocks: [Block]) -> MarkupNode? {
    var scores: [UnsafeMutableRawPointer: (score: Double, node: MarkupNode, order: Int)] = [:]
    for block in blocks where !block.isHeading && block.text.utf8.count >= 25 {
      let commas = Double(block.text.utf8.lazy.filter { $0 == UInt8(ascii: ",") }.count)
      var points = 1 + min(commas, 5) + min(Double(block.text.utf8.count) / 100, 6)
      if block.text.utf8.last == UInt8(ascii: ".") || block.text.hasSuffix("”") { points += 1 }
      if block.isItem { points *= 0.4 }
      points *= max(0, 1 - 2 * block.linkShare)
      // The block's own element, then those around it, each with less.
      var share = block.holders.first.map { $0.name == "p" || $0.name == "li" } == true ? 0.0 : 1.0
      for holder in block.holders {
        if share > 0 {
          let bonus = isArticle(holder) ? 1.5 : 1
          let known = scores[holder.identity]
          scores[holder.identity] = ((known?.score ?? 0) + points * share * bonus, holder, known?.order ?? scores.count)
        }
        share = share == 0 ? 1 : share * 0.7
      }
    }
    // Equal scores: the element that came first.
    return scores.values.max { ($0.score, -$0.order) < ($1.score, -$1.order) }.flatMap { $0.score > 0 ? $0.node : nil }
  }

  private static func isArticle(_ node: MarkupNode) -> Bool {
    if node.name == "article" || node["itemprop"]?.lowercased() == "articlebody" { return true }
    let label = ((node["class"] ?? "") + " " + (node["id"] ?? "")).lowercased()
    return [
      "article-body", "articlebody", "article__body", "story-body", "storybody", "entry-content", "post-content",
      "article-content", "article-text",
    ]
    .contains { label.contains($0) }
  }

  private static func isText(_ block: Block, title: String?) -> Bool {
    if let title, block.text == title { return false }
    if block.linkShare > 0.6 { return block.text.utf8.count > 80 && block.text.utf8.last == UInt8(ascii: ".") }
    if block.isItem { return block.text.utf8.count >= 25 && block.linkShare < 0.3 }
    return block.isHeading || block.text.utf8.count >= 12
  }
}
