import Recognition
import Syntax
import TextModel

/// The offices that stand behind the names of people, and what stands in brackets.
extension SentenceView {
  /// The words behind a person's name that say what office the person holds, and where: `, Commander, Royal Navy (RN)` in
  /// `Ada Brackley, Commander, Royal Navy (RN), met`; nil where there are none.
  func office(behind person: Int) -> Range<Int>? {
    guard person + 2 < count, isPersonName(person), isComma(person + 1),
      let title = chunkIndex(startingAt: person + 2), isOffice(title)
    else { return nil }
    var end = endOfPhrases(chunks[title].words.upperBound)
    // `Commander, Royal Navy`, `Director, Rivers Board, Norway`: only behind a title that says of nothing what it is of.
    if end == chunks[title].words.upperBound {
      while isComma(end), let next = chunkIndex(startingAt: end + 1), isWorkplace(chunks[next].head) {
        end = endOfPhrases(behindBrackets(chunks[next].words.upperBound))
      }
    }
    return person + 1..<behindBrackets(end)
  }

  private func isOffice(_ index: Int) -> Bool {
    let chunk = chunks[index]
    guard words[chunk.head].name < 0 else { return false }
    return chunk.words.contains { !roles($0).isDisjoint(with: [.office, .standingFor, .envoy]) }
  }

  /// An organization or a place, or a noun with a capital that the recognizer does not know: `Rivers Board`.
  private func isWorkplace(_ head: Int) -> Bool {
    guard words[head].name >= 0 else { return tag(head) == .properNoun }
    return recognized.mentions[words[head].name].type != .person
  }

  /// The end of `of the fund for rivers in Norway`, phrases that belong to the noun before them.
  private func endOfPhrases(_ start: Int) -> Int {
    let prepositions = lexicon.prepositions
    var end = start
    while end + 1 < count, [prepositions.of, prepositions.forWord, prepositions.at].contains(id(end)),
      let next = chunkIndex(startingAt: end + 1), !isPersonName(chunks[next].head)
    {
      end = chunks[next].words.upperBound
    }
    return end
  }

  /// The word behind what stands in brackets at a word, or the word itself: `(RN)`, `(as the mediator)`.
  func behindBrackets(_ word: Int) -> Int {
    guard word + 2 < count, isMark(word, "(") else { return word }
    let close = (word + 1..<min(count, word + 10)).first { isMark($0, ")") }
    return close.map { $0 + 1 } ?? word
  }

  private func isMark(_ word: Int, _ mark: Unicode.Scalar) -> Bool {
    words[word].range.count == 1 && UInt32(recognized.document.bytes[words[word].range.start]) == mark.value
  }
}
