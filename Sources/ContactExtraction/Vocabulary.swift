import TextModel

/// The index of a lower-case word form in a `Vocabulary`; -1 is no known word.
struct WordID: Hashable, Sendable, Comparable {
  var index: Int32
  init(_ index: Int) { self.index = Int32(index) }
  static let unknown = WordID(-1)
  var isKnown: Bool { index >= 0 }
  static func < (a: WordID, b: WordID) -> Bool { a.index < b.index }
}

/// The word forms that any table of the extractor names, found by hashing bytes: letters are folded to lower case (ASCII)
/// and the curly apostrophe to the straight one, so that no `String` is made for the words of an article.
struct Vocabulary: Sendable {
  private(set) var forms: [String] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var hashes: [UInt64] = []
  /// The bytes of all forms one after the other, so that comparing one touches no `String`.
  private var text: [UInt8] = []
  /// The forms of up to 16 bytes of ASCII: nearly all words are looked up here.
  private var shortForms = ShortForms()
  /// Where each form ends in `text`.
  private var ends: [Int32] = []

  /// The id of a form, which is added where it is new.
  mutating func intern(_ form: String) -> WordID {
    let folded = Array(form.utf8)
    let hash = folded.withUnsafeBufferPointer { Self.hash($0) }
    if let id = find(hash: hash, matches: { forms[$0] == form }) { return WordID(id) }
    forms.append(form)
    hashes.append(hash)
    text += folded
    ends.append(Int32(text.count))
    if forms.count * 2 > slots.count { grow() } else { place(forms.count - 1) }
    if let short = folded.withUnsafeBufferPointer({ ShortForm($0) }) {
      shortForms.insert(short, WordID(forms.count - 1))
    }
    return WordID(forms.count - 1)
  }

  /// The id of the word that the bytes spell, or `.unknown`.
  func lookup(_ bytes: UnsafeBufferPointer<UInt8>) -> WordID {
    // No form in the tables is longer; long tokens are addresses and the like.
    guard bytes.count <= 40 else { return .unknown }
    if let short = ShortForm(bytes) { return shortForms[short] }
    let hash = Self.hash(bytes)
    let found = find(hash: hash) { candidate in
      var position = 0
      let start = candidate == 0 ? 0 : Int(ends[candidate - 1])
      for index in start..<Int(ends[candidate]) {
        let (folded, width) = Self.folded(bytes, at: position)
        guard width > 0, folded == text[index] else { return false }
        position += width
      }
      return position == bytes.count
    }
    return found.map(WordID.init) ?? .unknown
  }

  func lookup(_ form: String) -> WordID {
    var form = form
    return form.withUTF8 { lookup($0) }
  }

  func form(_ id: WordID) -> String { id.isKnown ? forms[Int(id.index)] : "" }

  private func find(hash: UInt64, matches: (Int) -> Bool) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let candidate = Int(slots[slot])
      if hashes[candidate] == hash, matches(candidate) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for index in forms.indices { place(index) }
  }

  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: hashes[index]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  /// FNV-1a over the folded bytes.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var position = 0
    while position < bytes.count {
      let (byte, width) = folded(bytes, at: position)
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      position += width
    }
    return hash ^ (hash >> 29)
  }

  /// The folded byte at a position and how many bytes it stands for; width 0 past the end.
  @inline(__always)
  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> (UInt8, Int) {
    guard position < bytes.count else { return (0, 0) }
    let byte = bytes[position]
    if byte < 0x80 {
      return (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte, 1)
    }
    // U+2019, the curly apostrophe.
    if byte == 0xE2, position + 2 < bytes.count, bytes[position + 1] == 0x80, bytes[position + 2] == 0x99 {
      return (0x27, 3)
    }
    return (byte, 1)
  }
}
