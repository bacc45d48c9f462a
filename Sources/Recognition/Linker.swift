import Gazetteer
import TextModel

/// Decides for every span of an article which entity it names, or that it names none.
///
/// Names that are clear in themselves come first: countries, full names, names with a title. What they tell (who is named in full, which
/// countries the article is about) then decides the others. One article's work: made for it, used by one thread and dropped.
struct Linker {
  let context: RecognitionContext
  // Held here too: who asks the context for them counts references.
  let gazetteer: Gazetteer
  let words: [Word]
  let titles: [TitleUse]
  let spans: [NameSpan]
  let names = NameTable()
  /// For each span the index of its entity, or -1.
  var entityOf: [Int32]
  var scores: [Float]
  var reasons: [LinkReasons]
  /// The candidates of each span, best first; kept where the article is explained.
  var ranked: [[RankedCandidate]]
  var isDemonym: [Bool]
  /// For each span that is not clear the number of its folded words; else -1.
  private(set) var keys: [Int32]
  var entities: [ArticleEntity] = []
  /// The texts of each entity.
  var texts: [EntityTexts] = []

  private var byKnown = NumberOfEntity()
  /// For each country's number the first of the article's countries that has it.
  private var countryByNumber: [Gazetteer.CountryNumber: Int] = [:]
  /// Entities by their folded full names.
  var byName = NumberOfName()
  /// Persons by the folded end of their name, and by given name.
  var bySurname = NumbersOfName()
  var byGivenName = NumbersOfName()
  /// Persons by what the article calls them in full, where those forms of their names are known already.
  private var personByForm = NumberOfName()
  /// Organizations by the capitalized words of their names.
  var byPart = NumbersOfName()
  /// How often the article speaks of each country.
  private var countryCounts: [(country: Gazetteer.CountryNumber, count: Float)] = []
  /// Exact short forms that the article introduces in parentheses.
  var shortForms: [Int32: Int] = [:]

  init(_ context: RecognitionContext) {
    self.context = context
    gazetteer = context.gazetteer
    words = context.words
    titles = context.titles
    spans = context.spans
    entityOf = [Int32](repeating: -1, count: spans.count)
    keys = entityOf
    scores = [Float](repeating: 0, count: spans.count)
    reasons = [LinkReasons](repeating: [], count: spans.count)
    ranked = [[RankedCandidate]](repeating: [], count: context.explains ? spans.count : 0)
    entities.reserveCapacity(spans.count / 2)
    texts.reserveCapacity(spans.count / 2)
    isDemonym = [Bool](repeating: false, count: spans.count)
  }

  var document: Document { context.document }
  var states: [Gazetteer.CountryNumber: EntityIndex] { context.states }
  var rules: RecognitionRules { context.rules }
  var numbers: GazetteerNumbers { context.numbers }
  var explains: Bool { context.explains }
  var date: Int32 { context.date }

  /// Short forms in brackets whose letters are the initials of the name before them, which the gazetteer does not hold.
  private var explainedLetters: Set<Int32> = []

  private mutating func findExplainedLetters() {
    for span in spans where span.isShape && span.words.count > 1 {
      let open = span.words.upperBound
      guard open + 2 < words.count, words[open].isMark("("), words[open + 2].isMark(")"),
        words[open + 1].shape.contains(.allCapitals)
      else { continue }
      let letters = Int(words[open + 1].start)..<Int(words[open + 1].end)
      guard areInitials(letters, of: span.words) else { continue }
      explainedLetters.insert(names.exact(document.bytes, letters))
    }
  }

  /// The bytes are the first ones of the words with a capital.
  private func areInitials(_ letters: Range<Int>, of name: Range<Int>) -> Bool {
    var at = letters.lowerBound
    for word in name where words[word].isCapital {
      guard at < letters.upperBound, document.bytes[at] == document.bytes[Int(words[word].start)] else { return false }
      at += 1
    }
    return at == letters.upperBound
  }

  /// Links all spans.
  mutating func link() {
    var later: [Int] = []
    countCountries()
    findExplainedLetters()
    for index in spans.indices where !linkClear(index) { later.append(index) }
    introduceFullForms()
    for index in later { keys[index] = key(spans[index].words) }
    let shapes = typedShapes(later)
    for index in later
    where entityOf[index] < 0 && spans[index].isShape && spans[index].words.count > 1
      && institution(spans[index]) == nil
    {
      linkShape(index, shapes)
    }
    introduceShortForms()
    for index in later where entityOf[index] < 0 { linkUnclear(index, shapes) }
    // What is clear in one place makes the same name clear in another.
    for index in later where entityOf[index] < 0 && spans[index].surface != nil { linkUnclear(index, shapes) }
  }

  func range(_ words: Range<Int>) -> Range<Int> {
    Int(self.words[words.lowerBound].start)..<Int(self.words[words.upperBound - 1].end)
  }

  func text(_ words: Range<Int>) -> String {
    String(decoding: document.bytes[range(words)], as: UTF8.self)
  }

  /// The number of the folded words.
  func key(_ words: Range<Int>) -> Int32 {
    names.folded(document.bytes, range(words))
  }

  // MARK: Countries of the article

  private mutating func countCountries() {
    for span in spans {
      guard let surface = span.surface else { continue }
      let list = gazetteer.candidates(of: surface)
      guard list.count <= 3 else { continue }
      let share = 1 / Float(list.count)
      for candidate in list {
        let type = candidate.type
        guard type == .country || span.words.count > 1 || (list.count == 1 && type == .place) else { continue }
        let countries = gazetteer.countryNumbers(candidate.entity)
        count(countries.first, type == .country ? share : share / 2)
        count(countries.second, type == .country ? share : share / 2)
      }
    }
  }

  private mutating func count(_ country: Gazetteer.CountryNumber, _ share: Float) {
    guard country != 0 else { return }
    for index in countryCounts.indices where countryCounts[index].country == country {
      countryCounts[index].count += share
      return
    }
    countryCounts.append((country, share))
  }

  /// 0 to 1: how much the article speaks of a country, apart from `own` mentions.
  func coherence(_ country: Gazetteer.CountryNumber, except own: Float = 0) -> Float {
    guard country != 0 else { return 0 }
    for counted in countryCounts where counted.country == country { return max(0, min(1, (counted.count - own) / 3)) }
    return 0
  }

  /// The country that the article speaks of most; 0 for none.
  var mainCountry: Gazetteer.CountryNumber {
    var best: Gazetteer.CountryNumber = 0
    var count: Float = 0
    for counted in countryCounts where counted.count > count { (best, count) = (counted.country, counted.count) }
    return best
  }

  /// One of the gazetteer's entities is one of the article's.
  func isEntity(_ known: EntityIndex) -> Bool { byKnown[known] != nil }

  // MARK: Clear names

  /// Links a country, a name of several words, or a name that has one meaning and is no common word.
  private mutating func linkClear(_ index: Int) -> Bool {
    let span = spans[index]
    guard let surface = span.surface else { return false }
    let list = gazetteer.candidates(of: surface)
    guard let best = best(index, list) else { return false }
    if span.words.count == 1 {
      if best.type == .person, span.title >= 0, personByGivenName(span, key(span.words)) != nil { return false }
      guard best.type == .country || (list.count == 1 && best.kind != .surname) else { return false }
      // `Jordan`: a family name where somebody of it is named, unless the article is about the country.
      if best.kind == .name, list.count > 1, span.cues.contains(.risky) {
        let countries = gazetteer.countryNumbers(best.entity)
        if best.type == .country, coherence(countries.first, except: 1) < 0.6 { return false }
      }
    } else if best.kind == .surname || best.type == .organization && span.cues.contains(.neverAlone) {
      return false
    }
    if best.type == .organization, institution(span) != nil { return false }
    // `the International Contact Group (ICG)`: letters mean here what the article says, not what they mean elsewhere.
    if span.words.count == 1, !explainedLetters.isEmpty,
      explainedLetters.contains(names.exact(document.bytes, range(span.words)))
    {
      return false
    }
    guard best.score >= threshold(span, best) else { return false }
    link(index, to: best)
    return true
  }

  /// The score that a reading must reach.
  func threshold(_ span: NameSpan, _ candidate: RankedCandidate) -> Float {
    var threshold: Float = 0.5
    guard span.words.count == 1 else {
      if span.cues.contains(.titleCase), span.cues.contains(.vocabularyInside) { threshold += 0.5 }
      return candidate.kind == .surname ? 1 : threshold
    }
    if span.cues.contains(.calendar) { threshold += 3 }
    // `told the Guardian`: where an outlet is told something, its name is no common word.
    let isTold = span.cues.contains(.toldBefore) && gazetteer.kindNumber(of: candidate.entity) == numbers.outlet
    if span.cues.contains(.risky), !isTold {
      threshold += span.cues.contains(.opening) || span.cues.contains(.titleCase) ? 1.8 : 0.8
    }
    if span.cues.contains(.neverAlone), !isTold { threshold += 1.2 }
    if candidate.kind == .surname, span.title < 0 {
      threshold = max(threshold, span.cues.contains(.givenNameFirst) ? 2.4 : 1.6)
    }
    return threshold
  }

  /// The best of the candidates of a span.
  mutating func best(_ index: Int, _ list: CandidateList) -> RankedCandidate? {
    var best: RankedCandidate?
    var all: [RankedCandidate] = []
    let limit = list.count > 24 ? cut(list) : 0
    for candidate in list {
      let type = candidate.type
      if limit > 0, type == .person, gazetteer.weight(candidate.entity) < limit { continue }
      // `Foreign Policy Adviser`: no magazine.
      if type == .organization, gazetteer.kindNumber(of: candidate.entity) == numbers.outlet,
        opensTitle(spans[index].words)
      {
        continue
      }
      let scored = score(index, candidate, type)
      if explains { all.append(scored) }
      // Of two that fit alike the greater is meant: the Congo of Kinshasa.
      if best.map({
        scored.score > $0.score
          || scored.score == $0.score && gazetteer.weight(scored.entity) > gazetteer.weight($0.entity)
      }) ?? true {
        best = scored
      }
    }
    if explains {
      ranked[index] = all.enumerated().sorted {
        $0.element.score != $1.element.score ? $0.element.score > $1.element.score : $0.offset < $1.offset
      }.map(\.element)
    }
    return best
  }

  /// The words are the first ones of a longer title.
  private func opensTitle(_ words: Range<Int>) -> Bool {
    titles.contains { $0.words.lowerBound == words.lowerBound && $0.words.upperBound > words.upperBound }
  }

  /// The smallest weight of a person that is looked at: a family name can have a thousand bearers.
  private func cut(_ list: CandidateList) -> Int {
    // The largest ones, in falling order.
    var largest: [Int] = []
    largest.reserveCapacity(17)
    var count = 0
    for candidate in list where candidate.type == .person {
      count += 1
      let weight = gazetteer.weight(candidate.entity)
      if largest.count == 16 {
        if weight <= largest[15] { continue }
        largest.removeLast()
      }
      var at = largest.count
      while at > 0, largest[at - 1] < weight { at -= 1 }
      largest.insert(weight, at: at)
    }
    return count > 16 ? largest[15] : 0
  }

  // MARK: Results

  /// Links a span to a known entity, which becomes one of the article's.
  mutating func link(_ index: Int, to candidate: RankedCandidate) {
    let number = entity(candidate.entity, candidate.type, at: spans[index].words.lowerBound)
    isDemonym[index] = candidate.kind == .demonym || candidate.kind == .adjective
    link(index, toEntity: number, score: min(1, max(0, 0.5 + candidate.score / 10)), reasons: candidate.reasons)
    if candidate.type == .person, candidate.kind == .name, spans[index].words.count > 1 {
      let form = names.exact(document.bytes, range(spans[index].words))
      // Nothing new where the article has called the same person so before.
      if personByForm[form] != number {
        personByForm[form] = number
        addPersonForms(number, spans[index].words)
      }
    }
  }

  mutating func link(_ index: Int, toEntity number: Int, score: Float, reasons: LinkReasons) {
    entityOf[index] = Int32(number)
    scores[index] = score
    self.reasons[index] = reasons
    guard !isDemonym[index] else { return }
    let span = spans[index]
    let range = range(span.words)
    let form = names.exact(document.bytes, range)
    if !texts[number].forms.contains(form) { texts[number].forms.append(form) }
    entities[number].isNamed = true
    if range.count > entities[number].fullestLength,
      !span.cues.contains(.allCapitals) || entities[number].fullestForm < 0
    {
      entities[number].fullestForm = form
      entities[number].fullestLength = span.cues.contains(.allCapitals) ? 1 : range.count
    }
    if span.title >= 0 {
      let gender = rules.titles[titles[span.title].title].gender
      if gender != .unknown, entities[number].gender == .unknown { entities[number].gender = gender }
    }
  }

  /// The article's entity for one of the gazetteer's.
  mutating func entity(_ known: EntityIndex, _ type: EntityType, at word: Int) -> Int {
    if let number = byKnown[known] { return number }
    let number = add(
      ArticleEntity(
        known: known, type: type, gender: gazetteer.gender(known), kind: gazetteer.kindNumber(of: known),
        country: gazetteer.countryNumbers(known).first, firstWord: word),
      EntityTexts(id: gazetteer.id(known), name: gazetteer.name(known), kind: gazetteer.kind(known)))
    byKnown.insert(number, for: known)
    switch type {
    case .person:
      addPersonForms(number, gazetteer.nameBytes(known))
      gazetteer.forEachSurname(known) { surname in
        if names.foldWords(UnsafeBufferPointer(rebasing: surname)) > 0 {
          bySurname.add(number, to: names.folded(words: 0..<names.wordCount))
        }
      }
    case .organization: addParts(number, gazetteer.nameBytes(known))
    case .country, .place: break
    }
    return number
  }

  /// Makes an entity one of the article's.
  mutating func add(_ entity: ArticleEntity, _ texts: EntityTexts) -> Int {
    entities.append(entity)
    self.texts.append(texts)
    let number = entities.count - 1
    if entity.type == .country, countryByNumber[entity.country] == nil { countryByNumber[entity.country] = number }
    return number
  }

  /// The article's entity for a country's number, where it names the country.
  func country(_ number: Gazetteer.CountryNumber) -> Int? { countryByNumber[number] }
}
