/// The column of aliases: one name a line, with `\n` and `\\` for a line feed and a backslash inside a name.
enum AliasList {
  static func encoded(_ aliases: [String]) -> String {
    let isPlain = aliases.allSatisfy { !$0.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\n") } }
    if isPlain { return aliases.count == 1 ? aliases[0] : aliases.joined(separator: "\n") }
    return aliases.map { alias in
      var text = ""
      for scalar in alias.unicodeScalars {
        switch scalar {
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        default: text.unicodeScalars.append(scalar)
        }
      }
      return text
    }.joined(separator: "\n")
  }

  static func decoded(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    var aliases: [String] = [""]
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        aliases[aliases.count - 1].unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "\n" {
        aliases.append("")
      } else {
        aliases[aliases.count - 1].unicodeScalars.append(scalar)
      }
    }
    return aliases
  }
}
