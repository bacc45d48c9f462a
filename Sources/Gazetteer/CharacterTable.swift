import Foundation

/// What each character is to the comparison of names, and what it is compared as.
///
/// Letters, digits and marks make words; hyphens and white space only part them; all spellings of the apostrophe are
/// one; letters with diacritics are compared as their base letters (`ç` as `c`, `ø` as `o`, `ə` as `a`).
/// Method: canonical decomposition (Unicode Standard Annex 15) without its combining marks, and a few letters that
/// Unicode does not decompose.
final class CharacterTable: @unchecked Sendable {
  // Unchecked: the tables are written before the initializer returns and only read afterwards.
  enum Class {
    static let symbol: UInt8 = 0
    static let word: UInt8 = 1
    static let space: UInt8 = 2
    static let hyphen: UInt8 = 3
    static let apostrophe: UInt8 = 4
    static let quote: UInt8 = 5
  }

  /// The one table: it depends on Unicode alone.
  static let unicode = CharacterTable()

  /// The class of each scalar below 65,536.
  let classes: UnsafePointer<UInt8>
  /// For scalars below `foldLimit`: the bytes that the scalar is compared as, first byte lowest, their number in the
  /// highest byte; all ones where it is compared as itself.
  let folds: UnsafePointer<UInt64>
  static let foldLimit: UInt32 = 0x2000
  static let unchanged = UInt64.max

  private init() {
    var classes = [UInt8](repeating: Class.symbol, count: 0x10000)
    for value in 0..<UInt32(0x10000) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      classes[Int(value)] = Self.category(of: scalar)
    }
    for value: UInt32 in [0x27, 0x60, 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2BE, 0x2BF, 0x2C8, 0x2018, 0x2019, 0x201B, 0x2032] {
      classes[Int(value)] = Class.apostrophe
    }
    for value: UInt32 in [0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2212] { classes[Int(value)] = Class.hyphen }
    for value: UInt32 in [0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F] { classes[Int(value)] = Class.quote }
    self.classes = Self.kept(classes)

    var folds = [UInt64](repeating: Self.unchanged, count: Int(Self.foldLimit))
    for range in [0xC0..<UInt32(0x530), 0x1E00..<UInt32(0x2000)] {
      for value in range {
        guard let scalar = Unicode.Scalar(value) else { continue }
        if (0x300..<0x370).contains(value) {
          folds[Int(value)] = 0
          continue
        }
        guard scalar.properties.canonicalCombiningClass == .notReordered else { continue }
        let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
        guard parts.count > 1 else { continue }
        let kept = parts.filter { !(0x300..<0x370).contains($0.value) }
        if let packed = Self.packed(String(String.UnicodeScalarView(kept)).utf8) { folds[Int(value)] = packed }
      }
    }
    for (letter, base) in Self.undecomposed {
      if let packed = Self.packed(base.utf8) { folds[Int(letter.value)] = packed }
    }
    self.folds = Self.kept(folds)
  }

  /// The one table stays as long as the process, so that readers need not hold it.
  private static func kept<T>(_ values: [T]) -> UnsafePointer<T> {
    let memory = UnsafeMutableBufferPointer<T>.allocate(capacity: values.count)
    _ = memory.initialize(from: values)
    return UnsafePointer(memory.baseAddress.unsafelyUnwrapped)
  }

  /// Letters without canonical decomposition that English texts write with plain letters.
  private static let undecomposed: [(Unicode.Scalar, String)] = [
    ("ß", "ss"), ("æ", "ae"), ("Æ", "AE"), ("œ", "oe"), ("Œ", "OE"), ("ø", "o"), ("Ø", "O"), ("ł", "l"), ("Ł", "L"),
    ("đ", "d"), ("Đ", "D"), ("ð", "d"), ("Ð", "D"), ("þ", "th"), ("Þ", "Th"), ("ħ", "h"), ("Ħ", "H"), ("ı", "i"),
    ("ŋ", "n"), ("Ŋ", "N"), ("ə", "a"), ("Ə", "A"), ("ŧ", "t"), ("Ŧ", "T"),
  ]

  private static func packed(_ bytes: String.UTF8View) -> UInt64? {
    guard bytes.count <= 7 else { return nil }
    var value = UInt64(bytes.count) << 56
    for (place, byte) in bytes.enumerated() { value |= UInt64(byte) << UInt64(8 * place) }
    return value
  }

  static func category(of scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber:
      return Class.word
    case .spaceSeparator, .lineSeparator, .paragraphSeparator:
      return Class.space
    default:
      return (0x09...0x0D).contains(scalar.value) || scalar.value == 0x85 ? Class.space : Class.symbol
    }
  }
}
