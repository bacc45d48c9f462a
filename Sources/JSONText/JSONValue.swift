/// A JSON value (RFC 8259) as it was written: members of an object keep their order, numbers their text.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A number as written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Equatable, Sendable {
    package var key: String
    package var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value at a key, or at keys of inner objects joined by full stops; nil where there is none.
  package subscript(_ path: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    if let member = members.first(where: { $0.key == path }) { return member.value }
    guard let dot = path.firstIndex(of: ".") else { return nil }
    let head = path[..<dot]
    return members.first { $0.key == head }?.value[String(path[path.index(after: dot)...])]
  }

  /// The text of a string or number; the texts of an array of them, joined by commas.
  package var text: String? {
    switch self {
    case .string(let text), .number(let text): return text
    case .array(let values):
      let texts = values.compactMap { $0.text ?? $0["name"]?.text }
      return texts.isEmpty ? nil : texts.joined(separator: ", ")
    case .null, .bool, .object: return nil
    }
  }

  /// The text of a string; the texts of an array of nothing but strings, each a paragraph.
  package var prose: String? {
    switch self {
    case .string(let text): return text
    case .array(let values):
      var paragraphs: [String] = []
      for value in values {
        guard case .string(let text) = value else { return nil }
        if !text.isEmpty { paragraphs.append(text) }
      }
      return paragraphs.joined(separator: "\n\n")
    case .null, .bool, .number, .object: return nil
    }
  }

  /// Null, or a string, array or object with nothing in it.
  package var isEmpty: Bool {
    switch self {
    case .null: true
    case .string(let text): text.isEmpty
    case .array(let values): values.allSatisfy(\.isEmpty)
    case .object(let members): members.isEmpty
    case .bool, .number: false
    }
  }

  /// How an error message names the kind of value.
  package var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
