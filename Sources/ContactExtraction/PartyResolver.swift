import Recognition
import Syntax
import TextModel

/// The parties that a noun phrase stands for.
struct ResolvedParties {
  struct Reference: Hashable {
    /// Index into `RecognizedDocument.entities`.
    var entity: Int
    var range: TextRange
    var score: Double
    var form: Mention.Form
  }
  var references: [Reference] = []
  /// The phrase names people of whom no one is a party: `reporters`.
  var isUnnamedPublic = false

  var isEmpty: Bool { references.isEmpty }

  mutating func add(_ other: ResolvedParties) {
    if references.isEmpty, other.references.count == 1 {
      references = other.references
      isUnnamedPublic = isUnnamedPublic || other.isUnnamedPublic
      return
    }
    for reference in other.references where !references.contains(where: { $0.entity == reference.entity }) {
      references.append(reference)
    }
    isUnnamedPublic = isUnnamedPublic || other.isUnnamedPublic
  }
}

extension SentenceView {
  /// The parties of several nodes together.
  func parties(of nodes: [Int]) -> ResolvedParties {
    var result = ResolvedParties()
    for node in nodes {
      let node = phraseHead(node)
      let found = parties(of: node)
      result.add(found)
      if !found.isEmpty { result.add(enumeratedParties(around: node)) }
    }
    return result
  }

  /// `local Turkish and UK organisations`: an adjective of nationality beside another is nobody.
  private func isPlainAdjective(_ node: Int) -> Bool {
    guard syntax.forms[node] != .plural, let first = mentions(endingAt: node).first,
      recognized.mentions[first].form == .demonym, let index = chunkIndex(of: node)
    else { return false }
    return tag(chunks[index].words.lowerBound) != .determiner
  }

  /// The person at the end of the phrase that the parser broke: `Leeds College history teacher Ann Lee`.
  private func phraseHead(_ node: Int) -> Int {
    // `the European Parliament Thursday asked`: the day is no party.
    if let time = lexicon.info(id(node)).time, time.role == .weekday || time.role == .day,
      let name = children(of: node).last(where: {
        $0 < node && words[$0].name >= 0 && [.compound, .nmodDesc].contains(relation($0))
      })
    {
      return name
    }
    // `with the newspaper Blick Foreign Minister Karin Kneissl said`: two phrases, whatever the parser says.
    if isPersonName(node), let before = chunkIndex(of: node).map({ chunks[$0].words.lowerBound - 1 }), before >= 0,
      words[before].isDescribedOutlet, head(of: before) == node
    {
      return before
    }
    guard let index = chunkIndex(of: node) else { return node }
    let head = chunks[index].head
    // `with RIVCOM Deputy Chief Ada Brackley`, a name before the title that nothing tells of.
    if words[node].name < 0, tag(node) == .properNoun, head > node, isPersonName(head), self.head(of: head) == node {
      return head
    }
    guard words[node].name >= 0 else { return node }
    // `UK organisations`: the country only says which.
    if head > node, words[head].name < 0, tag(head) == .noun, relation(node) != .nmodPoss, !isOutletNoun(head),
      recognized.mentions[words[node].name].type == .country || recognized.mentions[words[node].name].type == .place
    {
      return head
    }
    guard head != node, words[head].name >= 0, recognized.mentions[words[head].name].type == .person,
      recognized.mentions[words[node].name].type != .person, relation(node) != .nmodPoss
    else { return node }
    return head
  }

  /// The parties that the phrase headed by a word stands for, those coordinated with it included.
  ///
  /// Complexity: O(*n*) in the words of the phrase.
  func parties(of node: Int, depth: Int = 0) -> ResolvedParties {
    guard depth < 12 else { return ResolvedParties() }
    // `the U.S. and Russian foreign ministers`: one mention of both.
    for child in children(of: node) where relation(child) == .conj {
      if let index = mentions(endingAt: child).first, recognized.mentions[index].form == .description,
        recognized.mentions[index].range.start <= words[node].range.start
      {
        return references(of: index)
      }
    }
    var result = ownParties(of: node, depth: depth)
    for child in children(of: node)
    where relation(child) == .conj && !isVerb(child) && !isPlainAdjective(child) && isJoined(child, to: node) {
      result.add(parties(of: phraseHead(child), depth: depth + 1))
    }
    // `King Felipe of Spain, Queen Margrethe of Denmark, and …`: no person is another one.
    if isPersonName(node), !result.isEmpty {
      for child in children(of: node) where [.appos, .list, .parataxis].contains(relation(child)) {
        guard child > node, isPersonName(child), !isFollowedByVerb(child) else { continue }
        result.add(parties(of: child, depth: depth + 1))
      }
    }
    // `Hammond, along with Fabius, met Zarif`.
    if !result.isEmpty {
      for child in children(of: node, .nmod) where child > node && isAlong(child) {
        result.add(parties(of: child, depth: depth + 1))
      }
    }
    // `King Abdullah of Jordan and President Sissi`, the second joined to the country.
    if isPersonName(node), !result.isEmpty {
      for child in children(of: node, .nmod) where !isPersonName(child) {
        for other in children(of: child, .conj) where isPersonName(other) {
          result.add(parties(of: other, depth: depth + 1))
        }
      }
    }
    return result
  }

  /// `along with Fabius`, `together with Fabius`.
  private func isAlong(_ node: Int) -> Bool {
    guard hasPreposition(node, lexicon.prepositions.with),
      let start = chunkIndex(of: node).map({ chunks[$0].words.lowerBound })
    else { return false }
    return start > 1 && id(start - 1) == lexicon.prepositions.with && roles(start - 2).contains(.accompanying)
  }

  /// `…, Obama said`: the name is the subject of a clause of its own.
  private func isFollowedByVerb(_ node: Int) -> Bool {
    var next = node + 1
    while next < count, tag(next) == .adverb || tag(next) == .auxiliary { next += 1 }
    return next < count && (isVerb(next) || tag(next) == .auxiliary)
  }

  /// Whose a document is that tells somebody something: `a resolution passed by the parliament`, `Amnesty's report`.
  func authors(of nodes: [Int]) -> ResolvedParties {
    var result = ResolvedParties()
    for node in nodes where words[node].name < 0 && roles(node).contains(.document) {
      let words = lexicon.prepositions
      let owners = children(of: node).filter { child in
        relation(child) == .nmodPoss
          || relation(child) == .nmod && (hasPreposition(child, words.by) || hasPreposition(child, words.from))
      }
      var found = parties(of: owners + children(of: node, .acl).filter(isPassive).flatMap { agents(of: $0) })
      // `issued a statement urging Iran`, `said in a statement urging Iran`: whoever brings it out.
      if found.isEmpty, let verb = head(of: node), isVerb(verb),
        relation(node) == .obj && eventVerb(at: verb) != nil
          || relation(node) == .obl && hasPreposition(node, lexicon.prepositions.inside)
      {
        found = parties(of: surfaceSubjects(of: verb, depth: 0).filter { isOnSameSideOfQuotation($0, verb) })
      }
      result.add(found)
    }
    return result
  }

  /// A conjunction or a mark stands before the conjunct: `the court and Bauer`, not `asked the court to jail Bauer` misread; nor
  /// `Bauer, the head of the institute`, an apposition.
  private func isJoined(_ conjunct: Int, to node: Int) -> Bool {
    if conjunct > node, let office = office(behind: node), office.contains(conjunct) { return false }
    if isPersonName(node), words[conjunct].name < 0, conjunct > node + 1, isComma(node + 1),
      chunkIndex(of: conjunct).map({ chunks[$0].words.lowerBound }) == node + 2,
      !children(of: node, .conj).contains(where: { firstChild(of: $0, .cc) != nil })
    {
      return false
    }
    guard let start = chunkIndex(of: conjunct).map({ chunks[$0].words.lowerBound }), start > 1 else { return true }
    let hasConjunction =
      firstChild(of: conjunct, .cc) != nil || id(start - 2) == lexicon.prepositions.and
      || children(of: node, .conj).contains { firstChild(of: $0, .cc) != nil }
    // `by the minister and on the other side by the envoy`.
    if id(start - 1) == lexicon.prepositions.on, !hasPreposition(node, lexicon.prepositions.on) { return false }
    if id(start - 1) == lexicon.prepositions.to { return hasConjunction || isComma(start - 2) }
    // `Jan Schmidt, from the aid group Welthungerhilfe,`: not beside him.
    return hasConjunction || id(start - 1) != lexicon.prepositions.from
  }

  /// `Obama sent Kerry to Oman, where he met Zarif`: who was sent.
  private func personSent(for pronoun: Int) -> ResolvedParties? {
    guard pronoun > 2, roles(pronoun).contains(.personalPronoun), text(pronoun - 1) == "where",
      let verb = (0..<pronoun).last(where: { roles($0).contains(.sending) }), !isPassive(verb), verb + 1 < pronoun,
      (verb + 1..<pronoun).allSatisfy({ !isVerb($0) }),
      let chunk = chunkIndex(startingAt: verb + 1).map({ chunks[$0] }), isPersonName(chunk.head)
    else { return nil }
    return references(ofMentionsAt: chunk.head)
  }

  private func ownParties(of node: Int, depth: Int) -> ResolvedParties {
    if tag(node) == .pronoun, let subject = cataphoricSubject(for: node) ?? personSent(for: node) { return subject }
    if words[node].name >= 0, let owner = outletOfProgramme(node) { return owner }
    var result = references(ofMentionsAt: node)
    if result.isEmpty, tag(node) == .pronoun, words[node].name < 0 { return subjectOfReport(for: node) }
    // `his Chilean counterpart, Juan Ortega`: who the unnamed one is.
    if result.references.allSatisfy({ $0.form == .representative || $0.form == .description }) {
      for child in children(of: node, .appos) {
        let named = references(ofMentionsAt: child)
        guard let first = named.references.first, first.form == .name else { continue }
        // `his Austrian and Italian counterparts, Herbert Kickl and Matteo Salvini`.
        if syntax.forms[node] == .plural, recognized.entities[first.entity].type == .person {
          return parties(of: child, depth: depth + 1)
        }
        // `the newspaper Folha, the minister Ortega told`: the first name is the newspaper's.
        if recognized.entities[first.entity].type == .person || isOutletNoun(node) && isOutlet(first.entity) {
          return named
        }
      }
      if !result.isEmpty, let named = personNamed(behind: node) { return named }
    }
    if !result.isEmpty {
      // `Russian and Ukrainian delegations`: each nationality has a mention of its own.
      guard result.references.allSatisfy({ $0.form != .description }) || result.references.count == 1 else {
        return result
      }
      for child in children(of: node) where relation(child) == .amod || relation(child) == .compound {
        for word in [child] + children(of: child, .conj) {
          for index in mentions(endingAt: word) where recognized.mentions[index].form == .representative {
            result.add(references(of: index))
          }
        }
      }
      return result
    }
    // `President Obama`, `AFP news agency`, `his counterpart, Juan Ortega`: the name beside the noun.
    for child in children(of: node) {
      switch relation(child) {
      case .flat, .appos:
        result.add(parties(of: child, depth: depth + 1))
      case .compound where isOutletNoun(node) || tag(node) == .properNoun || isEndOfName(node, of: child):
        let named = references(ofMentionsAt: child)
        if isEndOfName(node, of: child) {
          result.add(named)
        } else if named.references.contains(where: { tag(node) == .properNoun || isOutlet($0.entity) }) {
          result.add(named)
        }
      default: break
      }
      if !result.isEmpty { return result }
    }
    let roles = roles(node)
    if !roles.isDisjoint(with: [.outletNoun, .outletWork, .journalist]), let outlet = outlet(of: node) {
      return outlet
    }
    if roles.contains(.counterpart) {
      // `their French counterparts`: the nationality is the party.
      for child in children(of: node, .amod) + children(of: node, .compound) {
        for word in [child] + children(of: child, .conj) { result.add(references(ofMentionsAt: word)) }
      }
      if !result.isEmpty { return result }
    }
    if isUnnamedPublic(node) {
      result.isUnnamedPublic = true
      return result
    }
    if roles.contains(.standingFor) {
      // `the Minister for Ports and Trade, the Hon Ann Lee`: the name hangs on the last noun before it.
      if let named = personNamed(behind: node) { return named }
      for child in children(of: node)
      where relation(child) == .nmod && !isPlacePreposition(child)
        && !(roles.contains(.envoy) && hasPreposition(child, lexicon.prepositions.to))
      {
        result.add(groups(parties(of: child, depth: depth + 1)))
      }
      if result.isEmpty {
        for child in children(of: node)
        where relation(child) == .nmodPoss || roles.contains(.envoy) && relation(child) == .amod {
          result.add(groups(references(ofMentionsAt: child)))
        }
      }
      // `a delegation led by Dmitry Rogozin`.
      if result.isEmpty {
        for child in children(of: node, .acl) where self.roles(child).contains(.leading) {
          result.add(parties(of: agents(of: child)))
        }
      }
      if !result.isEmpty { return result }
    }
    // `the six powers - Britain, China …`: a list beside the noun.
    for child in children(of: node)
    where relation(child) == .parataxis || relation(child) == .list || relation(child) == .dep {
      if isNoun(child) { result.add(parties(of: child, depth: depth + 1)) }
    }
    if result.isEmpty, let chunk = chunks.firstIndex(where: { $0.head == node }) { result.add(parties(ofChunk: chunk)) }
    if result.isEmpty, roles.contains(.standingFor) { result = sameRepresentative(as: node) }
    if result.isEmpty, roles.contains(.unnamedPublic) { result.isUnnamedPublic = true }
    return result
  }

  /// `business leaders`: people who stand for nobody.
  func isUnnamedPublic(_ node: Int) -> Bool {
    node > 0 && lexicon.publicPairs[id(node)]?.contains(id(node - 1)) == true
  }

  /// `the official told VOA`, some sentences behind `a senior Pakistani official said`: the same one.
  func sameRepresentative(as node: Int) -> ResolvedParties {
    if let body = bodyNamedBefore(node) { return body }
    guard syntax.forms[node] != .plural, let chunk = chunkIndex(of: node), chunks[chunk].head == node,
      id(chunks[chunk].words.lowerBound) == lexicon.prepositions.the
    else { return ResolvedParties() }
    return recognized.representative(like: words[node].range, sentence: sentence).map { references(of: $0) }
      ?? ResolvedParties()
  }

  /// `court officials`, `a party spokesman`: those of the court or party that was named last.
  private func bodyNamedBefore(_ node: Int) -> ResolvedParties? {
    guard let chunk = chunkIndex(of: node), chunks[chunk].head == node, chunks[chunk].words.count < 4,
      node > chunks[chunk].words.lowerBound, self.roles(node - 1).contains(.body), words[node - 1].name < 0,
      chunks[chunk].words.dropLast(2).allSatisfy({ tag($0) == .determiner })
    else { return nil }
    return recognized.body(like: words[node - 1].range, before: words[node].range, sentence: sentence).map {
      references(of: $0)
    }
  }

  /// `Chile said it would host talks`: a pronoun that the recognizer leaves open is the subject of a clause of reported speech,
  /// and fits who reports.
  private func subjectOfReport(for pronoun: Int) -> ResolvedParties {
    guard relation(pronoun) == .nsubj || relation(pronoun) == .nsubjPass, let verb = head(of: pronoun) else {
      return ResolvedParties()
    }
    let roles = roles(pronoun)
    var clause = verb
    for _ in 0..<5 {
      guard [.ccomp, .aclRelcl, .xcomp, .conj, .advcl, .acl].contains(relation(clause)), let up = head(of: clause)
      else { break }
      clause = up
      var result = ResolvedParties()
      for subject in children(of: clause, .nsubj) where subject != pronoun && tag(subject) != .pronoun {
        result.add(references(ofMentionsAt: subject))
      }
      result.references.removeAll { reference in
        let isPerson = recognized.entities[reference.entity].type == .person
        return isPerson ? !roles.contains(.personalPronoun) : !roles.contains(.neuterPronoun)
      }
      if !result.isEmpty { return result }
    }
    return ResolvedParties()
  }

  /// What the longest mention that ends at a word stands for.
  func references(ofMentionsAt node: Int) -> ResolvedParties {
    for index in mentions(endingAt: node) {
      let found = references(of: index)
      if !found.isEmpty { return found }
    }
    return ResolvedParties()
  }

  /// `references(of:)`, worked out.
  func makeReferences(of index: Int) -> ResolvedParties {
    let mention = recognized.mentions[index]
    var result = ResolvedParties()
    if mention.form == .representative, isLocal(mention) || isEnvoyAbroad(mention) { return result }
    let entities = mention.standsFor.map { [$0] } ?? mention.entities
    if isAdherents(mention) { return result }
    for entity in entities where recognized.entities[entity].type != .place {
      result.references.append(
        .init(entity: entity, range: mention.range, score: mention.score, form: mention.form))
    }
    return result
  }

  /// `Florida Republicans`: people who vote for a party, by a name that nothing else bears.
  private func isAdherents(_ mention: Mention) -> Bool {
    guard mention.form == .name, mention.tokens.count > 1, let entity = mention.entities.first,
      recognized.entities[entity].type == .organization, !recognized.entities[entity].isKnown,
      let word = words.firstIndex(where: { $0.range.end == mention.range.end })
    else { return false }
    let document = recognized.document
    let last = document.text(document.tokens[words[word].tokens.upperBound - 1].range)
    return lexicon.roles(lexicon.vocabulary.lookup(last)).contains(.adherents)
  }

  /// `ambassador in Berlin`: the place is not whom he speaks for.
  private func isEnvoyAbroad(_ mention: Mention) -> Bool {
    guard let word = words.firstIndex(where: { $0.range.start == mention.range.start }), word + 1 < count else {
      return false
    }
    return roles(word).contains(.envoy) && id(word + 1) == lexicon.prepositions.inside
  }

  /// `local officials in Ankara`, `Russian regional officials`.
  private func isLocal(_ mention: Mention) -> Bool {
    guard
      let word = words.firstIndex(where: { $0.range.end >= mention.range.end && $0.range.start < mention.range.end }),
      words[word].range.end == mention.range.end, let chunk = chunkIndex(of: word)
    else { return false }
    var first = chunks[chunk].words.lowerBound
    // `officials in Ankara` is one mention; its noun is in the chunk where it starts.
    if let start = words.firstIndex(where: { $0.range.start == mention.range.start }), let index = chunkIndex(of: start)
    {
      first = min(first, chunks[index].words.lowerBound)
    }
    if first < word, tag(first) == .determiner { first += 1 }
    // `national and provincial officials` are of both.
    return roles(first).contains(.local) && !(first > 0 && id(first - 1) == lexicon.prepositions.and)
  }

  /// Countries and organizations only: members and ministers stand for groups, not for people.
  private func groups(_ parties: ResolvedParties) -> ResolvedParties {
    var result = parties
    result.references.removeAll { recognized.entities[$0.entity].type == .person }
    // People stand for them: `host ministers of the coalition` is a meeting.
    for index in result.references.indices { result.references[index].form = .representative }
    return result
  }

  private func isPlacePreposition(_ node: Int) -> Bool {
    hasPreposition(node, lexicon.prepositions.at) || hasPreposition(node, lexicon.prepositions.with)
      || hasPreposition(node, lexicon.prepositions.on)
  }

  /// A person, or unnamed people who stand for a country or organization.
  func isAnimate(_ reference: ResolvedParties.Reference) -> Bool {
    recognized.entities[reference.entity].type == .person || reference.form == .representative
  }

  /// `the Funke media group`: the full name of the party ends with the noun.
  private func isEndOfName(_ node: Int, of child: Int) -> Bool {
    guard words[node].name < 0, words[child].name >= 0,
      let entity = recognized.mentions[words[child].name].entities.first,
      let last = recognized.entities[entity].name.split(separator: " ").last
    else { return false }
    return recognized.entities[entity].type == .organization && last.lowercased() == text(node).lowercased()
  }
}
