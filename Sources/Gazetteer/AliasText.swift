/// An alias as an entity file writes it: `Russian{adjective,lang=de}`, cut into its text and tags.
struct AliasText {
  /// Range of the bytes that are the alias itself, without surrounding spaces.
  var text: Range<Int>
  var kind: Alias.Kind = .name
  /// Range of the bytes of the language code; empty for English.
  var language: Range<Int> = 0..<0

  /// Cuts the bytes of `range`; unknown tags are passed over (the file was checked before).
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    text = start..<end
    guard end > start, bytes[end - 1] == UInt8(ascii: "}") else { return }
    var open = end - 1
    while open > start, bytes[open] != UInt8(ascii: "{") { open -= 1 }
    guard bytes[open] == UInt8(ascii: "{") else { return }
    Self.eachTag(bytes, open + 1..<end - 1) { tag in
      if let kind = Self.kind(bytes, tag) {
        self.kind = kind
      } else if Self.isLanguage(bytes, tag) {
        language = tag.lowerBound + 5..<tag.upperBound
      }
    }
    end = open
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    text = start..<end
  }

  private static func eachTag(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (Range<Int>) -> Void) {
    var start = range.lowerBound
    while start <= range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] != UInt8(ascii: ",") { end += 1 }
      body(start..<end)
      start = end + 1
    }
  }

  private static func kind(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>) -> Alias.Kind? {
    for kind in Alias.Kind.allCases where kind != .name && kind.rawValue.utf8.elementsEqual(bytes[tag]) { return kind }
    return nil
  }

  private static func isLanguage(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>) -> Bool {
    guard tag.count > 6, tag.count <= 21, "lang=".utf8.elementsEqual(bytes[tag.prefix(5)]) else { return false }
    return bytes[tag.dropFirst(5)].allSatisfy {
      ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D
    }
  }

  /// What is wrong with the alias in `range`, or nil.
  static func problem(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String? {
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let alias = AliasText(bytes, range)
    if alias.text.isEmpty { return "has an empty alias; remove the extra '|' or name what the tags stand for" }
    if bytes[alias.text].contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) {
      return "has the alias '\(text(range))' with a stray brace; tags stand in one pair of braces at the end"
    }
    var problem: String?
    if let open = bytes[range].lastIndex(of: UInt8(ascii: "{")) {
      let close = bytes[range].lastIndex(of: UInt8(ascii: "}")) ?? range.upperBound
      guard open < close else {
        return "has the alias '\(text(range))' with a stray brace; tags stand in one pair of braces at the end"
      }
      eachTag(bytes, open + 1..<close) { tag in
        if problem == nil, kind(bytes, tag) == nil, !isLanguage(bytes, tag) {
          let known = Alias.Kind.allCases.filter { $0 != .name }.map(\.rawValue).joined(separator: ", ")
          problem =
            "has the alias '\(text(range))' with the unknown tag '\(text(tag))'; known are \(known) and lang=CODE"
        }
      }
    }
    return problem
  }
}

extension Range<Int> {
  fileprivate func prefix(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(lowerBound + count, upperBound) }
  fileprivate func dropFirst(_ count: Int) -> Range<Int> { Swift.min(lowerBound + count, upperBound)..<upperBound }
}
