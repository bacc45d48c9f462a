import TextModel

/// A value of a party or a link.
enum ExportValue: Hashable, Sendable {
  case none
  case text(String)
  /// Several texts, for formats that hold lists.
  case texts([String])
  case count(Int)
  case real(Double)
  case flag(Bool)
  case day(Day)

  /// The value as one text, empty for none; a list is separated by vertical bars.
  var plain: String {
    switch self {
    case .none: ""
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: " | ")
    case .count, .real, .flag, .day: ByteSink.text { write(to: $0) }
    }
  }

  /// Writes the value as `plain` gives it.
  func write(to sink: ByteSink) {
    switch self {
    case .none: return
    case .text, .texts: sink.write(plain)
    case .count(let count): sink.write(count)
    case .real(let number): sink.write(rounded: number)
    case .flag(let flag): sink.write(flag ? "true" : "false")
    case .day(let day): sink.write(day)
    }
  }
}

/// A named value of each party or link.
struct ExportColumn<Row: Sendable>: Sendable {
  enum Kind: Hashable, Sendable { case text, texts, count, real, flag, day }

  /// Letters only, so that every format takes it as a key.
  let name: String
  let kind: Kind
  let value: @Sendable (Row) -> ExportValue

  init(_ name: String, _ kind: Kind, _ value: @escaping @Sendable (Row) -> ExportValue) {
    self.name = name
    self.kind = kind
    self.value = value
  }
}
