/// Takes the endings off verbs and nouns.
package enum LemmaRules {
  /// Replaces the lower-case form in `buffer` by its lemma.
  ///
  /// - Parameters:
  ///   - buffer: the form in lower case, with room for two more bytes.
  ///   - count: bytes of the form.
  /// - Returns: bytes of the lemma.
  package static func apply(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, count: Int, tag: PartOfSpeech, form: WordForm, table: LemmaTable
  ) -> Int {
    guard let kind = kind(tag: tag, form: form) else { return count }
    if let known = table.find(kind, UnsafeBufferPointer(rebasing: buffer[0..<count])), known.count <= buffer.count {
      for (i, byte) in known.enumerated() { buffer[i] = byte }
      return known.count
    }
    switch kind {
    case .presentThird, .pluralNoun: return withoutS(buffer, count, isVerb: kind == .presentThird, table)
    case .past: return stem(buffer, count, ending: "ed", table)
    case .presentParticiple: return stem(buffer, count, ending: "ing", table)
    case .base, .modal, .noun: return count
    }
  }

  /// What the lemma of a tagged word depends on, or nil where it is the word itself.
  package static func kind(tag: PartOfSpeech, form: WordForm) -> LemmaTable.Kind? {
    switch (tag, form) {
    case (.verb, .base), (.verb, .present), (.auxiliary, .base), (.auxiliary, .present): .base
    case (.verb, .presentThird), (.auxiliary, .presentThird): .presentThird
    case (.verb, .past), (.verb, .pastParticiple), (.auxiliary, .past), (.auxiliary, .pastParticiple): .past
    case (.verb, .presentParticiple), (.auxiliary, .presentParticiple): .presentParticiple
    case (.auxiliary, .modal), (.verb, .modal): .modal
    case (.noun, .plural): .pluralNoun
    case (.noun, _): .noun
    default: nil
    }
  }

  private static func ends(_ b: UnsafeMutableBufferPointer<UInt8>, _ n: Int, _ ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    guard n > length else { return false }
    for k in 0..<length where b[n - length + k] != ending.utf8Start[k] { return false }
    return true
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }

  private static func isKnown(_ b: UnsafeMutableBufferPointer<UInt8>, _ n: Int, _ table: LemmaTable) -> Bool {
    n > 0 && table.find(.base, UnsafeBufferPointer(rebasing: b[0..<n])) != nil
  }

  /// `meets`, `urges`, `reaches`, `replies`; `talks`, `parties`, `speeches`.
  private static func withoutS(
    _ b: UnsafeMutableBufferPointer<UInt8>, _ n: Int, isVerb: Bool, _ table: LemmaTable
  ) -> Int {
    if ends(b, n, "ies"), n > 4 {
      b[n - 3] = UInt8(ascii: "y")
      return n - 2
    }
    if ends(b, n, "men"), !isVerb {
      b[n - 2] = UInt8(ascii: "a")
      return n
    }
    guard ends(b, n, "s"), !ends(b, n, "ss"), n > 2 else { return n }
    if ends(b, n, "sses") || ends(b, n, "shes") || ends(b, n, "ches") || ends(b, n, "xes") || ends(b, n, "zzes") {
      return n - 2
    }
    if ends(b, n, "oes"), n > 4 { return n - 2 }
    if !isVerb, ends(b, n, "us") || ends(b, n, "is") { return n }
    return n - 1
  }

  /// `asked`, `urged`, `planned`, `replied`; `asking`, `urging`, `planning`, `replying`.
  private static func stem(
    _ b: UnsafeMutableBufferPointer<UInt8>, _ n: Int, ending: StaticString, _ table: LemmaTable
  ) -> Int {
    guard ends(b, n, ending) else { return n }
    var m = n - ending.utf8CodeUnitCount
    guard b[0..<m].contains(where: { isVowel($0) || $0 == UInt8(ascii: "y") }) else { return n }
    let e = UInt8(ascii: "e")
    let last = b[m - 1]
    // The bases of the treebank and of the table of irregular forms decide.
    if isKnown(b, m, table) { return m }
    let kept = b[m]
    b[m] = e
    if isKnown(b, m + 1, table) { return m + 1 }
    b[m] = kept
    let isDouble = m > 2 && b[m - 1] == b[m - 2] && !isVowel(last)
    if isDouble, isKnown(b, m - 1, table) { return m - 1 }
    if last == UInt8(ascii: "i"), kept == e {
      b[m - 1] = UInt8(ascii: "y")
      return m
    }
    if isDouble {
      // "called", "passed", "stuffed", "buzzed" keep both.
      switch last {
      case UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "f"), UInt8(ascii: "z"): return m
      default: return m - 1
      }
    }
    guard m > 1 else { return m }
    let before = b[m - 2]
    let addsE: Bool
    switch last {
    case UInt8(ascii: "c"), UInt8(ascii: "v"), UInt8(ascii: "u"): addsE = true
    case UInt8(ascii: "z"): addsE = before == UInt8(ascii: "i") || before == UInt8(ascii: "y") || isVowel(before)
    case UInt8(ascii: "s"):
      addsE =
        isVowel(before)
        ? !(m > 3 && before == UInt8(ascii: "u")) : before == UInt8(ascii: "n") || before == UInt8(ascii: "r")
    case UInt8(ascii: "g"):
      addsE = before == UInt8(ascii: "n") ? ends(b, m, "ang") || ends(b, m, "eng") : before != UInt8(ascii: "o")
    case UInt8(ascii: "t"):
      addsE = (before == UInt8(ascii: "a") || before == UInt8(ascii: "u")) && m > 3 && !isVowel(b[m - 3])
    case UInt8(ascii: "r"):
      addsE =
        (before == UInt8(ascii: "i") || before == UInt8(ascii: "u") || before == UInt8(ascii: "a"))
        && !isVowel(b[m - 3 < 0 ? 0 : m - 3])
    case UInt8(ascii: "d"):
      addsE = (before == UInt8(ascii: "i") || before == UInt8(ascii: "u")) && m > 3 && !isVowel(b[m - 3])
    case UInt8(ascii: "l"):
      addsE =
        !isVowel(before) && before != UInt8(ascii: "r") && before != UInt8(ascii: "l") && before != UInt8(ascii: "w")
    case UInt8(ascii: "k"), UInt8(ascii: "m"), UInt8(ascii: "p"), UInt8(ascii: "n"):
      // "liked", "named", "hoped", "phoned", but "looked", "claimed", "developed".
      addsE =
        isVowel(before) && m == 3
    default: addsE = false
    }
    if addsE {
      b[m] = e
      m += 1
    }
    return m
  }
}
