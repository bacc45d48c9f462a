/// The first bytes of a file with quick answers, by bytes alone, to what they can be the start of.
///
/// Where an answer is no, looking at the characters says no, too; where it is yes, they decide.
struct HeadText {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// The bytes as text, what is not UTF-8 replaced. Complexity: O(*n*).
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The first byte that is no white space; nil where that is not ASCII, so that only the character tells.
  var firstMark: UInt8? {
    bytes.first { $0 != 0x20 && !(0x09...0x0D).contains($0) }.flatMap { $0 < 0x80 ? $0 : nil }
  }

  /// A value of JSON can start here: a record, a list, or one of the words `null`, `true` and `false`.
  var mayBeJSON: Bool {
    guard let mark = firstMark else { return true }
    return [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "f")].contains(
      mark)
  }

  /// A mail's first field can stand in the first line.
  var mayBeMail: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let line = Self.firstLine(bytes)
      // Lines that are passed over may come before the first field.
      guard let first = line.first, first != 0x20, first != 0x09, !line.starts(with: "From ".utf8) else {
        return !line.isEmpty
      }
      for byte in line {
        if byte == UInt8(ascii: ":") { return true }
        if byte <= 0x20 || byte >= 0x7F { return false }
      }
      return false
    }
  }

  /// Two cells of the first line can be names of fields.
  var mayBeTable: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let line = Self.firstLine(bytes)
      return [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")].contains { separator in
        guard line.contains(separator) else { return false }
        return line.split(separator: separator, omittingEmptySubsequences: false).lazy.filter(Self.mayBeField)
          .prefix(2).count == 2
      }
    }
  }

  /// The first word of a cell is, or holds characters that may become, the name of a field.
  private static func mayBeField(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let word = cell.drop { $0 == 0x20 || $0 == UInt8(ascii: "\"") }.prefix { $0 != 0x20 && $0 != UInt8(ascii: "\"") }
    guard word.count <= 40 else { return word.contains { $0 >= 0x80 } }
    let lowered = word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return lowered.contains { $0 >= 0x80 } || ContentKind.tableFields.contains(String(decoding: lowered, as: UTF8.self))
  }

  /// The bytes before the first line break that is ASCII.
  private static func firstLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
    bytes.prefix { !(0x0A...0x0D).contains($0) }
  }
}
