/// Marks the tokens that stand inside quotations, over sentences and paragraphs.
///
/// A quotation that is not closed by the end of its paragraph goes on where a later paragraph closes it before opening another, or opens
/// with a mark again; else it ends with its paragraph. A closing mark without an opening one quotes its paragraph from the start.
struct QuotationMarker {
  let text: UnsafePointer<UInt8>

  private enum Mark {
    case opens
    case closes
    case either
    case opensSingle
    case closesSingle
  }

  /// How many paragraphs an unclosed quotation may span.
  private static let reach = 6

  /// Sets `quoted` on the tokens between quotation marks, the marks themselves left out.
  ///
  /// - Parameters:
  ///   - paragraphs: the tokens of each paragraph of the body, in order.
  ///   - asides: those of headlines, captions and other lines that a quotation of the body does not run through.
  func mark(_ tokens: UnsafeMutableBufferPointer<Token>, paragraphs: [Range<Int>], asides: [Range<Int>]) {
    var isCarried = false
    for index in paragraphs.indices {
      isCarried = mark(tokens, paragraphs[index], isCarried: isCarried) && goesOn(tokens, paragraphs[(index + 1)...])
    }
    for aside in asides { _ = mark(tokens, aside, isCarried: false) }
  }

  /// Marks one paragraph; true where a quotation is open at its end.
  private func mark(_ tokens: UnsafeMutableBufferPointer<Token>, _ range: Range<Int>, isCarried: Bool) -> Bool {
    var open = isCarried ? range.lowerBound : nil
    var single: Int?
    var sawDouble = false
    var at = range.lowerBound
    while at < range.upperBound {
      guard tokens[at].shape.contains(.quote) else {
        at += 1
        continue
      }
      let isFirst = at == range.lowerBound
      switch kind(tokens, at, range, isOpen: open != nil) {
      case .opens, .either:
        // The mark that a paragraph of a longer quotation starts with again.
        if open == nil || isFirst { open = at + 1 }
        sawDouble = true
      case .closes:
        if let start = open {
          set(tokens, start..<at)
          open = nil
        } else if !sawDouble, at > range.lowerBound {
          set(tokens, range.lowerBound..<at)
        }
        sawDouble = true
      case .opensSingle:
        if open == nil { single = at + 1 }
      case .closesSingle:
        if let start = single { set(tokens, start..<at) }
        single = nil
      }
      at += 1
    }
    guard let start = open, start <= range.upperBound else { return false }
    set(tokens, start..<range.upperBound)
    return true
  }

  private func set(_ tokens: UnsafeMutableBufferPointer<Token>, _ range: Range<Int>) {
    for at in range where !tokens[at].shape.contains(.quote) { tokens[at].shape.insert(.quoted) }
  }

  /// An open quotation goes on in the paragraphs behind it: one of them closes a quotation before any opens.
  private func goesOn(_ tokens: UnsafeMutableBufferPointer<Token>, _ paragraphs: ArraySlice<Range<Int>>) -> Bool {
    for range in paragraphs.prefix(Self.reach) {
      for at in range where tokens[at].shape.contains(.quote) {
        switch kind(tokens, at, range, isOpen: true) {
        case .closes: return true
        case .opens, .either: return false
        case .opensSingle, .closesSingle: continue
        }
      }
    }
    return false
  }

  /// What the quotation mark at a token does, by its form and by the spaces around it.
  private func kind(
    _ tokens: UnsafeMutableBufferPointer<Token>, _ at: Int, _ range: Range<Int>, isOpen: Bool
  ) -> Mark {
    let token = tokens[at]
    switch UTF8Scalar(text, at: Int(token.start), end: Int(token.end)).value {
    case 0x201C, 0x201E, 0x201F, 0xAB, 0x300C, 0x300E: return .opens
    case 0x201D, 0xBB, 0x300D, 0x300F: return .closes
    case 0x60: return token.end - token.start == 2 ? .opens : .opensSingle
    case 0x2018, 0x201B, 0x2039: return .opensSingle
    case 0x2019, 0x203A: return .closesSingle
    case 0x27 where token.end - token.start == 1:
      return joinsNext(tokens, at, range) && token.shape.contains(.spaceBefore) ? .opensSingle : .closesSingle
    case 0x27: return .closes
    default:
      let joined = joinsNext(tokens, at, range)
      if at == range.lowerBound { return .opens }
      if token.shape.contains(.spaceBefore) { return joined ? .opens : (isOpen ? .closes : .opens) }
      if !joined { return .closes }
      // No space on either side: `("We go")` opens behind a bracket or dash, `go."He` closes behind a stop.
      if opensAfter(tokens[at - 1]) { return .opens }
      return isOpen ? .closes : .opens
    }
  }

  private func joinsNext(_ tokens: UnsafeMutableBufferPointer<Token>, _ at: Int, _ range: Range<Int>) -> Bool {
    guard at + 1 < range.upperBound, !tokens[at + 1].shape.contains(.spaceBefore) else { return false }
    let next = tokens[at + 1]
    guard next.shape.contains(.punctuation) else { return true }
    return next.shape.contains(.quote) || text[Int(next.start)] == UInt8(ascii: "(")
      || text[Int(next.start)] == UInt8(ascii: "[")
      || text[Int(next.start)] == UInt8(ascii: "$")
  }

  private func opensAfter(_ token: Token) -> Bool {
    switch UTF8Scalar(text, at: Int(token.start), end: Int(token.end)).value {
    case 0x28, 0x5B, 0x2D, 0x2F, 0x2012...0x2015: true
    default: false
    }
  }
}
