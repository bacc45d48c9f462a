/// Text as pages write it.
enum PageText {
  /// White space runs, no-break spaces among them, become one space; none at the ends.
  static func collapsed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { collapsed($0) }
  }

  /// As `collapsed(_:)`, for bytes of UTF-8.
  static func collapsed(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count + 1) { result in
      var count = 0
      collapse(bytes) { byte in
        result[count] = byte
        count += 1
      }
      return count
    }
  }

  /// How many bytes `collapsed(_:)` gives. Complexity: O(*n*).
  static func collapsedLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    collapse(bytes) { _ in count += 1 }
    return count
  }

  @inline(__always)
  private static func collapse(_ bytes: UnsafeBufferPointer<UInt8>, _ put: (UInt8) -> Void) {
    var isStarted = false
    var isPending = false
    var at = 0
    while at < bytes.count {
      let length = spaceLength(bytes, at)
      if length > 0 {
        isPending = isStarted
        at += length
        continue
      }
      if isPending {
        put(0x20)
        isPending = false
      }
      isStarted = true
      put(bytes[at])
      at += 1
    }
  }

  /// The bytes of the white space at an offset, 0 where none stands: control characters, U+85, U+A0, U+200B, U+2028, U+2029, U+FEFF.
  @inline(__always)
  private static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    // Most bytes are letters.
    if bytes[at] &- 0x21 < 0x5E { return 0 }
    switch bytes[at] {
    case ...0x20, 0x7F: return 1
    case 0xC2: return at + 1 < bytes.count && (bytes[at + 1] == 0x85 || bytes[at + 1] == 0xA0) ? 2 : 0
    case 0xE2:
      guard at + 2 < bytes.count, bytes[at + 1] == 0x80 else { return 0 }
      return bytes[at + 2] == 0x8B || bytes[at + 2] == 0xA8 || bytes[at + 2] == 0xA9 ? 3 : 0
    case 0xEF: return at + 2 < bytes.count && bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// The text without markup and entities, as data fields of pages carry it: `Q&amp;A`.
  static func unescaped(_ text: String) -> String {
    guard text.contains("&") || text.contains("<"), let tree = MarkupTree(html: "<p>" + text) else {
      return collapsed(text)
    }
    return collapsed(tree.root.allText)
  }
}
