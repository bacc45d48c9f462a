import Gazetteer
import TextModel

extension Linker {
  // MARK: Forms of names

  /// Makes a person known by the ends of the name, and by the given name.
  mutating func addPersonForms(_ number: Int, _ name: Range<Int>) {
    let key = key(name)
    if byName[key] == nil { byName[key] = number }
    guard name.count > 1 else {
      addSurname(number, key)
      return
    }
    for start in name.lowerBound + 1..<name.upperBound {
      addSurname(number, self.key(start..<name.upperBound))
    }
    if name.count > 2 {
      // Names of three and more parts: `Ivan Reyes Arzate`, `Osama bin Laden`.
      for middle in name.lowerBound + 1..<name.upperBound - 1 where words[middle].end - words[middle].start > 3 {
        addGivenName(number, self.key(middle..<middle + 1))
      }
      addGivenName(number, self.key(name.lowerBound..<name.upperBound - 1))
    }
    addGivenName(number, self.key(name.lowerBound..<name.lowerBound + 1))
  }

  /// As for words of the article, for a name of the gazetteer.
  mutating func addPersonForms(_ number: Int, _ name: UnsafeBufferPointer<UInt8>) {
    let count = names.foldWords(name)
    guard count > 0 else { return }
    let full = names.folded(words: 0..<count)
    if byName[full] == nil { byName[full] = number }
    guard count > 1 else {
      addSurname(number, full)
      return
    }
    for start in 1..<count { addSurname(number, names.folded(words: start..<count)) }
    addGivenName(number, names.folded(words: 0..<1))
  }

  /// Makes an organization known by its name, by the longer words of it and by its first words.
  mutating func addParts(_ number: Int, _ name: UnsafeBufferPointer<UInt8>) {
    let count = names.foldWords(name)
    guard count > 0 else { return }
    let full = names.folded(words: 0..<count)
    if byName[full] == nil { byName[full] = number }
    guard count > 1 else { return }
    for word in 0..<count where names.foldedLength(word) > 3 { addPart(number, names.folded(words: word..<word + 1)) }
    for end in 2..<max(2, count) { addPart(number, names.folded(words: 0..<end)) }
  }

  mutating func addSurname(_ number: Int, _ key: Int32) {
    bySurname.add(number, to: key)
  }

  mutating func addGivenName(_ number: Int, _ key: Int32) {
    byGivenName.add(number, to: key)
  }

  private mutating func addPart(_ number: Int, _ key: Int32) {
    byPart.add(number, to: key)
  }

  // MARK: Short forms

  /// Short forms in parentheses: `Human Rights Watch (HRW)`, `HRW (Human Rights Watch)`.
  mutating func introduceShortForms() {
    for index in spans.indices where entityOf[index] >= 0 {
      let span = spans[index]
      let entity = Int(entityOf[index])
      let open = span.words.upperBound
      guard open + 2 < words.count, words[open].isMark("(") || words[open].isMark("["),
        words[open + 2].isMark(")") || words[open + 2].isMark("]")
      else { continue }
      let short = words[open + 1]
      guard short.isCapital, short.end - short.start >= 2, entities[entity].type != .country else { continue }
      guard isShortForm(short, of: span, entities[entity].type) else { continue }
      let form = names.exact(document.bytes, Int(short.start)..<Int(short.end))
      if shortForms[form] == nil { shortForms[form] = entity }
    }
  }

  /// Full forms in brackets behind a known short one, however they are worded: `SAARC [South Asian Association of …]`.
  mutating func introduceFullForms() {
    for index in spans.indices.dropLast() where entityOf[index] >= 0 {
      let (short, full) = (spans[index], spans[index + 1])
      let open = short.words.upperBound
      guard short.words.count == 1, entityOf[index + 1] < 0, full.isShape, full.words.lowerBound == open + 1,
        full.words.upperBound < words.count, words[open].isMark("(") || words[open].isMark("["),
        words[full.words.upperBound].isMark(")") || words[full.words.upperBound].isMark("]"),
        entities[Int(entityOf[index])].type == .organization, full.words.count > 2,
        isShortForm(words[short.words.lowerBound], of: full, .place)
      else { continue }
      link(index + 1, toEntity: Int(entityOf[index]), score: 0.95, reasons: .introducedHere)
    }
  }

  /// The capitals of a short form come, in order, in its full form; those of an organization may be of its name in another language.
  private func isShortForm(_ short: Word, of span: NameSpan, _ type: EntityType) -> Bool {
    if type == .organization, span.words.count > 1, short.shape.contains(.allCapitals) { return true }
    var word = span.words.lowerBound
    var capitals = 0
    for at in Int(short.start)..<Int(short.end) where document.bytes[at] >= 0x41 && document.bytes[at] <= 0x5A {
      while word < span.words.upperBound, document.bytes[Int(words[word].start)] & 0xDF != document.bytes[at] {
        word += 1
      }
      guard word < span.words.upperBound else { return false }
      word += 1
      capitals += 1
    }
    return capitals >= 2
  }

  // MARK: Names that the article explains

  /// Links a name of one word, or one that is not clear, by what the article tells elsewhere.
  mutating func linkUnclear(_ index: Int, _ shapes: ShapeReadings) {
    let span = spans[index]
    // `In May the president …`, where Moon Jae-in is named before: no family name, but a preposition in capitals.
    if span.words.count == 1, span.title < 0, span.cues.contains(.opening),
      words[span.words.lowerBound].has(.functionWord), !words[span.words.lowerBound].shape.contains(.allCapitals)
    {
      return
    }
    if !shortForms.isEmpty, let entity = shortForms[names.exact(document.bytes, range(span.words))] {
      link(index, toEntity: entity, score: 0.95, reasons: .introducedHere)
      return
    }
    if linkInstitution(index) { return }
    let key = keys[index]
    let isPlaceLike = !span.cues.isDisjoint(with: [.insideBefore, .countryAfter, .placeNounBefore])
    if let persons = bySurname[key], !isPlaceLike || span.title >= 0, let person = choose(persons, for: span) {
      link(index, toEntity: person, score: 0.9, reasons: .namedInFull)
      return
    }
    if span.isShape, let entity = byName[key] {
      link(index, toEntity: entity, score: 0.85, reasons: .namedInFull)
      return
    }
    if linkPart(index, key) { return }
    if let person = personByGivenName(span, key) {
      link(index, toEntity: person, score: 0.8, reasons: .namedInFull)
      return
    }
    if let surface = span.surface, let best = best(index, gazetteer.candidates(of: surface)),
      best.score >= threshold(span, best), best.kind != .surname || byGivenName[key] == nil
    {
      link(index, to: best)
      return
    }
    if span.words.count <= 2, !isPlaceLike, !span.cues.contains(.risky) || span.title >= 0,
      let persons = byGivenName[key],
      let person = choose(persons, for: span)
    {
      link(index, toEntity: person, score: 0.7, reasons: .namedInFull)
      return
    }
    guard let reading = shapes[key], reading.score >= shapeThreshold(span, reading) else { return }
    if span.surface != nil, let entity = byName[key] {
      link(index, toEntity: entity, score: 0.7, reasons: .byShape)
      return
    }
    create(index, reading, key)
  }

  /// `Sheikh Abdullah`, `King Hamad`: who goes by a given name is the one whom the article has named so before.
  func personByGivenName(_ span: NameSpan, _ key: Int32) -> Int? {
    guard span.title >= 0, span.words.count == 1, let persons = byGivenName[key] else { return nil }
    let title = rules.titles[titles[span.title].title]
    guard title.category == "royal" || title.isHonorific else { return nil }
    return persons.last { entities[$0].firstWord < span.words.lowerBound }
  }

  /// The one of several persons of the same family name that a mention means: by title and gender, else the last one named.
  private func choose(_ persons: [Int], for span: NameSpan) -> Int? {
    guard persons.count > 1 else { return persons.first }
    let gender = span.title >= 0 ? rules.titles[titles[span.title].title].gender : .unknown
    let fitting = persons.filter {
      gender == .unknown || entities[$0].gender == .unknown || entities[$0].gender == gender
    }
    // `Sarkozy` is rather Nicolas Sarkozy than Carla Bruni-Sarkozy.
    let whole = fitting.filter { !isHyphenated($0, span) }
    let before = (whole.isEmpty ? fitting : whole).filter { entities[$0].firstWord < span.words.lowerBound }
    return before.max { entities[$0].firstWord < entities[$1].firstWord } ?? fitting.first ?? persons.first
  }

  /// The words are only behind the hyphen in what the article calls the person.
  private func isHyphenated(_ person: Int, _ span: NameSpan) -> Bool {
    guard entities[person].fullestForm >= 0 else { return false }
    return names.text(entities[person].fullestForm).hasSuffix("-" + text(span.words))
  }

  /// A word of an organization's name that the article gives in full: `the Coalition`, `Amnesty`, `the Fund`.
  private mutating func linkPart(_ index: Int, _ key: Int32) -> Bool {
    let span = spans[index]
    guard let organizations = byPart[key], !span.cues.contains(.titleCase), span.title < 0 else { return false }
    // A word that opens a sentence is a name only where nothing but a name is capitalized there.
    if span.cues.contains(.opening), span.words.count == 1, words[span.words.lowerBound].has(.vocabulary) {
      return false
    }
    let word = words[span.words.lowerBound]
    if span.words.count == 1, word.has(.vocabulary) {
      // `National` is no name; `in the News` means no part of one.
      if word.has(.adjective), !word.has(.noun) { return false }
      if span.cues.contains(.atBefore), !span.cues.contains(.possessiveAfter) { return false }
    }
    guard
      span.cues.isDisjoint(with: [.insideBefore, .honorificBefore, .placeNounBefore, .placeNounAfter, .countryAfter]),
      !span.cues.contains(.atBefore) || span.cues.contains(.theBefore)
    else { return false }
    // `Gulf countries` are not of the Gulf Cooperation Council.
    if let surface = span.surface {
      for candidate in gazetteer.candidates(of: surface) {
        let type = candidate.type
        if type == .place || type == .country, candidate.isCanonical { return false }
      }
    }
    let before = organizations.filter { entities[$0].firstWord < span.words.lowerBound }
    guard let entity = before.max(by: { entities[$0].firstWord < entities[$1].firstWord }) else { return false }
    // What the gazetteer knows by this name alone is meant, unless it is a general word.
    if span.surface != nil, span.cues.isDisjoint(with: [.neverAlone, .risky]) { return false }
    link(index, toEntity: entity, score: 0.75, reasons: .partOfName)
    return true
  }

  // MARK: Institutions

  /// What every country has by this name: `Defense Ministry`, `Supreme Court`.
  func institution(_ span: NameSpan) -> RecognitionRules.Institution? {
    guard span.words.count <= 4, words[span.words.lowerBound].has(.institution) else { return nil }
    return rules.institutions[names.text(key(span.words))]
  }

  /// Links the name of an institution that every country has to that of the country beside it, else of the article.
  private mutating func linkInstitution(_ index: Int) -> Bool {
    let span = spans[index]
    guard let institution = institution(span), !span.cues.contains(.titleCase) || span.words.count > 1 else {
      return false
    }
    // `the Workers' Party Congress`: of the body before it, not of a country.
    if span.words.count == 1, index > 0, spans[index - 1].words.upperBound == span.words.lowerBound,
      entityOf[index - 1] >= 0, entities[Int(entityOf[index - 1])].type == .organization
    {
      return true
    }
    let next = span.words.upperBound
    let isBeforeTitle = next < words.count && words[next].has(.titleStart)
    // `House Bill 1523`: part of another name.
    if span.words.count == 1, next < words.count, words[next].isCapital, !isBeforeTitle, words[next].has(.vocabulary) {
      return false
    }
    if span.cues.contains(.opening), span.words.count == 1, !span.cues.contains(.theBefore), !isBeforeTitle,
      span.cues.isDisjoint(with: [.sayingAfter, .decidingAfter, .possessiveAfter])
    {
      return false
    }
    let owner = countryBeside(index).map { entities[$0].country }
    let fallback = institution.fallback.isEmpty ? nil : gazetteer.index(ofID: institution.fallback)
    let country = owner ?? mainCountry
    if let fallback {
      let home = gazetteer.countryNumbers(fallback).first
      if owner == nil && coherence(home) > 0 || owner == home {
        link(
          index, toEntity: entity(fallback, .organization, at: span.words.lowerBound), score: 0.8,
          reasons: .countryInArticle)
        return true
      }
    }
    let name = text(span.words)
    // `told Parliament`: that of a country that the article need not name.
    let isKnownAlone = institution.kind == "legislature" && institution.fallback.isEmpty
    guard let state = states[country] else {
      guard country == 0, isKnownAlone, name == "Parliament" else { return false }
      create(institution, of: 0, as: name, index)
      return true
    }
    let stateName = gazetteer.name(state)
    var spellings = ["\(name) of \(stateName)", "\(stateName) \(name)"]
    for alias in gazetteer.aliases(state) where alias.kind == .adjective { spellings.append("\(alias.text) \(name)") }
    for spelling in spellings {
      guard let surface = gazetteer.surface(exactly: spelling) else { continue }
      for candidate in gazetteer.candidates(of: surface) where candidate.type == .organization {
        link(
          index, toEntity: entity(candidate.entity, .organization, at: span.words.lowerBound), score: 0.8,
          reasons: owner == nil ? .countryInArticle : .ownerFits)
        return true
      }
    }
    guard owner != nil || span.words.count > 1 || isKnownAlone else { return false }
    create(institution, of: country, as: "\(name) of \(stateName)", index, isOwned: owner != nil)
    return true
  }

  /// Links a span to an institution that the gazetteer has not.
  private mutating func create(
    _ institution: RecognitionRules.Institution, of country: UInt16, as name: String, _ index: Int,
    isOwned: Bool = false
  ) {
    let at = spans[index].words.lowerBound
    let key = names.folded(NameKey.folded(name))
    let number = byName[key] ?? create(name, .organization, at: at)
    byName[key] = number
    entities[number].country = country
    entities[number].kind = numbers.kind(institution.kind)
    texts[number].kind = institution.kind
    link(index, toEntity: number, score: 0.7, reasons: isOwned ? .ownerFits : .countryInArticle)
  }
}
