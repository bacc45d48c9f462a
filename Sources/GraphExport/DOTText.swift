/// Text of articles as quoted strings of the DOT language.
public enum DOTText {
  /// Graphviz refuses quoted strings of 16,382 bytes or more; longer text is written in pieces joined with `+`.
  private static let pieceLength = 2000

  private static let special = ByteClass(XMLText.suspects + Array("\"\\&".utf8) + [0xe2])

  /// Writes a text in quotes so that a Graphviz label shows exactly it.
  ///
  /// Backslashes are doubled and `&` becomes `&amp;`, as labels interpret `\N`, `\n` and `&lt;`; a line feed becomes
  /// `\n`, a tab a space; control characters and code points that XML forbids become U+FFFD.
  public static func write(_ text: String, to sink: ByteSink) {
    sink.write(UInt8(ascii: "\""))
    if text.utf8.count <= pieceLength {
      writePiece(text, to: sink)
    } else {
      // No escape is longer than five bytes a scalar, so that no piece comes near the limit.
      var rest = text.unicodeScalars[...]
      while !rest.isEmpty {
        let piece = rest.prefix(pieceLength)
        writePiece(String(piece), to: sink)
        rest = rest[piece.endIndex...]
        if !rest.isEmpty { sink.write("\" + \"") }
      }
    }
    sink.write(UInt8(ascii: "\""))
  }

  /// The text in quotes.
  public static func quoted(_ text: String) -> String {
    ByteSink.text { write(text, to: $0) }
  }

  private static func writePiece(_ text: String, to sink: ByteSink) {
    sink.write(text, special: special) { scalar in
      switch scalar {
      case "\"": sink.write("\\\"")
      case "\\": sink.write("\\\\")
      case "&": sink.write("&amp;")
      case "\n", "\u{2028}", "\u{2029}": sink.write("\\n")
      case "\t": sink.write(" ")
      case "\r": return
      default: sink.write(XMLText.isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
  }
}
