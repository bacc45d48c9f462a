import Gazetteer
import TextModel

extension ReferenceResolver {
  /// Gives persons the country or body that the article's words or their office make them speak for, and bodies of a state the country as
  /// an accepted alternative.
  mutating func giveAffiliations() {
    for (use, person) in zip(linker.titles, titlePersons) where person >= 0 {
      give(use, to: person)
      guard let owner = ownerEntity(use), owner != person, !rules.titles[use.title].isHonorific else { continue }
      if entities[person].country == 0 { linker.entities[person].country = entities[owner].country }
      guard entities[owner].type != .place else { continue }
      if entities[person].affiliation == nil, !use.isFormer { linker.entities[person].affiliation = owner }
      if entities[owner].type == .country { linker.entities[person].ownerCountry = owner }
    }
    for index in entities.indices {
      let entity = entities[index]
      switch entity.type {
      case .person where entity.affiliation == nil && entity.known != nil:
        if let country = countryServed(by: entity) { linker.entities[index].affiliation = country }
      case .organization where entity.country != 0 && linker.numbers.isOfState(entity.kind):
        if let country = linker.states[entity.country] {
          linker.texts[index].alternatives.append(linker.gazetteer.name(country))
        }
      default: break
      }
    }
  }

  private mutating func give(_ use: TitleUse, to person: Int) {
    let title = rules.titles[use.title]
    if title.gender != .unknown, entities[person].gender == .unknown { linker.entities[person].gender = title.gender }
    if !title.isHonorific, !linker.texts[person].titles.contains(use.title) {
      linker.texts[person].titles.append(use.title)
    }
  }

  /// The country of the article whose office a person holds at its date.
  private func countryServed(by entity: ArticleEntity) -> Int? {
    guard let known = entity.known, linker.date > 0 else { return nil }
    var served: Gazetteer.CountryNumber = 0
    let date = linker.date
    for office in linker.gazetteer.heldOffices(known) where office.country != 0 && office.span.contains(date) {
      served = office.country
      break
    }
    guard served != 0 else { return nil }
    return linker.country(served)
  }

  /// The ISO 3166-1 alpha-2 code that a country's number stands for.
  static func code(_ country: Gazetteer.CountryNumber) -> String {
    String(decoding: [UInt8(country >> 8), UInt8(country & 0xFF)], as: UTF8.self)
  }

  /// Resolves a title without a name: `the French president`, `the minister`, `his Russian counterpart`.
  ///
  /// - Returns: the end of what it covers.
  mutating func describe(_ index: Int, _ sentence: Int, _ range: Range<Int>, _ covered: Int) -> Int {
    let use = linker.titles[index]
    let title = rules.titles[use.title]
    if titlePersons[index] >= 0 { return describeApposed(use, titlePersons[index], sentence, range, covered) }
    guard titlePersons[index] < 0, !title.isHonorific, use.words.lowerBound >= covered,
      use.words.upperBound <= range.upperBound
    else {
      return use.words.lowerBound
    }
    let owner = ownerEntity(use)
    var start = use.words.lowerBound
    if use.owner >= 0, owner != nil { start = min(start, linker.spans[use.owner].words.lowerBound) }
    guard isDefinite(start, range, hasOwner: owner != nil, isLong: use.words.count > 1) else {
      return standIn(use, sentence, range)
    }
    if words[use.words.upperBound - 1].has(.counterpart) { return counterpart(use, owner, start, sentence) }
    guard !title.isPlural else { return holdersBehind(use, title, sentence, range) }
    let isCommon = use.words.count == 1 && words[use.words.lowerBound].has(.publicNoun)
    guard !isCommon, let resolved = holder(use, title, owner, sentence) else {
      // `the Russian ambassador`, whoever it is.
      return standIn(use, sentence, range)
    }
    let end = use.words.upperBound
    add(start..<end, sentence, .description, [resolved.entity], score: resolved.score, reason: resolved.reason)
    give(use, to: resolved.entity)
    if owner != nil {
      let form = linker.text(start..<end)
      if !linker.texts[resolved.entity].descriptions.contains(form) {
        linker.texts[resolved.entity].descriptions.append(form)
      }
    }
    if let last = found.last { remember(last, sentence) }
    return end
  }

  /// `met his Russian counterpart, Sergei Lavrov, in Zurich`: the noun before the comma means the person named behind it.
  private mutating func describeApposed(
    _ use: TitleUse, _ person: Int, _ sentence: Int, _ range: Range<Int>, _ covered: Int
  ) -> Int {
    let (start, end) = (use.words.lowerBound, use.words.upperBound)
    guard use.person < 0, !rules.titles[use.title].isHonorific, !rules.titles[use.title].isPlural, start >= covered,
      end + 1 < range.upperBound, words[end].isMark(","), namedFrom[end + 1] >= 0,
      named[Int(namedFrom[end + 1])].entity == person
    else { return start }
    let from = use.owner >= 0 && ownerEntity(use) != nil ? min(start, linker.spans[use.owner].words.lowerBound) : start
    guard isDefinite(from, range, hasOwner: from < start, isLong: use.words.count > 1) else { return start }
    add(from..<end, sentence, .description, [person], score: 0.85, reason: "named behind the comma")
    return end
  }

  /// The entity of the person whom a title is given to, or -1: the name goes on behind the title, or a comma stands between, as in
  /// `John Kerry, the secretary of state` and `the prime minister, Nouri al-Maliki`.
  func personTitled(_ use: TitleUse) -> Int {
    if use.person >= 0 {
      let person = Int(linker.entityOf[use.person])
      return person >= 0 && entities[person].type == .person ? person : -1
    }
    let range = sentences[use.sentence]
    // In a headline a comma stands for `and`: `Carter, Iraqi Prime Minister Discuss …`.
    if words[use.words.lowerBound].shape.contains(.titleCase) { return -1 }
    // Before: back over the owner and articles to a comma, then a name.
    var at = use.words.lowerBound - 1
    var steps = 0
    while at > range.lowerBound, steps < 8,
      words[at].isCapital || words[at].has([.article, .former, .adjective, .noun, .joiner])
        || words[at].shape.contains(.possessive)
    {
      if words[at].has(.verb), !words[at].has(.noun) { break }
      at -= 1
      steps += 1
    }
    if at > range.lowerBound, words[at].isMark(","), let person = person(namedTo[at]) {
      return isSubject(use, behind: at, range) ? -1 : person
    }
    // `the president, Nouri al-Maliki,`, `the head of the council, Ada Brackley,`.
    let end = bodyBehind(use)?.end ?? use.words.upperBound
    guard end + 1 < range.upperBound, words[end].isMark(","), let person = person(namedFrom[end + 1]) else { return -1 }
    // `the president, Obama said` is no apposition.
    let name = named[Int(namedFrom[end + 1])].words
    if subjects.verb(after: name, in: range).map({ words[$0].has(.speaking) }) == true,
      !words[name.upperBound].isMark(",")
    {
      return -1
    }
    return person
  }

  /// `In a letter to Ann Lee, the minister refused`, `He met Ann Lee, the minister said`: a clause begins behind the comma,
  /// no apposition stands there.
  private func isSubject(_ use: TitleUse, behind comma: Int, _ range: Range<Int>) -> Bool {
    let end = bodyBehind(use)?.end ?? use.words.upperBound
    guard words[comma + 1].has(.definite), end < range.upperBound,
      !words[range.lowerBound..<comma].contains(where: { $0.isMark(",") })
    else { return false }
    if words[end].has(.speaking) { return true }
    let first = words[range.lowerBound]
    return first.has(.functionWord) && !first.has([.article, .definite, .pronoun]) && subjects.isVerb(words[end])
  }

  private func person(_ index: Int32) -> Int? {
    guard index >= 0, named[Int(index)].type == .person else { return nil }
    return named[Int(index)].entity
  }

  /// The country or body that a title belongs to: named before it, or behind it with `of`, or by the phrase itself.
  func ownerEntity(_ use: TitleUse) -> Int? {
    if use.owner >= 0, use.owner < linker.entityOf.count, linker.entityOf[use.owner] >= 0 {
      let owner = Int(linker.entityOf[use.owner])
      if entities[owner].type != .person { return owner }
    }
    return bodyBehind(use)?.entity
  }

  /// The country or body named behind a title with `of` or `for`, and the end of its name: `head of the council`.
  private func bodyBehind(_ use: TitleUse) -> (entity: Int, end: Int)? {
    let end = use.words.upperBound
    guard end < words.count, words[end].has(.joiner), !words[end].has([.and, .looseJoiner]) else { return nil }
    var at = end + 1
    while at < words.count, words[at].has(.article) { at += 1 }
    guard at < words.count, namedFrom[at] >= 0 else { return nil }
    let item = named[Int(namedFrom[at])]
    guard item.type != .person, item.form == .name else { return nil }
    return (item.entity, item.words.upperBound)
  }

  /// The noun phrase means one known person: `the president`, `his president`, `France's president`, not `a president`.
  private func isDefinite(_ start: Int, _ range: Range<Int>, hasOwner: Bool, isLong: Bool) -> Bool {
    var at = start - 1
    var steps = 0
    while at >= range.lowerBound, steps < 3, words[at].has([.adjective, .former]),
      !words[at].has([.article, .definite])
    {
      at -= 1
      steps += 1
    }
    if words[start].isCapital, !words[start].has(.vocabulary) || hasOwner {
      // `French President` after `as` is an office, after `a` any of them.
      guard at >= range.lowerBound else { return true }
      return !words[at].has(.article) || words[at].has(.definite)
    }
    // `Foreign Secretary meets …`: a headline leaves the article out.
    guard at >= range.lowerBound else { return isLong && words[start].shape.contains(.titleCase) }
    if words[at].has(.definite) || words[at].has(.possessivePronoun) { return true }
    return words[at].shape.contains(.possessive)
  }

  /// Who holds the office that a title names: a person of the article, or by the gazetteer at the article's date.
  private mutating func holder(
    _ use: TitleUse, _ title: RoleTitle, _ owner: Int?, _ sentence: Int
  ) -> (entity: Int, score: Double, reason: String)? {
    let code =
      owner.flatMap { entities[$0].type == .organization ? linker.texts[$0].id : Self.code(entities[$0].country) }
      ?? title.owner
    let country = owner.map { entities[$0].country } ?? 0
    // Somebody of the article whom it gave that title or who held that office.
    var best = -1
    var bestScore = 0
    for seen in memory where entities[seen.entity].type == .person {
      let entity = entities[seen.entity]
      if title.gender != .unknown, entity.gender != .unknown, title.gender != entity.gender { continue }
      if let owner, entity.affiliation != nil || entity.country != 0, entity.affiliation != owner,
        entity.country != country
      {
        continue
      }
      var score = 0
      if linker.texts[seen.entity].titles.contains(use.title) {
        score += 4
      } else if use.words.count == 1,
        linker.texts[seen.entity].titles.contains(where: { rules.titles[$0].head == title.head })
      {
        score += 3
      }
      if !title.offices.isEmpty, let known = entity.known, held(known, use, code) {
        // `the minister` is the one last spoken of, whoever of them is in the gazetteer.
        score += use.words.count > 1 || owner != nil || title.offices.count <= 2 ? 3 : score > 0 ? 0 : 2
      }
      guard score > 0 else { continue }
      score = score * 100 - min(80, sentence - seen.sentence) * 4 + (seen.wasSubject ? 6 : 0) + min(seen.count, 10)
      if score > bestScore {
        bestScore = score
        best = seen.entity
      }
    }
    if best >= 0, bestScore >= 200 || owner != nil { return (best, 0.85, "its title in the article") }
    if let person = titled(later: use, owner) { return (person, 0.75, "given that title further on in the article") }
    guard !title.offices.isEmpty, title.offices.count <= 7, !use.isFormer, let date = document.date else { return nil }
    var of = code
    if of == nil, use.words.count > 1 || title.offices.count == 1, mainCountry >= 0 {
      of = Self.code(entities[mainCountry].country)
    }
    guard let of else { return nil }
    for office in title.offices.prefix(4) where rules.soleOffices.contains(office) {
      let holders = holders(office, of, date)
      guard holders.count == 1, let holder = holders.first else { continue }
      let entity = linker.entity(holder, .person, at: use.words.lowerBound)
      return (entity, code == nil ? 0.55 : 0.75, "holder of the office at the article's date")
    }
    return nil
  }

  /// `The U.S. and Russian foreign ministers`: the holder of the office in each of the countries.
  mutating func holders(_ use: TitleUse, _ title: RoleTitle, _ owner: Int?, _ sentence: Int) -> Int {
    let start = use.words.lowerBound
    guard let owner, use.owner >= 0, entities[owner].type == .country, !use.isFormer,
      title.offices.contains(where: rules.soleOffices.contains)
    else { return start }
    // The countries joined before the title.
    let ownerWords = linker.spans[use.owner].words
    let last = Int(namedFrom[ownerWords.lowerBound])
    guard last >= 0, named[last].words == ownerWords else { return start }
    var first = last
    var owners = [owner]
    while let next = before(first), named[next].type == .country, isJoined(next, first) || isListed(next, first),
      !owners.contains(named[next].entity)
    {
      owners.insert(named[next].entity, at: 0)
      first = next
    }
    guard owners.count > 1 else { return start }
    var persons: [Int] = []
    for owner in owners {
      guard let holder = holder(use, title, owner, sentence), !persons.contains(holder.entity) else { return start }
      persons.append(holder.entity)
    }
    add(
      named[first].words.lowerBound..<use.words.upperBound, sentence, .description, persons, score: 0.7,
      reason: "holders of the office in the countries named")
    return use.words.upperBound
  }

  /// `The finance ministers of Chile, Peru and Spain`: the holder of the office in each of the countries; a country
  /// itself where nobody is known.
  private mutating func holdersBehind(_ use: TitleUse, _ title: RoleTitle, _ sentence: Int, _ range: Range<Int>) -> Int
  {
    let start = use.words.lowerBound
    var at = use.words.upperBound
    // `leaders` may be of either of two offices.
    guard !use.isFormer, title.offices.count == 1, title.offices.allSatisfy(rules.soleOffices.contains),
      at + 1 < range.upperBound,
      words[at].has(.joiner), !words[at].has([.and, .looseJoiner])
    else { return start }
    var parties: [Int] = []
    var hasAnd = false
    while at + 1 < range.upperBound, parties.count < 10 {
      at += 1
      while at < range.upperBound, words[at].has([.article, .and]) || words[at].isMark(",") {
        hasAnd = hasAnd || words[at].has(.and)
        at += 1
      }
      guard at < range.upperBound, namedFrom[at] >= 0 else { break }
      let item = named[Int(namedFrom[at])]
      guard item.type == .country, item.form == .name else { break }
      let party = holder(use, title, item.entity, sentence)?.entity ?? item.entity
      guard !parties.contains(party) else { break }
      parties.append(party)
      at = item.words.upperBound
      guard at < range.upperBound, words[at].isMark(",") || words[at].has(.and) else { break }
      at -= 1
    }
    guard parties.count > 1, hasAnd else { return start }
    add(
      use.words, sentence, .description, parties, score: 0.7, reason: "holders of the office in the countries named")
    return use.words.upperBound
  }

  /// The person whom the article gives a title of several words, or one with the same owner, further on: headlines come before names.
  private mutating func titled(later use: TitleUse, _ owner: Int?) -> Int? {
    guard use.words.count > 1 || owner != nil else { return nil }
    let later = laterTitles ?? LaterTitles(linker.titles, titlePersons, linker.rules, entities)
    laterTitles = later
    return later.person(titledBehind: use, owner: owner.map { ($0, entities[$0].country) })
  }

  /// A person held one of the offices of a title, at the article's date where that is known.
  private func held(_ known: EntityIndex, _ use: TitleUse, _ code: String?) -> Bool {
    let offices = linker.numbers.offices[use.title]
    guard !offices.isEmpty else { return false }
    let date = linker.date
    for office in linker.gazetteer.heldOffices(known) where offices.contains(office.office) {
      if let code, !code.utf8.elementsEqual(linker.gazetteer.ownerBytes(office, heldBy: known)) { continue }
      if date == 0 || (use.isFormer ? office.span.start <= date : office.span.contains(date)) { return true }
    }
    return false
  }

  private mutating func holders(_ office: String, _ of: String, _ date: PartialDate) -> [EntityIndex] {
    let key = office + "/" + of
    if let known = holders[key] { return known }
    let found = linker.gazetteer.holders(of: office, in: of, on: date)
    holders[key] = found
    return found
  }

  /// `his Russian counterpart`: the holder of the same office there, or the country itself.
  private mutating func counterpart(_ use: TitleUse, _ owner: Int?, _ start: Int, _ sentence: Int) -> Int {
    let end = use.words.upperBound
    guard let owner, entities[owner].type == .country else { return use.words.lowerBound }
    let isPlural = rules.titles[use.title].isPlural
    if !isPlural, let date = document.date,
      let subject = memory.filter({
        // `Johnson and his German counterpart`: the person named right before, or a subject.
        entities[$0.entity].type == .person && sentence - $0.sentence <= 1 && ($0.wasSubject || start - $0.word < 6)
      })
      .max(by: { $0.word < $1.word })
    {
      let offices = officesNow(subject.entity, date)
      for office in offices {
        let holders = holders(office, Self.code(entities[owner].country), date)
        guard holders.count == 1, let holder = holders.first, rules.soleOffices.contains(office) else { continue }
        let entity = linker.entity(holder, .person, at: use.words.lowerBound)
        add(
          start..<end, sentence, .description, [entity], score: 0.65,
          reason: "holds there the office that the other holds here")
        if let last = found.last { remember(last, sentence) }
        return end
      }
    }
    if !isPlural, let person = counterpartNamed(before: start, of: owner, sentence) {
      add(start..<end, sentence, .description, [person], score: 0.6, reason: "the one of the country named before")
      if let last = found.last { remember(last, sentence) }
      return end
    }
    add(start..<end, sentence, .representative, [owner], score: 0.6, reason: "unnamed counterpart of the country")
    return end
  }

  /// `Kerry met Zarif. … Zarif told his American counterpart`: the only person of the country who was named a few sentences
  /// before, together with the one whose counterpart it is.
  private func counterpartNamed(before start: Int, of country: Int, _ sentence: Int) -> Int? {
    var found: Int?
    for person in memory
    where person.word < start && sentence - person.sentence <= 8 && entities[person.entity].type == .person {
      guard entities[person.entity].country == entities[country].country else { continue }
      if let found, found != person.entity { return nil }
      found = person.entity
    }
    return found
  }

  private func officesNow(_ person: Int, _ date: PartialDate) -> [String] {
    guard let known = entities[person].known else { return [] }
    return linker.gazetteer.roles(known).filter { $0.span.contains(date) }.map(\.office)
  }
}
