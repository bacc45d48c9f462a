/// Sets rectangles in rows, the first one (the largest part of a network) on top.
enum Shelf {
  /// The lower left corner of each rectangle; rows are as wide as the first rectangle or as a landscape page of all.
  static func origins(of sizes: [Size], gap: Double) -> [Point] {
    guard let first = sizes.first else { return [] }
    let area = sizes.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) }
    let width = max(first.width, (area * 1.5).squareRoot())
    let rest = sizes.indices.dropFirst().sorted { (-sizes[$0].height, $0) < (-sizes[$1].height, $1) }
    var origins = [Point](repeating: Point(x: 0, y: 0), count: sizes.count)
    var rows: [(members: [Int], width: Double, height: Double)] = [([0], first.width, first.height)]
    for index in rest {
      let size = sizes[index]
      var last = rows[rows.count - 1]
      if last.width + gap + size.width <= width {
        last.members.append(index)
        last.width += gap + size.width
        rows[rows.count - 1] = last
      } else {
        rows.append(([index], size.width, size.height))
      }
    }
    var top = 0.0
    for row in rows {
      var x = (width - row.width) / 2
      for member in row.members {
        origins[member] = Point(x: x, y: top - row.height + (row.height - sizes[member].height) / 2)
        x += sizes[member].width + gap
      }
      top -= row.height + gap
    }
    return origins
  }
}
