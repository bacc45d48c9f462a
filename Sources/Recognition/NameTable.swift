/// Numbers the names of one article, so that they are compared and looked up without making strings.
///
/// An open-addressing table of FNV-1a hashes over the bytes of the names.
final class NameTable {
  private struct Entry {
    var start: Int32
    var count: Int32
    var hash: UInt32
  }

  private var pool: [UInt8] = []
  private var entries: [Entry] = []
  private var slots = [Int32](repeating: 0, count: 256)
  private var buffer: [UInt8] = []
  private var words: [UInt8] = []
  private var wordStarts: [Int] = []

  /// The number of a name as it is written.
  func exact(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(0)
    buffer.append(contentsOf: bytes[range])
    return number()
  }

  /// The number of a name without regard to case, diacritics, hyphens and apostrophes.
  func folded(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
    buffer.removeAll(keepingCapacity: true)
    for at in range {
      let byte = bytes[at]
      switch byte {
      case 0x41...0x5A: buffer.append(byte | 0x20)
      case 0x27, 0x60: continue
      case 0x2D: buffer.append(0x20)
      case 0x80...:
        return folded(NameKey.folded(bytes[range]))
      default: buffer.append(byte)
      }
    }
    return number()
  }

  /// The folded words of a name, for `folded(word:)` and `folded(words:)`.
  ///
  /// - Returns: how many there are. They stay until the next call.
  func foldWords(_ bytes: some Collection<UInt8>) -> Int {
    words.removeAll(keepingCapacity: true)
    wordStarts.removeAll(keepingCapacity: true)
    var isASCII = true
    for byte in bytes {
      switch byte {
      case 0x41...0x5A: words.append(byte | 0x20)
      case 0x27, 0x60: continue
      case 0x2D: words.append(0x20)
      case 0x80...:
        isASCII = false
        words.append(byte)
      default: words.append(byte)
      }
    }
    if !isASCII { words = Array(NameKey.folded(String(decoding: bytes, as: UTF8.self)).utf8) }
    var isWord = false
    for at in words.indices {
      if words[at] == 0x20 {
        isWord = false
      } else if !isWord {
        isWord = true
        wordStarts.append(at)
      }
    }
    return wordStarts.count
  }

  /// How many words were folded last.
  var wordCount: Int { wordStarts.count }

  /// The number of some of the words that were folded last.
  func folded(words range: Range<Int>) -> Int32 {
    buffer.removeAll(keepingCapacity: true)
    let start = wordStarts[range.lowerBound]
    var end = range.upperBound < wordStarts.count ? wordStarts[range.upperBound] : words.count
    while end > start, words[end - 1] == 0x20 { end -= 1 }
    buffer.append(contentsOf: words[start..<end])
    return number()
  }

  /// The length of a folded word in bytes.
  func foldedLength(_ word: Int) -> Int {
    (word + 1 < wordStarts.count ? wordStarts[word + 1] - 1 : words.count) - wordStarts[word]
  }

  /// The number of a name that is folded already.
  func folded(_ text: some StringProtocol) -> Int32 {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: text.utf8)
    return number()
  }

  /// The text that a number stands for; of an exact name the text as written.
  func text(_ number: Int32) -> String {
    let entry = entries[Int(number)]
    var range = Int(entry.start)..<Int(entry.start + entry.count)
    if let first = range.first, pool[first] == 0 { range = first + 1..<range.upperBound }
    return String(decoding: pool[range], as: UTF8.self)
  }

  private func number() -> Int32 {
    var hash: UInt32 = 2_166_136_261
    for byte in buffer { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let mask = slots.count - 1
    var slot = Int(hash ^ (hash >> 15)) & mask
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, Int(entry.count) == buffer.count,
        pool[Int(entry.start)..<Int(entry.start + entry.count)].elementsEqual(buffer)
      {
        return slots[slot] - 1
      }
      slot = (slot + 1) & mask
    }
    entries.append(Entry(start: Int32(pool.count), count: Int32(buffer.count), hash: hash))
    pool.append(contentsOf: buffer)
    slots[slot] = Int32(entries.count)
    let number = Int32(entries.count - 1)
    if entries.count * 2 > slots.count { grow() }
    return number
  }

  private func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for (index, entry) in entries.enumerated() {
      var slot = Int(entry.hash ^ (entry.hash >> 15)) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index + 1)
    }
  }
}
