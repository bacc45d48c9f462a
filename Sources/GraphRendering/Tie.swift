import Glibc

/// That two parties belong near each other: all edges between them, of any direction, in one.
struct Tie: Sendable {
  var a: Int
  var b: Int
  var weight: Double
  /// The distance at which they want to be, where 1 is the usual one.
  var length: Double

  /// One tie for each pair, sorted; loops are left out.
  static func merged(_ edges: [Drawing.Line]) -> [Tie] {
    merged(edges.map { ($0.tail, $0.head, $0.weight) })
  }

  static func merged(_ edges: [(Int, Int, Double)]) -> [Tie] {
    var weights: [[Int]: Double] = [:]
    for (a, b, weight) in edges where a != b { weights[[min(a, b), max(a, b)], default: 0] += weight }
    return weights.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { pair, weight in
      Tie(a: pair[0], b: pair[1], weight: weight, length: 1.25 - 0.45 * min(1, log2(max(1, weight)) / 4))
    }
  }

  /// The sets of nodes that are connected, the largest first, each sorted. Complexity: near O(*n* + ties).
  static func components(_ ties: [Tie], count: Int) -> [[Int]] {
    var parent = Array(0..<count)
    func root(_ node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    for tie in ties {
      let (a, b) = (root(tie.a), root(tie.b))
      if a != b { parent[max(a, b)] = min(a, b) }
    }
    var members: [Int: [Int]] = [:]
    for node in 0..<count { members[root(node), default: []].append(node) }
    return members.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}
