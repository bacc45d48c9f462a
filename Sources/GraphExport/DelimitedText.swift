/// Fields of CSV (RFC 4180) and TSV.
struct DelimitedText {
  enum Delimiter: UInt8, Sendable {
    case comma = 0x2c
    case tab = 0x09
  }

  let delimiter: Delimiter
  let sink: ByteSink

  /// Writes one line.
  func writeRow(_ fields: some Sequence<String>) {
    var isFirst = true
    for field in fields {
      if !isFirst { sink.write(delimiter.rawValue) }
      isFirst = false
      write(field)
    }
    sink.write(UInt8(ascii: "\n"))
  }

  /// CSV quotes a field that needs it and keeps line feeds; TSV has no quotes, so tabs and line feeds become spaces.
  private func write(_ field: String) {
    var field = field
    let (isPlain, hasZero) = field.withUTF8 { bytes in
      (
        !bytes.contains { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") },
        bytes.contains(0)
      )
    }
    if isPlain { return sink.write(field) }
    if hasZero { field = field.split(separator: "\0", omittingEmptySubsequences: false).joined(separator: "\u{FFFD}") }
    switch delimiter {
    case .tab:
      for scalar in field.unicodeScalars {
        sink.write(["\t", "\n", "\r"].contains(scalar) ? " " : String(scalar))
      }
    case .comma:
      sink.write(UInt8(ascii: "\""))
      for byte in field.utf8 {
        if byte == UInt8(ascii: "\"") { sink.write(byte) }
        sink.write(byte)
      }
      sink.write(UInt8(ascii: "\""))
    }
  }
}
