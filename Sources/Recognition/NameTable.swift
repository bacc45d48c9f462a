/// Numbers the names of one article, so that they are compared and looked up without making strings.
///
/// An open-addressing table of hashes over eight bytes at a time.
final class NameTable {
  private struct Entry {
    var hash: UInt64
    var start: Int32
    var count: Int32
  }

  /// The table itself: one value, so that a look-up is one access.
  private struct Table {
    /// The bytes of all names, one behind the other.
    var pool = GrowingBytes(capacity: 2048)
    var entries: [Entry] = []
    var slots = [Int32](repeating: 0, count: 512)
    /// The bytes and starts of the words that were folded last.
    var words = GrowingBytes(capacity: 64)
    var wordStarts: [Int32] = []

    /// The number of `kind` and the bytes of a name.
    mutating func number(of name: UnsafeBufferPointer<UInt8>, _ kind: Kind) -> Int32 {
      let hash = NameTable.hash(name, kind)
      let mask = slots.count &- 1
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 {
        let entry = entries[Int(slots[slot]) - 1]
        // The hash holds the kind.
        if entry.hash == hash, Int(entry.count) == name.count, pool.holds(name, at: Int(entry.start)) {
          return slots[slot] - 1
        }
        slot = (slot &+ 1) & mask
      }
      entries.append(Entry(hash: hash, start: Int32(pool.count), count: Int32(name.count)))
      pool.append(name)
      slots[slot] = Int32(entries.count)
      let number = Int32(entries.count - 1)
      if entries.count * 2 > slots.count { grow() }
      return number
    }

    private mutating func grow() {
      slots = [Int32](repeating: 0, count: slots.count * 4)
      let mask = slots.count - 1
      for (index, entry) in entries.enumerated() {
        var slot = Int(truncatingIfNeeded: entry.hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(index + 1)
      }
    }
  }

  /// Keeps folded names and names as written apart: the lowest bit of their hashes.
  private enum Kind: UInt64 {
    case folded = 0
    case exact = 1
  }

  @inline(__always)
  private static func hash(_ name: UnsafeBufferPointer<UInt8>, _ kind: Kind) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: name.count) &* 0x9E37_79B9_7F4A_7C15
    guard let base = name.baseAddress else { return hash & ~1 | kind.rawValue }
    var at = 0
    while at < name.count {
      let product = (hash ^ Lexicon.eight(base + at, name.count &- at)).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      hash = product.high ^ product.low
      at &+= 8
    }
    return hash & ~1 | kind.rawValue
  }

  // One owner and no escaping access: the checks of exclusive access to a class's variables would cost as much as a
  // look-up.
  private let table: UnsafeMutablePointer<Table>

  init() {
    table = .allocate(capacity: 1)
    table.initialize(to: Table())
    // About what an article of the press takes.
    table.pointee.entries.reserveCapacity(128)
    table.pointee.wordStarts.reserveCapacity(16)
  }

  deinit {
    table.pointee.pool.deallocate()
    table.pointee.words.deallocate()
    table.deinitialize(count: 1)
    table.deallocate()
  }

  /// The number of a name as it is written.
  func exact(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
    bytes.withUnsafeBufferPointer {
      table.pointee.number(of: UnsafeBufferPointer(rebasing: $0[range]), .exact)
    }
  }

  /// The number of a name without regard to case, diacritics, hyphens and apostrophes.
  func folded(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
    bytes.withUnsafeBufferPointer {
      let name = UnsafeBufferPointer(rebasing: $0[range])
      guard table.pointee.words.take(folded: name) else { return folded(NameKey.folded(bytes[range])) }
      return table.pointee.number(of: table.pointee.words.bytes, .folded)
    }
  }

  /// The number of a name that is folded already.
  func folded(_ text: String) -> Int32 {
    var text = text
    return text.withUTF8 { table.pointee.number(of: $0, .folded) }
  }

  /// Folds the words of a name for `folded(words:)`; they stay until the next name is folded.
  ///
  /// - Returns: how many there are.
  func foldWords(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    if !table.pointee.words.take(folded: name) {
      var text = NameKey.folded(String(decoding: name, as: UTF8.self))
      text.withUTF8 { table.pointee.words.take($0) }
    }
    table.pointee.wordStarts.removeAll(keepingCapacity: true)
    let words = table.pointee.words.bytes
    var isWord = false
    for at in words.indices {
      if words[at] == 0x20 {
        isWord = false
      } else if !isWord {
        isWord = true
        table.pointee.wordStarts.append(Int32(truncatingIfNeeded: at))
      }
    }
    return table.pointee.wordStarts.count
  }

  /// As `foldWords` of the bytes that a number stands for.
  func foldWords(of number: Int32) -> Int {
    foldWords(bytes(number))
  }

  /// The classes that a lexicon gives one of the words that were folded last; none where it does not hold it.
  func classes(ofFoldedWord word: Int, in lexicon: Lexicon) -> WordClass {
    let range = foldedRange(word..<word + 1)
    return table.pointee.words.bytes.baseAddress.map { lexicon.find($0, range.lowerBound, range.upperBound).classes }
      ?? []
  }

  /// How many words were folded last.
  var wordCount: Int { table.pointee.wordStarts.count }

  /// The number of some of the words that were folded last.
  func folded(words range: Range<Int>) -> Int32 {
    let bytes = UnsafeBufferPointer(rebasing: table.pointee.words.bytes[foldedRange(range)])
    return table.pointee.number(of: bytes, .folded)
  }

  /// Where words that were folded last stand, without spaces behind them.
  private func foldedRange(_ words: Range<Int>) -> Range<Int> {
    let starts = table.pointee.wordStarts
    let bytes = table.pointee.words.bytes
    let start = Int(starts[words.lowerBound])
    var end = words.upperBound < starts.count ? Int(starts[words.upperBound]) : bytes.count
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  /// The length of a folded word in bytes, with all but the last of the spaces behind it.
  func foldedLength(_ word: Int) -> Int {
    let starts = table.pointee.wordStarts
    let end = word + 1 < starts.count ? Int(starts[word + 1]) - 1 : table.pointee.words.count
    return end - Int(starts[word])
  }

  /// The text that a number stands for; of an exact name the text as written.
  func text(_ number: Int32) -> String {
    String(decoding: bytes(number), as: UTF8.self)
  }

  /// The bytes that a number stands for, until the next name gets one.
  private func bytes(_ number: Int32) -> UnsafeBufferPointer<UInt8> {
    let entry = table.pointee.entries[Int(number)]
    return UnsafeBufferPointer(rebasing: table.pointee.pool.bytes[Int(entry.start)..<Int(entry.start + entry.count)])
  }
}
