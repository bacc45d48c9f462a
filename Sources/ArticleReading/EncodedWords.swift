import Foundation

/// Words of mail headers outside ASCII (RFC 2047): `=?utf-8?Q?Caf=C3=A9?=`.
enum EncodedWords {
  static func decoded(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var result = ""
    var rest = text[...]
    // White space between two encoded words belongs to neither.
    var isAfterWord = false
    while let start = rest.range(of: "=?") {
      let before = rest[..<start.lowerBound]
      let parts = rest[start.upperBound...].split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].hasPrefix("="), parts[1].count == 1,
        let word = word(charset: parts[0], coding: parts[1].lowercased(), text: parts[2])
      else {
        result += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        isAfterWord = false
        continue
      }
      if !(isAfterWord && before.allSatisfy(\.isWhitespace)) { result += before }
      result += word
      rest = parts[3].dropFirst()
      isAfterWord = true
    }
    return result + rest
  }

  private static func word(charset: Substring, coding: String, text: Substring) -> String? {
    let bytes = Array(text.utf8)
    let decoded: [UInt8]
    switch coding {
    case "q": decoded = TransferCoding.quotedPrintable(bytes[...], isHeader: true)
    case "b": decoded = TransferCoding.base64(bytes[...])
    default: return nil
    }
    // A language may follow: `utf-8*en`.
    return (try? DecodedText(decoded, declared: String(charset.prefix { $0 != "*" })))?.text
  }
}
