import TextModel

/// Turns a document's tokens into words: looks each up once, and parts hyphenated ones.
struct WordReader {
  let lexicon: Lexicon

  /// Reads the words of a document, and for each sentence the range of its words, into buffers in place of what they hold.
  func read(_ document: Document, into buffers: inout RecognitionBuffers) {
    buffers.words.removeAll(keepingCapacity: true)
    buffers.sentences.removeAll(keepingCapacity: true)
    read(document, &buffers.words, &buffers.sentences, &buffers.found)
  }

  private func read(
    _ document: Document, _ words: inout [Word], _ sentences: inout [Range<Int>], _ found: inout [Lexicon.Found]
  ) {
    words.reserveCapacity(document.tokens.count + document.tokens.count / 16 + 8)
    sentences.reserveCapacity(document.sentences.count)
    document.bytes.withUnsafeBufferPointer { buffer in
      guard let text = buffer.baseAddress else { return }
      for sentence in document.sentences {
        let first = words.count
        lexicon.find(document.tokens[sentence.tokens], in: buffer, into: &found)
        for (place, index) in sentence.tokens.enumerated() {
          append(document.tokens[index], index, text, found[place], to: &words)
        }
        markOpenings(&words, first)
        if isTitleCased(words, first) || sentence.role == .headline {
          for at in first..<words.count { words[at].shape.insert(.titleCase) }
        }
        sentences.append(first..<words.count)
      }
    }
  }

  @inline(__always)
  private func append(
    _ token: Token, _ index: Int, _ text: UnsafePointer<UInt8>, _ whole: Lexicon.Found, to words: inout [Word]
  ) {
    let start = Int(token.start)
    let end = Int(token.end)
    if token.shape.contains(.punctuation) {
      var shape: WordShape = .punctuation
      if token.shape.contains(.quote) { shape.insert(.quote) }
      if token.shape.contains(.quoted) { shape.insert(.quoted) }
      if end - start == 1, text[start] == UInt8(ascii: "'") { shape.insert(.possessive) }
      let found = end - start == 1 && text[start] == UInt8(ascii: "&") ? whole : Lexicon.Found()
      words.append(
        Word(
          start: token.start, end: token.end, token: Int32(index), id: found.index,
          classes: found.classes, shape: shape, mark: end - start == 1 ? text[start] : 0))
      return
    }
    guard token.shape.contains(.word), !token.shape.contains(.clitic), Lexicon.holdsHyphen(text + start, end - start)
    else {
      part(start, end, token, index, text, start, end, whole, to: &words)
      return
    }
    var partStart = start
    for at in start..<end - 1 where text[at] == UInt8(ascii: "-") && at > partStart {
      part(partStart, at, token, index, text, start, end, lexicon.find(text, partStart, at), to: &words)
      partStart = at + 1
    }
    part(partStart, end, token, index, text, start, end, lexicon.find(text, partStart, end), to: &words)
  }

  @inline(__always)
  private func part(
    _ start: Int, _ end: Int, _ token: Token, _ index: Int, _ text: UnsafePointer<UInt8>, _ tokenStart: Int,
    _ tokenEnd: Int, _ found: Lexicon.Found, to words: inout [Word]
  ) {
    let id = found.index
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
    if id < 0, capital, wide, let classes = withoutAccents(text, start, end) {
      words.append(
        Word(
          start: Int32(start), end: Int32(end), token: Int32(index), id: -1, classes: classes, shape: shape, mark: 0))
      return
    }
    if id < 0, capital, let stem = stem(text, start, end) {
      words.append(
        Word(
          start: Int32(start), end: Int32(end), token: Int32(index), id: -1, classes: stem, shape: shape, mark: 0))
      return
    }
    let unlisted: WordClass = id < 0 && !capital && end - start > 5 ? Self.bySuffix(text[end - 2], text[end - 1]) : []
    words.append(
      Word(
        start: Int32(start), end: Int32(end), token: Int32(index), id: id,
        classes: id < 0 ? unlisted : found.classes, shape: shape, mark: 0))
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

  private func markOpenings(_ words: inout [Word], _ first: Int) {
    var opens = true
    var isBehindQuote = false
    for at in first..<words.count {
      let word = words[at]
      if word.isPunctuation {
        if word.shape.contains(.quote) {
          isBehindQuote = true
        } else if word.isMark(":") {
          opens = true
        } else if word.mark != 0, !word.isMark("("), !word.isMark("-"), !word.isMark("[") {
          opens = false
        }
        continue
      }
      // Behind an opening quotation mark a sentence begins, behind a closing one it goes on.
      if opens || isBehindQuote && word.shape.contains(.quoted) { words[at].shape.insert(.opening) }
      opens = false
      isBehindQuote = false
    }
  }

  /// Most of the longer words of the line are capitalized, so that a capital says nothing.
  private func isTitleCased(_ words: [Word], _ first: Int) -> Bool {
    var capitals = 0
    var small = 0
    for at in first..<words.count where words[at].end - words[at].start > 3 {
      if words[at].isCapital { capitals += 1 } else if words[at].shape.contains(.letters) { small += 1 }
    }
    // `They met Secretary of Energy Daniel Poneman.` is a sentence of prose.
    let isSentence = words.count - first > 1 && words[words.count - 1].isMark(".")
    return capitals >= 4 && small * 5 <= capitals && !isSentence
  }
}
