/// Reads JSON text (RFC 8259) strictly, with the byte offset of a fault.
package struct JSONParser {
  /// What is wrong, and at which byte of the text.
  package struct Fault: Error, Equatable {
    package var offset: Int
    package var message: String
  }

  /// How deep arrays and objects may stand inside each other.
  package static let depthLimit = 64

  private let text: UnsafeBufferPointer<UInt8>
  private let decode: Decoding
  private var at = 0

  /// Reads bytes of a string that are not UTF-8, no escape among them; nil where they are a fault.
  package typealias Decoding = (_ bytes: ArraySlice<UInt8>) -> String?

  private init(_ text: UnsafeBufferPointer<UInt8>, decode: @escaping Decoding) {
    self.text = text
    self.decode = decode
  }

  /// The one value that a text holds.
  ///
  /// - Parameter decode: reads pieces of strings that are not UTF-8; by default they are faults.
  /// - Throws: the first fault, with its offset in bytes.
  /// Complexity: O(*n*).
  package static func parse(
    _ bytes: [UInt8], decode: @escaping Decoding = { _ in nil }
  ) throws(Fault) -> JSONValue {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, Fault> in
      var parser = JSONParser(buffer, decode: decode)
      do throws(Fault) {
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.at == buffer.count else {
          return .failure(Fault(offset: parser.at, message: "something stands behind the value"))
        }
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func fault(_ message: String) -> Fault {
    Fault(offset: at, message: at >= text.count ? "the text ends too early" : message)
  }

  private mutating func skipSpace() {
    while at < text.count, text[at] == 0x20 || text[at] == 0x0A || text[at] == 0x0D || text[at] == 0x09 { at += 1 }
  }

  private mutating func value(depth: Int) throws(Fault) -> JSONValue {
    skipSpace()
    guard at < text.count else { throw fault("") }
    guard depth < Self.depthLimit else {
      throw fault("values stand more than \(Self.depthLimit) deep inside each other")
    }
    switch text[at] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: return .number(try number())
    default: throw fault("a value is missing")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
    for offset in 0..<word.utf8CodeUnitCount {
      guard at + offset < text.count else {
        at = text.count
        throw fault("")
      }
      guard text[at + offset] == word.utf8Start[offset] else { throw fault("a value is missing") }
    }
    at += word.utf8CodeUnitCount
    return value
  }

  private mutating func object(depth: Int) throws(Fault) -> JSONValue {
    at += 1
    var members: [JSONValue.Member] = []
    // Of the keys once they are many: a list is faster for few.
    var keys: Set<String> = []
    skipSpace()
    if at < text.count, text[at] == UInt8(ascii: "}") {
      at += 1
      return .object([])
    }
    while true {
      skipSpace()
      guard at < text.count, text[at] == UInt8(ascii: "\"") else { throw fault("a key in quotation marks is missing") }
      let start = at
      let key = try string()
      if members.count == 32 { keys = Set(members.map(\.key)) }
      let isNew = members.count < 32 ? !members.contains { $0.key == key } : keys.insert(key).inserted
      guard isNew else {
        throw Fault(offset: start, message: "the key '\(key)' is given twice")
      }
      skipSpace()
      guard at < text.count, text[at] == UInt8(ascii: ":") else { throw fault("a colon is missing") }
      at += 1
      members.append(JSONValue.Member(key: key, value: try value(depth: depth + 1)))
      skipSpace()
      guard at < text.count else { throw fault("") }
      if text[at] == UInt8(ascii: "}") {
        at += 1
        return .object(members)
      }
      guard text[at] == UInt8(ascii: ",") else { throw fault("a comma or '}' is missing") }
      at += 1
    }
  }

  private mutating func array(depth: Int) throws(Fault) -> JSONValue {
    at += 1
    var values: [JSONValue] = []
    skipSpace()
    if at < text.count, text[at] == UInt8(ascii: "]") {
      at += 1
      return .array([])
    }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      guard at < text.count else { throw fault("") }
      if text[at] == UInt8(ascii: "]") {
        at += 1
        return .array(values)
      }
      guard text[at] == UInt8(ascii: ",") else { throw fault("a comma or ']' is missing") }
      at += 1
    }
  }

  private mutating func number() throws(Fault) -> String {
    let start = at
    if text[at] == UInt8(ascii: "-") { at += 1 }
    let first = at
    try digits()
    if text[first] == 0x30, at - first > 1 {
      at = first
      throw fault("a number starts with 0")
    }
    if at < text.count, text[at] == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if at < text.count, text[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < text.count, text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    return String(decoding: text[start..<at], as: UTF8.self)
  }

  private mutating func digits() throws(Fault) {
    let start = at
    while at < text.count, text[at] >= 0x30, text[at] <= 0x39 { at += 1 }
    guard at > start else { throw fault("a digit is missing") }
  }

  private mutating func string() throws(Fault) -> String {
    at += 1
    let start = at
    // Nearly every key and many values hold no escape: one piece of the text.
    while at < text.count, text[at] != UInt8(ascii: "\""), text[at] != UInt8(ascii: "\\"), text[at] >= 0x20 { at += 1 }
    guard at < text.count else { throw fault("") }
    if text[at] == UInt8(ascii: "\"") {
      let string = try piece(start..<at)
      at += 1
      return string
    }
    var bytes = Array(try piece(start..<at).utf8)
    while at < text.count {
      let byte = text[at]
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try escape(into: &bytes)
      case ..<0x20:
        throw fault("a control character stands in a string; write it as an escape")
      default:
        let from = at
        while at < text.count, text[at] != UInt8(ascii: "\""), text[at] != UInt8(ascii: "\\"), text[at] >= 0x20 {
          at += 1
        }
        bytes.append(contentsOf: try piece(from..<at).utf8)
      }
    }
    throw fault("")
  }

  /// A piece of a string between quotation marks and escapes.
  private func piece(_ range: Range<Int>) throws(Fault) -> String {
    let bytes = UnsafeBufferPointer(rebasing: text[range])
    if let string = String(validating: bytes, as: UTF8.self) ?? decode(Array(bytes)[...]) { return string }
    throw Fault(offset: range.lowerBound, message: "a string is not valid UTF-8")
  }

  private mutating func escape(into bytes: inout [UInt8]) throws(Fault) {
    guard at + 1 < text.count else {
      at = text.count
      throw fault("")
    }
    let mark = text[at + 1]
    switch mark {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(mark)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "u"):
      try unicodeEscape(into: &bytes)
      return
    default: throw fault("an escape is unknown")
    }
    at += 2
  }

  private mutating func unicodeEscape(into bytes: inout [UInt8]) throws(Fault) {
    var unit = try hex(at + 2)
    var length = 6
    if (0xD800..<0xDC00).contains(unit), at + 7 < text.count, text[at + 6] == UInt8(ascii: "\\"),
      text[at + 7] == UInt8(ascii: "u")
    {
      let low = try hex(at + 8)
      if (0xDC00..<0xE000).contains(low) {
        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        length = 12
      }
    }
    // Half a surrogate pair is no character; writers that cut strings leave it behind.
    let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    at += length
  }

  private mutating func hex(_ start: Int) throws(Fault) -> UInt32 {
    var value: UInt32 = 0
    for offset in start..<start + 4 {
      guard offset < text.count else {
        at = text.count
        throw fault("")
      }
      let byte = text[offset]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: throw fault("an escape \\u needs four hexadecimal digits")
      }
    }
    return value
  }
}
