/// A point of the picture, in points (1/72 inch), y upwards.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double

  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: Point, factor: Double) -> Point { Point(x: a.x * factor, y: a.y * factor) }
  var length: Double { (x * x + y * y).squareRoot() }
}

/// A width and a height in points.
struct Size: Hashable, Sendable {
  var width: Double
  var height: Double
}

/// A rectangle in points, y upwards.
struct Rectangle: Hashable, Sendable {
  var minX: Double
  var minY: Double
  var maxX: Double
  var maxY: Double

  var width: Double { maxX - minX }
  var height: Double { maxY - minY }

  init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    (self.minX, self.minY, self.maxX, self.maxY) = (minX, minY, maxX, maxY)
  }

  init(center: Point, size: Size) {
    self.init(
      minX: center.x - size.width / 2, minY: center.y - size.height / 2, maxX: center.x + size.width / 2,
      maxY: center.y + size.height / 2)
  }

  func union(_ other: Rectangle) -> Rectangle {
    Rectangle(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY)
    )
  }

  func inset(by margin: Double) -> Rectangle {
    Rectangle(minX: minX + margin, minY: minY + margin, maxX: maxX - margin, maxY: maxY - margin)
  }
}

extension Double {
  /// Two decimals at most, so that equal pictures have equal text.
  var short: String { decimal(places: 2, factor: 100) }

  /// Three decimals, for widths in inches.
  var short3: String { decimal(places: 3, factor: 1000) }

  private func decimal(places: Int, factor: Double) -> String {
    let scaled = (self * factor).rounded()
    guard scaled.isFinite, abs(scaled) < 1e15 else { return "0" }
    let (whole, fraction) = Int(abs(scaled)).quotientAndRemainder(dividingBy: Int(factor))
    let digits = String(fraction)
    let tail = fraction == 0 ? "" : "." + String(repeating: "0", count: places - digits.count) + digits
    return (scaled < 0 ? "-" : "") + "\(whole)" + tail
  }
}
