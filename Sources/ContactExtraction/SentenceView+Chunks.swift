import Recognition
import Syntax
import TextModel

extension SentenceView {
  /// A base noun phrase: determiner, modifiers and head side by side, possessors included
  /// (`Germany's Chancellor Angela Merkel`). Its head is its last word.
  struct Chunk: Hashable {
    var words: Range<Int>
    var head: Int { words.upperBound - 1 }
  }

  /// The base noun phrases of the sentence, left to right. Complexity: O(*n*) in its words.
  static func chunks(
    words: [Word], syntax: SentenceSyntax, lexicon: Shared<ContactLexicon>, isPossessive: (Int) -> Bool,
    isPersonOrGroup: (Int) -> Bool
  ) -> [Chunk] {
    var result: [Chunk] = []
    var start: Int?
    func isPart(_ word: Int) -> Bool {
      if words[word].name >= 0 { return true }
      // `the AFP news agency Friday`: a day is no part of the phrase.
      if let time = lexicon.value.time(words[word].id) {
        if time.role == .weekday || time.role == .day { return false }
        if time.role == .month, syntax.tags[word] == .properNoun { return false }
      }
      switch syntax.tags[word] {
      case .determiner, .adjective, .noun, .properNoun, .numeral, .pronoun: return true
      case .particle: return isPossessive(word)
      case .verb:
        // `our neighboring country`, `the ruling party`: a participle between determiner and noun.
        let form = syntax.forms[word]
        return (form == .presentParticiple || form == .pastParticiple) && start != nil && word + 1 < words.count
          && [.noun, .adjective, .properNoun].contains(syntax.tags[word + 1]) && word > 0
          && (syntax.tags[word - 1] == .determiner || syntax.forms[word - 1] == .possessive)
      default: return false
      }
    }
    func canEnd(_ word: Int) -> Bool {
      words[word].name >= 0
        || syntax.forms[word] != .possessive
          && [.noun, .properNoun, .pronoun, .numeral, .adjective].contains(syntax.tags[word])
    }
    for word in words.indices {
      let isPronoun = syntax.tags[word] == .pronoun && words[word].name < 0
      if isPart(word), !lexicon.value.roles(words[word].id).contains(.relative) {
        // A determiner or a personal pronoun opens a phrase of its own.
        // So does a name behind a name: `the newspaper Handelsblatt` `Foreign Minister Adel al-Jubeir`.
        let opens =
          words[word].name < 0
          ? syntax.tags[word] == .determiner || isPronoun
          : word > 0 && words[word - 1].name >= 0 && isPersonOrGroup(word) && isPersonOrGroup(word - 1)
        if let first = start, word > first, opens {
          if canEnd(word - 1) { result.append(Chunk(words: first..<word)) }
          start = word
        } else if start == nil {
          start = word
        }
      } else if let first = start {
        if canEnd(word - 1) { result.append(Chunk(words: first..<word)) }
        start = nil
      }
    }
    if let first = start, canEnd(words.count - 1) { result.append(Chunk(words: first..<words.count)) }
    return result
  }

  /// The parties of a chunk by what stands in it and beside it, without the parser's arcs: the mention at its head, the
  /// group behind `members of`, the name in apposition behind a comma.
  func parties(ofChunk index: Int) -> ResolvedParties {
    let chunk = chunks[index]
    var result = mentionedParties(at: chunk.head)
    if !result.isEmpty, !isOfficeHolder(result) { return result }
    if let named = personNamed(behind: chunk.head) { return named }
    if !result.isEmpty { return result }
    let roles = roles(chunk.head)
    if isUnnamedPublic(chunk.head) { return ResolvedParties(references: [], isUnnamedPublic: true) }
    if roles.contains(.standingFor) {
      result = sameRepresentative(as: chunk.head)
      if !result.isEmpty { return result }
    }
    if !roles.isDisjoint(with: [.outletNoun, .outletWork]) {
      // `the AFP news agency`, `VOA's Urdu service`, `Bloomberg newswires`, `the BBC's morning programme`.
      for word in chunk.words {
        let found = mentionedParties(at: word)
        if found.references.contains(where: { isOutlet($0.entity) }) { return found }
      }
    }
    if roles.contains(.standingFor) {
      if let next = chunkBehindPreposition(index) {
        // `envoys of the union and delegates of Chile`: the second group is no member of the first.
        for element in enumeration(from: next, namesOnly: true) { result.add(parties(ofChunk: element)) }
        result.references.removeAll { recognized.entities[$0.entity].type == .person }
        if !result.isEmpty { return result }
      }
    }
    if roles.contains(.journalist), let outlet = outlet(of: chunk.head) { return outlet }
    if roles.contains(.unnamedPublic) { return ResolvedParties(references: [], isUnnamedPublic: true) }
    // `the six powers - Britain, China …`, `several leaders, including Merkel and Macron`.
    for element in countedLists[index] ?? includedList(for: index) { result.add(parties(ofChunk: element)) }
    if !result.isEmpty { return result }
    return result
  }

  /// A description or unnamed representative, whose name may follow: `his Chilean counterpart, Juan Ortega`.
  private func isOfficeHolder(_ parties: ResolvedParties) -> Bool {
    parties.references.allSatisfy { $0.form == .representative || $0.form == .description }
  }

  /// The chunk that follows `of`, `from` or `for` directly behind another one.
  private func chunkBehindPreposition(_ index: Int) -> Int? {
    let after = chunks[index].words.upperBound
    guard after < count, index + 1 < chunks.count, chunks[index + 1].words.lowerBound == after + 1 else { return nil }
    let words = lexicon.prepositions
    return id(after) == words.of || id(after) == words.from ? index + 1 : nil
  }

  /// The list that says who a plural or collective noun means: `leaders, including Merkel and Macron`.
  private func includedList(for index: Int) -> [Int] {
    let chunk = chunks[index]
    guard words[chunk.head].name < 0,
      !roles(chunk.head).isDisjoint(with: [.collective, .standingFor, .unnamedPublic])
    else { return [] }
    var position = chunk.words.upperBound
    while position < count, position < chunk.words.upperBound + 12 {
      if roles(position).contains(.including) {
        // Without a comma it belongs to the noun before it: `topics including Syria and Libya`.
        if position > chunk.words.upperBound, !isComma(position - 1) { return [] }
        guard let first = chunkIndex(startingAt: position + 1), first > index else {
          return []
        }
        return enumeration(from: first, namesOnly: true, isOpen: true)
      }
      if isQuote(position)
        || (isNominalHead(position) && !roles(position).isDisjoint(with: [.collective, .standingFor, .unnamedPublic]))
      {
        return []
      }
      position += 1
    }
    return []
  }

  private func isNominalHead(_ word: Int) -> Bool { chunks.contains { $0.head == word } }

  /// Lists between dashes or behind a colon that count what a noun counted before: `the three powers - Chile, Peru and
  /// Spain`. Keys are chunks of the noun.
  static func countedLists(in view: SentenceView) -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    for (index, chunk) in view.chunks.enumerated() {
      guard let number = chunk.words.lazy.compactMap({ view.countingNumber($0) }).first, number > 1,
        view.mentionedParties(at: chunk.head).isEmpty
      else { continue }
      var position = chunk.words.upperBound
      while position < view.count, position < chunk.words.upperBound + 10, !view.isDash(position) { position += 1 }
      guard position < view.count, view.isDash(position),
        let first = view.chunkIndex(startingAt: position + 1)
      else { continue }
      let list = view.enumeration(from: first)
      if list.count == number { result[index] = list }
    }
    return result
  }

  private func countingNumber(_ word: Int) -> Int? {
    if let time = lexicon.time(id(word)), time.role == .number { return time.value }
    return tag(word) == .numeral && words[word].range.count < 3 ? Int(text(word)) : nil
  }

  private func isDash(_ word: Int) -> Bool {
    guard syntax.tags[word] == .punctuation || syntax.tags[word] == .symbol else { return false }
    switch text(word) {
    case "-", "--", "\u{2013}", "\u{2014}", ":": return true
    default: return false
    }
  }

  /// What the mention that ends at a word stands for.
  func mentionedParties(at word: Int) -> ResolvedParties {
    for index in mentions(endingAt: word) {
      let found = references(of: index)
      if !found.isEmpty { return found }
    }
    return ResolvedParties()
  }

  func isComma(_ word: Int) -> Bool {
    guard word >= 0, word < count, words[word].range.count == 1 else { return false }
    return recognized.document.bytes[words[word].range.start] == UInt8(ascii: ",")
  }

  private func isAnd(_ word: Int) -> Bool {
    word < count && id(word) == lexicon.prepositions.and
  }

  /// The chunks that a list enumerates from one chunk on: `Iran, Saudi Arabia and Egypt` — parties side by side, joined
  /// by commas with `and` before the last, or countries joined by commas alone. Only the chunk itself where it opens
  /// no list.
  ///
  /// - Parameters:
  ///   - namesOnly: elements behind the first must be named themselves.
  ///   - isOpen: the list may break off without `and` (`including A, B, other officials and many more`).
  func enumeration(from index: Int, namesOnly: Bool = false, isOpen: Bool = false) -> [Int] {
    var list = [index]
    // Behind `along with` a list goes on that `and` has ended before.
    var (sawAnd, isClosed) = (false, false)
    var current = index
    var isCountries = isCountry(chunk: index)
    while true {
      var next = endOfElement(current)
      let comma = isComma(next)
      if comma { next += 1 }
      let joined = behindAlongWith(next)
      if sawAnd, joined == nil { break }
      next = joined ?? next
      let and = isAnd(next)
      if and { next += 1 }
      guard comma || and || joined != nil else { break }
      // `and with Turkey`: each element may repeat the preposition.
      if next < count, tag(next) == .adposition, id(next).isKnown { next += 1 }
      guard let following = chunkIndex(startingAt: next) else { break }
      guard !(namesOnly ? mentionedParties(at: chunks[following].head) : parties(ofChunk: following)).isEmpty else {
        // `Chile, Peru and other members of the council` ends the list well.
        if and { isClosed = true }
        break
      }
      // `the U.S. and Russian foreign ministers`: one mention of both.
      if let mention = mentions(endingAt: chunks[following].head).first,
        recognized.mentions[mention].range.start <= words[chunks[index].head].range.start
      {
        return [following]
      }
      list.append(following)
      isCountries = isCountries && isCountry(chunk: following)
      sawAnd = and
      isClosed = isClosed || and || joined != nil
      current = following
    }
    guard isClosed || isOpen || (isCountries && list.count > 2) else { return [index] }
    // `According to the White House, Obama and Cameron said`: what opens the sentence is no part of the list behind it.
    if list.count > 2, opensSentence(list[0]), isVerbBehind(endOfElement(list[list.count - 1])) { return [index] }
    return list
  }

  /// The chunk belongs to a prepositional phrase with which the sentence starts.
  private func opensSentence(_ index: Int) -> Bool {
    let start = chunks[index].words.lowerBound
    guard start > 0, start < 10,
      tag(0) == .adposition || relation(0) == .case_ || id(0) == lexicon.prepositions.according
    else { return false }
    return tag(start - 1) == .adposition
      && (0..<start).allSatisfy { tag($0) != .properNoun && words[$0].name < 0 && !isComma($0) && !isQuote($0) }
  }

  private func isVerbBehind(_ end: Int) -> Bool {
    var position = end
    while position < count, tag(position) == .adverb { position += 1 }
    return position < count && isVerb(position) && !endsInIng(position)
  }

  /// The word behind an element of a list, a phrase with `of` that belongs to it included.
  private func endOfElement(_ index: Int) -> Int {
    if let office = office(behind: chunks[index].head) { return office.upperBound }
    if mentionedParties(at: chunks[index].head).isEmpty, let next = chunkBehindPreposition(index) {
      return behindBrackets(chunks[next].words.upperBound)
    }
    return behindBrackets(chunks[index].words.upperBound)
  }

  /// The word behind `along with`, `together with`.
  private func behindAlongWith(_ word: Int) -> Int? {
    guard word + 2 < count, lexicon.roles(id(word)).contains(.accompanying), id(word + 1) == lexicon.prepositions.with
    else {
      return nil
    }
    return word + 2
  }

  private func isCountry(chunk index: Int) -> Bool {
    parties(ofChunk: index).references.allSatisfy { recognized.entities[$0.entity].type == .country }
  }

  /// All parties of a list that a word belongs to, where the parser has found one of them.
  func enumeratedParties(around word: Int) -> ResolvedParties {
    var result = ResolvedParties()
    for list in enumerations where list.contains(where: { chunks[$0].words.contains(word) }) {
      for index in list { result.add(parties(ofChunk: index)) }
      // The list says who `Iran and the six powers` are: Iran belongs to them.
      for (counted, elements) in countedLists where elements == list {
        for other in enumerations where other.contains(counted) {
          for index in other { result.add(parties(ofChunk: index)) }
        }
      }
    }
    return result
  }

  /// The lists of three and more parties in the sentence.
  static func enumerations(in view: SentenceView) -> [[Int]] {
    var result: [[Int]] = []
    var next = 0
    while next < view.chunks.count {
      guard view.mayOpenList(next), !view.parties(ofChunk: next).isEmpty else {
        next += 1
        continue
      }
      let list = view.enumeration(from: next)
      let parties = list.reduce(into: ResolvedParties()) { $0.add(view.parties(ofChunk: $1)) }
      if list.count > 1, parties.references.count > 2 { result.append(list) }
      next = (list.last ?? next) + 1
    }
    return result
  }

  /// A comma, `and`, or a preposition that may join the chunk with the next one stands behind it: else it is a list of its own.
  private func mayOpenList(_ index: Int) -> Bool {
    let end = chunks[index].words.upperBound
    guard end < count else { return false }
    let words = lexicon.prepositions
    return isComma(end) || id(end) == words.and || id(end) == words.of || id(end) == words.from
      || behindBrackets(end) > end || roles(end).contains(.accompanying)
  }

  /// The parties of the noun phrase that starts at or just behind a word, with its list: what stands there whatever the
  /// parser made of it.
  func partiesOfPhrase(startingAt word: Int) -> ResolvedParties {
    guard let index = chunkIndex(startingAt: word) else { return ResolvedParties() }
    var result = ResolvedParties()
    for element in enumeration(from: index) { result.add(parties(ofChunk: element)) }
    return result
  }

  /// The two sides of `between X and Y`, where each may stand for several: `between the EU and ministers of A, B and C`.
  func sidesOfPhrase(behind word: Int, preposition: WordID) -> [ResolvedParties] {
    guard let position = (word + 1..<min(count, word + 14)).first(where: { id($0) == preposition }),
      let index = chunkIndex(startingAt: position + 1)
    else { return [] }
    let list = enumeration(from: index)
    return list.count == 2 ? list.map { parties(ofChunk: $0) } : []
  }

  /// The parties behind the first such preposition to the right of a word, no verb or clause between.
  func partiesOfPhrase(behind word: Int, preposition: WordID) -> ResolvedParties {
    var position = word + 1
    while position < count, position < word + 14 {
      if id(position) == preposition {
        // `the envoy to Afghanistan`: the phrase belongs to the noun.
        if position > word + 1, roles(position - 1).contains(.standingFor) { break }
        if preposition == lexicon.prepositions.of, position > word + 1 { break }
        if preposition == lexicon.prepositions.to, isInPhrase(position - 1, behind: word) { break }
        return partiesOfPhrase(startingAt: position + 1)
      }
      if isComma(position) { break }
      // Only a place or a time may stand between: `talks in Geneva with Lavrov`.
      if tag(position) == .adposition, id(position) != lexicon.prepositions.of,
        roles(position).isDisjoint(with: [.venue, .topic]),
        position + 1 >= count || roles(position + 1).isDisjoint(with: [.phone, .written])
      {
        break
      }
      if isVerb(position) || isQuote(position) || roles(position).contains(.relative) { break }
      position += 1
    }
    return ResolvedParties()
  }

  /// `said in a reference to Nasrallah`: what follows belongs to a noun that hangs on a preposition itself, unless the noun is
  /// one of those that are addressed: `said by telephone to`, `said in a letter to`.
  private func isInPhrase(_ noun: Int, behind word: Int) -> Bool {
    guard noun > word + 1, tag(noun) == .noun, words[noun].name < 0, lexicon.time(id(noun)) == nil,
      roles(noun).isDisjoint(with: [.phone, .written]), lexicon.info(id(noun)).nounLemmas.isEmpty,
      let start = chunkIndex(of: noun).map({ chunks[$0].words.lowerBound }), start > word + 1
    else { return false }
    return tag(start - 1) == .adposition
  }

  /// Who stands with `'s` before a noun in its phrase: `Joe Biden's first letter`.
  func partiesOfPossessor(before noun: Int) -> ResolvedParties {
    guard let index = chunkIndex(of: noun) else { return ResolvedParties() }
    for word in chunks[index].words.reversed() where word < noun && tag(word) == .particle && word > 0 {
      return mentionedParties(at: word - 1)
    }
    return ResolvedParties()
  }

  /// The parties of the noun phrase directly behind a verb, adverbs between.
  func partiesOfObject(behind verb: Int) -> ResolvedParties {
    var position = verb + 1
    while position < count, words[position].name < 0,
      tag(position) == .adverb || [.compoundPrt, .ccPreconj].contains(relation(position))
    {
      position += 1
    }
    return partiesOfPhrase(startingAt: position)
  }

  /// The parties of the noun phrase that stands as subject before a verb: the nearest one to the left that hangs on no
  /// preposition, appositions and insertions between commas passed over; a verb or a quotation mark ends the search.
  func partiesOfSubject(before verb: Int) -> ResolvedParties {
    var position = verb - 1
    while position >= 0 {
      if tag(position) == .auxiliary || tag(position) == .adverb || isComma(position) || isDash(position) {
        position -= 1
        continue
      }
      guard let index = chunkIndex(of: position), !isQuote(position) else {
        if tag(position) == .adposition {
          position -= 1
          continue
        }
        return ResolvedParties()
      }
      let (start, head) = (chunks[index].words.lowerBound, chunks[index].head)
      // `a day after Swaraj told`: a conjunction to the sense, a preposition to the parser.
      let opensClause =
        start > 0 && roles(start - 1).contains(.subordinator)
        && isVerbGroup(from: chunks[index].words.upperBound, to: verb)
      // `chief of the Refugee Council Ann Lee told`: `of` governs the council, not the person.
      let isTitled = start > 1 && id(start - 1) == lexicon.prepositions.of && isTitledPerson(head)
      let isBehindPreposition = start > 0 && tag(start - 1) == .adposition && !opensClause && !isTitled
      // `Professor Kodama, head of the Centre at the university, condemned`: the person named before the apposition.
      if !isBehindPreposition, start > 1, isComma(start - 1), words[head].name < 0, isPersonName(start - 2),
        let before = chunkIndex(of: start - 2),
        roles(head).contains(.standingFor) || mentionedParties(at: head).isEmpty,
        !meansAnother(head, than: start - 2)
      {
        return parties(ofChunk: before)
      }
      if !isBehindPreposition {
        let found = parties(ofChunk: index)
        if !found.isEmpty {
          var all = found
          all.add(enumeratedParties(around: chunks[index].head))
          if start > 1, isAnd(start - 1), let other = chunks.first(where: { $0.words.upperBound == start - 1 }),
            let before = chunkIndex(of: other.head)
          {
            all.add(parties(ofChunk: before))
          }
          return all
        }
        if found.isUnnamedPublic || tag(chunks[index].head) == .pronoun { return found }
        // Only an apposition may be passed over: `Ali Haidar, minister of state, told`.
        guard start > 0, isComma(start - 1) else { return found }
      }
      position = start - 1
    }
    return ResolvedParties()
  }

  /// A person's name right behind another name: `the Refugee Council John Brackley`.
  func isTitledPerson(_ word: Int) -> Bool {
    guard word > 0, isPersonName(word) else { return false }
    if words[word - 1].name >= 0 { return !isPersonName(word - 1) }
    return tag(word - 1) == .properNoun && chunkIndex(of: word) == chunkIndex(of: word - 1)
  }

  func isPersonName(_ word: Int) -> Bool {
    words[word].name >= 0 && recognized.mentions[words[word].name].type == .person
  }

  /// Both words stand inside a quotation, or both outside of any.
  func isOnSameSideOfQuotation(_ a: Int, _ b: Int) -> Bool {
    let tokens = recognized.document.tokens
    return tokens[words[a].tokens.lowerBound].shape.contains(.quoted)
      == tokens[words[b].tokens.lowerBound].shape.contains(.quoted)
  }

  /// `Americans`, `Russians` without an article: an unnamed public, not the country.
  func isIndefiniteDemonym(_ reference: ResolvedParties.Reference) -> Bool {
    guard reference.form == .demonym,
      let chunk = chunks.first(where: { words[$0.head].range.contains(reference.range) })
    else {
      return false
    }
    return tag(chunk.words.lowerBound) != .determiner
  }

  /// Nothing but auxiliaries and adverbs stands between.
  private func isVerbGroup(from start: Int, to verb: Int) -> Bool {
    start <= verb && (start..<verb).allSatisfy { tag($0) == .auxiliary || tag($0) == .adverb }
  }

  func isQuote(_ word: Int) -> Bool {
    words[word].tokens.contains { recognized.document.tokens[$0].shape.contains(.quote) }
  }
}
