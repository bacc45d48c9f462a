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
    var outside: [Place] = []
    func add(_ item: Item, _ isFound: Bool, _ index: Int) {
      if words[item.words.lowerBound].shape.contains(.quoted) || item.mention.form == .demonym { return }
      outside.append(Place(words: item.words, isFound: isFound, index: index))
    }
    var index = first
    while index < named.count, named[index].mention.sentence == sentence {
      add(named[index], false, index)
      index += 1
    }
    for index in firstFound..<found.count { add(found[index], true, index) }
    outside.sort { $0.words.lowerBound < $1.words.lowerBound }
    // `X said`, also over an apposition.
    for place in outside.reversed() where place.words.upperBound <= verb {
      if subjects.verb(after: place.words, in: range) == verb {
        let entities = mention(at: place).entities
        if entities.count == 1 { return entities[0] }
      }
    }
    // `said X`, `said French President X`.
    for place in outside where place.words.lowerBound > verb && place.words.lowerBound - verb < 9 {
      let isClose = (verb + 1..<place.words.lowerBound).allSatisfy { at in
        words[at].isCapital || words[at].has([.titleStart, .former, .article, .adjective, .noun, .possessivePronoun])
          || words[at].shape.contains(.possessive) || words[at].has(.joiner)
      }
      guard isClose else { break }
      let mention = mention(at: place)
      if mention.form == .name,
        mention.type == .person || mention.type == .organization || place.words.lowerBound == verb + 1,
        let entity = mention.entities.first
      {
        if mention.type != .person,
          let person = outside.first(where: {
            $0.words.lowerBound > place.words.lowerBound && $0.words.lowerBound - verb < 9
              && self.mention(at: $0).type == .person
          })
        {
          return self.mention(at: person).entities.first
        }
        return entity
      }
    }
    return nil
  }

  /// Where a mention of a sentence stands, in `named` or in `found`.
  private struct Place {
    var words: Range<Int>
    var isFound: Bool
    var index: Int
  }

  private func mention(at place: Place) -> Mention {
    place.isFound ? found[place.index].mention : named[place.index].mention
  }
}
