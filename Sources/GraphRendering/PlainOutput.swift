/// What Graphviz writes as format `plain`: places in inches, here turned into points.
///
/// `graph 1 9.2 4.1`, `node n1 1.25 3.4 0.75 0.5 …`, `edge n1 n2 4 1.2 3.1 1.1 2.9 1.1 2.6 1.2 2.4 …`, `stop`.
struct PlainOutput {
  struct Node {
    var name: Substring
    var center: Point
    var size: Size
  }
  struct Edge {
    var tail: Substring
    var head: Substring
    /// The control points of a cubic spline.
    var points: [Point]
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(separator: "\n") {
      if line.hasPrefix("node ") {
        let fields = line.split(separator: " ", maxSplits: 6)
        guard fields.count >= 6 else { continue }
        let numbers = fields[2..<6].map { 72 * (Double($0) ?? 0) }
        nodes.append(
          Node(
            name: fields[1], center: Point(x: numbers[0], y: numbers[1]),
            size: Size(width: numbers[2], height: numbers[3])))
      } else if line.hasPrefix("edge ") {
        let fields = line.split(separator: " ")
        guard fields.count > 4, let count = Int(fields[3]), count > 0, count <= (fields.count - 4) / 2 else { continue }
        let numbers = fields[4..<(4 + 2 * count)].map { 72 * (Double($0) ?? 0) }
        let points = (0..<count).map { Point(x: numbers[2 * $0], y: numbers[2 * $0 + 1]) }
        edges.append(Edge(tail: fields[1], head: fields[2], points: points))
      }
    }
  }
}
