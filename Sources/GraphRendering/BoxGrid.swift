/// Rectangles that are found by where they lie.
struct BoxGrid {
  private let cell: Double
  private var boxes: [[Int]: [Rectangle]] = [:]

  /// - Parameter cell: About the size of the rectangles, in points.
  init(cell: Double) {
    self.cell = cell
  }

  mutating func insert(_ box: Rectangle) {
    for key in cells(of: box) { boxes[key, default: []].append(box) }
  }

  /// Complexity: O(rectangles in the cells that the box covers).
  func overlaps(_ box: Rectangle) -> Bool {
    cells(of: box).contains { key in
      boxes[key]?.contains {
        box.minX < $0.maxX && $0.minX < box.maxX && box.minY < $0.maxY && $0.minY < box.maxY
      } ?? false
    }
  }

  private func cells(of box: Rectangle) -> [[Int]] {
    let columns = Int((box.minX / cell).rounded(.down))...Int((box.maxX / cell).rounded(.down))
    let rows = Int((box.minY / cell).rounded(.down))...Int((box.maxY / cell).rounded(.down))
    return columns.flatMap { column in rows.map { [column, $0] } }
  }
}
