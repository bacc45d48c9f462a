import Glibc

/// Connected parties with their boxes, moved until no two boxes overlap.
struct Component {
  /// The centres of the boxes.
  private(set) var points: [Point]
  let boxes: [Size]

  init(points: [Point], boxes: [Size]) {
    self.points = points
    self.boxes = boxes
  }

  /// The smallest rectangle around all boxes.
  var frame: Rectangle {
    var frame = Rectangle(center: points[0], size: boxes[0])
    for (point, box) in zip(points, boxes).dropFirst() { frame = frame.union(Rectangle(center: point, size: box)) }
    return frame
  }

  /// Turns the longest axis level, grows the whole until there is room, and pushes what still overlaps apart.
  ///
  /// - Parameter spacing: The usual distance of connected boxes, where 1 is a little more than their mean size.
  mutating func arrange(ties: [(Int, Int)], spacing: Double, isTurned: Bool) {
    guard points.count > 1 else { return }
    if isTurned { turnLevel() }
    grow(ties: ties, spacing: spacing)
    separate()
  }

  private mutating func turnLevel() {
    let count = Double(points.count)
    let mean = points.reduce(Point(x: 0, y: 0), +) * (1 / count)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for point in points {
      let d = point - mean
      xx += d.x * d.x
      xy += d.x * d.y
      yy += d.y * d.y
    }
    let angle = 0.5 * atan2(2 * xy, xx - yy)
    let (c, s) = (cos(angle), sin(angle))
    for index in points.indices {
      let d = points[index] - mean
      points[index] = Point(x: c * d.x + s * d.y, y: c * d.y - s * d.x)
    }
  }

  private mutating func grow(ties: [(Int, Int)], spacing: Double) {
    let meanWidth = boxes.reduce(0) { $0 + $1.width } / Double(boxes.count)
    let meanHeight = boxes.reduce(0) { $0 + $1.height } / Double(boxes.count)
    let lengths = ties.map { (points[$0.0] - points[$0.1]).length }.sorted()
    let median = lengths.isEmpty ? 1 : max(lengths[lengths.count / 2], 1e-6)
    var xs = points.map(\.x)
    var ys = points.map(\.y)
    xs.sort()
    ys.sort()
    let area = max((xs[xs.count - 1] - xs[0]) * (ys[ys.count - 1] - ys[0]), 1e-6)
    let boxArea = boxes.reduce(0) { $0 + $1.width * $1.height }
    let byLength = 1.15 * spacing * (meanWidth + meanHeight) / 2 / median
    let byArea = points.count < 8 ? 0 : (2.2 * spacing * boxArea / area).squareRoot()
    let factor = max(byLength, min(byArea, 3 * byLength))
    // Labels make boxes wide: a wider field needs less pushing.
    for index in points.indices {
      points[index] = Point(x: points[index].x * factor * 1.18, y: points[index].y * factor)
    }
  }

  /// Pushes overlapping boxes apart along the axis that takes less, until none overlap.
  private mutating func separate() {
    let cell = max(boxes.map { max($0.width, $0.height) }.max() ?? 1, 1)
    for round in 0..<600 {
      var grid: [Int: [Int]] = [:]
      for (index, point) in points.enumerated() {
        let (column, row) = (Int((point.x / cell).rounded(.down)), Int((point.y / cell).rounded(.down)))
        grid[Self.key(column, row), default: []].append(index)
      }
      var isMoved = false
      for index in points.indices {
        let column = Int((points[index].x / cell).rounded(.down))
        let row = Int((points[index].y / cell).rounded(.down))
        for x in (column - 1)...(column + 1) {
          for y in (row - 1)...(row + 1) {
            for other in grid[Self.key(x, y)] ?? [] where other > index {
              if push(index, other) { isMoved = true }
            }
          }
        }
      }
      if !isMoved { return }
      // Where pushing goes round in circles, a little more room ends it.
      if round % 40 == 39 { for index in points.indices { points[index] = points[index] * 1.04 } }
    }
  }

  /// One number for a cell; cells that share one only cost a comparison.
  private static func key(_ column: Int, _ row: Int) -> Int { column << 32 ^ row & 0xFFFF_FFFF }

  private mutating func push(_ a: Int, _ b: Int) -> Bool {
    let d = points[b] - points[a]
    let overlapX = (boxes[a].width + boxes[b].width) / 2 - abs(d.x)
    let overlapY = (boxes[a].height + boxes[b].height) / 2 - abs(d.y)
    guard overlapX > 0.01 && overlapY > 0.01 else { return false }
    if overlapX < overlapY {
      let step = (overlapX + 0.02) / 2 * (d.x < 0 ? -1 : 1)
      points[a].x -= step
      points[b].x += step
    } else {
      let step = (overlapY + 0.02) / 2 * (d.y < 0 ? -1 : 1)
      points[a].y -= step
      points[b].y += step
    }
    return true
  }
}
