import TextModel

extension ReferenceResolver {
  /// Who says the quotation of a sentence: the subject of a verb of saying outside the quotation marks.
  @inline(__always)
  func speaker(_ sentence: Int, _ range: Range<Int>, _ first: Int, _ firstFound: Int) -> Int {
    var at = words.firstIndex(in: range, having: .speaking)
    while at < range.upperBound {
      if !words[at].shape.contains(.quoted), let entity = subject(of: at, sentence, range, first, firstFound) {
        return entity
      }
      at = words.firstIndex(in: at + 1..<range.upperBound, having: .speaking)
    }
    guard words.holds(.quoted, in: range) else { return -1 }
    if let entity = introducer(range) { return entity }
    if let entity = laterSpeaker(sentence, range) { return entity }
    // A quotation without its own attribution goes on with the speaker of the one before.
    return sentence - lastSpeakerSentence <= 2 ? lastSpeaker : -1
  }

  /// Who says a quotation that goes on behind the sentence, as the sentence tells in which it ends: `“I met him. He was fine,”
  /// said Obama`.
  private func laterSpeaker(_ sentence: Int, _ range: Range<Int>) -> Int? {
    guard range.allSatisfy({ words[$0].shape.contains(.quoted) || words[$0].shape.contains(.quote) }),
      let last = range.last, !words[last].shape.contains(.quote)
    else { return nil }
    var next = sentence + 1
    while next < sentences.count, next - sentence < 5,
      document.sentences[next].paragraph == document.sentences[sentence].paragraph
    {
      let range = sentences[next]
      guard let first = range.first, words[first].shape.contains(.quoted), !words[first].shape.contains(.quote) else {
        return nil
      }
      if let verb = range.first(where: { words[$0].has(.speaking) && !words[$0].shape.contains(.quoted) }) {
        let named = named.firstIndex { $0.sentence >= next } ?? named.count
        return subject(of: verb, next, range, named, found.count)
      }
      next += 1
    }
    return nil
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
    outside.reserveCapacity(8)
    func add(_ place: Place) {
      if words[place.words.lowerBound].shape.contains(.quoted) || place.form == .demonym { return }
      outside.append(place)
    }
    var index = first
    while index < named.count, named[index].sentence == sentence {
      let item = named[index]
      add(Place(words: item.words, form: item.form, type: item.type, entity: item.entity, isSingle: true))
      index += 1
    }
    for item in found[firstFound...] {
      add(
        Place(
          words: item.words, form: item.mention.form, type: item.mention.type,
          entity: item.mention.entities.first ?? -1,
          isSingle: item.mention.entities.count == 1))
    }
    outside.sort { $0.words.lowerBound < $1.words.lowerBound }
    // `X said`, also over an apposition.
    for place in outside.reversed() where place.words.upperBound <= verb {
      if place.isSingle, subjects.verb(after: place.words, in: range) == verb { return place.entity }
    }
    // `said X`, `said French President X`.
    for place in outside where place.words.lowerBound > verb && place.words.lowerBound - verb < 9 {
      let isClose = (verb + 1..<place.words.lowerBound).allSatisfy { at in
        words[at].isCapital || words[at].has([.titleStart, .former, .article, .adjective, .noun, .possessivePronoun])
          || words[at].shape.contains(.possessive) || words[at].has(.joiner)
      }
      guard isClose else { break }
      if place.form == .name, place.entity >= 0,
        place.type == .person || place.type == .organization || place.words.lowerBound == verb + 1
      {
        if place.type != .person,
          let person = outside.first(where: {
            $0.words.lowerBound > place.words.lowerBound && $0.words.lowerBound - verb < 9
              && $0.type == .person
          })
        {
          return person.entity >= 0 ? person.entity : nil
        }
        return place.entity
      }
    }
    return nil
  }

  /// A mention of a sentence, of `named` or of `found`.
  private struct Place {
    var words: Range<Int>
    var form: Mention.Form
    var type: EntityType
    /// Its first entity, or -1.
    var entity: Int
    var isSingle: Bool
  }
}
