/// Text as pages write it.
enum PageText {
  /// White space runs, no-break spaces among them, become one space; none at the ends.
  static func collapsed(_ text: String) -> String {
    var result = ""
    var isPending = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        isPending = !result.isEmpty
      } else {
        if isPending { result.unicodeScalars.append(" ") }
        isPending = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x20, 0x7F, 0x85, 0xA0, 0x200B, 0x2028, 0x2029, 0xFEFF: true
    default: false
    }
  }

  /// The text without markup and entities, as data fields of pages carry it: `Q&amp;A`.
  static func unescaped(_ text: String) -> String {
    guard text.contains("&") || text.contains("<"), let tree = MarkupTree(html: "<p>" + text) else {
      return collapsed(text)
    }
    return collapsed(tree.root.allText)
  }
}
