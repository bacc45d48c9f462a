import Recognition
import Syntax
import TextModel

/// Which sentences state no contact, whatever the arcs of their words: told from words, mentions and tags, so that the
/// parser has less to do.
extension ContactExtractor {
  /// Some noun may mean whom an earlier sentence told of: `the official`, `court officials`, `attended the meeting`.
  func mayMeanEarlierOne(_ ids: [WordID]) -> Bool {
    var isOpen = false
    for id in ids {
      let roles = lexicon.roles(id)
      if isOpen, roles.contains(.standingFor) { return true }
      if id == lexicon.prepositions.the || roles.contains(.body) { isOpen = true }
    }
    return ids.contains { lexicon.roles($0).contains(.attending) } && ids.contains { lexicon.isEvent($0) }
  }

  /// A pronoun beside another mention of the same person may mean the other person who is named in the sentence or the one
  /// before: `Kim flew to Stalin to persuade him`.
  static func mayMeanAnotherOne(_ mentions: [Int], in recognized: RecognizedDocument) -> Bool {
    mentions.contains { index in
      guard recognized.mentions[index].form == .pronoun else { return false }
      return mentions.contains { other in
        other != index
          && recognized.mentions[other].entities.contains { recognized.mentions[index].entities.contains($0) }
      }
        && hasOtherPerson(than: index, in: recognized)
    }
  }

  private static func hasOtherPerson(than pronoun: Int, in recognized: RecognizedDocument) -> Bool {
    let sentence = recognized.mentions[pronoun].sentence
    for mention in recognized.mentions[..<pronoun].reversed() {
      guard mention.sentence >= sentence - 1 else { return false }
      guard mention.form == .name, let entity = mention.entities.first else { continue }
      if recognized.mentions[pronoun].entities != [entity], recognized.entities[entity].type == .person { return true }
    }
    return false
  }

  /// Some noun means whom an earlier mention told of, if its arcs let it.
  private func meansEarlierOne(_ words: [SentenceView.Word], sentence: Int, in recognized: RecognizedDocument) -> Bool {
    var isDefinite = false
    for index in words.indices {
      let word = words[index]
      if isDefinite || index > 0 && lexicon.roles(words[index - 1].id).contains(.body),
        lexicon.roles(word.id).contains(.standingFor)
      {
        if isDefinite, recognized.representative(like: word.range, sentence: sentence) != nil { return true }
        if index > 0, recognized.body(like: words[index - 1].range, before: word.range, sentence: sentence) != nil {
          return true
        }
      }
      if word.id == lexicon.prepositions.the { isDefinite = true }
    }
    return false
  }

  /// The mentions stand for two parties at least: a sentence with fewer states no contact.
  static func namesTwoParties(_ mentions: [Int], in recognized: RecognizedDocument) -> Bool {
    var first = -1
    for index in mentions {
      let mention = recognized.mentions[index]
      if let government = mention.standsFor {
        if first >= 0, first != government { return true }
        first = government
        continue
      }
      for entity in mention.entities where recognized.entities[entity].type != .place {
        if first >= 0, first != entity { return true }
        first = entity
      }
    }
    return false
  }

  /// What the frames may ask of a sentence, but for its tags and arcs; nil where no rule can find two parties in it.
  func evidence(
    in words: [SentenceView.Word], _ mentions: [Int], sentence index: Int, of recognized: RecognizedDocument
  ) -> SentenceEvidence? {
    // A rule sees a mention only where it ends with a word or lies in one: not the `U.S.` of `U.S. Secretary Kerry`.
    let seen = mentions.filter { Self.isSeen(recognized.mentions[$0], $0, in: words) }
    let meansEarlierOne = meansEarlierOne(words, sentence: index, in: recognized)
    var evidence = SentenceEvidence(canBeOutlet: meansEarlierOne)
    lexicon.add(words, to: &evidence)
    guard
      meansEarlierOne || evidence.hasAttendance && evidence.hasEvent || Self.namesTwoParties(seen, in: recognized)
        || Self.mayMeanAnotherOne(seen, in: recognized)
    else { return nil }
    for index in seen {
      if recognized.mentions[index].form == .representative { evidence.canBePerson = true }
      func add(_ entity: Int) {
        if recognized.entities[entity].type == .person { evidence.canBePerson = true }
        if recognized.entities[entity].kind == "outlet"
          || recognized.entities[entity].type == .organization
            && (!recognized.entities[entity].isKnown || evidence.hasOutletNoun)
        {
          evidence.canBeOutlet = true
        }
      }
      if let government = recognized.mentions[index].standsFor {
        add(government)
      } else {
        for entity in recognized.mentions[index].entities { add(entity) }
      }
    }
    // Whether the sentence before tells of an event is asked for by few frames.
    evidence.followsEvent =
      index > 0 && lexicon.isAskedForEventBefore(words)
      && lexicon.ids(of: recognized.document.sentences[index - 1].tokens, in: recognized.document)
        .contains { lexicon.isEvent($0) }
    return evidence
  }

  private static func isSeen(_ mention: Mention, _ index: Int, in words: [SentenceView.Word]) -> Bool {
    let last = mention.tokens.upperBound - 1
    guard let word = words.first(where: { $0.tokens.upperBound > last }), word.tokens.lowerBound <= last else {
      return false
    }
    return mention.range.end == word.range.end || word.name == index
      || word.name < 0 && word.range.contains(mention.range)
  }

  /// Some trigger outside of names has a frame that can find a contact, whatever the tags.
  func hasFittingTrigger(_ words: [SentenceView.Word], _ evidence: SentenceEvidence) -> Bool {
    words.contains {
      $0.name < 0 && lexicon.isTrigger($0.id) && lexicon.canFit($0.id, taggedAs: nil, evidence)
    }
  }

  /// Some trigger has a frame for its tag that can find a contact, whatever the arcs.
  func hasFittingTrigger(_ cut: CutSentence, tags: [PartOfSpeech], document: Document) -> Bool {
    guard let tags = tagsOfTriggerVerbs(tags, words: cut.words, document: document) else { return true }
    var evidence = cut.evidence
    lexicon.addPrepositions(of: cut.words, tags: tags, to: &evidence)
    return cut.words.indices.contains {
      let word = cut.words[$0]
      return word.name < 0 && lexicon.isTrigger(word.id) && lexicon.canFit(word.id, taggedAs: tags[$0], evidence)
    }
  }
}

extension RecognizedDocument {
  /// Unnamed people told of some sentences before by the same noun: for `the official` `a senior Pakistani official`.
  ///
  /// - Parameters:
  ///   - noun: where the noun stands.
  ///   - sentence: the sentence that holds it.
  /// - Returns: the last such mention.
  func representative(like noun: TextRange, sentence: Int) -> Int? {
    lastMention(endingLike: noun, before: noun.start, sentence: sentence, reach: 12) { $0.form == .representative }
  }

  /// The court or party of `court officials`, `a party spokesman`: which was named last.
  func body(like noun: TextRange, before end: TextRange, sentence: Int) -> Int? {
    lastMention(endingLike: noun, before: end.start, sentence: sentence, reach: 30) {
      $0.form == .name && $0.type == .organization || $0.form == .representative
    }
  }

  private func lastMention(
    endingLike noun: TextRange, before start: Int, sentence: Int, reach: Int, where isFit: (Mention) -> Bool
  ) -> Int? {
    var index = mentions.count - 1
    while index >= 0 {
      let mention = mentions[index]
      if mention.range.end <= start {
        guard sentence - mention.sentence <= reach else { break }
        if isFit(mention), !mention.tokens.isEmpty,
          isSameWord(document.tokens[mention.tokens.upperBound - 1].range, noun)
        {
          return index
        }
      }
      index -= 1
    }
    return nil
  }

  /// Both ranges spell one word, but for capital letters (ASCII).
  private func isSameWord(_ a: TextRange, _ b: TextRange) -> Bool {
    guard a.count == b.count else { return false }
    for (first, second) in zip(document.bytes[a.range], document.bytes[b.range]) where first != second {
      let letter = first | 0x20
      guard letter == second | 0x20, letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { return false }
    }
    return true
  }
}
