import Gazetteer
import TextModel

/// Titles of several parts before a name: a field behind the office, words before the noun.
extension NameFinder {
  /// The start of the person's name behind the field of an office: of `Daniel` in `Secretary of Energy Daniel Poneman`,
  /// of `Jane` in `Minister for Home Affairs Jane Smith`; nil where no name stands there.
  func nameBehindField(_ start: Int, _ end: Int) -> Int? {
    guard start > 0, words[start - 1].isCapital, start + 2 < end, isFieldJoiner(words[start]) else { return nil }
    var at = start + 1
    var isNameNext = false
    while at < end, at - start < 12 {
      let word = words[at]
      if isNameNext, startsPerson(at, end) { return at }
      if word.isPunctuation {
        // `Arts, Heritage and the Gaeltacht`, but `the Secretary of Energy, Daniel Poneman`.
        guard word.isMark(",") || word.isMark("&"), at + 1 < end, words[at + 1].isCapital, !startsPerson(at + 1, end)
        else { return nil }
        isNameNext = false
        at += 1
        continue
      }
      if word.isCapital, word.shape.contains(.letters), !word.has([.month, .weekday]) {
        isNameNext = true
        at = max(at + 1, knownAt[at] >= 0 ? matches[Int(knownAt[at])].words.upperBound : at)
        continue
      }
      guard isFieldJoiner(word) || word.has([.article, .and]), !word.isCapital else { return nil }
      isNameNext = false
      at += 1
    }
    return nil
  }

  private func isFieldJoiner(_ word: Word) -> Bool {
    word.has(.joiner) && !word.has([.and, .looseJoiner]) && !word.isCapital && !word.isPunctuation
  }

  /// A person's name of two words or more starts there.
  private func startsPerson(_ at: Int, _ end: Int) -> Bool {
    let word = words[at]
    guard at + 1 < end, word.isCapital, word.shape.contains(.letters), !word.shape.contains(.titleCase) else {
      return false
    }
    if knownAt[at] >= 0 {
      let known = matches[Int(knownAt[at])]
      if known.words.count > 1 { return known.types == .person }
    }
    let next = words[at + 1]
    // `Haitham bin Tariq`.
    if next.has(.particle), !next.isCapital, at + 2 < end, words[at + 2].isCapital, !words[at + 2].isPunctuation {
      return !word.has([.vocabulary, .organizationHead, .placeHead, .titleStart])
    }
    guard next.isCapital, next.shape.contains(.letters) || next.shape.contains(.initial),
      !next.has([.organizationHead, .neverName, .month, .weekday])
    else { return false }
    if word.has(.givenName), !word.has(.functionWord) {
      return !word.has(.vocabulary) || !next.has([.givenName, .vocabulary])
    }
    return !word.has([.vocabulary, .organizationHead, .placeHead, .titleStart]) && knownAt[at] < 0
      && !next.has(.vocabulary) && knownAt[at + 1] < 0
  }

  /// The title that follows capitalized common words and stands before a person's name: `Manager` in
  /// `Editorial Manager Chet Clem`.
  func modifiedTitle(_ at: Int, _ end: Int) -> (value: Int, end: Int)? {
    var head = at
    while head < end, head - at < 4 {
      let word = words[head]
      guard word.isCapital, word.shape.contains(.letters), !word.shape.contains(.titleCase) else {
        return nil
      }
      if head > at, word.has(.titleStart), let phrase = rules.titlePhrases.match(words, at: head, end: end) {
        let last = head + phrase.count
        let title = rules.titles[phrase.value]
        guard words[last - 1].isCapital, !title.isHonorific, title.isBeforeName, startsPerson(last, end) else {
          return nil
        }
        return (phrase.value, last)
      }
      // `Senior` and `Manager` are family names too.
      guard knownAt[head] < 0 || matches[Int(knownAt[head])].types == .person && word.has(.vocabulary),
        word.has([.noun, .adjective, .otherAdjective]),
        !word.has([
          .functionWord, .adverb, .article, .pronoun, .givenName, .organizationHead, .former, .weekday, .month,
        ])
      else { return nil }
      head += 1
    }
    return nil
  }
}
