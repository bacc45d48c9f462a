/// Text of articles as quoted strings of the DOT language.
public enum DOTText {
  /// Graphviz refuses quoted strings of 16,382 bytes or more; longer text is written in pieces joined with `+`.
  private static let pieceLength = 8000

  /// Writes a text in quotes so that a Graphviz label shows exactly it.
  ///
  /// Backslashes are doubled and `&` becomes `&amp;`, as labels interpret `\N`, `\n` and `&lt;`; a line feed becomes
  /// `\n`, a tab a space; control characters and code points that XML forbids become U+FFFD.
  public static func write(_ text: String, to sink: ByteSink) {
    var length = 0
    sink.write(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      if length >= pieceLength {
        sink.write("\" + \"")
        length = 0
      }
      switch scalar {
      case "\"": sink.write("\\\"")
      case "\\": sink.write("\\\\")
      case "&": sink.write("&amp;")
      case "\n", "\u{2028}", "\u{2029}": sink.write("\\n")
      case "\t": sink.write(" ")
      case "\r": continue
      default:
        if XMLText.isAllowed(scalar) {
          sink.write(String(scalar))
        } else {
          sink.write("\u{FFFD}")
        }
      }
      length += 6
    }
    sink.write(UInt8(ascii: "\""))
  }

  /// The text in quotes.
  public static func quoted(_ text: String) -> String {
    ByteSink.text { write(text, to: $0) }
  }
}
