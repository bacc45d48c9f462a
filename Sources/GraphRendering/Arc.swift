/// A quadratic Bézier curve.
struct Arc {
  var start: Point
  var control: Point
  var end: Point

  func point(_ t: Double) -> Point { blossom(t, t) }

  /// The polar form: `blossom(t, t)` is on the curve, `blossom(0, 1)` is the control point.
  private func blossom(_ s: Double, _ t: Double) -> Point {
    let first = start * (1 - s) + control * s
    let second = control * (1 - s) + end * s
    return first * (1 - t) + second * t
  }

  /// The four control points of a part of the curve as a cubic one.
  func cubic(from first: Double, to last: Double) -> [Point] {
    let (a, c, b) = (point(first), blossom(first, last), point(last))
    return [a, a + (c - a) * (2.0 / 3), b + (c - b) * (2.0 / 3), b]
  }

  /// The last parameter up to `limit` at which the curve is still inside, to a thousandth; 0 where it never is.
  func last(before limit: Double, isInside: (Point) -> Bool) -> Double {
    var found = 0.0
    for step in stride(from: 0, through: limit, by: 1.0 / 64) where isInside(point(step)) { found = step }
    return bisect(inside: found, outside: min(limit, found + 1.0 / 64), isInside)
  }

  /// The first parameter from `start` on at which the curve is inside, to a thousandth; 1 where it never is.
  func first(after start: Double, isInside: (Point) -> Bool) -> Double {
    for step in stride(from: start, through: 1, by: 1.0 / 64) where isInside(point(step)) {
      return bisect(inside: step, outside: max(start, step - 1.0 / 64), isInside)
    }
    return 1
  }

  private func bisect(inside: Double, outside: Double, _ isInside: (Point) -> Bool) -> Double {
    var (inside, outside) = (inside, outside)
    for _ in 0..<6 {
      let middle = (inside + outside) / 2
      if isInside(point(middle)) { inside = middle } else { outside = middle }
    }
    return outside
  }
}
