/// Other spellings of a name that texts use for it, beyond those that the comparison of tokens takes as equal.
enum NameVariants {
  /// Calls `body` with each variant of a name of the shape.
  ///
  /// - `George W. Bush` also without the dots that stand before a space or at the end;
  /// - `Sana'a` also without its apostrophes;
  /// - `Schröder` also as `Schroeder`;
  /// - `al-Assad` and `Bank of England` also with a capital in each word, as at the start of a sentence and in titles.
  static func each(
    _ bytes: UnsafeBufferPointer<UInt8>, _ shape: NameShape, kind: Alias.Kind,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard kind != .acronym else { return }
    let hasLowWord = shape.hasLowWord && (kind == .name || kind == .surname)
    guard shape.hasDot || shape.hasApostrophe || !shape.isASCII || hasLowWord else { return }
    var found: [[UInt8]] = []
    func add(_ variant: [UInt8]) {
      if !variant.elementsEqual(bytes), !found.contains(variant) { found.append(variant) }
    }
    if shape.hasDot { add(withoutDots(bytes)) }
    if shape.hasApostrophe || !shape.isASCII { add(withoutApostrophes(bytes)) }
    if !shape.isASCII { add(withGermanUmlauts(bytes)) }
    if hasLowWord {
      for variant in [Array(bytes)] + found { add(withCapitals(variant)) }
    }
    for variant in found where !variant.isEmpty { variant.withUnsafeBufferPointer(body) }
  }

  private static func withoutDots(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      if byte == 0x2E, place + 1 == bytes.count || bytes[place + 1] == 0x20 {
        // The last dot of "U.S." belongs to the whole.
        if place < 2 || bytes[place - 2] != 0x2E { continue }
      }
      result.append(byte)
    }
    return result
  }

  private static func withCapitals(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for place in bytes.indices where bytes[place] >= 0x61 && bytes[place] <= 0x7A {
      if place == 0 || bytes[place - 1] == 0x20 || bytes[place - 1] == 0x2D { result[place] -= 0x20 }
    }
    return result
  }

  private static func withoutApostrophes(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == 0x27 {
        place += 1
      } else if place + 2 < bytes.count, bytes[place] == 0xE2, bytes[place + 1] == 0x80,
        bytes[place + 2] == 0x98 || bytes[place + 2] == 0x99
      {
        place += 3
      } else if place + 1 < bytes.count, bytes[place] == 0xCA,
        [0xB9, 0xBB, 0xBC, 0xBE, 0xBF].contains(bytes[place + 1])
      {
        place += 2
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return result
  }

  private static func withGermanUmlauts(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let base: UInt8? =
        if bytes[place] == 0xC3, place + 1 < bytes.count {
          switch bytes[place + 1] {
          case 0xA4: UInt8(ascii: "a")
          case 0xB6: UInt8(ascii: "o")
          case 0xBC: UInt8(ascii: "u")
          case 0x84: UInt8(ascii: "A")
          case 0x96: UInt8(ascii: "O")
          case 0x9C: UInt8(ascii: "U")
          default: nil
          }
        } else {
          nil
        }
      if let base {
        result += [base, UInt8(ascii: "e")]
        place += 2
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return result
  }
}
