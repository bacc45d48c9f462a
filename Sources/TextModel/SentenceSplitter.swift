/// Cuts the tokens of a block into sentences at the stops that the scanner noted.
struct SentenceSplitter {
  let text: UnsafePointer<UInt8>
  let rules: SegmentationRules

  /// Appends the sentences of the tokens `range`; every token comes to lie in exactly one.
  func split(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, stops: [TokenScanner.Stop], role: Region.Role,
    paragraph: Int, into sentences: inout [Sentence]
  ) {
    var start = range.lowerBound
    for stop in stops {
      let at = Int(stop.token)
      guard at >= start else { continue }
      let next = end(of: stop, tokens, range, sentenceStart: start)
      guard next < range.upperBound, isBoundary(stop, tokens, at: at, next: next, sentenceStart: start) else {
        continue
      }
      sentences.append(sentence(tokens, start..<next, role, paragraph))
      start = next
    }
    if start < range.upperBound {
      sentences.append(sentence(tokens, start..<range.upperBound, role, paragraph))
    }
  }

  @inline(__always)
  private func sentence(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, _ role: Region.Role, _ paragraph: Int
  ) -> Sentence {
    Sentence(
      range: TextRange(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end)), tokens: range,
      role: role,
      paragraph: paragraph)
  }

  /// The token behind a stop and what belongs to it: closing quotation marks and brackets, a reference `[2]`.
  private func end(
    of stop: TokenScanner.Stop, _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, sentenceStart: Int
  ) -> Int {
    var next = Int(stop.token) + 1
    while next < range.upperBound, !tokens[next].shape.contains(.spaceBefore) {
      let token = tokens[next]
      if token.shape.contains(.quote) {
        guard isClosing(tokens, next, range) else { break }
        next += 1
      } else if isOne(token, UInt8(ascii: ")")) || isOne(token, UInt8(ascii: "]")) {
        next += 1
      } else if isOne(token, UInt8(ascii: "[")), next + 2 < range.upperBound, isOne(tokens[next + 2], UInt8(ascii: "]"))
      {
        next += 3
      } else if isOne(token, UInt8(ascii: ".")) || isOne(token, UInt8(ascii: "!")) || isOne(token, UInt8(ascii: "?")) {
        next += 1
      } else {
        break
      }
    }
    // A curly closing mark with a space before it still closes.
    if next < range.upperBound, tokens[next].shape.contains(.quote), isCurlyClosing(tokens[next]),
      next + 1 == range.upperBound || tokens[next + 1].shape.contains(.spaceBefore)
    {
      next += 1
    }
    return next
  }

  private func isBoundary(
    _ stop: TokenScanner.Stop, _ tokens: UnsafeBufferPointer<Token>, at: Int, next: Int, sentenceStart: Int
  ) -> Bool {
    let following = tokens[next]
    // What the next sentence would begin with, looking through opening quotation marks, brackets and dashes.
    var word = next
    while word + 1 < tokens.count, word < next + 3, tokens[word].shape.contains(.punctuation) { word += 1 }
    let first = tokens[word]
    let closed = next > at + 1
    switch stop.kind {
    case .joined:
      return true
    case .period, .mark, .ellipsis:
      guard following.shape.contains(.spaceBefore) || (closed && first.shape.contains(.capitalized)) else {
        return false
      }
      if following.shape.contains(.punctuation), !following.shape.contains(.quote), !opens(following) { return false }
      // A full stop at a line's start marks a list's item in scraped pages.
      if at == sentenceStart, stop.kind == .period { return false }
      // `1. First`, `a. Second`: the mark of a list, not a sentence.
      if stop.kind == .period, at == sentenceStart + 1, !closed, isListMark(tokens[sentenceStart]) { return false }
      if first.shape.contains(.capitalized) || first.shape.contains(.digit) {
        return stop.kind != .ellipsis || startsSentence(first, following)
      }
      if closed || stop.kind != .period { return !startsLower(first) && stop.kind != .ellipsis }
      guard startsLower(first) else { return true }
      // A small letter follows: a sentence only behind a whole lower-case word (`He left. she stayed`), not behind a clipped name.
      guard at > sentenceStart, first.shape.contains(.word) else { return false }
      let last = tokens[at - 1]
      return last.end - last.start >= 4 && last.shape.contains(.word) && !last.shape.contains(.capitalized)
    case .abbreviation, .initial:
      guard following.shape.contains(.spaceBefore) || closed, first.shape.contains(.capitalized) else { return false }
      if following.shape.contains(.punctuation), !following.shape.contains(.quote), !opens(following) { return false }
      if stop.kind == .initial, at > sentenceStart, !isOne(tokens[at], length: 2, UInt8(ascii: "I")),
        tokens[at - 1].shape.contains(.capitalized), tokens[at - 1].shape.isDisjoint(with: .punctuation),
        at - 1 > sentenceStart
          || tokens[at - 1].end - tokens[at - 1].start < 4, isSurnameLike(first)
      {
        return false
      }
      guard let key = WordKey(text, Int(first.start), Int(first.end)) else { return false }
      return rules.starters.contains(key)
    }
  }

  /// A short capitalized word that is a starter can also be a surname behind an initial; only very common words are not.
  private func isSurnameLike(_ token: Token) -> Bool {
    WordKey(text, Int(token.start), Int(token.end)).map { !rules.starters.contains($0) } ?? true
  }

  /// Behind `…` a capital letter starts a sentence where it stands apart.
  private func startsSentence(_ first: Token, _ following: Token) -> Bool {
    following.shape.contains(.spaceBefore) && first.shape.contains(.capitalized)
  }

  private func startsLower(_ token: Token) -> Bool {
    guard token.shape.contains(.word), !token.shape.contains(.capitalized) else { return false }
    return UTF8Scalar(text, at: Int(token.start), end: Int(token.end)).isLowercase
  }

  private func isListMark(_ token: Token) -> Bool {
    token.end - token.start <= 2 && !token.shape.contains(.punctuation)
  }

  @inline(__always)
  private func isOne(_ token: Token, _ byte: UInt8) -> Bool {
    token.end - token.start == 1 && text[Int(token.start)] == byte
  }

  @inline(__always)
  private func isOne(_ token: Token, length: Int32, _ byte: UInt8) -> Bool {
    token.end - token.start == length && text[Int(token.start)] == byte
  }

  private func opens(_ token: Token) -> Bool {
    switch UTF8Scalar(text, at: Int(token.start), end: Int(token.end)).value {
    case 0x28, 0x5B, 0x7B, 0x2D, 0x2A, 0x2012...0x2015, 0x2022, 0x24, 0x20A0...0x20CF, 0xA3, 0xA5, 0xBF, 0xA1, 0x23,
      0x40:
      true
    default: false
    }
  }

  private func isCurlyClosing(_ token: Token) -> Bool {
    switch UTF8Scalar(text, at: Int(token.start), end: Int(token.end)).value {
    case 0x201D, 0xBB: true
    default: false
    }
  }

  /// The quotation mark right behind a stop closes: it is a closing mark by its form, or no word is joined to it.
  private func isClosing(_ tokens: UnsafeBufferPointer<Token>, _ at: Int, _ range: Range<Int>) -> Bool {
    switch UTF8Scalar(text, at: Int(tokens[at].start), end: Int(tokens[at].end)).value {
    case 0x201C, 0x2018, 0xAB, 0x201E: return false
    case 0x201D, 0x2019, 0xBB: return true
    default:
      return at + 1 >= range.upperBound || tokens[at + 1].shape.contains(.spaceBefore)
        || tokens[at + 1].shape.contains(.punctuation)
    }
  }
}
