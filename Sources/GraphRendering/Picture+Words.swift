import ContactModel
import TextModel

extension Picture {
  /// Sets the legend under the picture, in as many rows as it needs; `bounds` grows by it.
  ///
  /// - Parameter sizes: The sizes of the entries' texts, in their order.
  func addLegend(_ legend: Legend, sizes: [Size], to graph: inout GraphvizGraph, bounds: inout Rectangle) throws {
    let (rowHeight, gap) = (18.0, 18.0)
    let right = max(bounds.maxX, bounds.minX + 420)
    var (next, top) = (0, bounds.minY - 14)
    for row in legend.rows {
      var x = bounds.minX
      for entry in row {
        let sampleWidth = if case .marker = entry.sample { 14.0 } else { 28.0 }
        let width = sampleWidth + 6 + sizes[next].width
        if x > bounds.minX && x + width > right {
          x = bounds.minX
          top -= rowHeight
        }
        let middle = top - rowHeight / 2
        try addSample(entry.sample, index: next, at: Point(x: x, y: middle), width: sampleWidth, to: &graph)
        _ = try graph.addNode(
          "k\(next)",
          [
            "pos": "\((x + sampleWidth + 6 + sizes[next].width / 2).short),\(middle.short)",
            "label": GraphvizText.label(entry.text), "fontsize": "10", "fontcolor": theme.quietText,
            "id": "k\(next)", "class": "legend",
          ])
        x += width + gap
        next += 1
      }
      top -= rowHeight
    }
    bounds.minY = top - 4
    bounds.maxX = max(bounds.maxX, right)
  }

  private func addSample(
    _ sample: Legend.Sample, index: Int, at left: Point, width: Double, to graph: inout GraphvizGraph
  ) throws {
    switch sample {
    case .marker(let type, let color):
      let diameter = (type == .country ? 11.0 : 13.0) / 72
      _ = try graph.addNode(
        "s\(index)",
        [
          "pos": "\((left.x + width / 2).short),\(left.y.short)", "shape": type.markerShape,
          "style": type == .country ? "filled,rounded" : "filled", "width": diameter.short3, "height": diameter.short3,
          "fillcolor": color, "color": theme.nodeLine, "id": "s\(index)", "class": "legend",
        ])
    case .line(let color, let style, let lineWidth, let arrow):
      let ends = try [0.0, width].enumerated().map { end, offset in
        try graph.addNode(
          "s\(index)-\(end)",
          [
            "pos": "\((left.x + offset).short),\(left.y.short)", "shape": "point", "style": "invis", "width": "0.01",
            "height": "0.01",
          ])
      }
      let neck = width - (arrow == nil ? 0 : arrow == "tee" ? 1.4 : 7)
      let points = (0...3).map { "\((left.x + neck * Double($0) / 3).short),\(left.y.short)" }
      let path = (arrow != nil ? ["e,\((left.x + width).short),\(left.y.short)"] : []) + points
      try graph.addEdge(
        ends[0], ends[1],
        [
          "pos": path.joined(separator: " "), "dir": arrow == nil ? "none" : "forward", "color": color, "style": style,
          "penwidth": lineWidth.short, "arrowsize": "0.7", "arrowhead": arrow, "id": "s\(index)", "class": "legend",
        ])
    }
  }

  /// Sets the title and the line under it above the picture; `bounds` grows by them.
  func addTitle(
    _ title: String, _ subtitle: String, size: Double, sizes: [Size], to graph: inout GraphvizGraph,
    bounds: inout Rectangle
  ) throws {
    var bottom = bounds.maxY + 10
    for (name, text, measured, fontSize, isBold) in [
      ("t1", subtitle, sizes[1], 11.0, false), ("t0", title, sizes[0], size, true),
    ] where !text.isEmpty {
      // Lines of a node's label are centred, but for those that end in \l.
      let lines = GraphvizText.label(text).replacing("\\n", with: "\\l") + (text.contains("\n") ? "\\l" : "")
      _ = try graph.addNode(
        name,
        [
          "pos": "\((bounds.minX + measured.width / 2).short),\((bottom + measured.height / 2).short)",
          "label": lines, "fontsize": fontSize.short, "fontname": TextMeasure.family(isBold: isBold),
          "fontcolor": isBold ? theme.text : theme.quietText, "width": (measured.width / 72).short3,
          "height": (measured.height / 72).short3, "id": name, "class": "title",
        ])
      bounds.maxX = max(bounds.maxX, bounds.minX + measured.width)
      bottom += measured.height + 3
    }
    bounds.maxY = bottom + 6
  }
}
