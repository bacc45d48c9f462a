/// The size of a text as the fonts of this machine set it.
struct TextMeasure {
  /// A text with the size of its letters in points.
  struct Item {
    var text: String
    var fontSize: Double
    var isBold = false
  }

  /// DejaVu is on every Debian; the others stand in for it in browsers on other systems.
  static let family = "DejaVu Sans,Verdana,Geneva,sans-serif"
  static let boldFamily = "DejaVu Sans,Verdana,Geneva,sans-serif Bold"

  static func family(isBold: Bool) -> String { isBold ? boldFamily : family }

  /// The sizes of all items, in their order; lines in a text are separated by `\n`.
  static func sizes(of items: [Item], limits: RenderingLimits) throws -> [Size] {
    if items.isEmpty { return [] }
    let plain = try GraphvizGraph.withGraph { graph in
      graph.setNodeDefaults(["shape": "plaintext", "margin": "0", "width": "0", "height": "0", "pos": "0,0"])
      for (index, item) in items.enumerated() {
        _ = try graph.addNode(
          "m\(index)",
          [
            "label": GraphvizText.label(item.text), "fontsize": item.fontSize.short,
            "fontname": family(isBold: item.isBold),
          ])
      }
      return try graph.run(engine: "nop2", format: "plain", limits: limits)
    }
    var sizes = [Size](repeating: Size(width: 0, height: 0), count: items.count)
    for node in PlainOutput(plain).nodes {
      guard let index = Int(node.name.dropFirst()), sizes.indices.contains(index) else { continue }
      sizes[index] = node.size
    }
    return sizes
  }
}
