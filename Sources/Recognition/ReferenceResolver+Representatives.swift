import TextModel

extension ReferenceResolver {
  /// Unnamed people who stand for the country or body named before them: `senior Russian officials`, `a Pentagon spokesman`.
  ///
  /// - Returns: the end of what they cover, or the name's start where none stand there.
  mutating func representative(_ index: Int, _ sentence: Int, _ range: Range<Int>) -> Int {
    let item = named[index]
    if item.form == .demonym, let person = compatriot(item, sentence, range) {
      add(
        item.words.lowerBound - 1..<item.words.upperBound, sentence, .description, [person], score: 0.75,
        reason: "the person of that country named last")
      if let last = found.last { remember(last, sentence) }
      return item.words.upperBound
    }
    if item.type == .person, let end = administration(item, sentence, range) { return end }
    guard item.type == .country || item.type == .organization else { return item.words.lowerBound }
    let party = item.entity
    var at = item.words.upperBound
    if at < range.upperBound, words[at].shape.contains(.possessive) { at += 1 }
    // `Russian and Ukrainian officials`: each nationality stands for its country.
    if item.form == .demonym, let noun = sharedNoun(after: at, range), noun.isRepresentative {
      add(item.words, sentence, .representative, [party], score: 0.8, reason: "unnamed people of the country")
      return item.words.lowerBound
    }
    let isBody = item.type == .organization
    // `the P5+1 nations`: the countries of a body.
    if isBody, at < range.upperBound, let noun = rules.anaphors[Int(words[at].id)], noun.isPlural, noun.count == nil,
      noun.types == [.country]
    {
      add(
        item.words.lowerBound..<at + 1, sentence, .representative, [party], score: 0.8, reason: "countries of the body")
      if let last = found.last { remember(last, sentence) }
      return at + 1
    }
    guard
      let end = representativeEnd(
        at, range, allowsAdjectives: true, allowsFighters: isBody,
        // `North Korea puts military …`: a name without possessive is rather a subject.
        allowsVerbs: item.form == .demonym || at > item.words.upperBound)
    else {
      return item.words.lowerBound
    }
    if isNamed(end, range) || isTitle(endingAt: end, after: item.words.upperBound) { return item.words.lowerBound }
    if let use = pluralTitle(endingAt: end, after: item.words.upperBound),
      holders(use, rules.titles[use.title], ownerEntity(use), sentence) == end
    {
      return end
    }
    add(
      item.words.lowerBound..<end, sentence, .representative, [party], score: 0.85,
      reason: "unnamed people or bodies of the country or organization")
    if let last = found.last { remember(last, sentence) }
    return end
  }

  /// `the Frenchman`, `the Kenyan, who`: the person of that country whom the article named last, where the same sentence
  /// names no other of them.
  private func compatriot(_ item: NamedMention, _ sentence: Int, _ range: Range<Int>) -> Int? {
    let at = item.words.lowerBound
    guard item.type == .country, item.words.count == 1, at > range.lowerBound, words[at - 1].has(.definite),
      let gender = genderOfNationality(at)
    else { return nil }
    let next = at + 1
    if next < range.upperBound {
      let word = words[next]
      // `the Kenyan side`, `the Israeli and Egyptian ministers`.
      if gender == .unknown || !word.has([.verb, .saying]) {
        guard
          !word.isCapital,
          !word.has([.noun, .adjective, .otherAdjective, .representative, .anaphor, .titleStart, .two, .three, .and])
            || word.has(.saying)
        else { return nil }
      }
    }
    let country = entities[item.entity].country
    guard country != 0 else { return nil }
    var best: Seen?
    for seen in memory.reversed() where entities[seen.entity].type == .person {
      let entity = entities[seen.entity]
      guard sentence - seen.sentence <= 5 else { break }
      guard entity.country == country, gender == .unknown || entity.gender == .unknown || entity.gender == gender else {
        continue
      }
      if let best {
        if best.sentence == seen.sentence { return nil }
        break
      }
      best = seen
    }
    return best?.entity
  }

  /// The gender of one person that a noun of nationality can mean; nil where it means several or is but an adjective:
  /// `the Russians`, `the Dutch`, `the Chinese`.
  private func genderOfNationality(_ at: Int) -> Gender? {
    let text = document.bytes[Int(words[at].start)..<Int(words[at].end)]
    func ends(_ suffix: StaticString) -> Bool {
      suffix.withUTF8Buffer { text.count > $0.count && text.suffix($0.count).elementsEqual($0) }
    }
    if ends("woman") { return .female }
    if ends("man"), !ends("rman"), !ends("Oman") { return .male }
    return ends("s") || ends("men") || ends("ch") || ends("sh") || ends("ese") ? nil : .unknown
  }

  /// `the Bush administration`, `Maliki's government`: the country that the person serves.
  private mutating func administration(_ item: NamedMention, _ sentence: Int, _ range: Range<Int>) -> Int? {
    var at = item.words.upperBound
    if at < range.upperBound, words[at].shape.contains(.possessive) { at += 1 }
    guard at < range.upperBound, words[at].has(.government), !words[at].isCapital,
      entities[item.entity].country != 0, let country = country(entities[item.entity].country),
      at + 1 >= range.upperBound || !words[at + 1].has([.representative, .titleStart])
    else { return nil }
    add(
      item.words.lowerBound..<at + 1, sentence, .representative, [country], score: 0.75,
      reason: "government of the person's country")
    if let last = found.last { remember(last, sentence) }
    return at + 1
  }

  /// The end of a noun phrase whose head noun means unnamed representatives: `officials`, `government officials`, `foreign ministry`.
  func representativeEnd(
    _ start: Int, _ range: Range<Int>, allowsAdjectives: Bool, allowsFighters: Bool = false,
    allowsVerbs: Bool = true
  ) -> Int? {
    var at = start
    var head: Int?
    var steps = 0
    while at < range.upperBound, steps < 5 {
      let word = words[at]
      if word.isPunctuation || word.isCapital && !word.shape.contains(.titleCase) && !word.shape.contains(.opening) {
        break
      }
      if word.shape.contains(.clitic) { break }
      // `Australian business leaders` speak for nobody.
      if rules.publicPhrases.match(words, at: at, end: range.upperBound) != nil { return nil }
      if let phrase = rules.representativePhrases.match(words, at: at, end: range.upperBound) {
        // Soldiers and rebels stand for an organization whose they are, not for a country.
        if words[at + phrase.count - 1].has(.publicNoun), !allowsFighters { return nil }
        at += phrase.count
        head = at
        steps += 1
        continue
      }
      if word.has(.publicNoun) { return nil }
      if head != nil {
        // Another noun makes the head a modifier: `government forces`; a verb ends the phrase.
        if word.has(.noun), !word.has([.verb, .functionWord, .adverb, .saying, .be]), !isParticiple(at, range) {
          return nil
        }
        break
      }
      guard allowsAdjectives,
        word.has([.noun, .adjective]) || word.shape.contains(.hyphenBefore) || word.shape.contains(.hyphenAfter),
        !word.has([.functionWord, .be])
      else { break }
      if word.has(.verb), !word.has([.adjective, .noun]) || !allowsVerbs { break }
      at += 1
      steps += 1
    }
    return head
  }

  /// A noun in `-ing` with an object behind it: `authorities warning it`, not `authorities meeting rooms`.
  private func isParticiple(_ at: Int, _ range: Range<Int>) -> Bool {
    let (start, end) = (Int(words[at].start), Int(words[at].end))
    guard end - start > 4, document.bytes[end - 3..<end].elementsEqual("ing".utf8), at + 1 < range.upperBound else {
      return false
    }
    return words[at + 1].has([.pronoun, .article, .definite]) || words[at + 1].isCapital
  }

  /// A proper name follows: the noun is its title, `Pentagon spokesman John Kirby`.
  private func isNamed(_ end: Int, _ range: Range<Int>) -> Bool {
    guard end < range.upperBound else { return false }
    let start = words[end].isMark(",") ? end + 1 : end
    guard start < range.upperBound else { return false }
    guard namedFrom[start] >= 0 else { return false }
    let item = named[Int(namedFrom[start])]
    guard item.type == .person else { return false }
    // `the official, Kerry said` names nobody.
    return start == end || item.words.upperBound < range.upperBound && words[item.words.upperBound].isMark(",")
  }

  /// A title of one person ends there: `Russian leader` is rather the person, which `describe` finds out.
  private func isTitle(endingAt end: Int, after start: Int) -> Bool {
    var index = nextTitle
    while index < linker.titles.count, linker.titles[index].words.lowerBound < end {
      let use = linker.titles[index]
      if use.words.lowerBound >= start, use.words.upperBound == end, !rules.titles[use.title].isPlural,
        ownerEntity(use) != nil
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// `foreign ministers` in `the U.S. and Russian foreign ministers`.
  private func pluralTitle(endingAt end: Int, after start: Int) -> TitleUse? {
    linker.titles[nextTitle...].prefix { $0.words.lowerBound < end }.first {
      $0.words.lowerBound >= start && $0.words.upperBound == end && rules.titles[$0.title].isPlural
    }
  }

  /// A title whose holder is not known stands for its country or body where the noun does: `a Russian diplomat`.
  mutating func standIn(_ use: TitleUse, _ sentence: Int, _ range: Range<Int>) -> Int {
    guard use.owner >= 0, let owner = ownerEntity(use),
      entities[owner].type == .country || entities[owner].type == .organization,
      linker.spans[use.owner].words.upperBound <= use.words.lowerBound
    else { return use.words.lowerBound }
    let start = linker.spans[use.owner].words.upperBound
    let from = start < words.count && words[start].shape.contains(.possessive) ? start + 1 : start
    // `ambassador in Berlin`: the title goes on with its place.
    guard let end = representativeEnd(from, range, allowsAdjectives: true), end <= use.words.upperBound else {
      return use.words.lowerBound
    }
    let name = linker.spans[use.owner].words.lowerBound
    add(
      name..<end, sentence, .representative, [owner], score: 0.8,
      reason: "unnamed people or bodies of the country or organization")
    if let last = found.last { remember(last, sentence) }
    return end
  }

  /// The noun that two nationalities share: `Russian and Ukrainian officials`.
  private func sharedNoun(after at: Int, _ range: Range<Int>) -> (end: Int, isRepresentative: Bool)? {
    guard at < range.upperBound, words[at].has(.and) || words[at].isMark(",") else { return nil }
    var next = nextNamed
    var position = at
    while next < named.count, named[next].form == .demonym, named[next].words.lowerBound <= position + 2 {
      position = named[next].words.upperBound
      next += 1
    }
    guard position > at, let end = representativeEnd(position, range, allowsAdjectives: true) else { return nil }
    return (end, true)
  }

  // MARK: Metonymy

  /// A capital or seat that acts is its government: `Moscow said`, `talks between Tehran and Washington`.
  mutating func actAsGovernment(_ index: Int, _ range: Range<Int>) {
    let item = named[index]
    guard item.type == .place, item.form == .name else { return }
    let cue = governmentCue(item.words, range)
    guard cue != .none else { return }
    guard let metonym = rules.metonyms[text(item)] ?? rules.metonyms[linker.texts[item.entity].name] else { return }
    guard let country = country(metonym.country) else { return }
    if metonym.isAmbiguous, entities[item.entity].kind != linker.numbers.capital, !isRemembered(country) {
      return
    }
    named[index].standsFor = country
    named[index].actsBy = cue
    see(country, item.words.lowerBound, item.sentence, wasSubject: true, wasPossessor: false)
  }

  private func isRemembered(_ entity: Int) -> Bool {
    for seen in memory where seen.entity == entity { return true }
    return false
  }

  private func governmentCue(_ name: Range<Int>, _ range: Range<Int>) -> NamedMention.GovernmentCue {
    // `Kabul-based` is no government.
    if words[name.upperBound - 1].shape.contains(.hyphenAfter) { return .none }
    let before = name.lowerBound - 1
    let isPlaced = before >= range.lowerBound && words[before].has(.atPlace)
    if !isPlaced, let verb = subjects.verb(after: name, in: range), words[verb].has(.deciding),
      !subjects.isGoverned(name, in: range)
    {
      return .decides
    }
    let end = name.upperBound
    if !isPlaced, end + 1 < range.upperBound, words[end].shape.contains(.possessive),
      words[end + 1].has([.representative, .titleStart, .deciding])
    {
      return .hasRepresentatives
    }
    guard before >= range.lowerBound else { return .none }
    if words[before].has(.mutual) { return .isSide }
    if words[before].has(.and), isSide(before, range) { return .isSide }
    if words[before].has(.saying), !words[before].has(.be) { return .isSpokenTo }
    return .none
  }

  /// `between Tehran and`: the other side before `and` follows `between`.
  private func isSide(_ and: Int, _ range: Range<Int>) -> Bool {
    guard namedTo[and] >= 0 else { return false }
    let before = named[Int(namedTo[and])].words.lowerBound - 1
    return before >= range.lowerBound && words[before].has(.mutual)
  }
}
