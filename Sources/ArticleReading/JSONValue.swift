/// A JSON value with its members in the order of the text.
enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A number as written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Equatable, Sendable {
    var key: String
    var value: JSONValue
  }

  /// The value at a key, or at keys of inner objects joined by full stops; nil where there is none.
  subscript(_ path: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    if let member = members.first(where: { $0.key == path }) { return member.value }
    guard let dot = path.firstIndex(of: ".") else { return nil }
    let head = path[..<dot]
    return members.first { $0.key == head }?.value[String(path[path.index(after: dot)...])]
  }

  /// The text of a string or number; the texts of an array of them, joined by commas.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): return text
    case .array(let values):
      let texts = values.compactMap { $0.text ?? $0["name"]?.text }
      return texts.isEmpty ? nil : texts.joined(separator: ", ")
    case .null, .bool, .object: return nil
    }
  }
}
