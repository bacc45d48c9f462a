import TextModel

/// A party's name as it stands in the picture.
struct Label {
  /// The name in lines, separated by `\n`.
  var text: String
  var fontSize: Double

  /// Sets a name in at most three lines of about equal length; what is longer ends in an ellipsis.
  init(name: String, fontSize: Double) {
    self.fontSize = fontSize
    let clean = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let width = DisplayWidth.of(clean.prefix(200))
    let lineCount = width <= 16 ? 1 : width <= 36 ? 2 : 3
    // The narrowest setting in that number of lines has the most even ones.
    var aim = max(12, min(26, (width + lineCount - 1) / lineCount))
    var lines = DisplayWidth.wrap(clean.prefix(200), width: aim)
    while aim < 26 && (lines.count > lineCount || Self.cutsWord(lines, of: clean)) {
      aim += 1
      lines = DisplayWidth.wrap(clean.prefix(200), width: aim)
    }
    if lines.count > 3 {
      lines = Array(lines.prefix(3))
      lines[2] = String(lines[2].dropLast()) + "…"
    }
    text = lines.joined(separator: "\n")
  }

  private static func cutsWord(_ lines: [String], of name: String) -> Bool {
    lines.joined(separator: " ").count > name.prefix(200).count
  }
}
