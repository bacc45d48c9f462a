/// Fields of CSV (RFC 4180) and TSV.
///
/// CSV quotes a field that needs it and keeps line feeds; TSV has no quotes, so tabs and line feeds become spaces.
struct DelimitedText {
  enum Delimiter: UInt8, Sendable {
    case comma = 0x2c
    case tab = 0x09
  }

  private static let special = ByteClass(Array(0..<0x20) + Array("\",".utf8))

  let delimiter: Delimiter
  let sink: ByteSink

  /// Writes one line of texts.
  func writeRow(_ fields: some Sequence<String>) {
    var isFirst = true
    for field in fields {
      if !isFirst { next() }
      isFirst = false
      write(field)
    }
    end()
  }

  /// Between two fields.
  func next() { sink.write(delimiter.rawValue) }

  /// After the last field of a line.
  func end() { sink.write(UInt8(ascii: "\n")) }

  func write(_ value: ExportValue) {
    switch value {
    case .text(let text): write(text)
    case .texts(let texts): write(texts.count == 1 ? texts[0] : value.plain)
    case .none, .count, .real, .flag, .day: value.write(to: sink)
    }
  }

  func write(_ field: String) {
    var field = field
    let isPlain = field.withUTF8 { bytes in
      for byte in bytes where Self.special.contains(byte) { return false }
      sink.write(bytes)
      return true
    }
    if isPlain { return }
    switch delimiter {
    case .tab:
      sink.write(field, special: Self.special) { scalar in
        switch scalar {
        case "\t", "\n", "\r": sink.write(UInt8(ascii: " "))
        case "\0": sink.write("\u{FFFD}")
        default: sink.write(scalar)
        }
      }
    case .comma:
      sink.write(UInt8(ascii: "\""))
      sink.write(field, special: Self.special) { scalar in
        if scalar == "\"" { sink.write(UInt8(ascii: "\"")) }
        sink.write(scalar == "\0" ? "\u{FFFD}" : scalar)
      }
      sink.write(UInt8(ascii: "\""))
    }
  }
}
