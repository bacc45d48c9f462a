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
    let text = String(decoding: result, as: UTF8.self)
    return isASCII ? text : foldedWide(text)
  }

  static func folded(_ text: String) -> String {
    folded(ArraySlice(Array(text.utf8)))
  }

  private static func foldedWide(_ text: String) -> String {
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
