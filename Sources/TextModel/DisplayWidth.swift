/// How many columns text takes in a terminal or in a fixed-width estimate.
///
/// Source of the classes: Unicode Standard Annex #11, East Asian Width (wide and full-width characters take two columns);
/// combining marks and joiners take none.
public enum DisplayWidth {
  /// The columns of a whole text. Complexity: O(*n*) in its characters.
  public static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one character: 0, 1 or 2.
  public static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.properties.isEmojiPresentation { return 2 }
    if character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// Breaks text into lines of at most `width` columns, between words where it can and inside a longer word where it must.
  ///
  /// Runs of white space become one space. The result has at least one line.
  public static func wrap(_ text: some StringProtocol, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      let wordColumns = of(word)
      if columns > 0 && columns + 1 + wordColumns > width {
        lines.append(line)
        (line, columns) = ("", 0)
      }
      if columns > 0 {
        line += " "
        columns += 1
      }
      for character in word {
        let characterColumns = of(character)
        if columns + characterColumns > max(2, width) {
          lines.append(line)
          (line, columns) = ("", 0)
        }
        line.append(character)
        columns += characterColumns
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
