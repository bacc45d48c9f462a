/// Cuts a stretch of text into tokens and notes where sentences may end.
///
/// Words go by the byte table; only characters outside ASCII, and the few marks that can stand inside a word, are looked at one by one.
struct TokenScanner {
  /// A token after which a sentence may end.
  struct Stop {
    enum Kind: UInt8 {
      /// `.`, or another full stop.
      case period
      /// `!`, `?` and their runs.
      case mark
      case ellipsis
      /// An abbreviation that ends a sentence only before a sentence's first word.
      case abbreviation
      /// A single letter with a full stop: `J.`
      case initial
      /// A full stop with the next sentence's capital letter right behind it.
      case joined
    }
    var token: Int32
    var kind: Kind
  }

  let text: UnsafePointer<UInt8>
  let classes: UnsafePointer<ByteClass>
  let rules: SegmentationRules
  /// Room for tokens, made once: appending one writes and counts.
  private var room: UnsafeMutablePointer<Token>
  private var capacity: Int
  private var count = 0
  var stops: [Stop] = []

  var position = 0
  /// End of the stretch that is being scanned.
  var limit = 0
  var spaceBefore = true
  /// A single quotation mark was opened: the next `'` after a word closes it.
  var singleQuoteOpen = false

  /// - Parameter capacity: about how many tokens come; more may. `deallocate()` gives the room back.
  init(text: UnsafePointer<UInt8>, classes: UnsafePointer<ByteClass>, rules: SegmentationRules, capacity: Int) {
    self.text = text
    self.classes = classes
    self.rules = rules
    self.capacity = max(16, capacity)
    room = .allocate(capacity: self.capacity)
  }

  /// The tokens so far.
  var tokens: UnsafeMutableBufferPointer<Token> { UnsafeMutableBufferPointer(start: room, count: count) }

  func deallocate() { room.deallocate() }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: room, count: count)
    room.deallocate()
    room = larger
    capacity *= 2
  }

  /// Appends the tokens of a stretch, and the stops among them (`stops` is emptied first).
  mutating func scan(_ range: Range<Int>) {
    stops.removeAll(keepingCapacity: true)
    position = range.lowerBound
    limit = range.upperBound
    spaceBefore = true
    singleQuoteOpen = false
    while position < limit {
      let kind = classes[Int(text[position])]
      if kind.rawValue & ByteClass.space.rawValue != 0 {
        position += 1
        spaceBefore = true
      } else if kind.rawValue & ByteClass.plain.rawValue != 0 {
        scanWord(from: position)
      } else if kind.rawValue & ByteClass.wide.rawValue != 0 {
        scanWide()
      } else {
        scanMark()
      }
    }
  }

  @inline(__always)
  func byte(_ at: Int) -> UInt8 {
    at < limit ? text[at] : 0
  }

  @inline(__always)
  func isPlain(_ at: Int) -> Bool {
    at < limit && classes[Int(text[at])].rawValue & ByteClass.plain.rawValue != 0
  }

  @inline(__always)
  func isLetter(_ at: Int) -> Bool {
    at < limit && classes[Int(text[at])].rawValue & ByteClass.letter.rawValue != 0
  }

  @inline(__always)
  func isDigit(_ at: Int) -> Bool {
    at < limit && classes[Int(text[at])].rawValue & ByteClass.digit.rawValue != 0
  }

  @inline(__always)
  func isUpper(_ at: Int) -> Bool {
    at < limit && classes[Int(text[at])].rawValue & ByteClass.upper.rawValue != 0
  }

  @inline(__always)
  func isLower(_ at: Int) -> Bool {
    at < limit && classes[Int(text[at])].rawValue & ByteClass.lower.rawValue != 0
  }

  /// A letter or digit, ASCII or not, starts at the offset.
  @inline(__always)
  func isWordStart(_ at: Int) -> Bool {
    guard at < limit else { return false }
    let kind = classes[Int(text[at])]
    if kind.rawValue & ByteClass.plain.rawValue != 0 { return true }
    guard kind.rawValue & ByteClass.wide.rawValue != 0 else { return false }
    switch WideClass(UTF8Scalar(text, at: at, end: limit).value) {
    case .letter, .digit: return true
    default: return false
    }
  }

  /// The bytes of an apostrophe (`'`, `’`) at the offset, else 0.
  @inline(__always)
  func apostropheLength(_ at: Int) -> Int {
    guard at < limit else { return 0 }
    if text[at] == UInt8(ascii: "'") { return 1 }
    return text[at] == 0xE2 && at + 2 < limit && text[at + 1] == 0x80 && text[at + 2] == 0x99 ? 3 : 0
  }

  @inline(__always)
  mutating func emit(_ start: Int, _ end: Int, _ shape: TokenShape) {
    if count == capacity { grow() }
    (room + count).initialize(to: Token(start: start, end: end, shape: spaceBefore ? shape.union(.spaceBefore) : shape))
    count += 1
    spaceBefore = false
    position = end
  }

  @inline(__always)
  mutating func stop(_ kind: Stop.Kind) {
    stops.append(Stop(token: Int32(truncatingIfNeeded: tokens.count - 1), kind: kind))
  }

  /// One character outside ASCII that starts no ASCII word.
  private mutating func scanWide() {
    let start = position
    let scalar = UTF8Scalar(text, at: start, end: limit)
    let end = start + scalar.count
    let mark: TokenShape = [.punctuation, .nonASCII]
    switch WideClass(scalar.value) {
    case .letter, .digit:
      scanWord(from: start)
    case .space:
      position = end
      spaceBefore = true
    case .invisible:
      position = end
    case .openingQuote, .closingQuote:
      emit(start, end, mark.union(.quote))
    case .openingSingleQuote:
      singleQuoteOpen = true
      emit(start, end, mark.union(.quote))
    case .apostrophe:
      scanApostrophe(length: scalar.count)
    case .ellipsis:
      emit(start, end, mark)
      stop(.ellipsis)
    case .stop:
      emit(start, end, mark)
      stop(.mark)
    case .hyphen, .dash, .symbol:
      var end = end
      // Marks of one emoji stay together.
      while end < limit, text[end] >= 0x80 {
        let next = UTF8Scalar(text, at: end, end: limit)
        guard WideClass(next.value) == .invisible || (0x1F3FB...0x1F3FF).contains(next.value) else { break }
        end += next.count
      }
      emit(start, end, mark)
    }
  }

  /// One ASCII mark that starts no word.
  private mutating func scanMark() {
    let start = position
    let mark = text[start]
    switch mark {
    case UInt8(ascii: "\""):
      emit(start, start + 1, [.punctuation, .quote])
    case UInt8(ascii: "'"):
      scanApostrophe(length: 1)
    case UInt8(ascii: "`"):
      let end = byte(start + 1) == mark ? start + 2 : start + 1
      emit(start, end, [.punctuation, .quote])
    case UInt8(ascii: "."):
      var end = start + 1
      while byte(end) == mark { end += 1 }
      emit(start, end, .punctuation)
      if end > start + 1 {
        stop(.ellipsis)
      } else {
        stop(isJoined(stop: start) ? .joined : .period)
      }
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      var end = start + 1
      while byte(end) == UInt8(ascii: "!") || byte(end) == UInt8(ascii: "?") { end += 1 }
      emit(start, end, .punctuation)
      stop(.mark)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "~"):
      var end = start + 1
      while byte(end) == mark { end += 1 }
      emit(start, end, .punctuation)
    case UInt8(ascii: "#"), UInt8(ascii: "@"):
      var end = start + 1
      // `#1` and `#8.4bn` are numbers with a mark.
      if mark == UInt8(ascii: "@") || !isDigit(end) { while isPlain(end) { end += 1 } }
      if end > start + 1, spaceBefore || !(tokens.last?.shape.contains(.word) ?? false) {
        emit(start, end, shape(start + 1, end).union(.word))
      } else {
        emit(start, start + 1, .punctuation)
      }
    default:
      emit(start, start + 1, .punctuation)
    }
  }

  /// `'` or `’` before which no word goes on: a clitic that stands alone, a short year, or a quotation mark.
  private mutating func scanApostrophe(length: Int) {
    let start = position
    let wide: TokenShape = length > 1 ? .nonASCII : []
    let after = start + length
    // '' as a closing quotation mark of typewriter text.
    if length == 1, byte(after) == UInt8(ascii: "'") {
      emit(start, after + 1, [.punctuation, .quote])
      return
    }
    if let end = cliticEnd(after), !spaceBefore {
      emit(start, end, wide.union([.word, .clitic]))
      return
    }
    // '90s and the like; one letter or digit right before means a quotation ends here.
    if spaceBefore, isDigit(after), isDigit(after + 1), !isDigit(after + 2) {
      var end = after + 2
      if byte(end) == UInt8(ascii: "s"), !isWordStart(end + 1) { end += 1 }
      if !isWordStart(end) {
        emit(start, end, wide.union(.digit))
        return
      }
    }
    if singleQuoteOpen, !spaceBefore {
      singleQuoteOpen = false
    } else if spaceBefore || !(tokens.last?.shape.contains(.word) ?? false), isWordStart(after) {
      singleQuoteOpen = true
    }
    emit(start, after, wide.union([.punctuation, .quote]))
  }

  /// Where the clitic (`s`, `re`, `ve`, `ll`, `d`, `m`) whose letters start at the offset ends; nil where another word stands there.
  func cliticEnd(_ at: Int) -> Int? {
    let one = byte(at) | 0x20
    let two = byte(at + 1) | 0x20
    switch one {
    case UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "m"):
      return isWordStart(at + 1) ? nil : at + 1
    case UInt8(ascii: "r") where two == UInt8(ascii: "e"), UInt8(ascii: "v") where two == UInt8(ascii: "e"),
      UInt8(ascii: "l") where two == UInt8(ascii: "l"):
      return isWordStart(at + 2) ? nil : at + 2
    default:
      return nil
    }
  }

  /// The full stop at the offset ends a word of lower-case letters, and a capitalized word follows without a space: `in spring.The EU`.
  func isJoined(stop at: Int) -> Bool {
    guard at >= 2, isUpper(at + 1), let before = classOfLast(at) else { return false }
    guard before.contains(.lower), !isUpper(at + 2) else { return false }
    var end = at + 2
    while isLower(end) { end += 1 }
    // One letter with a full stop is an initial or an abbreviation (`v.U.S.`), but `I` and `A` are words.
    if end == at + 2, byte(end) != UInt8(ascii: " "), apostropheLength(end) == 0 { return false }
    // `In` is the last label of addresses and far more often a sentence's first word.
    if let word = WordKey(text, at + 1, end), rules.starters.contains(word) { return true }
    return WordKey(text, at + 1, end, lowercased: true).map { !rules.domains.contains($0) } ?? true
  }

  /// The class of the byte before a full stop, looking through a closing bracket or digit.
  private func classOfLast(_ at: Int) -> ByteClass? {
    let last = text[at - 1]
    if last == UInt8(ascii: ")") || last == UInt8(ascii: "]") || last == UInt8(ascii: "\"") || last == 0x9D {
      return .lower
    }
    return classes[Int(last)]
  }
}
