import JSONText
import TextModel

/// The members of a JSON object, each taken once; what is left over at the end is an unknown key.
struct JSONMembers {
  private var members: [String: JSONValue]
  /// How messages name the object: `the contact`, `parties[2]`.
  private let place: String

  init(_ value: JSONValue, place: String) throws(GraphExportError) {
    guard case .object(let list) = value else {
      throw GraphExportError("\(place) is \(value.kindName), not an object")
    }
    self.members = Dictionary(list.map { ($0.key, $0.value) }) { $1 }
    self.place = place
  }

  func has(_ key: String) -> Bool { members[key] != nil }

  mutating func value(_ key: String) throws(GraphExportError) -> JSONValue {
    guard let value = members.removeValue(forKey: key) else {
      throw GraphExportError("\(place) has no \"\(key)\"")
    }
    return value
  }

  mutating func optionalText(_ key: String) throws(GraphExportError) -> String? {
    switch members.removeValue(forKey: key) {
    case nil, .null: return nil
    case .string(let text): return text
    case let other?: throw wrong(key, other, "a text")
    }
  }

  mutating func text(_ key: String) throws(GraphExportError) -> String {
    guard let text = try optionalText(key) else { throw GraphExportError("\(place) has no \"\(key)\"") }
    return text
  }

  mutating func list(_ key: String) throws(GraphExportError) -> [JSONValue] {
    let value = try value(key)
    guard case .array(let values) = value else { throw wrong(key, value, "a list") }
    return values
  }

  mutating func texts(_ key: String) throws(GraphExportError) -> [String] {
    var texts: [String] = []
    for value in try list(key) {
      guard case .string(let text) = value else { throw wrong(key, value, "a list of texts") }
      texts.append(text)
    }
    return texts
  }

  mutating func optionalFlag(_ key: String) throws(GraphExportError) -> Bool? {
    switch members.removeValue(forKey: key) {
    case nil, .null: return nil
    case .bool(let flag): return flag
    case let other?: throw wrong(key, other, "true or false")
    }
  }

  mutating func optionalNumber(_ key: String) throws(GraphExportError) -> Double? {
    switch members.removeValue(forKey: key) {
    case nil, .null: return nil
    case .number(let digits):
      guard let number = Double(digits), number.isFinite else { throw GraphExportError("\(place).\(key) is too large") }
      return number
    case let other?: throw wrong(key, other, "a number")
    }
  }

  mutating func optionalCount(_ key: String) throws(GraphExportError) -> Int? {
    switch members.removeValue(forKey: key) {
    case nil, .null: return nil
    case .number(let digits):
      guard let number = Int(digits), number >= 0 else {
        throw GraphExportError("\(place).\(key) is \(digits), not a whole number from 0")
      }
      return number
    case let other?: throw wrong(key, other, "a whole number")
    }
  }

  mutating func count(_ key: String) throws(GraphExportError) -> Int {
    guard let number = try optionalCount(key) else { throw GraphExportError("\(place) has no \"\(key)\"") }
    return number
  }

  /// Two offsets, the second not before the first.
  mutating func range(_ key: String) throws(GraphExportError) -> TextRange {
    let values = try list(key)
    var offsets: [Int] = []
    for case .number(let digits) in values { if let offset = Int(digits), offset >= 0 { offsets.append(offset) } }
    guard values.count == 2, offsets.count == 2, offsets[0] <= offsets[1] else {
      throw GraphExportError("\(place).\(key) is not a list of two offsets, [start, end]")
    }
    return TextRange(offsets[0], offsets[1])
  }

  mutating func optionalDate(_ key: String) throws(GraphExportError) -> PartialDate? {
    guard let text = try optionalText(key) else { return nil }
    guard let date = PartialDate(text) else {
      throw GraphExportError("\(place).\(key) is \"\(text)\", not a date such as 2022-01-28")
    }
    return date
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) throws(GraphExportError) -> Choice where Choice.RawValue == String {
    let text = try text(key)
    guard let choice = Choice(rawValue: text) else {
      let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw GraphExportError("\(place).\(key) is \"\(text)\", not one of \(choices)")
    }
    return choice
  }

  /// Throws for every key that was not taken.
  func requireNothingElse() throws(GraphExportError) {
    guard let unknown = members.keys.min() else { return }
    throw GraphExportError("\(place) has an unknown key \"\(unknown)\"")
  }

  private func wrong(_ key: String, _ value: JSONValue, _ wanted: String) -> GraphExportError {
    GraphExportError("\(place).\(key) is \(value.kindName), not \(wanted)")
  }
}
