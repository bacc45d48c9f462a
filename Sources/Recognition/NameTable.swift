/// Numbers the names of one article, so that they are compared and looked up without making strings.
///
/// An open-addressing table of FNV-1a hashes over the bytes of the names.
final class NameTable {
  private struct Entry {
    var start: Int32
    var count: Int32
    var hash: UInt32
  }

  /// The table itself: one value, so that a look-up is one access.
  private struct Table {
    var pool: [UInt8] = []
    var entries: [Entry] = []
    var slots = [Int32](repeating: 0, count: 512)
    /// The folded bytes and starts of the words that were folded last.
    var words: [UInt8] = []
    var wordStarts: [Int] = []

    /// The number of `mark` and the bytes of `text`, each turned by `fold`, which gives 0 for a byte that is left out.
    @inline(__always)
    mutating func number(
      of text: UnsafeBufferPointer<UInt8>, mark: UInt8, _ fold: (UInt8) -> UInt8
    ) -> Int32 {
      var hash: UInt32 = (2_166_136_261 ^ UInt32(mark)) &* 16_777_619
      var count = 1
      for byte in text {
        let folded = fold(byte)
        guard folded != 0 else { continue }
        hash = (hash ^ UInt32(folded)) &* 16_777_619
        count += 1
      }
      let mask = slots.count - 1
      var slot = Int(hash ^ (hash >> 15)) & mask
      while slots[slot] != 0 {
        let entry = entries[Int(slots[slot]) - 1]
        if entry.hash == hash, Int(entry.count) == count, pool[Int(entry.start)] == mark {
          var at = Int(entry.start) + 1
          var isEqual = true
          for byte in text {
            let folded = fold(byte)
            guard folded != 0 else { continue }
            if pool[at] != folded {
              isEqual = false
              break
            }
            at += 1
          }
          if isEqual { return slots[slot] - 1 }
        }
        slot = (slot + 1) & mask
      }
      entries.append(Entry(start: Int32(pool.count), count: Int32(count), hash: hash))
      pool.append(mark)
      for byte in text {
        let folded = fold(byte)
        if folded != 0 { pool.append(folded) }
      }
      slots[slot] = Int32(entries.count)
      let number = Int32(entries.count - 1)
      if entries.count * 2 > slots.count { grow() }
      return number
    }

    private mutating func grow() {
      slots = [Int32](repeating: 0, count: slots.count * 4)
      let mask = slots.count - 1
      for (index, entry) in entries.enumerated() {
        var slot = Int(entry.hash ^ (entry.hash >> 15)) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(index + 1)
      }
    }
  }

  // First bytes that keep folded names and names as written apart.
  private static let foldedMark: UInt8 = 1
  private static let exactMark: UInt8 = 2

  // One owner and no escaping access: the checks of exclusive access to a class's variables would cost as much as a
  // look-up.
  private let table: UnsafeMutablePointer<Table>

  init() {
    table = .allocate(capacity: 1)
    table.initialize(to: Table())
    // About what an article of the press takes.
    table.pointee.pool.reserveCapacity(2048)
    table.pointee.entries.reserveCapacity(128)
    table.pointee.words.reserveCapacity(64)
    table.pointee.wordStarts.reserveCapacity(16)
  }

  deinit {
    table.deinitialize(count: 1)
    table.deallocate()
  }

  /// Lower case; hyphens as spaces, apostrophes left out.
  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x27, 0x60: 0
    case 0x2D: 0x20
    default: byte
    }
  }

  /// The number of a name as it is written.
  func exact(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
    bytes.withUnsafeBufferPointer {
      table.pointee.number(of: UnsafeBufferPointer(rebasing: $0[range]), mark: Self.exactMark) { $0 }
    }
  }

  /// The number of a name without regard to case, diacritics, hyphens and apostrophes.
  func folded(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
    for at in range where bytes[at] >= 0x80 { return folded(NameKey.folded(bytes[range])) }
    return bytes.withUnsafeBufferPointer {
      table.pointee.number(of: UnsafeBufferPointer(rebasing: $0[range]), mark: Self.foldedMark, Self.fold)
    }
  }

  /// The number of a name that is folded already.
  func folded(_ text: String) -> Int32 {
    var text = text
    return text.withUTF8 { table.pointee.number(of: $0, mark: Self.foldedMark) { $0 } }
  }

  /// Folds the words of a name for `folded(words:)`; they stay until the next call.
  ///
  /// - Returns: how many there are.
  func foldWords(_ bytes: some Collection<UInt8>) -> Int {
    table.pointee.words.removeAll(keepingCapacity: true)
    var isASCII = true
    for byte in bytes {
      if byte >= 0x80 { isASCII = false }
      let folded = Self.fold(byte)
      if folded != 0 { table.pointee.words.append(folded) }
    }
    if !isASCII { table.pointee.words = Array(NameKey.folded(String(decoding: bytes, as: UTF8.self)).utf8) }
    table.pointee.wordStarts.removeAll(keepingCapacity: true)
    var isWord = false
    for at in table.pointee.words.indices {
      if table.pointee.words[at] == 0x20 {
        isWord = false
      } else if !isWord {
        isWord = true
        table.pointee.wordStarts.append(at)
      }
    }
    return table.pointee.wordStarts.count
  }

  /// As `foldWords` of the bytes that a number stands for.
  func foldWords(of number: Int32) -> Int {
    let entry = table.pointee.entries[Int(number)]
    return foldWords(table.pointee.pool[Int(entry.start) + 1..<Int(entry.start + entry.count)])
  }

  /// The classes that a lexicon gives one of the words that were folded last; none where it does not hold it.
  func classes(ofFoldedWord word: Int, in lexicon: Lexicon) -> WordClass {
    let start = table.pointee.wordStarts[word]
    var end = start + foldedLength(word)
    while table.pointee.words[end - 1] == 0x20 { end -= 1 }
    return table.pointee.words.withUnsafeBufferPointer { words in
      words.baseAddress.map { lexicon.find($0, start, end).classes } ?? []
    }
  }

  /// How many words were folded last.
  var wordCount: Int { table.pointee.wordStarts.count }

  /// The number of some of the words that were folded last.
  func folded(words range: Range<Int>) -> Int32 {
    let words = table.pointee.words
    let starts = table.pointee.wordStarts
    let start = starts[range.lowerBound]
    var end = range.upperBound < starts.count ? starts[range.upperBound] : words.count
    while end > start, words[end - 1] == 0x20 { end -= 1 }
    return words.withUnsafeBufferPointer {
      table.pointee.number(of: UnsafeBufferPointer(rebasing: $0[start..<end]), mark: Self.foldedMark) { $0 }
    }
  }

  /// The length of a folded word in bytes.
  func foldedLength(_ word: Int) -> Int {
    let starts = table.pointee.wordStarts
    return (word + 1 < starts.count ? starts[word + 1] - 1 : table.pointee.words.count) - starts[word]
  }

  /// The text that a number stands for; of an exact name the text as written.
  func text(_ number: Int32) -> String {
    let entry = table.pointee.entries[Int(number)]
    return String(decoding: table.pointee.pool[Int(entry.start) + 1..<Int(entry.start + entry.count)], as: UTF8.self)
  }
}
