extension TokenScanner {
  /// Appends the word, number or address that starts at an offset, with the clitic that ends it.
  @inline(__always)
  mutating func scanWord(from start: Int) {
    var at = start
    var seen: UInt8 = 0
    while at < limit {
      let kind = classes[Int(text[at])].rawValue
      if kind & ByteClass.plain.rawValue == 0 { break }
      seen |= kind
      at += 1
    }
    // Nearly every word ends here: a space, or a comma with no digit behind it.
    if at > start {
      let next = byte(at)
      if at == limit || next == UInt8(ascii: " ") || (next == UInt8(ascii: ",") && !isDigit(at + 1)) {
        finishWord(start, at, seen)
        return
      }
    }
    scanWordOn(start, at, seen)
  }

  /// Goes on with a word behind its first run of ASCII letters and digits.
  private mutating func scanWordOn(_ start: Int, _ from: Int, _ seenBefore: UInt8) {
    var at = from
    var seen = seenBefore
    var hyphens: UInt8 = 0
    // Start of the part since the last hyphen or slash, in which abbreviations are looked up.
    var part = start
    var isAddress = false
    while at < limit {
      let byte = text[at]
      let kind = classes[Int(byte)].rawValue
      if kind & ByteClass.plain.rawValue != 0 {
        seen |= kind
        at += 1
        continue
      }
      if kind & ByteClass.wide.rawValue != 0 {
        let scalar = UTF8Scalar(text, at: at, end: limit)
        switch WideClass(scalar.value) {
        case .letter, .digit:
          seen |= ByteClass.wide.rawValue
          at += scalar.count
          continue
        case .invisible where isWordStart(at + scalar.count):
          at += scalar.count
          continue
        case .hyphen where isWordStart(at + scalar.count):
          at += scalar.count
          part = at
          continue
        case .apostrophe:
          if let next = wordAfterApostrophe(start, at, length: scalar.count) {
            seen |= ByteClass.wide.rawValue
            at = next
            continue
          }
          finishWithClitic(start, at, seen | hyphens, length: scalar.count)
          return
        default:
          break
        }
        break
      }
      switch byte {
      case UInt8(ascii: "'"):
        if let next = wordAfterApostrophe(start, at, length: 1) {
          at = next
          continue
        }
        finishWithClitic(start, at, seen | hyphens, length: 1)
        return
      case UInt8(ascii: "-") where isWordStart(at + 1):
        if isUpper(at + 1), isGluedSentence(at) {
          finishWord(start, at, seen | hyphens)
          emit(at, at + 1, .punctuation)
          stop(.joined)
          return
        }
        at += 1
        part = at
        hyphens = ByteClass.hyphen.rawValue
        continue
      case UInt8(ascii: "."):
        switch dot(start, part, at, isAddress: isAddress) {
        case .inside:
          at += 1
          continue
        case .abbreviation(let kind):
          at += 1
          if self.byte(at) == UInt8(ascii: "-"), isWordStart(at + 1) {
            at += 1
            part = at
            hyphens = ByteClass.hyphen.rawValue
            continue
          }
          finishWord(start, at, seen | hyphens)
          if let kind { stop(kind) }
          return
        case .outside:
          break
        }
      case UInt8(ascii: ",") where isDigit(at - 1) && isDigit(at + 1) && isDigit(at + 2) && isDigit(at + 3):
        at += 1
        continue
      case UInt8(ascii: ":"):
        if isDigit(at - 1), isDigit(at + 1) {
          at += 1
          continue
        }
        if self.byte(at + 1) == UInt8(ascii: "/"), self.byte(at + 2) == UInt8(ascii: "/") {
          finishAddress(start, at)
          return
        }
      case UInt8(ascii: "/"):
        if isDigit(at - 1), isDigit(at + 1) {
          at += 1
          continue
        }
        if isAddress || isWebAddress(start, at) {
          finishAddress(start, at)
          return
        }
      case UInt8(ascii: "&") where isUpper(at - 1) && isUpper(at + 1):
        at += 1
        continue
      case UInt8(ascii: "@") where isWordStart(at + 1) && !isAddress:
        at += 1
        isAddress = true
        continue
      case UInt8(ascii: "$") where at - start <= 3 && seen == ByteClass.upper.rawValue:
        finishWord(start, at + 1, seen | hyphens)
        return
      default:
        break
      }
      break
    }
    finishWord(start, at, seen | hyphens)
  }

  private enum Dot {
    case inside
    case abbreviation(Stop.Kind?)
    case outside
  }

  /// What the full stop at an offset is to the word `start..<at`.
  private func dot(_ start: Int, _ part: Int, _ at: Int, isAddress: Bool) -> Dot {
    let next = at + 1
    if isDigit(next) { return isDigit(at - 1) || isAddress ? .inside : .outside }
    // The letters since the last full stop inside the word: `S` of `U.S`.
    var label = at
    while label > part, text[label - 1] != UInt8(ascii: ".") { label -= 1 }
    let isSingle = at - label == 1 && isLetter(label)
    if isWordStart(next) {
      if isSingle, isLetter(next), !isWordStart(next + 1) { return .inside }
      if isAddress { return .inside }
      var end = next
      while isLetter(end) { end += 1 }
      if end > next, !isPlain(end), let key = WordKey(text, next, end, lowercased: true), rules.domains.contains(key),
        !isJoinedDomain(at, next, end)
      {
        return .inside
      }
      if let key = WordKey(text, part, end), rules.abbreviations[key] != nil, byte(end) == UInt8(ascii: ".") {
        return .inside
      }
      if let key = WordKey(text, part, at), let policy = rules.abbreviations[key], policy == .never {
        return .abbreviation(nil)
      }
      // `J.Smith`: an initial without its space.
      if isSingle, isUpper(label), label == part { return .abbreviation(.initial) }
      // `www.example.com`, `ada.lang@example.com`: lower-case labels and more to come.
      if isLower(next), byte(end) == UInt8(ascii: "@") || (byte(end) == UInt8(ascii: ".") && isLower(end + 1)) {
        return .inside
      }
      return .outside
    }
    if isAddress { return .outside }
    if let key = WordKey(text, part, at), let policy = rules.abbreviations[key] {
      switch policy {
      case .never: return .abbreviation(nil)
      case .maybe: return .abbreviation(.abbreviation)
      case .number:
        var digit = next
        while byte(digit) == UInt8(ascii: " ") || byte(digit) == 0xC2 || byte(digit) == 0xA0 { digit += 1 }
        return isDigit(digit) ? .abbreviation(nil) : .outside
      }
    }
    if isSingle, label > part { return .abbreviation(.abbreviation) }
    if isSingle, isUpper(label) { return .abbreviation(.initial) }
    return .outside
  }

  /// A heading was glued to the sentence under it: `Humanitarian aid-The convoy left`.
  private func isGluedSentence(_ hyphen: Int) -> Bool {
    var end = hyphen + 1
    while isLetter(end) { end += 1 }
    guard byte(end) == UInt8(ascii: " "), isLetter(end + 1), isLower(hyphen - 1), isLower(hyphen - 2),
      let key = WordKey(text, hyphen + 1, end)
    else { return false }
    return rules.strongStarters.contains(key)
  }

  /// A capitalized word behind a full stop that is also the last label of a domain: `in spring.It is` against `Example.Com`.
  private func isJoinedDomain(_ at: Int, _ next: Int, _ end: Int) -> Bool {
    guard isUpper(next), byte(end) == UInt8(ascii: " "), isLower(next + 1), end - next <= 2 else { return false }
    return isLower(at - 1)
  }

  /// Where the word goes on behind an apostrophe inside it (`O'Brien`, `Da’esh`); nil where a clitic or quotation mark stands there.
  private func wordAfterApostrophe(_ start: Int, _ at: Int, length: Int) -> Int? {
    let after = at + length
    guard isWordStart(after), !isDigit(after) else { return nil }
    if cliticEnd(after) != nil { return nil }
    if byte(after) | 0x20 == UInt8(ascii: "t"), byte(at - 1) | 0x20 == UInt8(ascii: "n"), at - 1 > start,
      !isWordStart(after + 1)
    {
      return nil
    }
    return after
  }

  /// Ends a word before an apostrophe: cuts `n't`, `'s` or the apostrophe of a plural's possessive apart, or leaves a quotation mark.
  private mutating func finishWithClitic(_ start: Int, _ at: Int, _ seen: UInt8, length: Int) {
    let after = at + length
    let wide: TokenShape = length > 1 ? .nonASCII : []
    if byte(after) | 0x20 == UInt8(ascii: "t"), byte(at - 1) | 0x20 == UInt8(ascii: "n"), at - 1 > start,
      !isWordStart(after + 1)
    {
      finishWord(start, at - 1, seen)
      emit(at - 1, after + 1, wide.union([.word, .clitic]))
      return
    }
    finishWord(start, at, seen)
    if let end = cliticEnd(after) {
      emit(at, end, wide.union([.word, .clitic]))
      return
    }
    // `dogs'`: a possessive, unless a quotation in single marks is open.
    let last = byte(at - 1) | 0x20
    let endsLikePlural = last == UInt8(ascii: "s") || last == UInt8(ascii: "z") || last == UInt8(ascii: "x")
    if !singleQuoteOpen, endsLikePlural, !isWordStart(after), byte(after) == UInt8(ascii: " ") {
      emit(at, after, wide.union([.word, .clitic]))
      return
    }
    singleQuoteOpen = false
    if length == 1, byte(after) == UInt8(ascii: "'") { return }
    emit(at, after, wide.union([.punctuation, .quote]))
  }

  /// Appends a word with the shape of its bytes.
  @inline(__always)
  mutating func finishWord(_ start: Int, _ end: Int, _ seen: UInt8) {
    if end - start == 6, seen & ByteClass.digit.rawValue == 0, let split = cannotSplit(start) {
      emit(start, split, shape(start, split))
      emit(split, end, shape(split, end))
      return
    }
    if seen == ByteClass.lower.rawValue {
      emit(start, end, .word)
    } else {
      emit(start, end, shape(start, end, seen))
    }
  }

  /// Treebanks cut `cannot` into `can` and `not`.
  @inline(__always)
  private func cannotSplit(_ start: Int) -> Int? {
    guard text[start] | 0x20 == UInt8(ascii: "c"), text[start + 3] | 0x20 == UInt8(ascii: "n"),
      text[start + 5] | 0x20 == UInt8(ascii: "t"), text[start + 1] | 0x20 == UInt8(ascii: "a"),
      text[start + 2] | 0x20 == UInt8(ascii: "n"), text[start + 4] | 0x20 == UInt8(ascii: "o")
    else { return nil }
    return start + 3
  }

  func shape(_ start: Int, _ end: Int) -> TokenShape {
    var seen: UInt8 = 0
    for at in start..<end {
      seen |= text[at] == UInt8(ascii: "-") ? ByteClass.hyphen.rawValue : classes[Int(text[at])].rawValue
    }
    return shape(start, end, seen)
  }

  /// The shape of the word `start..<end` whose bytes have the classes `seen`.
  private func shape(_ start: Int, _ end: Int, _ seen: UInt8) -> TokenShape {
    var shape: TokenShape = []
    if seen & ByteClass.digit.rawValue != 0 { shape.insert(.digit) }
    if seen & (ByteClass.letter.rawValue | ByteClass.joiner.rawValue) != 0 { shape.insert(.word) }
    if seen & ByteClass.hyphen.rawValue != 0 { shape.insert(.hyphenated) }
    guard seen & (ByteClass.upper.rawValue | ByteClass.wide.rawValue) != 0 else { return shape }
    if seen & ByteClass.wide.rawValue != 0 { return wideShape(start, end, shape.union(.nonASCII)) }
    if isUpper(start) { shape.insert(.capitalized) }
    if seen & ByteClass.lower.rawValue == 0 {
      var capitals = 0
      for at in start..<end where isUpper(at) { capitals += 1 }
      if capitals >= 2 { shape.insert(.allCapitals) }
    }
    return shape
  }

  /// The shape of a word with characters outside ASCII.
  private func wideShape(_ start: Int, _ end: Int, _ known: TokenShape) -> TokenShape {
    var shape = known
    var at = start
    var (capitals, others) = (0, 0)
    while at < end {
      let scalar = UTF8Scalar(text, at: at, end: end)
      if scalar.value >= 0x80 {
        switch WideClass(scalar.value) {
        case .letter: shape.insert(.word)
        case .digit: shape.insert(.digit)
        default: break
        }
      }
      if scalar.isUppercase {
        capitals += 1
        if at == start { shape.insert(.capitalized) }
      } else if scalar.isLowercase {
        others += 1
      }
      at += scalar.count
    }
    if capitals >= 2, others == 0 { shape.insert(.allCapitals) }
    return shape
  }
}

// MARK: Web addresses

extension TokenScanner {
  /// The word `start..<at` looks like a host: it has a full stop and a known last label.
  private func isWebAddress(_ start: Int, _ at: Int) -> Bool {
    var label = at
    while label > start, text[label - 1] != UInt8(ascii: ".") { label -= 1 }
    guard label > start, let key = WordKey(text, label, at, lowercased: true) else { return false }
    return rules.domains.contains(key)
  }

  /// Appends the address that starts at `start`, up to white space, a bracket or a quotation mark; punctuation at its end stays outside.
  private mutating func finishAddress(_ start: Int, _ from: Int) {
    var end = from
    scan: while end < limit {
      switch text[end] {
      case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "]"),
        0x7F:
        break scan
      case 0x80...:
        let scalar = UTF8Scalar(text, at: end, end: limit)
        switch WideClass(scalar.value) {
        case .letter, .digit: end += scalar.count
        default: break scan
        }
      default: end += 1
      }
    }
    while end > from, [".", ",", ";", ":", "!", "?", "'"].contains(Unicode.Scalar(text[end - 1])) { end -= 1 }
    emit(start, end, shape(start, end).union(.word))
  }
}
