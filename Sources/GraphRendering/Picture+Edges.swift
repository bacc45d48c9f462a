import ContactModel

extension Picture {
  /// For each edge its line as Graphviz reads it (`e,x,y x,y x,y x,y x,y`), nil for a loop.
  func edgePaths() -> [String?] {
    var bundles: [[Int]: [Int]] = [:]
    for (index, edge) in drawing.edges.enumerated() {
      bundles[[min(edge.tail, edge.head), max(edge.tail, edge.head)], default: []].append(index)
    }
    return drawing.edges.indices.map { index in
      let edge = drawing.edges[index]
      guard edge.tail != edge.head else { return nil }
      if let route = routes[index] { return path(along: route, of: edge) }
      let bundle = bundles[[min(edge.tail, edge.head), max(edge.tail, edge.head)]] ?? [index]
      let rank = Double(bundle.firstIndex(of: index) ?? 0) - Double(bundle.count - 1) / 2
      return path(of: edge, bend: rank * (edge.tail < edge.head ? 1 : -1))
    }
  }

  /// An arc between two parties; edges between the same two bend apart.
  private func path(of edge: Drawing.Line, bend: Double) -> String {
    let (a, b) = (centers[edge.tail], centers[edge.head])
    let span = b - a
    let distance = max(span.length, 0.01)
    let normal = Point(x: -span.y / distance, y: span.x / distance)
    let step = min(24, max(8, distance * 0.08))
    let arc = Arc(start: a, control: (a + b) * 0.5 + normal * (2 * bend * step), end: b)
    // The line leaves and reaches marker and label, which it must not strike through.
    let first = arc.last(before: 0.6) { covers(edge.tail, $0) }
    let last = arc.first(after: first) { covers(edge.head, $0) }
    let reach = min(arrowLength(edge), (arc.point(last) - arc.point(first)).length * (edge.hasTail ? 0.35 : 0.5))
    var (from, to) = (first, last)
    var marks = ""
    if hasArrowAtTail(edge) {
      let tip = arc.point(first)
      from = arc.last(before: last) { ($0 - tip).length <= reach }
      marks += "s,\(text(tip)) "
    }
    if hasArrowAtHead(edge) {
      let tip = arc.point(last)
      to = arc.first(after: from) { ($0 - tip).length <= reach }
      marks += "e,\(text(tip)) "
    }
    return marks + text(arc.cubic(from: from, to: to))
  }

  /// Whether a point lies on a party's marker or label, or closer than a line should come.
  private func covers(_ node: Int, _ point: Point) -> Bool {
    if (point - centers[node]).length < radii[node] + 2 { return true }
    guard labels[node] != nil else { return false }
    let (middle, size) = (labelCenter(node), labelSizes[node])
    return abs(point.x - middle.x) < size.width / 2 + 2 && abs(point.y - middle.y) < size.height / 2 + 1
  }

  private func path(along route: [Point], of edge: Drawing.Line) -> String? {
    guard route.count >= 4, let last = route.last else { return nil }
    var route = route
    var marks = ""
    if hasArrowAtTail(edge) {
      marks += "s,\(text(route[0])) "
      route[0] = shortened(route[0], towards: route[1], by: arrowLength(edge))
    }
    if hasArrowAtHead(edge) {
      marks += "e,\(text(last)) "
      route[route.count - 1] = shortened(last, towards: route[route.count - 2], by: arrowLength(edge))
    }
    return marks + text(route)
  }

  private func shortened(_ end: Point, towards inner: Point, by length: Double) -> Point {
    let span = inner - end
    return end + span * (min(length, span.length * 0.8) / max(span.length, 0.01))
  }

  /// What was denied ends in a bar even where neither addressed the other.
  private func hasArrowAtHead(_ edge: Drawing.Line) -> Bool {
    edge.hasHead || (edge.modality == .negated && !edge.hasTail)
  }
  private func hasArrowAtTail(_ edge: Drawing.Line) -> Bool { edge.hasTail }

  /// Graphviz's name for the ends that have an arrow.
  func arrowEnds(_ edge: Drawing.Line) -> String {
    switch (hasArrowAtHead(edge), hasArrowAtTail(edge)) {
    case (true, true): "both"
    case (true, false): "forward"
    case (false, true): "back"
    case (false, false): "none"
    }
  }

  /// Graphviz draws an arrow of 10 points at `arrowsize` 1, a bar of a fifth of it.
  private func arrowLength(_ edge: Drawing.Line) -> Double {
    (edge.modality == .negated ? 2 : 10) * arrowSize(edge)
  }

  func arrowSize(_ edge: Drawing.Line) -> Double { 0.55 + 0.09 * lineWidth(edge) }

  private func text(_ point: Point) -> String { "\(point.x.short),\(point.y.short)" }
  private func text(_ points: [Point]) -> String { points.map(text).joined(separator: " ") }
}
