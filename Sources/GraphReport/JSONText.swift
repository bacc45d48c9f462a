/// Writes JSON that stays data inside a `<script>` element whatever it holds: `<`, `>` and `&` are written as escapes.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func array(_ body: (inout JSONText) -> Void) {
    open("[")
    body(&self)
    close("]")
  }

  mutating func object(_ body: (inout JSONText) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  mutating func key(_ name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func value(_ number: Int) {
    separate()
    bytes += String(number).utf8
    needsComma = true
  }

  /// A number with at most one decimal.
  mutating func value(_ number: Double) {
    separate()
    let tenths = Int((number * 10).rounded())
    bytes += ((tenths < 0 ? "-" : "") + String(abs(tenths) / 10)).utf8
    if tenths % 10 != 0 { bytes += ".\(abs(tenths) % 10)".utf8 }
    needsComma = true
  }

  mutating func value(_ text: String?) {
    separate()
    needsComma = true
    guard let text else {
      bytes += "null".utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "<", ">", "&", "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": escape(scalar.value)
      default: bytes += String(scalar).utf8
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ value: UInt32) {
    let digits = Array("0123456789abcdef".utf8)
    bytes += "\\u".utf8
    for shift in [12, 8, 4, 0] { bytes.append(digits[Int(value >> UInt32(shift)) & 15]) }
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes += String(bracket).utf8
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    bytes += String(bracket).utf8
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }
}
