import TextModel

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
    /// The element that holds the block, an index of `Blocks.holders`.
    var holder: Int?

    var linkShare: Double { text.isEmpty ? 1 : Double(linked) / Double(text.utf8.count) }
  }

  /// An element that blocks stand in.
  private struct Holder {
    var node: MarkupNode
    var role: ElementRole
    /// The holder around it.
    var parent: Int?
  }

  private struct Blocks {
    var all: [Block] = []
    var holders: [Holder] = []

    /// Goes through the elements that hold a block, the nearest first, eight at most, as long as a body says so.
    func forEachHolder(of block: Block, _ body: (Int) -> Bool) {
      var holder = block.holder
      for _ in 0..<8 {
        guard let at = holder, body(at) else { return }
        holder = holders[at].parent
      }
    }
  }

  /// - Parameters:
  ///   - rules: tell lines that are a page's own.
  ///   - byLabels: what class names and ids call furniture is left out, too.
  init(_ root: MarkupNode, title: String?, rules: SegmentationRules?, byLabels: Bool = true) {
    let blocks = Self.blocks(root, byLabels: byLabels)
    guard let best = Self.bestHolder(blocks) else { return }
    let inside = blocks.all.filter { block in
      var isInside = false
      blocks.forEachHolder(of: block) { holder in
        isInside = holder == best
        return !isInside
      }
      return isInside
    }
    for (place, block) in inside.enumerated()
    where Self.isText(block, title: title) && rules?.isFurniture(line: block.text.utf8) != true {
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
  static func allParagraphs(_ html: String, rules: SegmentationRules?) -> [String] {
    guard let tree = MarkupTree(html: html) else { return [] }
    return blocks(tree.root).all.map(\.text).filter { rules?.isFurniture(line: $0.utf8) != true }
  }

  /// The page's blocks of text outside furniture.
  private static func blocks(_ root: MarkupNode, byLabels: Bool = true) -> Blocks {
    var blocks = Blocks()
    var text: [UInt8] = []
    var linked = 0
    // The holders and links that are open.
    var open: [Int] = []
    var links: [MarkupNode] = []

    func flush() {
      guard !text.isEmpty else { return }
      let isHeading = open.last.map { blocks.holders[$0].role.contains(.heading) } ?? false
      let isItem = open.suffix(3).contains { blocks.holders[$0].role.contains(.item) }
      text.withUnsafeBufferPointer { bytes in
        var start = 0
        while start < bytes.count {
          let end = bytes[start...].firstIndex(of: lineBreak) ?? bytes.count
          let collapsed = PageText.collapsed(UnsafeBufferPointer(rebasing: bytes[start..<end]))
          if !collapsed.isEmpty {
            blocks.all.append(
              Block(
                text: collapsed, linked: min(linked, collapsed.utf8.count), isHeading: isHeading, isItem: isItem,
                holder: open.last))
          }
          start = end + 1
        }
      }
      text.removeAll(keepingCapacity: true)
      linked = 0
    }

    root.walk(
      enter: { node in
        if let start = node.textBytes {
          let piece = MarkupBytes.buffer(start)
          text.append(contentsOf: piece)
          if !links.isEmpty { linked += PageText.collapsedLength(piece) }
          return false
        }
        guard node.isElement else { return false }
        let role = node.role
        if PageFurniture.isFurniture(node, role: role, byLabels: byLabels) {
          // An inline element left out still parts the words around it.
          text.append(0x20)
          return false
        }
        if role.contains(.lineBreak) {
          // One break is a line of the same paragraph in pages that part paragraphs by two; both read well as a paragraph.
          text.append(lineBreak)
          return false
        }
        if role.contains(.block) {
          flush()
          blocks.holders.append(Holder(node: node, role: role, parent: open.last))
          open.append(blocks.holders.count - 1)
        } else if role.contains(.link) {
          links.append(node)
        }
        return true
      },
      leave: { node in
        if let last = open.last, blocks.holders[last].node.identity == node.identity {
          flush()
          open.removeLast()
        } else if links.last?.identity == node.identity {
          links.removeLast()
        }
      })
    flush()
    return blocks
  }

  /// Stands for a line break in the text of a block; the parser lets no such byte through.
  private static let lineBreak: UInt8 = 1

  private struct Score {
    var points = 0.0
    /// How many holders had points before it; nil where it has none.
    var order: Int?
    var bonus = 1.0
  }

  /// The element whose paragraphs make the most text, an index of `blocks.holders`.
  private static func bestHolder(_ blocks: Blocks) -> Int? {
    var scores = [Score](repeating: Score(), count: blocks.holders.count)
    var count = 0
    for block in blocks.all where !block.isHeading && block.text.utf8.count >= 25 {
      let commas = block.text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: ",") ? 1 : 0) }
      var points = 1 + min(Double(commas), 5) + min(Double(block.text.utf8.count) / 100, 6)
      if block.text.utf8.last == UInt8(ascii: ".") || block.text.utf8.suffix(3).elementsEqual("”".utf8) { points += 1 }
      if block.isItem { points *= 0.4 }
      points *= max(0, 1 - 2 * block.linkShare)
      // The block's own element, then those around it, each with less.
      var share = block.holder.map { blocks.holders[$0].role.contains(.paragraph) } == true ? 0.0 : 1.0
      blocks.forEachHolder(of: block) { holder in
        if share > 0 {
          if scores[holder].order == nil {
            scores[holder].order = count
            scores[holder].bonus = isArticle(blocks.holders[holder]) ? 1.5 : 1
            count += 1
          }
          scores[holder].points += points * share * scores[holder].bonus
        }
        share = share == 0 ? 1 : share * 0.7
        return true
      }
    }
    // Equal scores: the element that came first.
    let best = scores.indices.max {
      (scores[$0].points, -(scores[$0].order ?? .max)) < (scores[$1].points, -(scores[$1].order ?? .max))
    }
    return best.flatMap { scores[$0].points > 0 ? $0 : nil }
  }

  private static func isArticle(_ holder: Holder) -> Bool {
    if holder.role.contains(.article) { return true }
    var isArticle = false
    holder.node.forEachAttribute { name, value in
      guard !isArticle, let value else { return }
      if MarkupBytes.equal(name, "itemprop") {
        isArticle = MarkupBytes.equal(value, "articlebody")
      } else if MarkupBytes.equal(name, "class") || MarkupBytes.equal(name, "id") {
        isArticle = isArticleLabel(MarkupBytes.buffer(value))
      }
    }
    return isArticle
  }

  /// A class attribute or id by which pages call the article.
  static func isArticleLabel(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
    articleLabels.contains { MarkupBytes.contain(label, $0) }
  }

  private static let articleLabels: [StaticString] = [
    "article-body", "articlebody", "article__body", "story-body", "storybody", "entry-content", "post-content",
    "article-content", "article-text",
  ]

  private static func isText(_ block: Block, title: String?) -> Bool {
    if let title, block.text == title { return false }
    if block.linkShare > 0.6 { return block.text.utf8.count > 80 && block.text.utf8.last == UInt8(ascii: ".") }
    if block.isItem { return block.text.utf8.count >= 25 && block.linkShare < 0.3 }
    return block.isHeading || block.text.utf8.count >= 12
  }
}
