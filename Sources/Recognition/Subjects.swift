import TextModel

/// Tells where a mention stands in its clause, from the words around it alone.
struct Subjects {
  let words: [Word]

  /// The words are the subject of a verb: a verb follows, also over an apposition, and no preposition comes before.
  func isSubject(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    if isGoverned(range, in: sentence) { return false }
    return verb(after: range, in: sentence) != nil
  }

  /// The verb that follows a noun phrase, over adverbs, days and an apposition between commas.
  func verb(after range: Range<Int>, in sentence: Range<Int>) -> Int? {
    var at = range.upperBound
    guard at < sentence.upperBound else { return nil }
    if words[at].shape.contains(.possessive) { return nil }
    if words[at].isMark("(") {
      while at < sentence.upperBound, !words[at].isMark(")") { at += 1 }
      at += 1
    }
    if at < sentence.upperBound, words[at].isMark(",") {
      // The name ends an apposition itself: `the fund's chief, X, said`.
      if let verb = verb(from: at + 1, in: sentence), isBehindComma(range, in: sentence) { return verb }
      // Over an apposition, which may hold commas itself: `X, head of the Washington, DC-based Y, said`.
      var end = at + 1
      var commas = 0
      while end < sentence.upperBound, end - at < 26, commas < 3 {
        if words[end].isMark(",") {
          commas += 1
          if let verb = verb(from: end + 1, in: sentence) { return verb }
        } else if words[end].shape.contains(.quote) {
          return nil
        }
        end += 1
      }
      return nil
    }
    var steps = 0
    while at < sentence.upperBound, steps < 3 {
      let word = words[at]
      if isVerb(word) { return at }
      // `The minister on Saturday spoke`.
      if word.has(.functionWord), at + 1 < sentence.upperBound, words[at + 1].has([.weekday, .month]) {
        at += 2
        steps += 1
        continue
      }
      guard word.has([.adverb, .weekday, .month]) || word.shape.contains(.digit) else { return nil }
      at += 1
      steps += 1
    }
    return nil
  }

  /// The verb that stands at a word or behind the adverbs there: `also believes`.
  private func verb(from start: Int, in sentence: Range<Int>) -> Int? {
    var at = start
    while at < sentence.upperBound, at - start < 2, words[at].has(.adverb), !words[at].has(.verb) { at += 1 }
    guard at < sentence.upperBound, isVerb(words[at]), !words[at].has(.noun) || words[at].has([.saying, .be]) else {
      return nil
    }
    return at
  }

  /// Nothing but titles and names stands between the words and a comma before them.
  private func isBehindComma(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    var at = range.lowerBound - 1
    while at > sentence.lowerBound, range.lowerBound - at < 6,
      words[at].isCapital && !words[at].isPunctuation || words[at].has(.titleStart)
    {
      at -= 1
    }
    return at > sentence.lowerBound && words[at].isMark(",")
  }

  func isVerb(_ word: Word) -> Bool {
    guard !word.isCapital || word.shape.contains(.titleCase) else { return false }
    if word.has([.saying, .be, .deciding]) { return true }
    return word.has(.verb) && !word.has([.functionWord]) || word.has(.verb) && !word.has([.noun, .adjective])
  }

  /// A preposition or verb governs the words: `to Putin`, `between Putin`.
  func isGoverned(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    var at = range.lowerBound - 1
    var steps = 0
    // Back over the noun phrase: titles, adjectives, articles, demonyms.
    while at >= sentence.lowerBound, steps < 6,
      words[at].isCapital || words[at].has([.article, .definite, .former, .adjective, .possessivePronoun, .titleStart])
        || words[at].shape.contains(.possessive)
    {
      if words[at].has([.atPlace, .joiner, .mutual]) { break }
      at -= 1
      steps += 1
    }
    guard at >= sentence.lowerBound else { return false }
    let word = words[at]
    if word.has(.and) { return false }
    return word.has([.atPlace, .joiner, .mutual, .by]) && !word.isPunctuation
  }
}
