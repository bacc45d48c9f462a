import TextModel

extension ReferenceResolver {
  /// Takes up what was named before: `the two leaders`, `both sides`, `the group`, `the government`.
  ///
  /// - Returns: the end of what was taken up.
  mutating func takeUp(_ at: Int, _ sentence: Int, _ range: Range<Int>) -> Int {
    let word = words[at]
    if word.has([.two, .three]) || rules.anaphors[Int(word.id)]?.count != nil,
      let end = takeUpNumber(at, sentence, range)
    {
      return end
    }
    if word.has(.anaphor), let end = takeUpNoun(at, sentence, range) { return end }
    if word.has(.representative), let end = takeUpGovernment(at, sentence, range) { return end }
    return at
  }

  /// `the two leaders`, `both countries`, `the pair`.
  private mutating func takeUpNumber(_ at: Int, _ sentence: Int, _ range: Range<Int>) -> Int? {
    let counting = rules.anaphors[Int(words[at].id)]
    let count = counting?.count ?? (words[at].has(.three) ? 3 : 2)
    var noun = at + 1
    while noun < range.upperBound, noun - at < 3, words[noun].has([.adjective, .noun]), !words[noun].has(.anaphor) {
      noun += 1
    }
    var types: TypeSet = [.person]
    var gender: Gender = .unknown
    var end = at + 1
    if noun < range.upperBound, let anaphor = rules.anaphors[Int(words[noun].id)], anaphor.isPlural {
      types = anaphor.types
      gender = anaphor.gender
      end = noun + 1
    } else if let counting, counting.isPlural, counting.count == nil {
      types = counting.types
    } else {
      // `the two` alone, `both` as a subject.
      guard at > range.lowerBound, words[at - 1].has(.definite), at + 1 < range.upperBound,
        subjects.isVerb(words[at + 1])
      else {
        return nil
      }
    }
    let isDefinite = at > range.lowerBound && words[at - 1].has([.definite, .possessivePronoun])
    let isBoth = words[at].end - words[at].start == 4 && words[at].has(.two) && !words[at].has(.anaphor)
    guard isDefinite || isBoth else { return nil }
    let subject = clauseSubject(before: at, range)
    let countries = types.contains(.country) && count == 2 ? countriesOfPeople(before: at, range) : nil
    guard let parties = countries ?? lastNamed(count, types, gender, sentence, but: subject) else { return nil }
    add(at..<end, sentence, .description, parties, score: 0.7, reason: "parties named last")
    return end
  }

  /// `Castro told Obama that the two countries`: those of the two people whom the sentence names, where it names no country.
  private mutating func countriesOfPeople(before at: Int, _ range: Range<Int>) -> [Int]? {
    var people: [Int] = []
    var index = nextNamed - 1
    while index >= 0, named[index].words.lowerBound >= range.lowerBound {
      let item = named[index]
      index -= 1
      guard item.words.upperBound <= at else { continue }
      switch item.type {
      case .person: if !people.contains(item.entity) { people.append(item.entity) }
      case .country where item.form == .name: return nil
      case .country, .organization, .place: break
      }
    }
    guard people.count == 2, let first = country(entities[people[0]].country),
      let second = country(entities[people[1]].country), first != second
    else { return nil }
    return [second, first]
  }

  /// The last `count` different parties of a type; those that a sentence joins come first.
  ///
  /// - Parameter but: the subject of the clause, which is not among them: `Francis wrote to both presidents`; nor is the
  ///   country that it speaks for: `Bush urged both sides`.
  private func lastNamed(
    _ count: Int, _ types: TypeSet, _ gender: Gender, _ sentence: Int, but subject: Int
  ) -> [Int]? {
    let own = subject >= 0 && entities[subject].type == .person ? entities[subject].country : 0
    func isOther(_ entity: Int) -> Bool {
      entity != subject && (subject < 0 || entities[subject].affiliation != entity)
        && (own == 0 || entities[entity].type == .person || entities[entity].country != own)
    }
    if let group = group(before: sentences[sentence].upperBound, sentence, reach: count > 2 ? 4 : 1, count: count),
      group.allSatisfy({ types.contains(entities[$0].type) && isOther($0) }),
      types.count == 1 || !group.contains(where: isNamedInPassing)
    {
      return group
    }
    // Of so many only a list says who they are.
    guard count < 4 else { return nil }
    // `both sides` are countries or organizations rather than persons.
    let wanted: [TypeSet] = types.count > 1 ? [types.subtracting([.person]), types] : [types]
    for types in wanted {
      var chosen: [Seen] = []
      for seen in memory.reversed() where types.contains(entities[seen.entity].type) && isOther(seen.entity) {
        if sentence - seen.sentence > (types.contains(.person) ? 4 : 6) { break }
        if gender != .unknown, entities[seen.entity].gender != .unknown, entities[seen.entity].gender != gender {
          continue
        }
        // `closely followed President Erdoğan's initiative`: whose something is acts less than others.
        if seen.wasPossessor, seen.count == 1, types.contains(.person) { continue }
        // `both sides` are rather countries than organizations that a list names in passing: `groups such as Boko Haram`.
        if types.count > 1, !types.contains(.person), isNamedInPassing(seen.entity) { continue }
        chosen.append(seen)
        if chosen.count > count { break }
      }
      guard chosen.count >= count else { continue }
      // A third one as near makes it unclear who is meant.
      if chosen.count > count, chosen[count].sentence >= chosen[count - 1].sentence, chosen[count].wasSubject {
        return nil
      }
      return chosen.prefix(count).map(\.entity).reversed()
    }
    return nil
  }

  /// `the government`, `officials in Kyiv`, `representatives of Ukraine`.
  private mutating func takeUpGovernment(_ at: Int, _ sentence: Int, _ range: Range<Int>) -> Int? {
    if at > range.lowerBound,
      words[at - 1].has(.former) || rules.publicPhrases.match(words, at: at - 1, end: range.upperBound) != nil
    {
      return nil
    }
    guard !words[at].has(.placeNoun), let end = representativeEnd(at, range, allowsAdjectives: false) else {
      return nil
    }
    if end + 1 < range.upperBound, words[end].has([.atPlace, .joiner]), !words[end].has([.and, .looseJoiner]) {
      var start = end + 1
      while start < range.upperBound, words[start].has(.article) { start += 1 }
      if start < range.upperBound, namedFrom[start] >= 0 {
        let item = named[Int(namedFrom[start])]
        let party = item.entity
        var owner: Int?
        switch item.type {
        case .country, .organization: owner = party
        case .place:
          if let metonym = rules.metonyms[text(item)], !metonym.isAmbiguous {
            owner = country(metonym.country)
          }
        case .person: owner = nil
        }
        // `chief of the Refugee Council Ann Lee` is somebody named.
        guard let owner, !isPersonNamed(behind: item.words.upperBound) else { return nil }
        add(
          at..<item.words.upperBound, sentence, .representative, [owner], score: 0.75,
          reason: "unnamed people of the party behind them")
        return end
      }
    }
    let isDefinite = at > range.lowerBound && words[at - 1].has(.definite)
    // `In Kiribati and Palau, he will meet with government officials`: those of the countries.
    let isOfPlace = rules.representativePhrases.match(words, at: at, end: range.upperBound)?.value == 1
    if !isDefinite, words[at].has(.government) && end > at + 1 || isOfPlace {
      let visited = countriesVisited(before: at, range)
      guard !visited.isEmpty else { return nil }
      add(
        at..<end, sentence, .representative, visited, score: 0.6,
        reason: "unnamed people of the government of the place")
      return end
    }
    guard mainCountry >= 0, isDefinite, words[at].has(.government) else { return nil }
    add(
      at..<end, sentence, .representative, [mainCountry], score: 0.5,
      reason: "government of the country that the article is about")
    return end
  }

  /// A person's name stands at a word or behind the title there: `House Committee Chairman Tom Lantos`.
  private func isPersonNamed(behind word: Int) -> Bool {
    var at = word
    if nextTitle < linker.titles.count,
      let use = linker.titles[nextTitle...].prefix(3).first(where: {
        $0.words.lowerBound <= word && word < $0.words.upperBound
      })
    {
      at = use.words.upperBound
    }
    return namedFrom[at] >= 0 && named[Int(namedFrom[at])].type == .person
  }

  /// An armed group that was named once and did nothing.
  private func isNamedInPassing(_ entity: Int) -> Bool {
    entities[entity].kind == linker.numbers.armedGroup
      && memory.contains { $0.entity == entity && !$0.wasSubject && $0.count == 1 }
  }

  /// The countries in which, or to which somebody goes, earlier in the sentence: `In Kiribati and Palau, he …`.
  private mutating func countriesVisited(before at: Int, _ range: Range<Int>) -> [Int] {
    var index = nextNamed - 1
    while index >= 0, named[index].words.lowerBound >= range.lowerBound {
      defer { index -= 1 }
      let item = named[index]
      guard item.words.upperBound <= at, item.form == .name,
        item.type == .country || item.type == .place
      else { continue }
      var first = index
      var items = [item]
      while let next = before(first), named[next].form == .name,
        isJoined(next, first) || isListed(next, first)
      {
        items.insert(named[next], at: 0)
        first = next
      }
      let before = named[first].words.lowerBound - 1
      guard before >= range.lowerBound, words[before].has(.atPlace) || words[before].has(.looseJoiner) else { continue }
      var countries: [Int] = []
      for item in items {
        switch item.type {
        case .country: countries.append(item.entity)
        case .place:
          if let metonym = rules.metonyms[text(item)], let owner = country(metonym.country) {
            countries.append(owner)
          }
        case .person, .organization: return []
        }
      }
      return countries
    }
    return []
  }
}
