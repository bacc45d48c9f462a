import TextModel

extension ReferenceResolver {
  /// Who says the quotation of a sentence: the subject of a verb of saying outside the quotation marks.
  func speaker(_ sentence: Int, _ range: Range<Int>, _ first: Int, _ firstFound: Int) -> Int {
    for at in range where words[at].has(.speaking) && !words[at].shape.contains(.quoted) {
      if let entity = subject(of: at, sentence, range, first, firstFound) { return entity }
    }
    guard range.contains(where: { words[$0].shape.contains(.quoted) }) else { return -1 }
    if let entity = introducer(range) { return entity }
    // A quotation without its own attribution goes on with the speaker of the one before.
    return sentence - lastSpeakerSentence <= 2 ? lastSpeaker : -1
  }

  /// The subject of what introduces a quotation by a colon: `Obama welcomed the deal: “We …”`.
  private func introducer(_ range: Range<Int>) -> Int? {
    guard
      let colon = range.dropLast().first(where: { words[$0].isMark(":") && words[$0 + 1].shape.contains(.quote) })
    else { return nil }
    return memory.last { $0.word >= range.lowerBound && $0.word < colon && $0.wasSubject }?.entity
  }

  /// The mention that is the subject of the verb at `verb`.
  func subject(
    of verb: Int, _ sentence: Int, _ range: Range<Int>, _ first: Int, _ firstFound: Int
  ) -> Int? {
    var items: [Item] = []
    var index = first
    while index < named.count, named[index].mention.sentence == sentence {
      items.append(named[index])
      index += 1
    }
    items += found[firstFound...]
    items.sort { $0.words.lowerBound < $1.words.lowerBound }
    let outside = items.filter { !words[$0.words.lowerBound].shape.contains(.quoted) && $0.mention.form != .demonym }
    // `X said`, also over an apposition.
    for item in outside.reversed() where item.words.upperBound <= verb {
      if subjects.verb(after: item.words, in: range) == verb, item.mention.entities.count == 1 {
        return item.mention.entities[0]
      }
    }
    // `said X`, `said French President X`.
    for item in outside where item.words.lowerBound > verb && item.words.lowerBound - verb < 9 {
      let isClose = (verb + 1..<item.words.lowerBound).allSatisfy { at in
        words[at].isCapital || words[at].has([.titleStart, .former, .article, .adjective, .noun, .possessivePronoun])
          || words[at].shape.contains(.possessive) || words[at].has(.joiner)
      }
      guard isClose else { break }
      if item.mention.form == .name,
        item.mention.type == .person || item.mention.type == .organization || item.words.lowerBound == verb + 1,
        let entity = item.mention.entities.first
      {
        if item.mention.type != .person,
          let person = outside.first(where: {
            $0.words.lowerBound > item.words.lowerBound && $0.mention.type == .person && $0.words.lowerBound - verb < 9
          })
        {
          return person.mention.entities.first
        }
        return entity
      }
    }
    return nil
  }
}
