import TextModel

/// Turns a document's tokens into words: looks each up once, and parts hyphenated ones.
struct WordReader {
  let lexicon: Lexicon

  /// Reads the words of a document, and for each sentence the range of its words, into buffers in place of what they hold.
  func read(_ document: Document, into buffers: inout RecognitionBuffers) {
    buffers.words.removeAll(keepingCapacity: true)
    buffers.sentences.removeAll(keepingCapacity: true)
    read(document, &buffers.words, &buffers.sentences)
  }

  private func read(_ document: Document, _ words: inout [Word], _ sentences: inout [Range<Int>]) {
    words.reserveCapacity(document.tokens.count + document.tokens.count / 16 + 8)
    sentences.reserveCapacity(document.sentences.count)
    document.bytes.withUnsafeBufferPointer { buffer in
      document.tokens.withUnsafeBufferPointer { tokens in
        withUnsafeTemporaryAllocation(of: Word.self, capacity: SentenceReading.together) { room in
          guard let room = room.baseAddress else { return }
          for sentence in document.sentences {
            let first = words.count
            var reading = SentenceReading(text: buffer, token: sentence.tokens.lowerBound, room: room)
            lexicon.find(UnsafeBufferPointer(rebasing: tokens[sentence.tokens]), in: buffer) { token, found in
              append(token, found, &reading, to: &words)
              reading.token &+= 1
            }
            reading.flush(to: &words)
            if reading.isTitleCased(words, first) || sentence.role == .headline {
              for at in first..<words.count { words[at].shape.insert(.titleCase) }
            }
            sentences.append(first..<words.count)
          }
        }
      }
    }
  }

  /// How far a sentence has been read.
  private struct SentenceReading {
    let text: UnsafeBufferPointer<UInt8>
    /// The next token.
    var token: Int
    /// The next word opens the sentence, or stands first behind a colon.
    var opens = true
    var isBehindQuote = false
    /// How many of the words of more than three bytes begin with a capital, and how many do not.
    var capitals = 0
    var small = 0
    /// Words that are read, but not yet appended: some are appended together.
    private let room: UnsafeMutablePointer<Word>
    private var count = 0
    static var together: Int { 32 }

    init(text: UnsafeBufferPointer<UInt8>, token: Int, room: UnsafeMutablePointer<Word>) {
      self.text = text
      self.token = token
      self.room = room
    }

    @inline(__always)
    mutating func append(_ word: Word, to words: inout [Word]) {
      (room + count).initialize(to: word)
      count &+= 1
      if count == Self.together { flush(to: &words) }
    }

    mutating func flush(to words: inout [Word]) {
      words.append(contentsOf: UnsafeBufferPointer(start: room, count: count))
      count = 0
    }

    /// Behind an opening quotation mark a sentence begins, behind a closing one it goes on.
    @inline(__always)
    mutating func take(_ word: inout Word) {
      if opens || isBehindQuote {
        if opens || word.shape.contains(.quoted) { word.shape.insert(.opening) }
        opens = false
        isBehindQuote = false
      }
      if word.end &- word.start > 3 {
        if word.isCapital { capitals &+= 1 } else if word.shape.contains(.letters) { small &+= 1 }
      }
    }

    mutating func take(mark: Word) {
      if mark.shape.contains(.quote) {
        isBehindQuote = true
      } else if mark.isMark(":") {
        opens = true
      } else if mark.mark != 0, !mark.isMark("("), !mark.isMark("-"), !mark.isMark("[") {
        opens = false
      }
    }

    /// Most of the longer words of the line are capitalized, so that a capital says nothing.
    func isTitleCased(_ words: [Word], _ first: Int) -> Bool {
      guard capitals >= 4, small * 5 <= capitals else { return false }
      // `They met Secretary of Energy Daniel Poneman.` is a sentence of prose.
      return !(words.count - first > 1 && words[words.count - 1].isMark("."))
    }
  }

  @inline(__always)
  private func append(_ token: Token, _ whole: Lexicon.Found, _ reading: inout SentenceReading, to words: inout [Word])
  {
    guard let text = reading.text.baseAddress else { return }
    if token.shape.contains(.punctuation) {
      let word = mark(token, reading.token, text, whole)
      reading.take(mark: word)
      reading.append(word, to: &words)
      return
    }
    guard token.shape.isSuperset(of: [.word, .hyphenated]) else {
      var word = word(token, reading.token, text, whole)
      reading.take(&word)
      reading.append(word, to: &words)
      return
    }
    appendParts(of: token, whole, text, &reading, to: &words)
  }

  private func appendParts(
    of token: Token, _ whole: Lexicon.Found, _ text: UnsafePointer<UInt8>, _ reading: inout SentenceReading,
    to words: inout [Word]
  ) {
    let (start, end) = (Int(token.start), Int(token.end))
    func append(_ partStart: Int, _ partEnd: Int) {
      let isWhole = partStart == start && partEnd == end
      let found = isWhole ? whole : lexicon.find(text, partStart, partEnd)
      var word = part(partStart, partEnd, token, reading.token, text, found)
      reading.take(&word)
      reading.append(word, to: &words)
    }
    var partStart = start
    for at in start..<end - 1 where text[at] == UInt8(ascii: "-") && at > partStart {
      append(partStart, at)
      partStart = at + 1
    }
    append(partStart, end)
  }

  private func mark(_ token: Token, _ index: Int, _ text: UnsafePointer<UInt8>, _ whole: Lexicon.Found) -> Word {
    var shape: WordShape = .punctuation
    if token.shape.contains(.quote) { shape.insert(.quote) }
    if token.shape.contains(.quoted) { shape.insert(.quoted) }
    let mark = token.end - token.start == 1 ? text[Int(token.start)] : 0
    if mark == UInt8(ascii: "'") { shape.insert(.possessive) }
    let found = mark == UInt8(ascii: "&") ? whole : Lexicon.Found()
    return Word(
      start: token.start, end: token.end, token: Int32(index), id: found.index, classes: found.classes, shape: shape,
      mark: mark)
  }

  /// A token that is a word in small letters, which most are, or any other.
  @inline(__always)
  private func word(_ token: Token, _ index: Int, _ text: UnsafePointer<UInt8>, _ found: Lexicon.Found) -> Word {
    guard token.shape.isDisjoint(with: [.capitalized, .clitic]) else {
      return part(Int(token.start), Int(token.end), token, index, text, found)
    }
    var shape: WordShape = []
    if token.shape.contains(.quoted) { shape.insert(.quoted) }
    if token.shape.contains(.word) { shape.insert(.letters) }
    if token.shape.contains(.digit) { shape.insert(.digit) }
    let end = Int(token.end)
    let classes =
      found.index < 0 && token.end &- token.start > 5 ? Self.bySuffix(text[end &- 2], text[end &- 1]) : found.classes
    return Word(
      start: token.start, end: token.end, token: Int32(truncatingIfNeeded: index), id: found.index, classes: classes,
      shape: shape, mark: 0)
  }

  /// A token, or one of its parts between hyphens.
  private func part(
    _ start: Int, _ end: Int, _ token: Token, _ index: Int, _ text: UnsafePointer<UInt8>, _ found: Lexicon.Found
  ) -> Word {
    let id = found.index
    let (tokenStart, tokenEnd) = (Int(token.start), Int(token.end))
    var shape: WordShape = []
    if start > tokenStart { shape.insert(.hyphenBefore) }
    if end < tokenEnd { shape.insert(.hyphenAfter) }
    if token.shape.contains(.quoted) { shape.insert(.quoted) }
    if token.shape.contains(.word) { shape.insert(.letters) }
    if token.shape.contains(.digit) { shape.insert(.digit) }
    if token.shape.contains(.clitic) {
      shape.insert(.clitic)
      // `'s`, `’s` and the bare `’` of plurals.
      let last = text[end - 1] | 0x20
      if last == UInt8(ascii: "s") || token.isBarePossessive { shape.insert(.possessive) }
    }
    let wide = token.shape.contains(.nonASCII)
    let isWhole = start == tokenStart && end == tokenEnd
    let capital =
      isWhole || start == tokenStart
      ? token.shape.contains(.capitalized) : Self.startsWithCapital(text, start, end)
    if capital {
      shape.insert(.capital)
      if isWhole ? token.shape.contains(.allCapitals) : Self.isAllCapitals(text, start, end) {
        shape.insert(.allCapitals)
      }
      if end - start == 1 || (end - start == 2 && text[start + 1] == UInt8(ascii: ".")) {
        shape.insert(.initial)
      } else if wide, end - start <= 3, text[start] >= 0xC0,
        end - start == 2 || text[end - 1] == UInt8(ascii: ".")
      {
        shape.insert(.initial)
      }
    }
    var classes = found.classes
    if id < 0 {
      if capital {
        classes = wide ? withoutAccents(text, start, end) ?? [] : []
        if classes.isEmpty { classes = stem(text, start, end) ?? [] }
      } else {
        classes = end - start > 5 ? Self.bySuffix(text[end - 2], text[end - 1]) : []
      }
    }
    return Word(
      start: Int32(start), end: Int32(end), token: Int32(index), id: id, classes: classes, shape: shape, mark: 0)
  }

  /// What the last two letters say of a word that no list holds: `seemingly`, `escorted`.
  private static func bySuffix(_ before: UInt8, _ last: UInt8) -> WordClass {
    if before == UInt8(ascii: "l"), last == UInt8(ascii: "y") { return .adverb }
    return before == UInt8(ascii: "e") && last == UInt8(ascii: "d") ? .verb : []
  }

  /// What the lists say of a person's name without its accents: `Íngrid` is `Ingrid`.
  private func withoutAccents(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> WordClass? {
    let bytes = Array(UnsafeBufferPointer(start: text + start, count: end - start))
    guard let index = lexicon.index(of: NameKey.folded(ArraySlice(bytes))) else { return nil }
    let classes = lexicon.classes(index).intersection([.givenName, .maleName, .femaleName, .surname, .particle])
    return classes.isEmpty ? nil : classes
  }

  /// The classes of an inflected form of an English word that no list holds itself: `Smugglers`, `Ambushed`.
  private func stem(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> WordClass? {
    guard end - start > 4 else { return nil }
    let last = text[end - 1] | 0x20
    let before = text[end - 2] | 0x20
    var classes: WordClass = []
    var cut = 0
    if last == UInt8(ascii: "s"), before != UInt8(ascii: "s") {
      (classes, cut) = ([.vocabulary, .noun, .pluralNoun], 1)
    } else if last == UInt8(ascii: "d"), before == UInt8(ascii: "e") {
      (classes, cut) = ([.vocabulary, .verb], 2)
    } else if end - start > 6, last == UInt8(ascii: "g"), before == UInt8(ascii: "n"),
      text[end - 3] | 0x20 == UInt8(ascii: "i")
    {
      (classes, cut) = ([.vocabulary, .verb], 3)
    } else {
      return nil
    }
    for length in [cut, cut - 1, cut + 1] where length > 0 && length < 4 {
      let index = lexicon.index(of: text, start, end - length)
      if index >= 0, lexicon.classes(index).contains(.vocabulary),
        lexicon.classes(index).isDisjoint(with: [.givenName, .surname])
      {
        return classes
      }
    }
    return nil
  }

  private static func startsWithCapital(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if text[start] < 0x80 { return text[start] >= 0x41 && text[start] <= 0x5A }
    return text[start] == 0xC3 && start + 1 < end && text[start + 1] < 0x9F && text[start + 1] != 0x97
  }

  private static func isAllCapitals(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var letters = 0
    for at in start..<end {
      if text[at] >= 0x61 && text[at] <= 0x7A { return false }
      if text[at] >= 0x41 && text[at] <= 0x5A { letters += 1 }
    }
    return letters > 1
  }
}
