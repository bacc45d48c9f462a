import TextModel

/// Takes up one party by a noun that fits it: `the group`, `the University`, `the latter`, `the veteran politician`.
extension ReferenceResolver {
  /// The end of a noun that takes up a party named before, or nil.
  mutating func takeUpNoun(_ at: Int, _ sentence: Int, _ range: Range<Int>) -> Int? {
    guard let anaphor = rules.anaphors[Int(words[at].id)], !anaphor.isPlural,
      let start = definiteStart(at, range), !isModifier(at, range)
    else { return nil }
    let found =
      anaphor.types == [.person]
      ? person(anaphor, at, start, sentence) : body(anaphor, sentence, isCapital: words[at].isCapital)
    guard let found else { return nil }
    add(
      start..<at + 1, sentence, .description, [found], score: 0.6,
      reason: anaphor.types == [.person] ? "person named last that fits" : "organization named last that fits")
    see(found, at, sentence, wasSubject: subjects.isSubject(start..<at + 1, in: range), wasPossessor: false)
    return at + 1
  }

  /// The word behind the article of a definite noun phrase: `guerrilla` in `the guerrilla organization`, `44` in
  /// `the 44-year-old`; nil where the phrase is not definite.
  private func definiteStart(_ at: Int, _ range: Range<Int>) -> Int? {
    var start = at
    while start > range.lowerBound, words[start].shape.contains(.hyphenBefore) { start -= 1 }
    // `the old` is nobody, `the 44-year-old` is.
    if start == at, words[at].has(.adjective), !words[at].has(.noun), !words[at].has(.definite) {
      guard rules.anaphors[Int(words[at].id)]?.types.count ?? 0 > 1 else { return nil }
    }
    var steps = 0
    while start > range.lowerBound, steps < 2, !words[start - 1].has(.definite) {
      let word = words[start - 1]
      let isDescribing =
        word.has([.noun, .otherAdjective]) || word.id < 0 || word.isCapital || word.shape.contains(.hyphenBefore)
        || word.has(.titleStart)
      guard isDescribing, word.shape.contains(.letters), !word.shape.contains(.clitic), !word.has([.verb, .former])
      else { return nil }
      start -= 1
      while start > range.lowerBound, words[start].shape.contains(.hyphenBefore) { start -= 1 }
      steps += 1
    }
    guard start > range.lowerBound, words[start - 1].has(.definite) else { return nil }
    return start
  }

  /// The noun only begins a longer phrase: `the group of`, `the court official`.
  private func isModifier(_ at: Int, _ range: Range<Int>) -> Bool {
    guard at + 1 < range.upperBound else { return false }
    let next = words[at + 1]
    if next.has(.joiner), !next.has([.and, .looseJoiner]) { return true }
    // `the latter half`.
    if next.has(.noun), words[at].has(.adjective), !words[at].has(.noun) { return true }
    if next.has(.noun), !next.has([.verb, .functionWord, .adverb, .be]) { return true }
    return next.isCapital || next.shape.contains(.hyphenBefore)
  }

  /// The last organization that the noun fits; a noun with a capital may be far from its name.
  private mutating func body(_ anaphor: RecognitionRules.Anaphor, _ sentence: Int, isCapital: Bool) -> Int? {
    let isOpen = anaphor.heads.isEmpty && anaphor.kinds.isEmpty
    var best: Seen?
    for seen in memory where anaphor.types.contains(entities[seen.entity].type) {
      let entity = entities[seen.entity]
      guard sentence - seen.sentence <= (isOpen ? 1 : isCapital ? 40 : 4) else { continue }
      let fits =
        isOpen || anaphor.kinds.contains { linker.numbers.kind($0) == entity.kind }
        || isHeaded(seen.entity, by: anaphor.heads)
      guard fits else { continue }
      if best.map({ seen.word > $0.word }) ?? true { best = seen }
    }
    return best?.entity
  }

  /// One of the words ends the organization's name or stands before its `of`: `Bank` in `World Bank` and `Bank of England`,
  /// not in `Bank Workers Union`.
  private mutating func isHeaded(_ entity: Int, by heads: [String]) -> Bool {
    if heads.isEmpty { return false }
    while headsOfEntities.count <= entity { headsOfEntities.append(nil) }
    let found: [Int32]
    if let known = headsOfEntities[entity] {
      found = known
    } else {
      found = self.heads(of: entity)
      headsOfEntities[entity] = found
    }
    let names = linker.names
    return heads.contains { found.contains(names.folded($0)) }
  }

  /// The words that can be the head of an entity's name, as the gazetteer or as the article writes it, by their numbers
  /// as folded names.
  private func heads(of entity: Int) -> [Int32] {
    let names = linker.names
    var heads: [Int32] = []
    func add(_ count: Int) {
      for word in 0..<count {
        if word + 1 < count, !names.classes(ofFoldedWord: word + 1, in: rules.lexicon).contains(.joiner) { continue }
        heads.append(names.folded(words: word..<word + 1))
      }
    }
    var name = linker.texts[entity].name
    add(name.withUTF8 { names.foldWords($0) })
    let fullest = entities[entity].fullestForm
    if fullest >= 0 { add(names.foldWords(of: fullest)) }
    return heads
  }

  /// The person named last who was the subject, where no other was as near and the noun did not bring in somebody unnamed.
  private mutating func person(_ anaphor: RecognitionRules.Anaphor, _ at: Int, _ start: Int, _ sentence: Int) -> Int? {
    guard !wasIntroduced(words[at].id, before: start) else { return nil }
    var best: Seen?
    for seen in memory.reversed() where entities[seen.entity].type == .person {
      guard sentence - seen.sentence <= 2 else { break }
      let gender = entities[seen.entity].gender
      if anaphor.gender != .unknown, gender != .unknown, gender != anaphor.gender { continue }
      guard seen.wasSubject || seen.count > 2 else { continue }
      if let best {
        if best.sentence == seen.sentence { return nil }
        break
      }
      best = seen
    }
    return best?.entity
  }

  /// The article spoke of somebody unnamed by the noun: `a diplomat said`.
  ///
  /// Complexity: O(1), amortized over the words of the article.
  mutating func wasIntroduced(_ noun: Int32, before end: Int) -> Bool {
    while introducedUpTo < end {
      let at = introducedUpTo
      introducedUpTo += 1
      let word = words[at]
      guard word.id >= 0, word.has(.anaphor), !introducedNouns.contains(where: { $0.noun == word.id }) else { continue }
      if isIntroduced(at) { introducedNouns.append((word.id, at)) }
    }
    return introducedNouns.contains { $0.noun == noun && $0.at < end }
  }

  /// An indefinite article stands before the noun, or before the words that describe it.
  private func isIntroduced(_ noun: Int) -> Bool {
    var before = noun - 1
    var steps = 0
    while before > 0, steps < 3, words[before].has([.noun, .adjective, .otherAdjective]) || words[before].isCapital {
      before -= 1
      steps += 1
    }
    return words[before].has(.article) && !words[before].has(.definite)
  }
}
