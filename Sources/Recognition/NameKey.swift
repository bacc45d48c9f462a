import Foundation

/// Forms of a name by which spellings of it are compared within an article.
enum NameKey {
  /// Lower case without diacritics, hyphens as spaces; apostrophes left out.
  static func folded(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isASCII = true
    for byte in bytes {
      switch byte {
      case 0x41...0x5A: result.append(byte | 0x20)
      case 0x27, 0x60: continue
      case 0x2D: result.append(0x20)
      case 0x80...:
        isASCII = false
        result.append(byte)
      default: result.append(byte)
      }
    }
    if !isASCII, let latin = foldedLatin(result) { result = latin } else if !isASCII { return foldedWide(result) }
    return String(decoding: result, as: UTF8.self)
  }

  static func folded(_ text: String) -> String {
    folded(ArraySlice(Array(text.utf8)))
  }

  /// For each letter of two bytes from U+0080 on what `foldedWide` makes of it.
  private static let latin: [[UInt8]] = (0x80..<0x250).map { value in
    Unicode.Scalar(UInt32(value)).map { Array(foldedWide(Array(String($0).utf8)).utf8) } ?? []
  }

  /// The same from U+1E00 on: letters with two marks, as Vietnamese has them.
  private static let latinAdditional: [[UInt8]] = (0x1E00..<0x1F00).map { value in
    Unicode.Scalar(UInt32(value)).map { Array(foldedWide(Array(String($0).utf8)).utf8) } ?? []
  }

  /// Folds ASCII, the accented Latin letters of most names, and curly apostrophes and hyphens without the tables of
  /// Unicode; nil where others are among them.
  private static func foldedLatin(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        result.append(byte)
        at += 1
        continue
      }
      if at + 2 < bytes.count, byte == 0xE2, bytes[at + 1] == 0x80 {
        switch bytes[at + 2] {
        case 0x98, 0x99: break
        case 0x90, 0x91: result.append(0x20)
        default: return nil
        }
        at += 3
        continue
      }
      if at + 2 < bytes.count, byte == 0xE1, bytes[at + 1] >= 0xB8, bytes[at + 1] <= 0xBB, bytes[at + 2] & 0xC0 == 0x80
      {
        result += latinAdditional[Int(bytes[at + 1] & 3) << 6 | Int(bytes[at + 2] & 0x3F)]
        at += 3
        continue
      }
      guard byte >= 0xC2, byte < 0xCA, at + 1 < bytes.count, bytes[at + 1] & 0xC0 == 0x80 else { return nil }
      let scalar = Int(byte & 0x1F) << 6 | Int(bytes[at + 1] & 0x3F)
      guard scalar < 0x250 else { return nil }
      result += latin[scalar - 0x80]
      at += 2
    }
    return result
  }

  static func foldedWide(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    var result = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.value {
      case 0x300...0x36F: continue
      case 0x2019, 0x2018, 0x2BC, 0x2BF, 0x2BE: continue
      case 0x2010, 0x2011: result.append(" ")
      case 0x131: result.append("i")
      case 0x142, 0x141: result.append("l")
      case 0xF8, 0xD8: result.append("o")
      case 0x111, 0x110: result.append("d")
      default: result.append(contentsOf: String(scalar).lowercased().unicodeScalars)
      }
    }
    return String(result)
  }

  /// A stable id for an entity that the gazetteer does not hold: `x-person-ada-lovelace`.
  static func id(type: String, name: String) -> String {
    var slug = ""
    for scalar in folded(name).unicodeScalars {
      if scalar.properties.isAlphabetic || (scalar.value >= 0x30 && scalar.value <= 0x39) {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    if slug.hasSuffix("-") { slug.removeLast() }
    return "x-\(type)-\(slug)"
  }
}
