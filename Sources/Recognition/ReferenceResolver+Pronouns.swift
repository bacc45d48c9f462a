import TextModel

extension ReferenceResolver {
  mutating func resolveThird(_ at: Int, _ sentence: Int, _ range: Range<Int>, speaker: Int) {
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
    let clause = clauseSubject(before: at, range)
    let excluded = isObject ? clause : partner(of: at, range)
    var best = -1
    var bestScore: Float = 0
    var second: Float = 0
    let later = isSubject && word.shape.contains(.opening) ? namedLater(range) : []
    for seen in memory where seen.entity != speaker && seen.entity != excluded && !later.contains(seen.entity) {
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
      if seen.wasSubject { score += distance == 0 ? 1.9 : 1.2 }
      // `Chavez sent his good wishes`, `X, who said he was shocked`.
      if seen.entity == clause, distance == 0 { score += seen.wasSubject ? 1 : 2.4 }
      if seen.wasPossessor { score -= 0.4 }
      // Rather somebody of the same paragraph, also where not its subject.
      if document.sentences[seen.sentence].paragraph == document.sentences[sentence].paragraph { score += 0.8 }
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
    if entities[best].gender == .unknown, !isNeuter { linker.entities[best].gender = gender }
    add(
      at..<at + 1, sentence, .pronoun, [best], score: Double(min(0.9, 0.5 + (bestScore - second) / 5)),
      reason: "nearest subject that fits")
    if !isNeuter { see(best, at, sentence, wasSubject: isSubject, wasPossessor: word.has(.possessivePronoun)) }
  }

  /// The persons whom a sentence names behind the pronoun that is its subject, which then means somebody else:
  /// `He described al-Megrahi's death`.
  private func namedLater(_ range: Range<Int>) -> [Int] {
    var persons: [Int] = []
    for item in named[nextNamed...].prefix(while: { $0.words.lowerBound < range.upperBound })
    where item.type == .person && !words[item.words.lowerBound].shape.contains(.quoted) {
      persons.append(item.entity)
    }
    return persons
  }

  /// The subject of the clause that a pronoun stands in: `Kerry told him` is not about Kerry.
  func clauseSubject(before at: Int, _ range: Range<Int>) -> Int {
    var from = at - 1
    while from >= range.lowerBound {
      let word = words[from]
      if word.has(.relative) { return antecedent(of: from, range) }
      if word.isMark(",") || word.shape.contains(.quote) { break }
      from -= 1
    }
    for seen in memory.reversed() where seen.word > from && seen.word < at && seen.wasSubject { return seen.entity }
    return -1
  }

  /// The person whom a relative pronoun takes up: `X, a specialist with the department, who said`.
  private func antecedent(of relative: Int, _ range: Range<Int>) -> Int {
    for seen in memory.reversed() where entities[seen.entity].type == .person {
      return seen.word >= range.lowerBound && seen.word < relative ? seen.entity : -1
    }
    return -1
  }

  /// Who is named beside a pronoun and so is somebody else: `he and President Bush`.
  private func partner(of at: Int, _ range: Range<Int>) -> Int {
    guard at + 1 < range.upperBound, words[at + 1].has(.and), nextNamed < named.count else { return -1 }
    let next = named[nextNamed].words.lowerBound
    guard next < range.upperBound, next - at < 7, (at + 2..<max(at + 2, next)).allSatisfy(isOfTitle) else { return -1 }
    return named[nextNamed].entity
  }

  /// `they` takes up parties that were named together: `Putin and Macron`.
  mutating func resolvePlural(_ at: Int, _ sentence: Int, _ range: Range<Int>) {
    guard let group = group(before: at, sentence, reach: 2) ?? pair(before: at, sentence, range) else { return }
    // `drive them out`: an object is rather something that is not named.
    let isObject = !words[at].has(.possessivePronoun) && !(at + 1 < range.upperBound && subjects.isVerb(words[at + 1]))
    let isSides = at > range.lowerBound && words[at - 1].has(.mutual)
    if isObject, !isSides, entities[group[0]].type != .person || group.contains(clauseSubject(before: at, range)) {
      return
    }
    add(at..<at + 1, sentence, .pronoun, group, score: 0.6, reason: "parties named together before")
  }

  /// `Putin met Macron in Paris. They discussed …`: the two people whom the sentence before names, one of them its
  /// subject, where `they` is the subject now and nobody was named since.
  private func pair(before at: Int, _ sentence: Int, _ range: Range<Int>) -> [Int]? {
    guard at + 1 < range.upperBound, subjects.isVerb(words[at + 1]), !words[at].has(.possessivePronoun) else {
      return nil
    }
    var pair: [Seen] = []
    for seen in memory.reversed() where entities[seen.entity].type == .person {
      if seen.sentence < sentence - 1 { break }
      guard seen.sentence == sentence - 1, pair.count < 2 else { return nil }
      pair.append(seen)
    }
    guard pair.count == 2, pair.contains(where: \.wasSubject) else { return nil }
    return [pair[1].entity, pair[0].entity]
  }

  /// Parties joined by `and`, with those that commas join before them, that are the subject of this sentence or of those before.
  ///
  /// - Parameters:
  ///   - reach: how many sentences back they may stand.
  ///   - count: how many they are, or nil for any number.
  func group(before at: Int, _ sentence: Int, reach: Int = 1, count: Int? = nil) -> [Int]? {
    var index = nextNamed - 1
    while index > 0, named[index].sentence >= sentence - reach {
      defer { index -= 1 }
      let item = named[index]
      guard var first = before(index), isJoined(first, index) else { continue }
      var parties = [item.entity]
      func take(_ index: Int) {
        let before = named[index].entity
        if !parties.contains(before) { parties.insert(before, at: 0) }
      }
      take(first)
      while parties.count < 8, let next = before(first), isListed(next, first) {
        first = next
        take(first)
      }
      guard parties.count > 1, let type = parties.first.map({ entities[$0].type }), type != .place,
        parties.allSatisfy({ (entities[$0].type == .person) == (type == .person) && entities[$0].type != .place }),
        count == nil || parties.count == count,
        count != nil || !subjects.isGoverned(named[first].words, in: sentences[item.sentence])
      else { continue }
      return parties
    }
    return nil
  }

  /// The item before another in its sentence; the nationality in a person's title is none.
  func before(_ index: Int) -> Int? {
    var before = index - 1
    if before > 0, named[index].type == .person, named[before].form == .demonym { before -= 1 }
    guard before >= 0, named[before].sentence == named[index].sentence else { return nil }
    return before
  }

  /// Nothing but a comma, titles and nationalities stand between two names.
  func isListed(_ a: Int, _ b: Int) -> Bool {
    let gap = named[a].words.upperBound..<max(named[a].words.upperBound, named[b].words.lowerBound)
    return (1...8).contains(gap.count) && words[gap.lowerBound].isMark(",") && gap.dropFirst().allSatisfy(isOfTitle)
  }

  /// The word can stand before a name that goes with the one before: `the former French president`.
  private func isOfTitle(_ at: Int) -> Bool {
    words[at].isCapital && !words[at].isPunctuation
      || words[at].has([.article, .possessivePronoun, .counterpart, .former, .titleStart, .joiner, .adjective])
  }

  /// Only `and`, titles and nationalities stand between two names.
  func isJoined(_ a: Int, _ b: Int) -> Bool {
    let gap = named[a].words.upperBound..<max(named[a].words.upperBound, named[b].words.lowerBound)
    guard gap.count >= 1, gap.count <= 8 else { return false }
    var sawAnd = false
    for at in gap {
      if words[at].has(.and) {
        sawAnd = true
        continue
      }
      guard isOfTitle(at) else { return false }
    }
    return sawAnd
  }

  // MARK: First person

  mutating func resolveFirst(_ at: Int, _ sentence: Int, speaker: Int, isQuoted: Bool) {
    guard speaker >= 0 else { return }
    if !isQuoted, statementAuthors.count > 1, words[at].has(.firstPlural) {
      add(at..<at + 1, sentence, .pronoun, statementAuthors, score: 0.7, reason: "those whose joint statement it is")
      return
    }
    if words[at].has(.first) {
      guard entities[speaker].type == .person else { return }
      add(
        at..<at + 1, sentence, .pronoun, [speaker], score: isQuoted ? 0.85 : 0.7,
        reason: isQuoted ? "speaker of the quotation" : "speaker of the statement")
      return
    }
    // `We` of an official is the country or body that the official speaks for; `we urge the government` the speaker does
    // by saying so.
    let party =
      entities[speaker].type != .person || isQuoted && isPerformed(at)
      ? speaker
      : entities[speaker].affiliation ?? entities[speaker].ownerCountry
        ?? (isQuoted ? speaker : countryServed(speaker, at))
    guard let party else { return }
    add(at..<at + 1, sentence, .pronoun, [party], score: 0.5, reason: "whom the speaker represents")
  }

  /// The country of somebody who holds an office in it.
  private mutating func countryServed(_ person: Int, _ at: Int) -> Int? {
    guard !linker.texts[person].titles.isEmpty else { return nil }
    guard let country = linker.states[entities[person].country] else {
      return isSpokesperson(person) && mainCountry >= 0 ? mainCountry : nil
    }
    return linker.entity(country, .country, at: at)
  }

  private func isSpokesperson(_ person: Int) -> Bool {
    linker.texts[person].titles.contains { rules.titles[$0].isSpokesperson }
  }

  /// A verb in the present follows a pronoun, no auxiliary stands beside it: `we urge`, not `we have urged` or `did we give`.
  private func isPerformed(_ at: Int) -> Bool {
    if at > 0, words[at - 1].has(.be) { return false }
    var next = at + 1
    while next < words.count, next - at < 3, words[next].has(.adverb), !words[next].has(.verb) { next += 1 }
    guard next < words.count, words[next].has([.verb, .saying, .deciding]), !words[next].has(.be) else { return false }
    let end = Int(words[next].end)
    return !(document.bytes[end - 1] == UInt8(ascii: "d") && document.bytes[end - 2] == UInt8(ascii: "e"))
  }

  /// Who a press statement is by, more than one where it is a joint one: the persons that its first lines name behind `by`,
  /// `from` or `Statement of`, or whom a line of its own names with the office, there or behind a dash at the end:
  /// `Ann Lee, Foreign Secretary`, `— Foreign Secretary Ann Lee, Geneva`.
  func speakersOfStatement() -> [Int] {
    var signed: Int?
    var body: Int?
    var titled: [Int] = []
    for (index, item) in named.enumerated() where item.form == .name {
      let entity = item.entity
      guard item.sentence < 4 else {
        guard item.sentence == sentences.count - 1, isBehindDash(item) else { continue }
        if signed == nil, titled.isEmpty, body == nil, item.type == .person, isSignature(item) { signed = entity }
        continue
      }
      guard entities[entity].type == .person else {
        if body == nil, item.sentence == 0, entities[entity].type != .place,
          isAuthored(item) || isHeaded(by: item)
        {
          body = entity
        }
        continue
      }
      if isAuthored(item) { return [entity] + coauthors(behind: index) }
      if signed == nil, isSignature(item) { signed = entity }
      if titled.isEmpty, isHeaded(by: item) { titled = [entity] + coauthors(behind: index) }
    }
    if let signed { return [signed] }
    return titled.isEmpty ? body.map { [$0] } ?? [] : titled
  }

  private func isAuthored(_ item: NamedMention) -> Bool {
    let line = sentences[item.sentence]
    let start = line.lowerBound
    guard !words[line.upperBound - 1].isMark(".") else { return false }
    var at = item.words.lowerBound - 1
    var steps = 0
    while at >= start, steps < 10, !words[at].isPunctuation || words[at].isMark("/") {
      if words[at].has(.by) { return true }
      at -= 1
      steps += 1
    }
    return false
  }

  /// `Statement of President Ann Lee`, `Joint Statement of NATO Ambassadors`: a line that begins with a noun or two and `of`.
  private func isHeaded(by item: NamedMention) -> Bool {
    let line = sentences[item.sentence]
    guard !words[line.upperBound - 1].isMark("."),
      let of = line.prefix(3).dropFirst().first(where: {
        words[$0].has(.joiner) && !words[$0].has([.and, .looseJoiner])
      }),
      of < item.words.lowerBound, words[line.lowerBound..<of].allSatisfy(\.isCapital)
    else { return false }
    let before = of + 1..<item.words.lowerBound
    return before.allSatisfy { words[$0].isCapital || words[$0].has([.article, .joiner]) }
      && (item.type != .person || before.contains { words[$0].has(.titleStart) })
  }

  /// Those named behind an author in the same line, who wrote with him: `Statement of A, B and C`.
  private func coauthors(behind index: Int) -> [Int] {
    var result: [Int] = []
    var end = named[index].words.upperBound
    for next in (index + 1)..<max(index + 1, named.count) {
      let item = named[next]
      guard item.sentence == named[index].sentence else { break }
      guard item.form == .name, item.type == .person else { continue }
      let entity = item.entity
      // Nothing but titles, marks and `and` stands between.
      let isListed = (end..<item.words.lowerBound).allSatisfy { at in
        words[at].isCapital || words[at].isMark(",")
          || words[at].has([.and, .article, .joiner]) && !words[at].has(.looseJoiner)
      }
      guard isListed, item.words.lowerBound > end else { break }
      let hasJoint = words[end].isMark(",") || words[end].has(.and)
      guard hasJoint else { break }
      result.append(entity)
      end = item.words.upperBound
    }
    return result
  }

  /// A dash opens the line of a name.
  private func isBehindDash(_ item: NamedMention) -> Bool {
    let first = words[sentences[item.sentence].lowerBound]
    if first.isMark("-") { return true }
    let text = document.bytes[Int(first.start)..<Int(first.end)]
    return text.elementsEqual("—".utf8) || text.elementsEqual("–".utf8) || text.elementsEqual("--".utf8)
  }

  /// A line that holds a person's name, an office and nothing else but words with a capital: `Ann Lee, Foreign Secretary`.
  private func isSignature(_ item: NamedMention) -> Bool {
    let line = sentences[item.sentence]
    guard line.count - item.words.count <= 12, line.upperBound - item.words.upperBound < 10 else { return false }
    let isAlone = line.allSatisfy { at in
      namedFrom[at] < 0 || named[Int(namedFrom[at])].type != .person || named[Int(namedFrom[at])].words == item.words
    }
    guard isAlone else { return false }
    var hasOffice = false
    let isBehindDash = isBehindDash(item)
    for at in isBehindDash ? line.dropFirst() : line where !item.words.contains(at) {
      let word = words[at]
      // `— Remarks by Chancellor Ann Lee`.
      if isBehindDash, word.has(.by) { continue }
      if word.has(.titleStart) { hasOffice = true }
      guard word.isCapital || word.isMark(",") || word.has([.joiner, .and, .article]) && !word.has(.looseJoiner),
        !word.has([.saying, .deciding]) || word.has(.noun)
      else { return false }
    }
    return hasOffice
  }
}
