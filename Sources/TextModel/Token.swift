/// A token: a word, number, clitic (`'s`, `n't`) or punctuation mark, as Universal Dependencies cut English text.
public struct Token: Hashable, Sendable {
  /// UTF-8 offsets into the article's text.
  public var start: Int32
  public var end: Int32
  public var shape: TokenShape

  public init(start: Int, end: Int, shape: TokenShape) {
    self.start = Int32(start)
    self.end = Int32(end)
    self.shape = shape
  }

  public var range: TextRange { TextRange(Int(start), Int(end)) }

  /// The bare apostrophe of a possessive, straight or curly: `Gates' letter`.
  public var isBarePossessive: Bool {
    shape.contains(.clitic) && end - start == (shape.contains(.nonASCII) ? 3 : 1)
  }
}

/// What a token's letters look like, told from its bytes once.
public struct TokenShape: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The first character is an upper-case letter.
  @inlinable public static var capitalized: TokenShape { TokenShape(rawValue: 1 << 0) }
  /// Two or more letters, all upper-case: `NATO`, `U.S.`
  @inlinable public static var allCapitals: TokenShape { TokenShape(rawValue: 1 << 1) }
  /// At least one letter.
  @inlinable public static var word: TokenShape { TokenShape(rawValue: 1 << 2) }
  /// At least one digit.
  @inlinable public static var digit: TokenShape { TokenShape(rawValue: 1 << 3) }
  /// Nothing but punctuation or symbols.
  @inlinable public static var punctuation: TokenShape { TokenShape(rawValue: 1 << 4) }
  /// White space, or the text's start, comes before it.
  @inlinable public static var spaceBefore: TokenShape { TokenShape(rawValue: 1 << 5) }
  /// An opening or closing quotation mark.
  @inlinable public static var quote: TokenShape { TokenShape(rawValue: 1 << 6) }
  /// A clitic: `'s`, `n't`, `'re`.
  @inlinable public static var clitic: TokenShape { TokenShape(rawValue: 1 << 7) }
  /// The token stands inside a quotation.
  @inlinable public static var quoted: TokenShape { TokenShape(rawValue: 1 << 8) }
  /// At least one byte outside ASCII.
  @inlinable public static var nonASCII: TokenShape { TokenShape(rawValue: 1 << 9) }
  /// A hyphen of ASCII inside: `Mitchell-Innes`, `10-20`.
  @inlinable public static var hyphenated: TokenShape { TokenShape(rawValue: 1 << 10) }
}
