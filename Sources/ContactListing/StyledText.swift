import TextModel

/// Text with emphasis, which is wrapped by what can be seen of it and not by its escape sequences.
struct StyledText {
  /// ANSI "select graphic rendition" parameters (ECMA-48, 8.3.117).
  enum Emphasis: String {
    case none = ""
    case strong = "1"
    case quiet = "2"
    case trigger = "4"
    /// The party that speaks, and the one spoken to.
    case from = "1;36"
    case to = "1;35"
  }

  private var characters: [(character: Character, emphasis: Emphasis)] = []

  init() {}

  init(_ text: String, _ emphasis: Emphasis = .none) {
    append(text, emphasis)
  }

  /// Adds text; what would steer the terminal (escape sequences, turned direction, line breaks) becomes a space.
  mutating func append(_ text: some StringProtocol, _ emphasis: Emphasis = .none) {
    for character in text {
      characters.append((Self.isSafe(character) ? character : " ", emphasis))
    }
  }

  static func isSafe(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: false
      default: true
      }
    }
  }

  /// The lines of the text, each with the indent, none wider than `width` columns where its words allow.
  ///
  /// Complexity: O(*n*) in the characters.
  func lines(width: Int, indent: String, isColored: Bool) -> String {
    let room = max(20, width - DisplayWidth.of(indent))
    var result = ""
    var line: [(character: Character, emphasis: Emphasis)] = []
    var columns = 0
    func flush() {
      result += indent + Self.rendered(line, isColored: isColored) + "\n"
      line = []
      columns = 0
    }
    var index = 0
    while index < characters.count {
      if characters[index].character.isWhitespace {
        index += 1
        continue
      }
      var end = index
      var word = 0
      while end < characters.count, !characters[end].character.isWhitespace {
        word += DisplayWidth.of(characters[end].character)
        end += 1
      }
      if columns > 0 && columns + 1 + word > room { flush() }
      if columns > 0 {
        // The space between two emphasized words belongs to them.
        let emphasis = line[line.count - 1].emphasis == characters[index].emphasis ? characters[index].emphasis : .none
        line.append((" ", emphasis))
        columns += 1
      }
      for position in index..<end {
        let own = DisplayWidth.of(characters[position].character)
        if columns + own > room { flush() }
        line.append(characters[position])
        columns += own
      }
      index = end
    }
    if !line.isEmpty { flush() }
    return result
  }

  private static func rendered(
    _ line: [(character: Character, emphasis: Emphasis)], isColored: Bool
  ) -> String {
    guard isColored else { return String(line.map(\.character)) }
    var text = ""
    var current = Emphasis.none
    for (character, emphasis) in line {
      if emphasis != current {
        if current != .none { text += "\u{1B}[0m" }
        if emphasis != .none { text += "\u{1B}[\(emphasis.rawValue)m" }
        current = emphasis
      }
      text.append(character)
    }
    return current == .none ? text : text + "\u{1B}[0m"
  }
}
