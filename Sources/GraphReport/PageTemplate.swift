/// A page with places of the form `{{name}}`.
struct PageTemplate {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The page with every place filled; a value is never searched for places itself.
  ///
  /// Complexity: O(*n*) in the bytes of page and values.
  func filled(_ values: [String: [UInt8]]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + values.values.reduce(0) { $0 + $1.count })
    var rest = bytes[...]
    while let open = rest.firstRange(of: Array("{{".utf8)) {
      let after = rest[open.upperBound...]
      guard let close = after.firstRange(of: Array("}}".utf8)),
        let value = values[String(decoding: after[..<close.lowerBound], as: UTF8.self)]
      else {
        result += rest[..<open.upperBound]
        rest = after
        continue
      }
      result += rest[..<open.lowerBound]
      result += value
      rest = after[close.upperBound...]
    }
    return result + rest
  }
}
