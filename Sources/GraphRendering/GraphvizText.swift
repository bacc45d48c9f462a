/// Makes any text safe for the attributes of a Graphviz graph.
///
/// Graphviz reads `\N`, `\n` and `&lt;` in labels even where they are set through its C interface, and writes URLs and
/// font names into an SVG as they are.
enum GraphvizText {
  /// A label that shows exactly this text; line breaks stay line breaks, other control characters become spaces.
  static func label(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "&#92;"
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(isAllowed(scalar) ? scalar : " ")
      }
    }
    return result
  }

  /// The address in a form that no attribute of an XML file can be left with, or nil where it is no web address.
  ///
  /// Only `http` and `https` pass; what may not stand in a URL is percent-encoded.
  static func webAddress(_ text: String) -> String? {
    let head = text.prefix(8).lowercased()
    guard head.hasPrefix("http://") || head.hasPrefix("https://") else { return nil }
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;"
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
        UInt8(ascii: "`"), 0...32, 127...255:
        let digits = Array("0123456789ABCDEF".utf8)
        result.unicodeScalars.append("%")
        result.unicodeScalars.append(Unicode.Scalar(digits[Int(byte >> 4)]))
        result.unicodeScalars.append(Unicode.Scalar(digits[Int(byte & 15)]))
      default: result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return result
  }

  /// Text for XML content and attributes.
  static func xml(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "\n"
      default: result.unicodeScalars.append(isAllowed(scalar) ? scalar : " ")
      }
    }
    return result
  }

  /// Whether an XML 1.0 file may hold the character and a reader can see or safely ignore it.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFFFE, 0xFFFF: false
    // Marks that turn the direction of all text after them.
    case 0x202A...0x202E, 0x2066...0x2069: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }
}
