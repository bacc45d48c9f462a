import Syntax

extension SentenceView {
  /// The verb is passive: `was told`, `were invited by`, `a letter sent to`.
  func isPassive(_ verb: Int) -> Bool {
    // `Having told May, Tusk left`: no form of `have` makes a passive.
    if children(of: verb, .auxPass).contains(where: { !isVerb($0, ofLemma: lexicon.prepositions.have) }) { return true }
    if syntax.forms[verb] == .pastParticiple, firstChild(of: verb, .oblAgent) != nil,
      firstChild(of: verb, .obj, .aux) == nil
    {
      return true
    }
    if firstChild(of: verb, .nsubj, .obj) != nil { return false }
    if firstChild(of: verb, .nsubjPass) != nil { return true }
    // `was summoned`, the participle hung below the auxiliary.
    if syntax.forms[verb] == .pastParticiple, relation(verb) == .xcomp, let up = head(of: verb), up < verb,
      isVerb(up, ofLemma: lexicon.prepositions.be), (up + 1..<verb).allSatisfy({ tag($0) == .adverb })
    {
      return true
    }
    if syntax.forms[verb] == .pastParticiple, !agents(of: verb).isEmpty { return true }
    if relation(verb) == .conj, let first = head(of: verb), isVerb(first), isPassive(first), !endsInIng(verb),
      firstChild(of: verb, .aux) == nil
    {
      return true
    }
    // A reduced relative clause with a past participle: `the letter sent by Obama`.
    return relation(verb) == .acl && !endsInIng(verb) && firstChild(of: verb, .mark) == nil && !isMisreadFinite(verb)
  }

  /// A finite verb that the parser took for a participle: `A large group participated in the talks`, where the noun would
  /// be all there is to the sentence.
  private func isMisreadFinite(_ verb: Int) -> Bool {
    guard relation(verb) == .acl, !endsInIng(verb), firstChild(of: verb, .mark) == nil, let noun = head(of: verb) else {
      return false
    }
    return syntax.forms[verb] == .past || head(of: noun) == nil && agents(of: verb).isEmpty
  }

  /// `to meet`.
  func isInfinitive(_ verb: Int) -> Bool {
    children(of: verb, .mark).contains { id($0) == lexicon.prepositions.to }
  }

  /// Nodes of the agent of a passive verb: the `by` phrase.
  func agents(of verb: Int) -> [Int] {
    let own = children(of: verb).filter {
      (relation($0) == .oblAgent || relation($0) == .obl) && hasPreposition($0, lexicon.prepositions.by)
        && roles($0).isDisjoint(with: [.phone, .written])
    }
    guard own.isEmpty, firstChild(of: verb, .auxPass) != nil else { return own }
    // `was told to withdraw by NATO`: the phrase hangs on what was told.
    let inner = children(of: verb, .xcomp).filter { isVerb($0) && firstChild(of: $0, .auxPass) == nil }.flatMap {
      children(of: $0).filter {
        [.obl, .oblAgent].contains(relation($0)) && hasPreposition($0, lexicon.prepositions.by) && words[$0].name >= 0
      }
    }
    if !inner.isEmpty { return inner }
    // `was greeted at the airport by the president`: the phrase hangs on the place; `a letter by Kim` belongs to the letter.
    // `briefed on the talks by Khalilzad`: what one is briefed on has no author here; nor has what one was promised.
    return (children(of: verb, .obl) + children(of: verb, .obj)).filter { node in
      lexicon.info(id(node)).nounLemmas.isEmpty || relation(node) == .obj
        || children(of: node, .case_).contains { roles($0).contains(.topic) }
    }.flatMap { place -> [Int] in
      let agents = children(of: place, .nmod).filter { hasPreposition($0, lexicon.prepositions.by) }
      // `at the gate by the mayor and the bishop`: the second one joined to the airport.
      return agents + (agents.last.map { last in children(of: place, .conj).filter { $0 > last } } ?? [])
    }
  }

  /// `called each other`, `wrote to one another`: the slot of the addressee holds the subjects themselves.
  func saysEachOther(behind trigger: Int, as slots: [ContactFrame.Slot]) -> Bool {
    for pronoun in trigger + 1..<max(trigger + 1, min(count - 1, trigger + 8))
    where roles(pronoun).contains(.reciprocal) && roles(pronoun + 1).contains(.reciprocal) {
      return slots.contains { slot in
        switch slot {
        case .object, .indirectObject: pronoun == trigger + 1
        case .preposition(let word): id(pronoun - 1) == word
        default: false
        }
      }
    }
    return false
  }

  /// Who does what the verb says: nodes of its logical subject, looked for through coordination, control and
  /// participial clauses.
  func logicalSubjects(of verb: Int, depth: Int = 0) -> [Int] {
    guard depth < 8 else { return [] }
    if isPassive(verb) { return agents(of: verb) }
    let own = children(of: verb).filter {
      [.nsubj, .nsubjPass, .csubj].contains(relation($0)) && !isSource($0) && !isPlaced($0, before: verb)
    }
    if !own.isEmpty { return own.flatMap { antecedents(of: named(beside: $0, before: verb), clause: verb) } }
    return inheritedSubjects(of: verb, depth: depth)
  }

  /// `Kodama, head of the centre, condemned`, where the parser has the apposition as the subject: the person named before it.
  private func named(beside node: Int, before verb: Int) -> Int {
    if let person = personBehindOpening(node, before: verb) { return person }
    guard words[node].name < 0, roles(node).contains(.standingFor),
      let start = chunkIndex(of: node).map({ chunks[$0].words.lowerBound }), start > 1, isComma(start - 1),
      isPersonName(start - 2), !meansAnother(node, than: start - 2)
    else { return node }
    return start - 2
  }

  /// `Invited to address the General Assembly, Hassan Rouhani met`, where the parser has the person as an apposition to the object
  /// of the clause that opens the sentence.
  private func personBehindOpening(_ node: Int, before verb: Int) -> Int? {
    guard words[node].name >= 0, !isPersonName(node), node < verb,
      let start = chunkIndex(of: node).map({ chunks[$0].words.lowerBound }), start > 0,
      isVerb(start - 1) || tag(start - 1) == .adposition
    else { return nil }
    return children(of: node, .appos).first { person in
      guard isPersonName(person), person < verb, let first = chunkIndex(of: person).map({ chunks[$0].words.lowerBound })
      else { return false }
      return isComma(first - 1) && (person + 1..<verb).allSatisfy { tag($0) == .auxiliary || tag($0) == .adverb }
    }
  }

  /// `According to the Times, …`: who reports is no subject, whatever the parser says.
  private func isSource(_ node: Int) -> Bool {
    guard let start = chunkIndex(of: node).map({ chunks[$0].words.lowerBound }), start > 1 else { return false }
    return id(start - 2) == lexicon.prepositions.according && id(start - 1) == lexicon.prepositions.to
  }

  /// `refugees who live in the U.S. told`: where somebody is, right before the verb of another subject.
  private func isPlaced(_ node: Int, before verb: Int) -> Bool {
    guard node == verb - 1, words[node].name >= 0, !isPersonName(node), !endsInIng(verb),
      let start = chunkIndex(of: node).map({ chunks[$0].words.lowerBound }), start > 1
    else { return false }
    return roles(start - 1).contains(.venue) && tag(start - 1) == .adposition
  }

  /// Whom the verb names as its object: of a passive verb its subject, of `whom she told` what `whom` stands for.
  func logicalObjects(of verb: Int, depth: Int = 0) -> [Int] {
    guard depth < 8 else { return [] }
    if isPassive(verb) {
      let own = children(of: verb, .nsubjPass)
      if !own.isEmpty { return own.flatMap { antecedents(of: $0, clause: verb) } }
      if let subject = subjectBehindOpening(verb) { return [subject] }
      if relation(verb) == .acl, let noun = head(of: verb) { return [noun] }
      return inheritedSubjects(of: verb, depth: depth)
    }
    let own = children(of: verb).filter { relation($0) == .obj || relation($0) == .iobj }
    if !own.isEmpty { return own.flatMap { antecedents(of: $0, clause: verb) } }
    // `the man she told`: a relative clause with a subject of its own and no object.
    if relation(verb) == .aclRelcl, let noun = head(of: verb),
      children(of: verb, .nsubj).contains(where: { !roles($0).contains(.relative) })
    {
      return [noun]
    }
    return []
  }

  /// What a relative pronoun stands for, else the node itself.
  func antecedents(of node: Int, clause verb: Int) -> [Int] {
    guard roles(node).contains(.relative), node < verb,
      tag(node) == .pronoun || tag(node) == .subordinatingConjunction || tag(node) == .determiner
    else { return [node] }
    var clause = verb
    for _ in 0..<4 {
      if relation(clause) == .aclRelcl || relation(clause) == .acl, let noun = head(of: clause) {
        return [personBeforeApposition(noun) ?? noun]
      }
      guard let up = head(of: clause), isVerb(up) else { break }
      clause = up
    }
    // No relative clause for the parser: the noun phrase before the pronoun, `Mike Pompeo, who had met`.
    let end = node > 0 && isComma(node - 1) ? node - 1 : node
    if let chunk = chunks.first(where: { $0.words.upperBound == end }) { return [chunk.head] }
    return [node]
  }

  /// `Marta Kowalska, an analyst who spoke`: the person whom a noun without a name describes.
  private func personBeforeApposition(_ noun: Int) -> Int? {
    guard words[noun].name < 0, syntax.forms[noun] != .plural, mentions(endingAt: noun).isEmpty,
      let start = chunkIndex(of: noun).map({ chunks[$0].words.lowerBound }), start > 1, isComma(start - 1),
      tag(start) == .determiner, isPersonName(start - 2)
    else { return nil }
    return start - 2
  }

  /// `Poroshenko has asked for weapons, his ambassador, Andriy Melnyk, told dpa`: the second verb has a subject of its own,
  /// whatever the parser made of it.
  private func hasSubjectBefore(_ verb: Int, behind first: Int) -> Bool {
    guard verb > 1, isComma(verb - 1), isPersonName(verb - 2), firstChild(of: verb, .cc) == nil,
      let start = chunkIndex(of: verb - 2).map({ chunks[$0].words.lowerBound }), start > first
    else { return false }
    return tag(start - 1) != .adposition
  }

  /// `Questioned by the prosecutor, Stipp testified`: of a participle that opens the sentence the noun phrase between the comma
  /// and the verb.
  private func subjectBehindOpening(_ verb: Int) -> Int? {
    guard verb == 0, syntax.forms[verb] == .pastParticiple, let comma = (1..<count).first(where: { isComma($0) }),
      let chunk = chunkIndex(startingAt: comma + 1).map({ chunks[$0] }), chunk.words.upperBound < count,
      isVerb(chunk.words.upperBound)
    else { return nil }
    return chunk.head
  }

  /// `joined Kerry for talks`, `joined Kerry in urging`.
  private func isJoining(_ verb: Int) -> Bool {
    lexicon.info(id(verb)).verbLemmas.contains { lemma in
      (lexicon.verbFrames[lemma] ?? []).contains { lexicon.frames[$0].options.contains(.forEvent) }
    }
  }

  /// `for meeting Putin`, `of telling lies`: what somebody is thanked, blamed or accused for.
  private func isReason(_ verb: Int) -> Bool {
    guard endsInIng(verb), verb > 1 else { return false }
    if id(verb - 1) == lexicon.prepositions.forWord { return true }
    // Not `ahead of meeting`.
    return id(verb - 1) == lexicon.prepositions.of && tag(verb - 2) != .adverb && tag(verb - 2) != .adposition
  }

  /// The object of a verb that addresses it: `thanked the king`.
  private func isAddressed(_ node: Int) -> Bool {
    guard relation(node) == .obj, let verb = head(of: node), isVerb(verb), !isPassive(verb) else { return false }
    return lexicon.info(id(verb)).verbLemmas.contains { lemma in
      (lexicon.verbFrames[lemma] ?? []).contains { index in
        let frame = lexicon.frames[index]
        return frame.kind == .tell && frame.objects.isEmpty && frame.to.contains(.object)
      }
    }
  }

  private func namesParty(_ node: Int) -> Bool { !mentions(endingAt: node).isEmpty }

  private func inheritedSubjects(of verb: Int, depth: Int) -> [Int] {
    guard let up = head(of: verb) else {
      // `May landed in Washington, met Trump and left`, the first verb taken for an adverbial clause of the second.
      let first = children(of: verb, .advcl).first { $0 < verb && firstChild(of: $0, .mark) == nil && !endsInIng($0) }
      if let first { return hasSubjectBefore(verb, behind: first) ? [] : children(of: first, .nsubj) }
      return []
    }
    switch relation(verb) {
    case .conj:
      if hasSubjectBefore(verb, behind: up) { return [] }
      // `Kerry flew to Paris and met Lavrov`; a passive first verb lends its subject: `was elected and met`.
      return isVerb(up) || firstChild(of: up, .nsubj, .nsubjPass) != nil
        ? surfaceSubjects(of: up, depth: depth + 1) : []
    case .xcomp:
      // `asked Merkel to call Putin`: the object of the verb of asking; `wants to meet`: its subject.
      let objects = children(of: up).filter { relation($0) == .obj || relation($0) == .iobj }
      if !objects.isEmpty, !isPassive(up) { return objects.flatMap { antecedents(of: $0, clause: up) } }
      return surfaceSubjects(of: up, depth: depth + 1)
    case .acl where isReason(verb) && (isAddressed(up) || relation(up) == .obj && namesParty(up)):
      // `thanked the king for hosting talks`, `praised the king for it`.
      return [up]
    case .advcl where isReason(verb) && !isPassive(up) && children(of: up, .obj).contains(where: namesParty):
      // `thanked Macron for meeting Putin`: the object did it, not the subject.
      return children(of: up).filter { relation($0) == .obj || relation($0) == .iobj }.flatMap {
        antecedents(of: $0, clause: up)
      }
    case .advcl, .parataxis, .advclRelcl:
      // `Biden joined Zelensky in urging Russia`: both do.
      if endsInIng(verb), isVerb(up), isJoining(up),
        hasPreposition(verb, lexicon.prepositions.inside)
          || firstChild(of: verb, .mark).map({ id($0) == lexicon.prepositions.inside }) == true
      {
        return surfaceSubjects(of: up, depth: depth + 1) + logicalObjects(of: up, depth: depth + 1)
      }
      // `quoted Assad as telling the envoy`: he told.
      if endsInIng(verb), firstChild(of: verb, .mark, .case_).map({ id($0) == lexicon.prepositions.asWord }) == true {
        let objects = logicalObjects(of: up, depth: depth + 1)
        if !objects.isEmpty { return objects }
      }
      // `made remarks ahead of meeting Kerry`: the clause hangs on a word of another clause.
      // `was instrumental in persuading Putin`: of a predicate the subject is its own.
      var governor = isVerb(up) || firstChild(of: up, .cop) != nil ? up : governingVerb(of: up) ?? up
      // `spoke of a team that "ran out of luck", adding to CNN`: what stands outside the quotation is no part of it.
      while !isOnSameSideOfQuotation(governor, verb), isOnSameSideOfQuotation(governor, up),
        let outer = governingVerb(of: governor)
      {
        governor = outer
      }
      return surfaceSubjects(of: governor, depth: depth + 1)
    case .ccomp:
      // Only a clause without a subject of its own takes that of the verb of saying: `agreed to meet`, `she said,
      // thanking France`, `asked by CNN, he said`.
      let mark = firstChild(of: verb, .mark)
      let isParticiple = endsInIng(verb) || syntax.forms[verb] == .pastParticiple && verb < up
      return mark.map { id($0) == lexicon.prepositions.to } == true || mark == nil && isParticiple
        ? surfaceSubjects(of: up, depth: depth + 1) : []
    case .csubj:
      // `Kerry is due to call Lavrov`.
      return children(of: up, .nsubj)
    case .acl:
      // `Trump to meet Kim`.
      if isInfinitive(verb), words[up].name >= 0, head(of: up) == nil { return [up] }
      // `played a role in facilitating talks`: not the role does it, but who plays it.
      if endsInIng(verb) {
        return firstChild(of: verb, .mark, .case_) == nil ? [up] : nominalSubjects(of: up, depth: depth + 1)
      }
      if isMisreadFinite(verb) {
        // `Negotiators from Colombia and the rebels met`: the verb hung on the last noun of its subject.
        var top = up
        while let next = head(of: top), next < top, [.nmod, .conj].contains(relation(top)), isNoun(next) { top = next }
        return [head(of: top) == nil ? top : up]
      }
      // `plans over the next days to meet Putin`, the clause hung on the time.
      if isInfinitive(verb), lexicon.time(id(up)) != nil || roles(up).contains(.partOf),
        firstChild(of: up, .case_) != nil,
        let governor = governingVerb(of: up)
      {
        return surfaceSubjects(of: governor, depth: depth + 1)
      }
      // `plans to meet Putin`: who plans. `the decision by Kerry to meet`.
      return nominalSubjects(of: up, depth: depth + 1)
    case .aclRelcl:
      return firstChild(of: verb, .nsubj, .nsubjPass) == nil ? [up] : []
    default:
      // `in remarks ahead of meeting John Kerry`: who made the remarks.
      guard endsInIng(verb), let governor = governingVerb(of: verb) else { return [] }
      return surfaceSubjects(of: governor, depth: depth + 1)
    }
  }

  /// The subject as it stands: of a passive verb its grammatical subject, for clauses that inherit it.
  func surfaceSubjects(of verb: Int, depth: Int) -> [Int] {
    guard depth < 8 else { return [] }
    let own = children(of: verb).filter {
      (relation($0) == .nsubj || relation($0) == .nsubjPass || relation($0) == .csubj)
        && firstChild(of: $0, .case_) == nil && !isSource($0)
    }
    if !own.isEmpty { return own.flatMap { antecedents(of: named(beside: $0, before: verb), clause: verb) } }
    return inheritedSubjects(of: verb, depth: depth)
  }

  /// Whose a noun is: possessor, `of` or `by` phrase, else the subject of the verb that has it as object.
  func nominalSubjects(of noun: Int, depth: Int) -> [Int] {
    guard depth < 8 else { return [] }
    let owners = children(of: noun).filter {
      relation($0) == .nmodPoss
        || (relation($0) == .nmod
          && (hasPreposition($0, lexicon.prepositions.by) || hasPreposition($0, lexicon.prepositions.of)))
    }
    if !owners.isEmpty { return owners }
    // `Obama plans to meet`, the verb taken for a noun.
    if noun > 0, words[noun - 1].name >= 0, children(of: noun, .compound).contains(noun - 1) { return [noun - 1] }
    guard let verb = governingVerb(of: noun) else { return [] }
    return surfaceSubjects(of: verb, depth: depth + 1)
  }

  /// The verb whose clause the noun stands in, through prepositions and nouns: for `a round of talks` in
  /// `held a round of talks` it is `held`.
  func governingVerb(of noun: Int) -> Int? {
    var node = noun
    for _ in 0..<6 {
      guard let up = head(of: node) else { return nil }
      if isVerb(up) || firstChild(of: up, .cop, .nsubj) != nil { return up }
      node = up
    }
    return nil
  }

  /// Phrases with a preposition that depend on the word.
  func phrases(of word: Int, _ preposition: WordID) -> [Int] {
    children(of: word).filter {
      switch relation($0) {
      case .obl, .nmod, .oblAgent, .advcl, .oblTmod: hasPreposition($0, preposition) && !isAbsolute($0)
      default: false
      }
    }
  }

  /// `…, with the mayor saying he had no plan`: a clause of its own, whatever it hangs on.
  private func isAbsolute(_ node: Int) -> Bool {
    guard let chunk = chunks.first(where: { $0.words.contains(node) }), chunk.words.lowerBound > 1,
      isComma(chunk.words.lowerBound - 2), chunk.words.upperBound < count
    else { return false }
    return isVerb(chunk.words.upperBound) && endsInIng(chunk.words.upperBound)
  }

  /// A content clause, infinitive or quotation says what was told.
  func hasContent(_ verb: Int) -> Bool {
    children(of: verb).contains {
      switch relation($0) {
      case .ccomp, .xcomp: true
      case .advcl: children(of: $0, .mark).contains { id($0) == lexicon.prepositions.to }
      case .parataxis: isVerb($0)
      default: false
      }
    } || hasQuotation(verb)
  }

  private func hasQuotation(_ verb: Int) -> Bool {
    let document = recognized.document
    return words.contains { word in
      word.tokens.contains { document.tokens[$0].shape.contains(.quote) }
    } && relation(verb) != .acl
  }
}
