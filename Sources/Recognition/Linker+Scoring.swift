import Gazetteer
import TextModel

extension Linker {
  /// The score of one meaning of a span: how likely it is in itself, and how well it fits the words beside and the article.
  func score(_ index: Int, _ candidate: Candidate, _ type: EntityType) -> RankedCandidate {
    let span = spans[index]
    let entity = candidate.entity
    let weight = Float(gazetteer.weight(entity))
    let kind = candidate.kind
    let isNationality = kind == .demonym || kind == .adjective
    let isSingle = span.words.count == 1
    var reasons: LinkReasons = []
    var score: Float = 0
    switch type {
    case .country where isNationality:
      // `Turkish` is the nationality, whatever party or person is called so; not behind a title: `Mr. French`.
      score += span.cues.isDisjoint(with: [.titleBefore, .honorificBefore]) ? 4 : 1.5
      if words[span.words.lowerBound].has(.neverName) { score -= 4 }
    case .country: score += 2.2
    case .place:
      score += weight > 0 ? min(1.6, Self.log10(weight) / 4.5) : 0.8
      if gazetteer.kindNumber(of: entity) == numbers.capital { score += 0.4 }
    case .organization: score += 0.9
    case .person:
      score += min(2.2, weight / 60)
      if weight > 60 { reasons.insert(.wellKnown) }
    }
    if kind == .name {
      if isSingle {
        if !candidate.isCanonical { score -= 0.3 }
      } else {
        score += 1.5
        reasons.insert(.fullName)
      }
    } else if kind == .surname {
      score -= 0.8
      reasons.insert(.surnameAlone)
    }
    if isSingle, candidate.isCapitals, span.cues.isDisjoint(with: [.dateline, .titleCase]) { score -= 1.5 }
    if !isNationality {
      if !candidate.isEnglish { score -= type == .country ? 1.8 : 0.8 }
      let fit = Self.fit(type, span.cues)
      score += fit
      if fit > 0 { reasons.insert(.typeFits) } else if fit < 0 { reasons.insert(.typeMisfits) }
    }
    let countries = gazetteer.countryNumbers(entity)
    if type != .country {
      let shared = max(coherence(countries.first), coherence(countries.second))
      score += shared
      if shared > 0.5 { reasons.insert(.countryInArticle) }
    } else if !isNationality {
      score += 0.5 * coherence(countries.first, except: 1)
    }
    switch type {
    case .person: judgePerson(span, entity, kind, countries.first, &score, &reasons)
    case .organization:
      judgeOwner(index, countries, &score, &reasons)
      // `Workers' Party`, `DC`: the party of a country that the article does not name is hardly meant.
      if gazetteer.kindNumber(of: entity) == numbers.party, countries.first != 0, coherence(countries.first) == 0,
        !candidate.isCanonical || candidate.isCapitals
      {
        score -= 2
      }
    case .country, .place: break
    }
    if isEntity(entity), !isNationality {
      score += 1
      reasons.insert(.namedElsewhere)
    }
    if type != .person, let date = document.date, gazetteer.hasValidity(entity) {
      // A state that is gone, or is not yet, is hardly meant.
      score -= gazetteer.validity(entity).contains(date) ? 0 : 2
    }
    return RankedCandidate(entity: entity, kind: kind, type: type, score: score, reasons: reasons)
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
      if !cues.isDisjoint(with: [.placeNounBefore, .placeNounAfter]) { score -= 2 }
      if cues.contains(.countryAfter) { score -= 1.5 }
      if cues.contains(.directionBefore) { score -= 2 }
      if cues.contains(.theBefore), !cues.contains(.governmentAfter) { score -= 1 }
      if !cues.isDisjoint(with: [.organizationNounBefore, .organizationNounAfter]) { score -= 0.5 }
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
      if type == .place {
        if cues.contains(.sayingAfter) { score -= 0.3 }
      } else if !cues.isDisjoint(with: [.sayingAfter, .decidingAfter, .possessiveAfter]) {
        score += 0.5
      }
    case .organization:
      if cues.contains(.theBefore) { score += 0.4 }
      if cues.contains(.organizationNounAfter) { score += 1 }
      if cues.contains(.organizationNounBefore) { score += 1 }
      if cues.contains(.acronym) { score += 0.6 }
      if cues.contains(.titleAfter) { score += 1 }
      if !cues.isDisjoint(with: [.sayingAfter, .decidingAfter]) { score += 0.7 }
      if cues.contains(.possessiveAfter) { score += 0.4 }
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

  /// Office at the article's date, fit of the title before the name and of the country before the title.
  private func judgePerson(
    _ span: NameSpan, _ entity: EntityIndex, _ kind: Alias.Kind, _ country: Gazetteer.CountryNumber,
    _ score: inout Float,
    _ reasons: inout LinkReasons
  ) {
    let use = span.title >= 0 ? titles[span.title] : nil
    let isFormer = use?.isFormer ?? false
    var first = Int32.max
    var holdsNow = false
    var fits = false
    let held = gazetteer.heldOffices(entity)
    for office in held {
      let start = office.span.start
      if start > 0 { first = min(first, start) }
      let isNow = date > 0 && office.span.contains(date)
      if isNow { holdsNow = true }
      if let use, !fits, date == 0 || (isFormer ? start <= date : isNow),
        numbers.offices[use.title].contains(office.office)
      {
        fits = true
      }
    }
    if holdsNow {
      score += 0.7
      reasons.insert(.officeAtDate)
    } else if date > 0, first != Int32.max {
      if first > date + 30_000 {
        // Somebody whose offices all came years later was hardly in the news.
        score -= 1.5
        reasons.insert(.notInOfficeYet)
      } else {
        score -= 0.2
        reasons.insert(.notInOfficeAtDate)
      }
    }
    guard let use else { return }
    let title = rules.titles[use.title]
    if fits {
      score += 1.5
      reasons.insert(.titleFits)
    }
    if use.owner >= 0, use.owner < entityOf.count, entityOf[use.owner] >= 0, !title.isHonorific {
      let owner = entities[Int(entityOf[use.owner])].country
      if owner != 0, owner == country {
        score += 1
        reasons.insert(.ownerFits)
      } else if owner != 0, kind == .surname {
        score -= 1.5
      }
    }
    // `King Hamad` goes by the given name.
    if kind == .surname, title.category == "royal", !fits { score -= 2 }
    let gender = gazetteer.gender(entity)
    if title.gender != .unknown, gender != .unknown, title.gender != gender {
      score -= 3
      reasons.insert(.wrongGender)
    }
  }

  /// An organization of one country fits the nationality just before it, and no other.
  private func judgeOwner(
    _ index: Int, _ countries: (first: Gazetteer.CountryNumber, second: Gazetteer.CountryNumber), _ score: inout Float,
    _ reasons: inout LinkReasons
  ) {
    guard countries.first != 0, countries.second == 0, let owner = countryBeside(index) else { return }
    if entities[owner].country == countries.first {
      score += 1.5
      reasons.insert(.ownerFits)
    } else {
      score -= 1.5
    }
  }

  /// The country named just before a span: `Yemen's Defense Ministry`, `the Yemeni Defense Ministry`.
  func countryBeside(_ index: Int) -> Int? {
    guard index > 0, spans[index - 1].sentence == spans[index].sentence, entityOf[index - 1] >= 0 else { return nil }
    let gap = spans[index - 1].words.upperBound..<max(spans[index - 1].words.upperBound, spans[index].words.lowerBound)
    let owner = Int(entityOf[index - 1])
    guard entities[owner].type == .country, gap.count <= 3 else { return nil }
    for (offset, at) in gap.enumerated() {
      guard words[at].shape.contains(.possessive) && offset == 0 || words[at].has(.adjective) && !words[at].has(.joiner)
      else {
        return nil
      }
    }
    return owner
  }
}
