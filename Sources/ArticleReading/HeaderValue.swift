/// A header's value with its parameters: `text/html; charset="utf-8"`.
struct HeaderValue {
  /// In lower case.
  let value: String
  /// Names in lower case, values without quotation marks.
  private(set) var parameters: [String: String] = [:]

  init(_ text: String) {
    var parts: [String] = []
    var part = ""
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ";", !isQuoted {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    parts.append(part)
    value = PageText.collapsed(parts[0]).lowercased()
    for part in parts.dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { continue }
      parameters[PageText.collapsed(String(sides[0])).lowercased()] = PageText.collapsed(String(sides[1]))
    }
  }
}
