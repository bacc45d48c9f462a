import TextModel

/// Resolves the personal pronouns of an article: who `he`, `their`, `I` stand for.
///
/// Reads the sentences in order and keeps what was named: a pronoun takes the fitting party that is nearest and was a subject; inside
/// a quotation `I` is its speaker. Where two fit about as well none is taken.
struct PronounResolver {
  let words: [Word]
  let sentences: [Range<Int>]
  let document: Document
  /// Names, descriptions and representatives in the order of the text, with the words they cover.
  var named: [(mention: Mention, words: Range<Int>)]
  var entities: [ArticleEntity]
  let explains: Bool

  /// The pronouns that were resolved.
  var found: [(mention: Mention, words: Range<Int>)] = []
  /// For each sentence the index of the entity that speaks its quotation, or -1.
  var speakers: [Int]

  private let subjects: Subjects
  private var memory: [Seen] = []
  private var nextNamed = 0
  /// Who speaks in the first person outside quotations, as in a press statement.
  private var statementSpeaker = -1
  private var lastSpeaker = -1
  private var lastSpeakerSentence = -10

  /// What the resolver remembers of an entity.
  private struct Seen {
    var entity: Int
    var word: Int
    var sentence: Int
    var wasSubject: Bool
    var wasPossessor: Bool
    var count: Int
  }

  init(
    words: [Word], sentences: [Range<Int>], document: Document, named: [(mention: Mention, words: Range<Int>)],
    entities: [ArticleEntity], explains: Bool
  ) {
    self.words = words
    self.sentences = sentences
    self.document = document
    self.named = named
    self.entities = entities
    self.explains = explains
    speakers = [Int](repeating: -1, count: sentences.count)
    subjects = Subjects(words: words)
  }

  /// Resolves all pronouns of the article.
  mutating func resolve() {
    statementSpeaker = speakerOfStatement()
    for sentence in sentences.indices {
      let role = document.sentences[sentence].role
      if role == .date || role == .byline || role == .footer {
        while nextNamed < named.count, named[nextNamed].mention.sentence <= sentence { nextNamed += 1 }
        continue
      }
      resolve(sentence)
    }
  }

  private mutating func resolve(_ sentence: Int) {
    let range = sentences[sentence]
    let first = nextNamed
    var inner: [Int] = []
    for at in range {
      while nextNamed < named.count, named[nextNamed].words.lowerBound <= at {
        remember(named[nextNamed], sentence)
        nextNamed += 1
      }
      guard words[at].has(.pronoun), isPronoun(at, range) else { continue }
      if words[at].shape.contains(.quoted) {
        inner.append(at)
      } else if words[at].has([.first, .firstPlural]) {
        resolveFirst(at, sentence, speaker: statementSpeaker, isQuoted: false)
      } else {
        resolveThird(at, sentence, range, speaker: -1)
      }
    }
    while nextNamed < named.count, named[nextNamed].mention.sentence <= sentence {
      remember(named[nextNamed], sentence)
      nextNamed += 1
    }
    let speaker = speaker(sentence, range, first)
    speakers[sentence] = speaker
    if speaker >= 0 {
      lastSpeaker = speaker
      lastSpeakerSentence = sentence
      if let last = range.last, words[last].isMark(":"), entities[speaker].type == .person {
        statementSpeaker = speaker
      }
    }
    for at in inner {
      if words[at].has([.first, .firstPlural]) {
        resolveFirst(at, sentence, speaker: speaker, isQuoted: true)
      } else {
        resolveThird(at, sentence, range, speaker: speaker)
      }
    }
  }

  /// `US`, `IT` and headline capitals are no pronouns.
  private func isPronoun(_ at: Int, _ range: Range<Int>) -> Bool {
    let word = words[at]
    if word.shape.contains(.hyphenBefore) || word.shape.contains(.hyphenAfter) { return false }
    if word.shape.contains(.allCapitals) { return false }
    if word.has(.first), word.end - word.start == 1, !word.isCapital { return false }
    // `Prince Charles I`, `World War I`.
    if word.shape.contains(.initial), at > range.lowerBound, words[at - 1].isCapital, !words[at - 1].isPunctuation,
      !words[at - 1].shape.contains(.opening)
    {
      return false
    }
    return true
  }

  // MARK: Memory

  private mutating func remember(_ item: (mention: Mention, words: Range<Int>), _ sentence: Int) {
    guard item.mention.form != .demonym else { return }
    let wasSubject = subjects.isSubject(item.words, in: sentences[sentence])
    let end = item.words.upperBound
    let wasPossessor = end < words.count && words[end].shape.contains(.possessive)
    for entity in item.mention.entities {
      see(entity, item.words.lowerBound, sentence, wasSubject: wasSubject, wasPossessor: wasPossessor)
    }
  }

  private mutating func see(_ entity: Int, _ word: Int, _ sentence: Int, wasSubject: Bool, wasPossessor: Bool) {
    if let index = memory.firstIndex(where: { $0.entity == entity }) {
      memory[index].wasSubject = wasSubject || memory[index].sentence == sentence && memory[index].wasSubject
      memory[index].word = word
      memory[index].sentence = sentence
      memory[index].wasPossessor = wasPossessor
      memory[index].count += 1
    } else {
      memory.append(
        Seen(
          entity: entity, word: word, sentence: sentence, wasSubject: wasSubject, wasPossessor: wasPossessor, count: 1))
    }
  }

  // MARK: Third person

  private mutating func resolveThird(_ at: Int, _ sentence: Int, _ range: Range<Int>, speaker: Int) {
    let word = words[at]
    if word.has(.pluralPronoun) {
      resolvePlural(at, sentence, range)
      return
    }
    let isNeuter = word.has(.neuter)
    let gender: Gender = word.has(.male) ? .male : word.has(.female) ? .female : .unknown
    guard isNeuter || gender != .unknown else { return }
    if isNeuter, !word.has(.possessivePronoun) { return }
    let isSubject =
      !isNeuter && !word.has(.possessivePronoun) && at + 1 < range.upperBound
      && subjects.verb(after: at..<at + 1, in: range) != nil
    let isObject = !isSubject && !word.has(.possessivePronoun)
    let excluded = isObject ? clauseSubject(before: at, range) : -1
    var best = -1
    var bestScore: Float = 0
    var second: Float = 0
    for seen in memory where seen.entity != speaker && seen.entity != excluded {
      let entity = entities[seen.entity]
      if isNeuter {
        guard entity.type == .organization || entity.type == .country else { continue }
      } else {
        guard entity.type == .person else { continue }
        if entity.gender != .unknown, entity.gender != gender { continue }
      }
      let distance = sentence - seen.sentence
      guard distance <= (isNeuter ? 0 : 4) else { continue }
      var score: Float = distance == 0 ? 1.8 : distance == 1 ? 1.5 : distance == 2 ? 0.9 : 0.4
      if seen.wasSubject { score += 1.2 }
      if seen.wasPossessor { score -= 0.4 }
      if entity.gender == gender, !isNeuter { score += 0.4 }
      if seen.entity == lastSpeaker, sentence - lastSpeakerSentence <= 1 { score += 0.5 }
      score += min(0.5, 0.1 * Float(seen.count))
      if isSubject, distance == 0, !seen.wasSubject { score -= 0.4 }
      if document.sentences[seen.sentence].role == .headline { score -= 0.3 }
      if score > bestScore {
        second = bestScore
        bestScore = score
        best = seen.entity
      } else if score > second {
        second = score
      }
    }
    guard best >= 0, bestScore >= (isNeuter ? 2.4 : 1.2), bestScore - second >= 0.25 else { return }
    if entities[best].gender == .unknown, !isNeuter { entities[best].gender = gender }
    add(
      at, sentence, [best], type: entities[best].type, score: min(0.9, 0.5 + (bestScore - second) / 5),
      reason: "nearest subject that fits")
    if !isNeuter { see(best, at, sentence, wasSubject: isSubject, wasPossessor: word.has(.possessivePronoun)) }
  }

  /// The subject of the clause that a pronoun stands in: `Kerry told him` is not about Kerry.
  private func clauseSubject(before at: Int, _ range: Range<Int>) -> Int {
    var from = at - 1
    while from >= range.lowerBound {
      let word = words[from]
      if word.isMark(",") || word.has(.relative) || word.shape.contains(.quote) { break }
      from -= 1
    }
    for seen in memory where seen.word > from && seen.word < at && seen.wasSubject { return seen.entity }
    return -1
  }

  /// `they` takes up parties that were named together: `Putin and Macron`.
  private mutating func resolvePlural(_ at: Int, _ sentence: Int, _ range: Range<Int>) {
    guard let pair = group(before: at, sentence) else { return }
    let type = entities[pair[0]].type
    add(at, sentence, pair, type: type, score: 0.6, reason: "parties named together before")
  }

  /// Parties joined by `and` that are the subject of this sentence or of the one before.
  private func group(before at: Int, _ sentence: Int) -> [Int]? {
    var last: [Int]?
    var index = nextNamed - 1
    while index >= 0, named[index].mention.sentence >= sentence - 1 {
      let item = named[index]
      if item.mention.entities.count > 1, item.mention.form == .description { return item.mention.entities }
      if index > 0, named[index - 1].mention.sentence == item.mention.sentence, isJoined(index - 1, index) {
        let a = named[index - 1].mention.entities
        let b = item.mention.entities
        if a.count == 1, b.count == 1, a != b, entities[a[0]].type == entities[b[0]].type,
          entities[a[0]].type != .place,
          !subjects.isGoverned(named[index - 1].words, in: sentences[item.mention.sentence])
        {
          last = a + b
          break
        }
      }
      index -= 1
    }
    return last
  }

  /// Only `and`, titles and nationalities stand between two names.
  private func isJoined(_ a: Int, _ b: Int) -> Bool {
    let gap = named[a].words.upperBound..<max(named[a].words.upperBound, named[b].words.lowerBound)
    guard gap.count >= 1, gap.count <= 8 else { return false }
    var sawAnd = false
    for at in gap {
      if words[at].has(.and) {
        sawAnd = true
        continue
      }
      guard
        words[at].isCapital
          || words[at].has([.article, .possessivePronoun, .counterpart, .former, .titleStart, .joiner, .adjective])
      else { return false }
    }
    return sawAnd
  }

  // MARK: First person

  private mutating func resolveFirst(_ at: Int, _ sentence: Int, speaker: Int, isQuoted: Bool) {
    guard speaker >= 0 else { return }
    if words[at].has(.first) {
      guard entities[speaker].type == .person else { return }
      add(
        at, sentence, [speaker], type: .person, score: isQuoted ? 0.85 : 0.7,
        reason: isQuoted ? "speaker of the quotation" : "speaker of the statement")
      return
    }
    // `we` of an official is the country or body that the official speaks for.
    let party =
      entities[speaker].type == .person ? entities[speaker].affiliation ?? entities[speaker].ownerCountry : speaker
    guard let party else { return }
    add(at, sentence, [party], type: entities[party].type, score: 0.5, reason: "whom the speaker represents")
  }

  /// Who a press statement is by: the person that a line of the headline names after `by`, or that its first lines end with.
  private func speakerOfStatement() -> Int {
    for item in named where item.mention.sentence < 3 && item.mention.form == .name {
      guard let entity = item.mention.entities.first, entities[entity].type == .person else { continue }
      var at = item.words.lowerBound - 1
      let start = sentences[item.mention.sentence].lowerBound
      var steps = 0
      while at >= start, steps < 10, !words[at].isPunctuation || words[at].isMark("/") {
        if words[at].has(.by) { return entity }
        at -= 1
        steps += 1
      }
    }
    return -1
  }

  // MARK: Speakers

  /// Who says the quotation of a sentence: the subject of a verb of saying outside the quotation marks.
  private func speaker(_ sentence: Int, _ range: Range<Int>, _ first: Int) -> Int {
    for at in range where words[at].has(.speaking) && !words[at].shape.contains(.quoted) {
      if let entity = subject(of: at, sentence, range, first) { return entity }
    }
    guard range.contains(where: { words[$0].shape.contains(.quoted) }) else { return -1 }
    // A quotation without its own attribution goes on with the speaker of the one before.
    return sentence - lastSpeakerSentence <= 2 ? lastSpeaker : -1
  }

  /// The mention that is the subject of the verb at `verb`.
  private func subject(of verb: Int, _ sentence: Int, _ range: Range<Int>, _ first: Int) -> Int? {
    var items: [(mention: Mention, words: Range<Int>)] = []
    var index = first
    while index < named.count, named[index].mention.sentence == sentence {
      items.append(named[index])
      index += 1
    }
    items += found.filter { $0.mention.sentence == sentence }
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

  private mutating func add(
    _ at: Int, _ sentence: Int, _ parties: [Int], type: EntityType, score: Float, reason: String
  ) {
    let word = words[at]
    found.append(
      (
        Mention(
          range: TextRange(Int(word.start), Int(word.end)), tokens: Int(word.token)..<Int(word.token) + 1,
          sentence: sentence, form: .pronoun, type: type, entities: parties, score: Double(score),
          reasons: explains ? [reason] : []), at..<at + 1
      ))
  }
}
