import TextModel

extension ByteSink {
  /// Writes a text, handing each scalar whose first byte is in a class to a body instead.
  ///
  /// Complexity: O(n) in the bytes, with one copy for each run of other bytes.
  @inline(__always)
  func write(_ text: String, special: ByteClass, _ body: (Unicode.Scalar) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        guard special.contains(byte) else {
          index += 1
          continue
        }
        write(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        let (scalar, length) = Self.scalar(bytes, at: index)
        body(scalar)
        index += length
        start = index
      }
      write(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }

  /// The scalar at a place of valid UTF-8, and its length in bytes.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    var value = UInt32(first) & (0xff >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3f) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  func write(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 { write(UInt8(scalar.value)) } else { write(String(scalar)) }
  }

  /// Writes the text in double quotes with the escapes of JSON (RFC 8259).
  public func writeJSON(_ text: String) {
    write(UInt8(ascii: "\""))
    write(text, special: Self.jsonSpecial) { scalar in
      switch scalar {
      case "\"": write("\\\"")
      case "\\": write("\\\\")
      case "\n": write("\\n")
      case "\t": write("\\t")
      default:
        write(scalar.value < 0x10 ? "\\u000" : "\\u00")
        write(String(scalar.value, radix: 16))
      }
    }
    write(UInt8(ascii: "\""))
  }

  private static let jsonSpecial = ByteClass(Array(0..<0x20) + [UInt8(ascii: "\""), UInt8(ascii: "\\")])

  /// Writes a number in decimal digits.
  func write(_ number: Int) {
    if number < 0 { write(UInt8(ascii: "-")) }
    writeDigits(number.magnitude, width: 1)
  }

  /// Writes the ISO 8601 form.
  func write(_ day: Day) {
    let date = day.date
    writeDigits(UInt(max(0, date.year)), width: 4)
    write(UInt8(ascii: "-"))
    writeDigits(UInt(date.month ?? 1), width: 2)
    write(UInt8(ascii: "-"))
    writeDigits(UInt(date.day ?? 1), width: 2)
  }

  /// Writes a number with at most six decimals and at least one: metrics of one graph must not differ in the last digit
  /// of a machine.
  func write(rounded number: Double) {
    let limited = number.isFinite ? min(max(number, -1e12), 1e12) : 0
    let millionths = Int((limited * 1_000_000).rounded())
    if millionths < 0 { write(UInt8(ascii: "-")) }
    writeDigits(millionths.magnitude / 1_000_000, width: 1)
    write(UInt8(ascii: "."))
    var rest = millionths.magnitude % 1_000_000
    var width = 6
    while rest % 10 == 0, width > 1 {
      rest /= 10
      width -= 1
    }
    writeDigits(rest, width: width)
  }

  /// Digits with zeros before them up to a width.
  private func writeDigits(_ number: UInt, width: Int) {
    var divisor: UInt = 1
    var length = 1
    while number / divisor >= 10 {
      divisor *= 10
      length += 1
    }
    for _ in length..<max(length, width) { write(UInt8(ascii: "0")) }
    while divisor > 0 {
      write(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
