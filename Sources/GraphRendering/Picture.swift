import ContactModel
import TextModel

/// A drawing in which everything has its place: what Graphviz then only has to draw.
struct Picture {
  let drawing: Drawing
  let theme: Theme
  /// The places of the markers' centres.
  private(set) var centers: [Point] = []
  /// Half the width of each marker.
  private(set) var radii: [Double] = []
  private(set) var labels: [Label?] = []
  private(set) var labelSizes: [Size] = []
  /// Whether the label stands over the marker instead of under it.
  private(set) var isLabelAbove: [Bool] = []
  private(set) var routes: [Int: [Point]] = [:]
  private(set) var groups: [(name: String, frame: Rectangle)] = []
  /// What the parties take up.
  private(set) var frame = Rectangle(minX: 0, minY: 0, maxX: 0, maxY: 0)

  /// Between a marker and its label.
  private static let gap = 1.5
  /// Above this number of parties only those have their name in the picture whose name finds room.
  static let labelLimit = 400

  init(drawing: Drawing, options: RenderingOptions) throws {
    self.drawing = drawing
    self.theme = options.theme
    let count = drawing.nodes.count
    let scale = count <= 60 ? 1 : count <= 400 ? 0.9 : 0.75
    for node in drawing.nodes {
      let strength = node.importance.squareRoot()
      radii.append(scale * (4 + 15 * strength))
      labels.append(Label(name: node.name, fontSize: scale * (9.5 + 5.5 * strength)))
    }
    let measured = try TextMeasure.sizes(
      of: labels.compactMap { label in label.map { TextMeasure.Item(text: $0.text, fontSize: $0.fontSize) } },
      limits: options.limits)
    var next = measured.makeIterator()
    labelSizes = labels.map { $0 == nil ? Size(width: 0, height: 0) : next.next() ?? Size(width: 0, height: 0) }
    // In a crowd only markers keep their distance, and labels stand where there is room.
    let isCrowded = count > Self.labelLimit
    let boxes = radii.indices.map { index in
      Size(
        width: max(2 * radii[index], isCrowded ? 0 : labelSizes[index].width) + 8,
        height: 2 * radii[index] + (isCrowded ? 0 : Self.gap + labelSizes[index].height) + 7)
    }
    let engine = options.layout ?? (count <= 600 ? .neato : .sfdp)
    let placement = try Placement.find(
      drawing: drawing, boxes: boxes, engine: engine, groups: options.isClustered ? drawing.nodes.map(\.group) : [],
      limits: options.limits)
    isLabelAbove = placement.routes.isEmpty ? labelsAbove(boxes: placement.centers) : labels.map { _ in false }
    for (index, box) in boxes.enumerated() {
      let center = placement.centers[index]
      let offset = box.height / 2 - 3.5 - radii[index]
      centers.append(Point(x: center.x, y: center.y + (isLabelAbove[index] ? -offset : offset)))
      let own = Rectangle(center: center, size: box)
      frame = index == 0 ? own : frame.union(own)
    }
    for group in placement.groups { frame = frame.union(group.frame) }
    if isCrowded { dropCrowdedLabels() }
    routes = placement.routes
    groups = placement.groups
  }

  /// Takes away the labels that lie on a label or a marker of a more important party.
  private mutating func dropCrowdedLabels() {
    let order = drawing.nodes.indices.sorted {
      (-drawing.nodes[$0].importance, $0) < (-drawing.nodes[$1].importance, $1)
    }
    var taken = BoxGrid(cell: 60)
    for index in order.prefix(Self.labelLimit) {
      taken.insert(Rectangle(center: centers[index], size: Size(width: 2 * radii[index], height: 2 * radii[index])))
    }
    for index in order where labels[index] != nil {
      guard
        let isAbove = [isLabelAbove[index], !isLabelAbove[index]].first(where: {
          !taken.overlaps(labelBox(index, isAbove: $0))
        })
      else {
        labels[index] = nil
        continue
      }
      isLabelAbove[index] = isAbove
      let box = labelBox(index, isAbove: isAbove)
      taken.insert(box)
      frame = frame.union(box)
    }
  }

  private func labelBox(_ index: Int, isAbove: Bool) -> Rectangle {
    let offset = radii[index] + Self.gap + labelSizes[index].height / 2
    let center = Point(x: centers[index].x, y: centers[index].y + (isAbove ? offset : -offset))
    return Rectangle(center: center, size: labelSizes[index]).inset(by: 0.5)
  }

  /// A label stands where fewer lines come from.
  private func labelsAbove(boxes: [Point]) -> [Bool] {
    var pull = [Double](repeating: 0, count: boxes.count)
    for edge in drawing.edges where edge.tail != edge.head {
      let span = boxes[edge.head] - boxes[edge.tail]
      // The sine of the line's slope: lines that come from the side disturb neither place.
      let rise = span.y / max(span.length, 0.01)
      if abs(rise) > 0.3 {
        pull[edge.tail] += rise
        pull[edge.head] -= rise
      }
    }
    return pull.map { $0 < -0.35 }
  }

  /// The middle of a party's label.
  func labelCenter(_ index: Int) -> Point {
    let offset = radii[index] + Self.gap + labelSizes[index].height / 2
    return Point(x: centers[index].x, y: centers[index].y + (isLabelAbove[index] ? offset : -offset))
  }

  /// The width of an edge's line in points: it grows with the logarithm of the contacts.
  func lineWidth(_ edge: Drawing.Line) -> Double {
    var doublings = 0.0
    var weight = max(1, edge.weight)
    while weight >= 2 {
      doublings += 1
      weight /= 2
    }
    return min(7, 1.1 + 0.8 * (doublings + weight - 1)) * (drawing.nodes.count > Self.labelLimit ? 0.6 : 1)
  }
}
