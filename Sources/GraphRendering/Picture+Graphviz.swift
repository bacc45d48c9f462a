import ContactModel
import TextModel

extension Picture {
  private static let legendFontSize = 10.0
  private static let margin = 20.0

  /// Draws the picture.
  ///
  /// - Returns: The bytes of a file of the format.
  func bytes(format: PictureFormat, limits: RenderingLimits) throws -> [UInt8] {
    let legend = Legend(drawing: drawing, theme: theme)
    let isSmall = drawing.nodes.count <= 12
    let titleSize = isSmall ? 17.0 : 20.0
    let titleWidth = max(frame.width, 420)
    let title = DisplayWidth.wrap(drawing.title, width: Int(titleWidth / titleSize / 0.65)).joined(separator: "\n")
    let subtitle = DisplayWidth.wrap(drawing.subtitle, width: Int(titleWidth / 11 / 0.6)).joined(separator: "\n")
    var items = [
      TextMeasure.Item(text: title, fontSize: titleSize, isBold: true),
      TextMeasure.Item(text: subtitle, fontSize: 11),
    ]
    items += legend.rows.joined().map { TextMeasure.Item(text: $0.text, fontSize: Self.legendFontSize) }
    items += groups.map { TextMeasure.Item(text: $0.name, fontSize: 11) }
    let sizes = try TextMeasure.sizes(of: items, limits: limits)
    let paths = edgePaths()

    return try GraphvizGraph.withGraph { graph in
      var bounds = frame.inset(by: -Self.margin / 2)
      graph.set([
        "bgcolor": theme.ground, "outputorder": "breadthfirst", "splines": "true", "pad": "0.15",
        "fontname": TextMeasure.family, "forcelabels": "false",
      ])
      if format == .png { graph.set(["dpi": resolution(of: bounds).short]) }
      graph.setNodeDefaults([
        "label": "", "shape": "plaintext", "margin": "0", "fontname": TextMeasure.family, "fontcolor": theme.text,
        "fontsize": "10", "style": "", "width": "0", "height": "0", "fixedsize": "true", "penwidth": "1",
        "color": theme.text, "fillcolor": theme.ground,
      ])
      graph.setEdgeDefaults(["dir": "forward", "arrowhead": "normal", "arrowtail": "none", "style": "solid"])
      try addGroups(to: &graph, sizes: Array(sizes[(sizes.count - groups.count)...]))
      // Graphviz draws nodes as they were made, each followed by its edges: grounds, lines, markers, labels.
      try addEdges(to: &graph, paths: paths)
      try addMarkers(to: &graph)
      try addLabels(to: &graph)
      try addLegend(legend, sizes: Array(sizes.dropFirst(2)), to: &graph, bounds: &bounds)
      try addTitle(title, subtitle, size: titleSize, sizes: sizes, to: &graph, bounds: &bounds)
      graph.set([
        "bb": "\(bounds.minX.short),\(bounds.minY.short),\(bounds.maxX.short),\(bounds.maxY.short)"
      ])
      let bytes = try graph.run(engine: "nop2", format: format.rawValue, limits: limits)
      return switch format {
      case .svg: SVGDocument.finished(bytes, drawing: drawing)
      case .png: bytes
      case .pdf: PDFDocument.finished(bytes)
      }
    }
  }

  /// Dots an inch: sharp on paper, and no side longer than the 16,000 dots that viewers still open.
  private func resolution(of bounds: Rectangle) -> Double {
    max(24, min(144, 16_000 * 72 / max(bounds.width, bounds.height, 1)))
  }

  private func addGroups(to graph: inout GraphvizGraph, sizes: [Size]) throws {
    for (index, group) in groups.enumerated() {
      let frame = group.frame
      let size = sizes[index]
      _ = try graph.addNode(
        "g\(index)",
        [
          "pos": "\(((frame.minX + frame.maxX) / 2).short),\(((frame.minY + frame.maxY) / 2).short)",
          "shape": "box", "style": "filled,rounded", "width": (frame.width / 72).short3,
          "height": (frame.height / 72).short3, "fillcolor": theme.clusterGround, "color": theme.clusterLine,
          "id": "g\(index)", "class": "ground",
        ])
      _ = try graph.addNode(
        "h\(index)",
        [
          "pos": "\((frame.minX + 10 + size.width / 2).short),\((frame.maxY - 7 - size.height / 2).short)",
          "label": GraphvizText.label(group.name), "fontsize": "11", "fontcolor": theme.quietText,
          "id": "h\(index)", "class": "heading",
        ])
    }
  }

  private func addMarkers(to graph: inout GraphvizGraph) throws {
    for (index, node) in drawing.nodes.enumerated() {
      // A square of the same width looks bigger than a circle, a hexagon and a diamond smaller.
      let factor =
        switch node.type {
        case .person: 1.0
        case .country: 0.9
        case .organization: 1.08
        case .place: 1.2
        }
      let diameter = (2 * radii[index] * factor / 72).short3
      _ = try graph.addNode(
        "n\(index)",
        [
          "pos": "\(centers[index].x.short),\(centers[index].y.short)", "shape": node.type.markerShape,
          "style": node.type == .country ? "filled,rounded" : "filled", "width": diameter, "height": diameter,
          "fillcolor": theme.fill(node), "color": theme.nodeLine, "penwidth": "1.2", "id": "n\(index)",
          "class": "party \(node.type.rawValue)", "URL": node.address.flatMap(GraphvizText.webAddress),
        ])
    }
  }

  /// All lines hang between two nodes that are not seen: each brings its own path, and so they keep their order.
  private func addEdges(to graph: inout GraphvizGraph, paths: [String?]) throws {
    let ends = try ["a", "b"].map { name in
      try graph.addNode(
        name, ["pos": "\(frame.minX.short),\(frame.maxY.short)", "style": "invis", "width": "0.01", "height": "0.01"])
    }
    let isCrowded = drawing.nodes.count > Self.labelLimit
    // The strongest come last and lie on top.
    let order = drawing.edges.indices.sorted {
      (drawing.edges[$0].weight, $0) < (drawing.edges[$1].weight, $1)
    }
    for index in order {
      guard let path = paths[index] else { continue }
      let edge = drawing.edges[index]
      try graph.addEdge(
        ends[0], ends[1],
        [
          "pos": path, "dir": arrowEnds(edge),
          "arrowhead": edge.modality == .negated ? "tee" : "normal",
          "arrowtail": edge.modality == .negated ? "tee" : "normal",
          "color": theme.color(edge.kind) + theme.opacity(edge.modality, isCrowded: isCrowded),
          "style": edge.modality.lineStyle,
          "penwidth": lineWidth(edge).short, "arrowsize": arrowSize(edge).short, "id": "e\(index)",
          "class": "contact \(edge.kind.rawValue) \(edge.modality.rawValue)",
          "URL": edge.address.flatMap(GraphvizText.webAddress),
        ])
    }
  }

  private func addLabels(to graph: inout GraphvizGraph) throws {
    for (index, label) in labels.enumerated() {
      guard let label else { continue }
      let center = labelCenter(index)
      let ground = theme.labelGround(inCluster: !groups.isEmpty && drawing.nodes[index].group != nil)
      _ = try graph.addNode(
        "l\(index)",
        [
          "pos": "\(center.x.short),\(center.y.short)", "label": GraphvizText.label(label.text),
          "fontsize": label.fontSize.short, "shape": "box", "style": "filled,rounded", "penwidth": "0",
          "color": ground, "fillcolor": ground, "width": (labelSizes[index].width / 72).short3,
          "height": ((labelSizes[index].height - 1) / 72).short3, "id": "l\(index)", "class": "label",
          "URL": drawing.nodes[index].address.flatMap(GraphvizText.webAddress),
        ])
    }
  }
}
