/// The scalar that starts at an offset of valid UTF-8.
struct UTF8Scalar {
  let value: UInt32
  /// Bytes that the scalar takes.
  let count: Int

  /// Decodes the scalar at `text[at]`; bytes past `end` are not touched.
  @inline(__always)
  init(_ text: UnsafePointer<UInt8>, at offset: Int, end: Int) {
    let lead = UInt32(text[offset])
    if lead < 0x80 {
      (value, count) = (lead, 1)
    } else if lead < 0xE0, offset + 1 < end {
      (value, count) = ((lead & 0x1F) << 6 | UInt32(text[offset + 1] & 0x3F), 2)
    } else if lead < 0xF0, offset + 2 < end {
      value = (lead & 0x0F) << 12 | UInt32(text[offset + 1] & 0x3F) << 6 | UInt32(text[offset + 2] & 0x3F)
      count = 3
    } else if offset + 3 < end {
      value =
        (lead & 0x07) << 18 | UInt32(text[offset + 1] & 0x3F) << 12 | UInt32(text[offset + 2] & 0x3F) << 6
        | UInt32(text[offset + 3] & 0x3F)
      count = 4
    } else {
      (value, count) = (0xFFFD, max(1, end - offset))
    }
  }

  /// True where the scalar is an upper-case or title-case letter.
  var isUppercase: Bool {
    switch value {
    case 0x41...0x5A: true
    case ..<0xC0: false
    case 0xC0...0xDE: value != 0xD7
    case 0xDF...0xFF: false
    case 0x3040...0xABFF: false
    default:
      Unicode.Scalar(value).map { $0.properties.isUppercase || $0.properties.generalCategory == .titlecaseLetter }
        ?? false
    }
  }

  /// True where the scalar is a lower-case letter.
  var isLowercase: Bool {
    switch value {
    case 0x61...0x7A: true
    case ..<0xDF: false
    case 0xDF...0xFF: value != 0xF7
    case 0x3040...0xABFF: false
    default: Unicode.Scalar(value)?.properties.isLowercase ?? false
    }
  }
}
