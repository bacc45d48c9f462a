/// The codings in which mails and web records carry bytes.
enum TransferCoding {
  /// RFC 2045 base64; characters outside its alphabet are passed over.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 4)
    var (buffer, bits): (UInt32, UInt32) = (0, 0)
    for byte in bytes {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="): return result
      default: continue
      }
      buffer = buffer << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        result.append(UInt8(truncatingIfNeeded: buffer >> bits))
        buffer &= (1 << bits) - 1
      }
    }
    return result
  }

  /// RFC 2045 quoted-printable; in headers (RFC 2047) `_` is a space.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isHeader: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte == UInt8(ascii: "_"), isHeader {
        result.append(0x20)
      } else if byte == UInt8(ascii: "=") {
        if at + 2 < bytes.endIndex, let high = hex(bytes[at + 1]), let low = hex(bytes[at + 2]) {
          result.append(high << 4 | low)
          at += 3
          continue
        }
        // A soft line break, with the spaces that mailers leave before it.
        var end = at + 1
        while end < bytes.endIndex, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
        if end < bytes.endIndex, bytes[end] == 0x0A {
          at = end + 1
          continue
        }
        if end == bytes.endIndex { break }
        result.append(byte)
      } else {
        result.append(byte)
      }
      at += 1
    }
    return result
  }

  static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// RFC 9112 chunks put together; bytes that are not in chunks come back as they are.
  static func dechunked(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    var at = bytes.startIndex
    while at < bytes.endIndex {
      var size = 0
      var digits = 0
      while at < bytes.endIndex, let value = hex(bytes[at]), digits < 8 {
        size = size << 4 | Int(value)
        digits += 1
        at += 1
      }
      guard digits > 0, let end = bytes[at...].firstIndex(of: 0x0A) else { return result.isEmpty ? bytes : result[...] }
      at = end + 1
      if size == 0 { return result[...] }
      let stop = min(bytes.endIndex, at + size)
      result.append(contentsOf: bytes[at..<stop])
      at = stop
      while at < bytes.endIndex, bytes[at] == 0x0D || bytes[at] == 0x0A { at += 1 }
    }
    return result[...]
  }
}
