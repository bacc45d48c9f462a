/// What a byte of UTF-8 text can be part of; the scanner tells most tokens from these bits alone.
struct ByteClass: OptionSet {
  let rawValue: UInt8

  static let upper = ByteClass(rawValue: 1 << 0)
  static let lower = ByteClass(rawValue: 1 << 1)
  static let digit = ByteClass(rawValue: 1 << 2)
  /// A byte of a character outside ASCII: which kind is told by its scalar.
  static let wide = ByteClass(rawValue: 1 << 3)
  static let space = ByteClass(rawValue: 1 << 4)
  /// Goes on in words though it is neither letter nor digit: `_`.
  static let joiner = ByteClass(rawValue: 1 << 5)
  /// A hyphen inside a word: of the words that the scanner has seen, of no byte in the table.
  static let hyphen = ByteClass(rawValue: 1 << 6)

  static let letter: ByteClass = [.upper, .lower]
  static let plain: ByteClass = [.upper, .lower, .digit, .joiner]

  /// The class of every byte.
  static let table: [ByteClass] = (0..<256).map { value -> ByteClass in
    switch UInt8(value) {
    case 0x41...0x5A: .upper
    case 0x61...0x7A: .lower
    case 0x30...0x39: .digit
    case 0x80...: .wide
    case 0x00...0x20, 0x7F: .space
    case UInt8(ascii: "_"): .joiner
    default: []
    }
  }
}

/// What a character outside ASCII is to the scanner.
enum WideClass {
  case letter
  case digit
  /// White space and marks that show nothing: no-break space, byte order mark, direction marks.
  case space
  /// Shows nothing and may stand inside a word: soft hyphen, joiners, variation selectors.
  case invisible
  case hyphen
  case dash
  case openingQuote
  case closingQuote
  /// `’`: a closing quotation mark or an apostrophe.
  case apostrophe
  /// `‘`: an opening quotation mark, rarely an apostrophe.
  case openingSingleQuote
  case ellipsis
  /// Ends a sentence: `。`, `؟`, `‼`.
  case stop
  case symbol

  init(_ scalar: UInt32) {
    switch scalar {
    case 0xA0, 0x85, 0x1680, 0x2000...0x200B, 0x200E, 0x200F, 0x2028...0x202F, 0x205F, 0x2066...0x206F, 0x3000, 0xFEFF:
      self = .space
    case 0xAD, 0x200C, 0x200D, 0x2060...0x2064, 0xFE00...0xFE0F: self = .invisible
    case 0xAA, 0xB5, 0xBA: self = .letter
    case 0xB2, 0xB3, 0xB9, 0xBC...0xBE: self = .digit
    case 0xAB: self = .openingQuote
    case 0xBB: self = .closingQuote
    case 0xA1...0xBF, 0xD7, 0xF7: self = .symbol
    case 0x2010, 0x2011: self = .hyphen
    case 0x2012...0x2015, 0x2212: self = .dash
    case 0x2018, 0x201B, 0x2039: self = .openingSingleQuote
    case 0x2019, 0x203A: self = .apostrophe
    case 0x201A, 0x201C, 0x201E, 0x201F, 0x300C, 0x300E: self = .openingQuote
    case 0x201D, 0x300D, 0x300F: self = .closingQuote
    case 0x2026: self = .ellipsis
    case 0x203C, 0x203D, 0x2047...0x2049, 0x3002, 0xFF0E, 0xFF01, 0xFF1F, 0x061F, 0x06D4, 0x0964: self = .stop
    case 0x2070...0x209C, 0x2150...0x218B: self = .digit
    case 0x2016...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x2E00...0x2E7F, 0x3001...0x3004, 0x3008...0x3020,
      0xFF02...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF3D, 0x060C, 0x061B, 0xE000...0xF8FF, 0xFFF0...0xFFFF,
      0x1F000...0x1FAFF:
      self = .symbol
    default: self = .letter
    }
  }
}
