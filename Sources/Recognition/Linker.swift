import Gazetteer
import TextModel

/// Decides for every span of an article which entity it names, or that it names none.
///
/// Names that are clear in themselves come first: countries, full names, names with a title. What they tell (who is named in full, which
/// countries the article is about) then decides the others.
struct Linker {
  let document: Document
  let gazetteer: Gazetteer
  let rules: RecognitionRules
  let words: [Word]
  let titles: [TitleUse]
  let explains: Bool

  var spans: [NameSpan]
  /// For each span the index of its entity, or -1.
  var entityOf: [Int32]
  var scores: [Float]
  var reasons: [LinkReasons]
  /// The candidates of each span, best first; kept where the article is explained.
  var ranked: [[RankedCandidate]]
  var isDemonym: [Bool]
  var entities: [ArticleEntity] = []

  var byKnown: [EntityIndex: Int] = [:]
  /// Entities by their folded full names and introduced short forms.
  var byName: [String: Int] = [:]
  /// Persons by the folded end of their name, and by given name.
  var bySurname: [String: [Int]] = [:]
  var byGivenName: [String: [Int]] = [:]
  /// How often the article speaks of each country, by ISO code.
  var countryCounts: [String: Float] = [:]
  /// Exact short forms that the article introduces in parentheses.
  var acronyms: [String: Int] = [:]

  init(
    document: Document, gazetteer: Gazetteer, rules: RecognitionRules, words: [Word], titles: [TitleUse],
    spans: [NameSpan], explains: Bool
  ) {
    self.document = document
    self.gazetteer = gazetteer
    self.rules = rules
    self.words = words
    self.titles = titles
    self.spans = spans
    self.explains = explains
    entityOf = [Int32](repeating: -1, count: spans.count)
    scores = [Float](repeating: 0, count: spans.count)
    reasons = [LinkReasons](repeating: [], count: spans.count)
    ranked = [[RankedCandidate]](repeating: [], count: explains ? spans.count : 0)
    isDemonym = [Bool](repeating: false, count: spans.count)
  }

  /// Links all spans.
  mutating func link() {
    var later: [Int] = []
    countCountries()
    for index in spans.indices where !linkClear(index) { later.append(index) }
    let shapes = typedShapes(later)
    for index in later where spans[index].isShape && spans[index].words.count > 1 { linkShape(index, shapes) }
    introduceAcronyms()
    for index in later where entityOf[index] < 0 { linkUnclear(index, shapes) }
  }

  func range(_ span: NameSpan) -> Range<Int> {
    Int(words[span.words.lowerBound].start)..<Int(words[span.words.upperBound - 1].end)
  }

  func text(_ span: NameSpan) -> String {
    String(decoding: document.bytes[range(span)], as: UTF8.self)
  }

  func key(_ span: NameSpan) -> String {
    NameKey.folded(document.bytes[range(span)])
  }

  // MARK: Clear names

  private mutating func countCountries() {
    for span in spans {
      guard let surface = span.surface else { continue }
      let list = gazetteer.candidates(of: surface)
      guard list.count <= 3 else { continue }
      for candidate in list {
        let type = gazetteer.type(candidate.entity)
        guard type == .country || span.words.count > 1 || (list.count == 1 && type == .place) else { continue }
        let share: Float = type == .country ? 1 : 0.5
        for code in gazetteer.countries(candidate.entity).prefix(2) {
          countryCounts[code, default: 0] += share / Float(list.count)
        }
      }
    }
  }

  /// Links a country, a name of several words, or a name that has one meaning and is no common word.
  private mutating func linkClear(_ index: Int) -> Bool {
    let span = spans[index]
    guard let surface = span.surface else { return false }
    let list = gazetteer.candidates(of: surface)
    let best = best(index, list)
    guard let best else { return false }
    if span.words.count == 1 {
      guard best.type == .country || (list.count == 1 && best.kind != .surname) else { return false }
    } else if best.kind == .surname || best.type == .organization && span.cues.contains(.neverAlone) {
      return false
    }
    guard best.score >= threshold(span) else { return false }
    link(index, to: best)
    return true
  }

  /// The score that a reading must reach.
  func threshold(_ span: NameSpan) -> Float {
    var threshold: Float = 0.5
    if span.words.count == 1 {
      if span.cues.contains(.calendar) { threshold += 3 }
      if span.cues.contains(.risky) {
        threshold += span.cues.contains(.opening) || span.cues.contains(.titleCase) ? 1.8 : 0.8
      }
      if span.cues.contains(.neverAlone) { threshold += 1 }
    } else if span.cues.contains(.titleCase), span.cues.contains(.vocabularyInside) {
      threshold += 0.5
    }
    return threshold
  }

  // MARK: Candidates

  /// The best of the candidates of a span.
  mutating func best(_ index: Int, _ list: CandidateList) -> RankedCandidate? {
    var best: RankedCandidate?
    var all: [RankedCandidate] = []
    var seen = 0
    let limit = cut(list)
    for candidate in list {
      let type = gazetteer.type(candidate.entity)
      if type == .person, Float(gazetteer.weight(candidate.entity)) < limit { continue }
      seen += 1
      let scored = score(index, candidate, type)
      if explains { all.append(scored) }
      if let last = best {
        if scored.score > last.score { best = scored }
      } else {
        best = scored
      }
    }
    if explains { ranked[index] = all.sorted { $0.score > $1.score } }
    return best
  }

  /// The smallest weight of a person that is looked at: a family name can have a thousand bearers.
  private func cut(_ list: CandidateList) -> Float {
    guard list.count > 24 else { return 0 }
    var weights: [Int] = []
    for candidate in list where gazetteer.type(candidate.entity) == .person {
      weights.append(gazetteer.weight(candidate.entity))
    }
    guard weights.count > 16 else { return 0 }
    weights.sort(by: >)
    return Float(weights[15])
  }

  func coherence(_ codes: [String], except own: Float) -> Float {
    var best: Float = 0
    for code in codes.prefix(2) { best = max(best, (countryCounts[code] ?? 0) - own) }
    return min(1, best / 3)
  }

  private func score(_ index: Int, _ candidate: Candidate, _ type: EntityType) -> RankedCandidate {
    let span = spans[index]
    let entity = candidate.entity
    let weight = Float(gazetteer.weight(entity))
    var reasons: LinkReasons = []
    var score: Float = 0
    let isNationality = candidate.kind == .demonym || candidate.kind == .adjective
    switch type {
    case .country: score += isNationality ? 2 : 2.2
    case .place: score += weight > 0 ? min(1.6, Self.log10(weight) / 4.5) : 0.8
    case .organization: score += 0.9
    case .person: score += min(2.2, weight / 60)
    }
    if weight > 60 { reasons.insert(.wellKnown) }
    if candidate.kind == .name, span.words.count > 1 {
      score += 1.5
      reasons.insert(.fullName)
    }
    if candidate.kind == .surname {
      score -= 0.8
      reasons.insert(.surnameAlone)
    }
    if candidate.kind == .name, span.words.count == 1, !candidate.isCanonical { score -= 0.3 }
    if !gazetteer.language(candidate).isEmpty { score -= 0.8 }
    if candidate.isCapitals, span.words.count == 1, !span.cues.contains(.dateline), !span.cues.contains(.titleCase) {
      score -= 1.5
    }
    let fit = isNationality ? 0 : Self.fit(type, span.cues)
    score += fit
    if fit > 0 { reasons.insert(.typeFits) } else if fit < 0 { reasons.insert(.typeMisfits) }
    let countries = gazetteer.countries(entity)
    if type != .country {
      let shared = coherence(countries, except: 0)
      score += shared
      if shared > 0.5 { reasons.insert(.countryInArticle) }
    } else if !isNationality {
      score += 0.5 * coherence(countries, except: 1)
    }
    if type == .person { judgePerson(span, entity, candidate.kind, &score, &reasons) }
    if type == .organization || type == .country { judgeOwner(index, countries, type, candidate, &score, &reasons) }
    if let date = document.date, type != .person, !isNationality {
      let validity = gazetteer.validity(entity)
      if validity.end != nil, !validity.contains(date) { score -= 1 }
    }
    return RankedCandidate(entity: entity, kind: candidate.kind, type: type, score: score, reasons: reasons)
  }

  private static func log10(_ value: Float) -> Float {
    var value = value
    var result: Float = 0
    while value >= 10 {
      value /= 10
      result += 1
    }
    return result + (value - 1) / 9
  }

  /// How well a type fits what stands beside a name.
  static func fit(_ type: EntityType, _ cues: NameCues) -> Float {
    var score: Float = 0
    switch type {
    case .person:
      if cues.contains(.honorificBefore) { score += 4 }
      if cues.contains(.titleBefore) { score += 3 }
      if cues.contains(.roleNounBefore) { score += 2.5 }
      if cues.contains(.ageAfter) { score += 2 }
      if cues.contains(.roleAfter) { score += 1.5 }
      if cues.contains(.whoAfter) { score += 1.5 }
      if cues.contains(.sayingAfter) { score += 0.8 }
      if cues.contains(.sayingBefore) { score += 0.8 }
      if cues.contains(.insideBefore) { score -= 2 }
      if cues.contains(.placeNounBefore) || cues.contains(.placeNounAfter) { score -= 2 }
      if cues.contains(.countryAfter) { score -= 1.5 }
      if cues.contains(.directionBefore) { score -= 2 }
      if cues.contains(.theBefore), !cues.contains(.governmentAfter) { score -= 1 }
      if cues.contains(.organizationNounBefore) || cues.contains(.organizationNounAfter) { score -= 0.5 }
      if cues.contains(.dateline) { score -= 2 }
    case .country, .place:
      if cues.contains(.insideBefore) { score += 1.5 } else if cues.contains(.atBefore) { score += 0.8 }
      if cues.contains(.placeNounBefore) { score += 2 }
      if cues.contains(.placeNounAfter) { score += 1 }
      if cues.contains(.countryAfter) { score += 1.5 }
      if cues.contains(.directionBefore) { score += 1 }
      if cues.contains(.dateline) { score += 2 }
      if cues.contains(.honorificBefore) { score -= 4 }
      if cues.contains(.titleBefore) { score -= 3 }
      if cues.contains(.roleNounBefore) { score -= 2 }
      if cues.contains(.ageAfter) { score -= 2 }
      if cues.contains(.whoAfter) { score -= 1 }
      if type == .place, cues.contains(.sayingAfter) { score -= 0.3 }
    case .organization:
      if cues.contains(.theBefore) { score += 0.4 }
      if cues.contains(.organizationNounAfter) { score += 1 }
      if cues.contains(.organizationNounBefore) { score += 1 }
      if cues.contains(.acronym) { score += 0.6 }
      if cues.contains(.insideBefore) { score -= 0.5 }
      if cues.contains(.honorificBefore) { score -= 4 }
      if cues.contains(.titleBefore) { score -= 3 }
      if cues.contains(.roleNounBefore) { score -= 1 }
      if cues.contains(.ageAfter) { score -= 2 }
      if cues.contains(.whoAfter) { score -= 0.7 }
      if cues.contains(.dateline) { score -= 1 }
      if cues.contains(.placeNounBefore) { score -= 1 }
    }
    return score
  }

  private func judgePerson(
    _ span: NameSpan, _ entity: EntityIndex, _ kind: Alias.Kind, _ score: inout Float, _ reasons: inout LinkReasons
  ) {
    let roles = gazetteer.roles(entity)
    let title = span.title >= 0 ? rules.titles[titles[span.title].title] : nil
    if let date = document.date, !roles.isEmpty {
      if roles.contains(where: { $0.span.contains(date) }) {
        score += 0.7
        reasons.insert(.officeAtDate)
      } else {
        // Somebody whose offices all came later was hardly in the news.
        let first = roles.compactMap { $0.span.start?.year }.min()
        if let first, first > date.year + 3 { score -= 1.5 } else { score -= 0.2 }
        reasons.insert(.notInOfficeAtDate)
      }
    }
    guard let title else { return }
    if !title.offices.isEmpty {
      let isFormer = titles[span.title].isFormer
      let fits = roles.contains { role in
        title.offices.contains(role.office)
          && (document.date.map {
            isFormer ? role.span.start.map { $0.year <= document.date?.year ?? 9999 } ?? true : role.span.contains($0)
          } ?? true)
      }
      if fits {
        score += 1.5
        reasons.insert(.titleFits)
      }
      let owner = titles[span.title].owner
      if owner >= 0, owner < entityOf.count, entityOf[owner] >= 0 {
        let code = entities[Int(entityOf[owner])].countries.first ?? ""
        if gazetteer.countries(entity).contains(code) {
          score += 1
          reasons.insert(.ownerFits)
        } else if kind == .surname {
          score -= 1.5
        }
      }
    }
    let gender = gazetteer.gender(entity)
    if title.gender != .unknown, gender != .unknown, title.gender != gender {
      score -= 3
      reasons.insert(.wrongGender)
    }
  }

  /// An institution that many countries have (`Defense Ministry`, `Supreme Court`) is that of the country beside it, or of
  /// the article.
  private func judgeOwner(
    _ index: Int, _ countries: [String], _ type: EntityType, _ candidate: Candidate, _ score: inout Float,
    _ reasons: inout LinkReasons
  ) {
    guard type == .organization, let code = countries.first, countries.count == 1 else { return }
    let span = spans[index]
    guard index > 0, spans[index - 1].sentence == span.sentence, entityOf[index - 1] >= 0 else { return }
    let gap = span.words.lowerBound - spans[index - 1].words.upperBound
    let owner = entities[Int(entityOf[index - 1])]
    guard owner.type == .country, gap == 0 || gap == 1 && words[span.words.lowerBound - 1].shape.contains(.possessive)
    else { return }
    if owner.countries.contains(code) {
      score += 1.5
      reasons.insert(.ownerFits)
    } else {
      score -= 1.5
    }
  }
}
