import Foundation

/// Text made of bytes, with the encoding that was taken for them.
struct DecodedText {
  var text: String
  /// What the user should know about the encoding, if anything.
  var note: String?

  /// Decodes bytes: by a byte order mark, then by the declared encoding, then as UTF-8, then as Windows-1252.
  ///
  /// - Throws: a message that says why the bytes are no text.
  init(_ bytes: [UInt8], declared: String? = nil) throws(NotText) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isBig = bytes[0] == 0xFE
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { at -> UInt16 in
        let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
        return isBig ? first << 8 | second : second << 8 | first
      }
      text = String(decoding: units, as: UTF16.self)
      if bytes.count % 2 == 1 { note = "ends in the middle of a UTF-16 character; the last byte was left out" }
      return
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let reason = Self.reasonAgainstText(body) { throw NotText(message: reason) }
    let name = declared.map { $0.lowercased().filter { $0 != "\"" && $0 != "'" && $0 != " " } } ?? ""
    let isUnicode = name.isEmpty || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii"
    // Pages declare old encodings and are UTF-8 far more often than the other way round.
    if let text = String(validating: body, as: UTF8.self),
      isUnicode || body.contains(where: { $0 >= 0x80 }) || !name.hasPrefix("iso-2022")
    {
      self.text = text
      return
    }
    if !isUnicode, let text = Self.convert(body, from: name) {
      self.text = text
      return
    }
    text = Self.windows1252(body)
    note =
      name.isEmpty || isUnicode
      ? "is not UTF-8; it was read as Windows-1252"
      : "is not in its declared encoding '\(name)'; it was read as Windows-1252"
  }

  /// UTF-8, or Windows-1252 where the bytes are not; never fails.
  static func lenient(_ bytes: ArraySlice<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self) ?? windows1252(bytes)
  }

  /// The bytes are no text; the message says so of the file.
  struct NotText: Error, Equatable {
    var message: String
  }

  /// Looks at the first bytes only: data files show themselves there.
  private static func reasonAgainstText(_ bytes: ArraySlice<UInt8>) -> String? {
    let head = bytes.prefix(8192)
    let isBinary = head.withUnsafeBytes { head in
      var controls = 0
      var at = 0
      while at < head.count {
        // Eight bytes at a time, as long as none of them is below 0x20.
        if at + 8 <= head.count {
          let word = head.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          if (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 == 0 {
            at += 8
            continue
          }
        }
        let byte = head[at]
        if byte == 0 { return true }
        if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D, byte != 0x0C, byte != 0x1B { controls += 1 }
        at += 1
      }
      return controls * 50 > head.count
    }
    return isBinary
      ? "is a binary file, not text; only text, HTML, JSON, CSV, feeds, mail and archives of them are read" : nil
  }

  /// Converts by the system's tables; nil where it does not know the encoding or the bytes are not in it.
  private static func convert(_ bytes: ArraySlice<UInt8>, from name: String) -> String? {
    // The web means the larger Windows sets by these names (WHATWG Encoding).
    let names = [
      "iso-8859-1": "windows-1252", "latin1": "windows-1252", "iso-8859-9": "windows-1254", "gb2312": "gb18030",
      "shift_jis": "cp932",
    ]
    let converter = iconv_open("UTF-8", names[name] ?? name)
    guard let converter, Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    var inputLeft = input.count
    var outputLeft = output.count
    let failed = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        return iconv(converter, &from, &inputLeft, &to, &outputLeft) == -1
      }
    }
    guard !failed || (inputLeft < 4 && inputLeft < bytes.count) else { return nil }
    return String(decoding: output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Every byte has a character; the five that Windows leaves free become control characters.
  static func windows1252(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        let value = byte < 0xA0 ? Self.upperTable[Int(byte) - 0x80] : UInt16(byte)
        if value < 0x800 {
          result.append(UInt8(0xC0 | value >> 6))
        } else {
          result.append(UInt8(0xE0 | value >> 12))
          result.append(UInt8(0x80 | value >> 6 & 0x3F))
        }
        result.append(UInt8(0x80 | value & 0x3F))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Unicode's mapping table CP1252.TXT, bytes 80 to 9F.
  private static let upperTable: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D,
    0x017E, 0x0178,
  ]
}
