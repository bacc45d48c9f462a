import Gazetteer
import TextModel

extension Linker {
  /// Links a span to a known entity, which becomes one of the article's.
  mutating func link(_ index: Int, to candidate: RankedCandidate) {
    let number = entity(candidate.entity, candidate.type, at: spans[index].words.lowerBound)
    let isNationality = candidate.kind == .demonym || candidate.kind == .adjective
    isDemonym[index] = isNationality
    link(
      index, toEntity: number, score: min(1, 0.5 + candidate.score / 10), reasons: candidate.reasons)
    if candidate.type == .person, candidate.kind == .name, spans[index].words.count > 1 {
      addPersonForms(number, text(spans[index]))
    }
  }

  mutating func link(_ index: Int, toEntity number: Int, score: Float, reasons: LinkReasons) {
    entityOf[index] = Int32(number)
    scores[index] = score
    self.reasons[index] = reasons
    guard !isDemonym[index] else { return }
    let form = text(spans[index])
    entities[number].forms.insert(form)
    if form.utf8.count > entities[number].fullestForm.utf8.count, !spans[index].cues.contains(.allCapitals) {
      entities[number].fullestForm = form
    }
    if spans[index].title >= 0 {
      let title = rules.titles[titles[spans[index].title].title]
      if title.gender != .unknown, entities[number].gender == .unknown { entities[number].gender = title.gender }
    }
  }

  /// The article's entity for one of the gazetteer's.
  mutating func entity(_ known: EntityIndex, _ type: EntityType, at word: Int) -> Int {
    if let number = byKnown[known] { return number }
    let name = gazetteer.name(known)
    entities.append(
      ArticleEntity(
        known: known, id: gazetteer.id(known), name: name, fullestForm: "", type: type,
        gender: gazetteer.gender(known), kind: gazetteer.kind(known), countries: gazetteer.countries(known),
        firstWord: word))
    let number = entities.count - 1
    byKnown[known] = number
    let key = NameKey.folded(name)
    if byName[key] == nil { byName[key] = number }
    if type == .person {
      addPersonForms(number, name)
      for alias in gazetteer.aliases(known) where alias.kind == .surname {
        addSurname(number, NameKey.folded(alias.text))
      }
    }
    return number
  }

  /// Makes a person known by the ends of the name, and by the given name.
  mutating func addPersonForms(_ number: Int, _ name: String) {
    let parts = NameKey.folded(name).split(separator: " ").map(String.init)
    byName[parts.joined(separator: " ")] = byName[parts.joined(separator: " ")] ?? number
    guard parts.count > 1 else {
      if let only = parts.first { addSurname(number, only) }
      return
    }
    for start in 1..<parts.count { addSurname(number, parts[start...].joined(separator: " ")) }
    // Names of three and more parts: `Ivan Reyes Arzate`, `Osama bin Laden`.
    if parts.count > 2 {
      for middle in 1..<parts.count - 1 where parts[middle].utf8.count > 3 { addGiven(number, parts[middle]) }
    }
    addGiven(number, parts[0])
    if parts.count > 2 { addGiven(number, parts[..<(parts.count - 1)].joined(separator: " ")) }
  }

  private mutating func addSurname(_ number: Int, _ form: String) {
    if bySurname[form]?.contains(number) != true { bySurname[form, default: []].append(number) }
  }

  private mutating func addGiven(_ number: Int, _ form: String) {
    if byGivenName[form]?.contains(number) != true { byGivenName[form, default: []].append(number) }
  }

  /// Short forms in parentheses: `Human Rights Watch (HRW)`, `HRW (Human Rights Watch)`.
  mutating func introduceAcronyms() {
    for index in spans.indices where entityOf[index] >= 0 {
      let span = spans[index]
      let entity = Int(entityOf[index])
      let open = span.words.upperBound
      guard open + 2 < words.count, words[open].isMark("("), words[open + 2].isMark(")") else { continue }
      let short = words[open + 1]
      guard short.isCapital, short.end - short.start >= 2,
        entities[entity].type != .country || entities[entity].known == nil
      else { continue }
      let form = String(decoding: document.bytes[Int(short.start)..<Int(short.end)], as: UTF8.self)
      guard isAcronym(form, of: span) else { continue }
      acronyms[form] = acronyms[form] ?? entity
    }
  }

  /// The capitals of a short form come, in order, in its full form.
  private func isAcronym(_ form: String, of span: NameSpan) -> Bool {
    let letters = form.utf8.filter { $0 >= 0x41 && $0 <= 0x5A }
    guard letters.count >= 2 else { return false }
    let type = entities[Int(entityOf[spans.firstIndex { $0.words == span.words } ?? 0])].type
    if type == .organization, span.words.count > 1, letters.count == form.utf8.count { return true }
    var at = 0
    for word in span.words where at < letters.count {
      if document.bytes[Int(words[word].start)] & 0xDF == letters[at] { at += 1 }
    }
    return at == letters.count
  }

  /// Links a name of one word, or one that is not clear, by what the article tells elsewhere.
  mutating func linkUnclear(_ index: Int, _ shapes: [String: ShapeReading]) {
    let span = spans[index]
    let form = text(span)
    if let entity = acronyms[form] {
      link(index, toEntity: entity, score: 0.95, reasons: .introducedHere)
      return
    }
    let key = key(span)
    let isPlaceLike =
      span.cues.contains(.insideBefore) || span.cues.contains(.countryAfter) || span.cues.contains(.placeNounBefore)
    if let persons = bySurname[key], !isPlaceLike || span.title >= 0, let person = choose(persons, for: span) {
      link(index, toEntity: person, score: 0.9, reasons: .namedInFull)
      return
    }
    if let entity = byName[key], span.isShape {
      link(index, toEntity: entity, score: 0.85, reasons: .namedInFull)
      return
    }
    if let surface = span.surface, let best = best(index, gazetteer.candidates(of: surface)),
      best.score >= threshold(span)
    {
      if best.kind != .surname || byGivenName[key] == nil {
        link(index, to: best)
        return
      }
    }
    if span.words.count <= 2, !isPlaceLike, let persons = byGivenName[key], let person = choose(persons, for: span),
      !span.cues.contains(.risky) || span.title >= 0
    {
      link(index, toEntity: person, score: 0.7, reasons: .namedInFull)
      return
    }
    guard let reading = shapes[key], reading.score >= shapeThreshold(span, reading) else { return }
    create(index, reading, key)
  }

  /// The one of several persons of the same family name that a mention means: by title and gender, else the last one named.
  private func choose(_ persons: [Int], for span: NameSpan) -> Int? {
    guard persons.count > 1 else { return persons.first }
    var gender: Gender = .unknown
    if span.title >= 0 { gender = rules.titles[titles[span.title].title].gender }
    let fitting = persons.filter {
      gender == .unknown || entities[$0].gender == .unknown || entities[$0].gender == gender
    }
    let before = fitting.filter { entities[$0].firstWord < span.words.lowerBound }
    return before.max { entities[$0].firstWord < entities[$1].firstWord } ?? fitting.first ?? persons.first
  }
}
