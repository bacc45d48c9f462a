/// Text of articles inside XML 1.0.
public enum XMLText {
  /// XML 1.0 can hold the code point, and no control character is hidden in it.
  public static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0a, 0x0d: true
    case 0..<0x20, 0x7f..<0xa0: false
    default: scalar.value & 0xfffe != 0xfffe && !(0xfdd0...0xfdef).contains(scalar.value)
    }
  }

  /// First bytes of the code points that are not allowed, among others.
  static let suspects: [UInt8] = Array(0..<0x20) + [0x7f, 0xc2, 0xef] + Array(0xf0...0xf4)

  private static let special = ByteClass(suspects + Array("&<>\"".utf8))

  /// Writes a text so that both an element and an attribute in double quotes give exactly it; forbidden code points
  /// become U+FFFD.
  public static func write(_ text: String, to sink: ByteSink) {
    sink.write(text, special: special) { scalar in
      switch scalar {
      case "&": sink.write("&amp;")
      case "<": sink.write("&lt;")
      case ">": sink.write("&gt;")
      case "\"": sink.write("&quot;")
      case "\n": sink.write("&#10;")
      case "\r": sink.write("&#13;")
      case "\t": sink.write("&#9;")
      default: sink.write(isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
  }
}

extension ExportValue {
  /// Writes the value as `plain` gives it, escaped.
  func writeXML(to sink: ByteSink) {
    switch self {
    case .text(let text): XMLText.write(text, to: sink)
    case .texts: XMLText.write(plain, to: sink)
    case .none, .count, .real, .flag, .day: write(to: sink)
    }
  }
}
