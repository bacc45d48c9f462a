/// Where the boxes of a drawing go: no two of them overlap.
///
/// A box holds a party's marker and its label. Graphviz finds the shape of the network; overlaps are then pushed apart,
/// the longest axis is turned level, and the components that nothing connects are set in rows.
struct Placement {
  /// The centre of each box.
  var centers: [Point]
  /// By index of the edge: the control points of its spline, where the layout routes edges around boxes.
  var routes: [Int: [Point]] = [:]
  /// The ground of each cluster.
  var groups: [(name: String, frame: Rectangle)] = []

  /// Finds the places.
  ///
  /// - Parameters:
  ///   - boxes: The size of each node's box in points.
  ///   - groups: For each node the name of its cluster or nil; empty where no clusters are drawn.
  static func find(
    drawing: Drawing, boxes: [Size], engine: LayoutEngine, groups: [String?], limits: RenderingLimits
  ) throws -> Placement {
    guard !boxes.isEmpty else { return Placement(centers: []) }
    if engine == .dot { return try ranked(drawing: drawing, boxes: boxes, groups: groups, limits: limits) }
    let ties = Tie.merged(drawing.edges)
    if groups.contains(where: { $0 != nil }) {
      return try grouped(ties: ties, boxes: boxes, engine: engine, groups: groups, limits: limits)
    }
    return Placement(centers: try network(ties: ties, boxes: boxes, engine: engine, limits: limits))
  }

  /// Places the boxes as the ties pull them; the result has its lower left corner at the origin.
  private static func network(
    ties: [Tie], boxes: [Size], engine: LayoutEngine, spacing: Double = 1, limits: RenderingLimits
  ) throws -> [Point] {
    let raw = try rawPositions(ties: ties, boxes: boxes, engine: engine, limits: limits)
    let components = Tie.components(ties, count: boxes.count)
    var parts: [(members: [Int], centers: [Point], frame: Rectangle)] = []
    for members in components {
      var part = Component(points: members.map { raw[$0] }, boxes: members.map { boxes[$0] })
      let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
      let inner = ties.compactMap { tie in
        place[tie.a].flatMap { a in place[tie.b].map { (a, $0) } }
      }
      part.arrange(ties: inner, spacing: spacing, isTurned: engine != .circo && engine != .twopi)
      parts.append((members, part.points, part.frame))
    }
    var centers = [Point](repeating: Point(x: 0, y: 0), count: boxes.count)
    let origins = Shelf.origins(of: parts.map { Size(width: $0.frame.width, height: $0.frame.height) }, gap: 26)
    for (part, origin) in zip(parts, origins) {
      for (member, center) in zip(part.members, part.centers) {
        centers[member] = Point(x: center.x - part.frame.minX + origin.x, y: center.y - part.frame.minY + origin.y)
      }
    }
    return centers
  }

  /// Where Graphviz puts the nodes when they are points, in its own scale.
  private static func rawPositions(
    ties: [Tie], boxes: [Size], engine: LayoutEngine, limits: RenderingLimits
  ) throws -> [Point] {
    var points = [Point](repeating: Point(x: 0, y: 0), count: boxes.count)
    guard !ties.isEmpty else { return points }
    let plain = try GraphvizGraph.withGraph { graph in
      graph.set(["start": "1", "pack": "10", "overlap": "true", "splines": "false", "maxiter": "1000"])
      // Keeps groups apart that would fall on one heap.
      if engine == .sfdp { graph.set(["repulsiveforce": "1.4"]) }
      if engine == .circo || engine == .twopi { graph.set(["overlap": "scale", "mindist": "0.6", "ranksep": "1.2"]) }
      graph.setNodeDefaults(["shape": "box", "label": "", "fixedsize": "true"])
      let isSized = engine == .circo || engine == .twopi
      let nodes = try boxes.indices.map { index in
        try graph.addNode(
          "n\(index)",
          [
            "width": isSized ? (boxes[index].width / 72).short : "0.05",
            "height": isSized ? (boxes[index].height / 72).short : "0.05",
          ])
      }
      for tie in ties {
        try graph.addEdge(nodes[tie.a], nodes[tie.b], ["len": tie.length.short, "weight": tie.weight.short])
      }
      return try graph.run(engine: engine.rawValue, format: "plain", limits: limits)
    }
    for node in PlainOutput(plain).nodes {
      guard let index = Int(node.name.dropFirst()), points.indices.contains(index) else { continue }
      points[index] = node.center
    }
    return points
  }

  /// Places each cluster by itself, then the clusters as boxes.
  private static func grouped(
    ties: [Tie], boxes: [Size], engine: LayoutEngine, groups: [String?], limits: RenderingLimits
  ) throws -> Placement {
    var members: [String: [Int]] = [:]
    var units: [(name: String?, members: [Int])] = []
    for (index, group) in groups.enumerated() {
      if let group { members[group, default: []].append(index) } else { units.append((nil, [index])) }
    }
    units += members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    var unitOf = [Int](repeating: 0, count: boxes.count)
    var placeInUnit = unitOf
    var inner: [[Point]] = []
    var unitBoxes: [Size] = []
    let margin = 16.0
    let header = 24.0
    for (unit, value) in units.enumerated() {
      for (place, member) in value.members.enumerated() {
        unitOf[member] = unit
        placeInUnit[member] = place
      }
    }
    for (unit, value) in units.enumerated() {
      let own = value.members.map { boxes[$0] }
      guard let name = value.name else {
        inner.append([Point(x: own[0].width / 2, y: own[0].height / 2)])
        unitBoxes.append(own[0])
        continue
      }
      let local = ties.filter { unitOf[$0.a] == unit && unitOf[$0.b] == unit }.map {
        Tie(a: placeInUnit[$0.a], b: placeInUnit[$0.b], weight: $0.weight, length: $0.length)
      }
      let centers = try network(ties: local, boxes: own, engine: engine, limits: limits)
      let frame = zip(centers, own).map { Rectangle(center: $0, size: $1) }.reduce(nil) {
        (all: Rectangle?, next) in all?.union(next) ?? next
      }
      guard let frame else { continue }
      let nameWidth = Double(name.count) * 8
      let width = max(frame.width, nameWidth) + 2 * margin
      inner.append(
        centers.map {
          Point(x: $0.x - frame.minX + (width - frame.width) / 2, y: $0.y - frame.minY + margin)
        })
      unitBoxes.append(Size(width: width, height: frame.height + 2 * margin + header))
    }
    let outer = Tie.merged(
      ties.filter { unitOf[$0.a] != unitOf[$0.b] }.map { (unitOf[$0.a], unitOf[$0.b], $0.weight) })
    let padded = unitBoxes.map { Size(width: $0.width + 14, height: $0.height + 14) }
    // Clusters are large already: the distances between them may be short.
    let unitCenters = try network(ties: outer, boxes: padded, engine: engine, spacing: 0.55, limits: limits)
    var placement = Placement(centers: [Point](repeating: Point(x: 0, y: 0), count: boxes.count))
    for (unit, value) in units.enumerated() {
      let frame = Rectangle(center: unitCenters[unit], size: unitBoxes[unit])
      if let name = value.name { placement.groups.append((name, frame)) }
      for (member, center) in zip(value.members, inner[unit]) {
        placement.centers[member] = center + Point(x: frame.minX, y: frame.minY)
      }
    }
    return placement
  }

  /// The ranks of `dot`, with its own routes for the edges.
  private static func ranked(
    drawing: Drawing, boxes: [Size], groups: [String?], limits: RenderingLimits
  ) throws -> Placement {
    let plain = try GraphvizGraph.withGraph { graph in
      graph.set(["ranksep": "0.55", "nodesep": "0.2", "splines": "true", "remincross": "true", "newrank": "true"])
      graph.setNodeDefaults(["shape": "box", "label": "", "fixedsize": "true"])
      graph.setEdgeDefaults(["arrowhead": "none"])
      let nodes = try boxes.indices.map { index in
        try graph.addNode(
          "n\(index)", ["width": (boxes[index].width / 72).short, "height": (boxes[index].height / 72).short])
      }
      for edge in drawing.edges {
        try graph.addEdge(nodes[edge.tail], nodes[edge.head], ["weight": String(max(1, min(20, Int(edge.weight))))])
      }
      return try graph.run(engine: "dot", format: "plain", limits: limits)
    }
    let output = PlainOutput(plain)
    var placement = Placement(centers: [Point](repeating: Point(x: 0, y: 0), count: boxes.count))
    for node in output.nodes {
      guard let index = Int(node.name.dropFirst()), boxes.indices.contains(index) else { continue }
      placement.centers[index] = node.center
    }
    // Graphviz lists a node's edges together and in the order of their making: parallel ones keep theirs.
    var routes: [String: [[Point]]] = [:]
    for edge in output.edges { routes["\(edge.tail) \(edge.head)", default: []].append(edge.points) }
    for (index, edge) in drawing.edges.enumerated() {
      let key = "n\(edge.tail) n\(edge.head)"
      guard var own = routes[key], !own.isEmpty else { continue }
      placement.routes[index] = own.removeFirst()
      routes[key] = own
    }
    return placement
  }
}
