/// A JSON value (RFC 8259) as it was written: members of an object keep their order, numbers their text.
enum JSONValue: Equatable {
  case null
  case flag(Bool)
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([Member])

  struct Member: Equatable {
    var key: String
    var value: JSONValue
  }

  /// What is wrong with a text that is no JSON.
  struct SyntaxError: Error, Equatable {
    /// Bytes from the start.
    var offset: Int
    var message: String
  }

  /// Reads one value; nothing but white space may follow it.
  init(parsing bytes: some Collection<UInt8>) throws(SyntaxError) {
    var parser = JSONParser(Array(bytes))
    self = try parser.document()
  }

  /// How an error message names the kind of value.
  var kindName: String {
    switch self {
    case .null: "null"
    case .flag: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

/// Recursive descent over bytes.
private struct JSONParser {
  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0
  private static let depthLimit = 64

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONValue.SyntaxError) -> JSONValue {
    let value = try value()
    skipSpace()
    guard offset == bytes.count else { throw failure("something follows the value") }
    return value
  }

  private func failure(_ message: String) -> JSONValue.SyntaxError {
    JSONValue.SyntaxError(offset: offset, message: message)
  }

  private mutating func skipSpace() {
    while offset < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[offset]) { offset += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func value() throws(JSONValue.SyntaxError) -> JSONValue {
    skipSpace()
    guard offset < bytes.count else { throw failure("the value is missing") }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw failure("the value is nested too deeply") }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try list()
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONValue.SyntaxError) -> JSONValue {
    guard bytes[offset...].starts(with: word.utf8) else { throw failure("this is no JSON value") }
    offset += word.utf8.count
    return value
  }

  private mutating func object() throws(JSONValue.SyntaxError) -> JSONValue {
    offset += 1
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipSpace()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw failure("a key is missing") }
      let key = try text()
      guard keys.insert(key).inserted else { throw failure("the key \"\(key)\" stands twice") }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw failure("a colon is missing") }
      members.append(JSONValue.Member(key: key, value: try value()))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw failure("a comma or } is missing") }
    }
  }

  private mutating func list() throws(JSONValue.SyntaxError) -> JSONValue {
    offset += 1
    var values: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .list([]) }
    while true {
      values.append(try value())
      skipSpace()
      if take(UInt8(ascii: "]")) { return .list(values) }
      guard take(UInt8(ascii: ",")) else { throw failure("a comma or ] is missing") }
    }
  }

  private mutating func number() throws(JSONValue.SyntaxError) -> JSONValue {
    let start = offset
    _ = take(UInt8(ascii: "-"))
    func isDigit() -> Bool { offset < bytes.count && (48...57).contains(bytes[offset]) }
    let whole = offset
    while isDigit() { offset += 1 }
    guard offset > whole, offset == whole + 1 || bytes[whole] != 48 else { throw failure("this is no JSON value") }
    if take(UInt8(ascii: ".")) {
      guard isDigit() else { throw failure("a digit is missing") }
      while isDigit() { offset += 1 }
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") { offset += 1 }
      guard isDigit() else { throw failure("a digit is missing") }
      while isDigit() { offset += 1 }
    }
    return .number(String(decoding: bytes[start..<offset], as: UTF8.self))
  }

  private mutating func text() throws(JSONValue.SyntaxError) -> String {
    offset += 1
    var content: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: content, as: UTF8.self) else { throw failure("a text is not UTF-8") }
        return text
      case UInt8(ascii: "\\"): try escape(into: &content)
      case 0..<0x20: throw failure("a text holds a control character")
      default: content.append(byte)
      }
    }
    throw failure("a text does not end")
  }

  private mutating func escape(into content: inout [UInt8]) throws(JSONValue.SyntaxError) {
    guard offset < bytes.count else { throw failure("a text does not end") }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0c)
    case UInt8(ascii: "n"): content.append(0x0a)
    case UInt8(ascii: "r"): content.append(0x0d)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"):
      var unit = try codeUnit()
      // A half of a surrogate pair alone stands for no character.
      if (0xd800..<0xdc00).contains(unit), bytes[offset...].starts(with: "\\u".utf8) {
        let rewind = offset
        offset += 2
        let low = try codeUnit()
        if (0xdc00..<0xe000).contains(low) {
          unit = 0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00)
        } else {
          offset = rewind
        }
      }
      content.append(contentsOf: String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
    default: throw failure("an escape is unknown")
    }
  }

  private mutating func codeUnit() throws(JSONValue.SyntaxError) -> UInt32 {
    guard offset + 4 <= bytes.count, let text = String(validating: bytes[offset..<offset + 4], as: UTF8.self),
      text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0 | 0x20) }),
      let unit = UInt32(text, radix: 16)
    else { throw failure("four hexadecimal digits are missing") }
    offset += 4
    return unit
  }
}
