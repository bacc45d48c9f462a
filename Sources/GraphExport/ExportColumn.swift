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
    case .count(let count): String(count)
    case .real(let number): Self.rounded(number)
    case .flag(let flag): flag ? "true" : "false"
    case .day(let day): day.date.description
    }
  }

  /// Six decimals: metrics of one graph must not differ in the last digit of a machine.
  static func rounded(_ number: Double) -> String {
    let millionths = Int((number * 1_000_000).rounded())
    let (whole, rest) = (millionths / 1_000_000, abs(millionths % 1_000_000))
    guard rest > 0 else { return "\(whole).0" }
    var digits = String(rest)
    digits = String(repeating: "0", count: 6 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return (millionths < 0 && whole == 0 ? "-" : "") + "\(whole).\(digits)"
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
