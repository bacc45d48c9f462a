import ContactModel
import Recognition
import Syntax

/// Finds the contacts that a verb tells of, by one frame of the lexicon.
struct VerbRule {
  let view: SentenceView
  let frame: ContactFrame

  private var lexicon: ContactLexicon { _read { yield view.lexicon } }

  /// Applies the frame to a word.
  ///
  /// - Returns: the match, or the reason why there is none.
  func match(_ verb: Int) -> Result<TriggerMatch, NoContact> {
    if let particle = frame.particle, !hasParticle(verb, particle) { return .failure(.init(.notAContactVerb)) }
    if !frame.objects.isEmpty, !hasObjectNoun(verb) { return .failure(.init(.notAContactVerb)) }
    if frame.options.contains(.noComplement), hasComplement(verb) { return .failure(.init(.notAContactVerb)) }
    if frame.options.contains(.intransitive), view.children(of: verb, .obj).contains(where: { !view.isVerb($0) }) {
      return .failure(.init(.notAContactVerb))
    }
    if frame.options.contains(.elliptical), !leavesOutEvent(verb) { return .failure(.init(.notAContactVerb)) }
    if frame.options.contains(.errand), !isErrand(verb) { return .failure(.init(.notAContactVerb)) }
    if frame.options.contains(.forEvent), !governsEvent(verb) { return .failure(.init(.notAContactVerb)) }

    var to = ResolvedParties()
    var preposition: WordID?
    var isPublic = false
    for slot in frame.to {
      var found = parties(in: slot, of: verb)
      if found.isEmpty, !found.isUnnamedPublic { found = phrase(in: slot, of: verb) }
      isPublic = isPublic || found.isUnnamedPublic
      if !found.isEmpty {
        to.add(found)
        if case .preposition(let word) = slot { preposition = word }
      }
    }
    if frame.kind == .invite, to.isEmpty { to = representedCountries(of: verb) }
    if frame.options.contains(.person) { to.references.removeAll { !view.isAnimate($0) } }
    if frame.options.contains(.outlet) { to.references.removeAll { !view.isOutlet($0) } }
    if frame.kind == .tell, !frame.to.contains(.clauseSubject), !view.isPassive(verb) {
      to.references.removeAll { isClauseSubject($0, behind: verb) }
    }
    if frame.kind == .tell || frame.kind == .invite || frame.kind == .write {
      to.references.removeAll { view.isIndefiniteDemonym($0) }
    }
    var from = ResolvedParties()
    if view.endsInIng(verb), verb > 0, view.words[verb - 1].name >= 0, view.relation(verb) != .acl,
      frame.from.contains(.subject), frame.options.contains(.reciprocal)
    {
      // `Lee and Ortega shaking hands`.
      from = view.partiesOfSubject(before: verb)
      // `a photo of Olaf Scholz meeting Emmanuel Macron`: whatever governs the name.
      let named = view.mentionedParties(at: verb - 1)
      if !named.references.allSatisfy({ name in from.references.contains { $0.entity == name.entity } }) {
        from = named
      }
    }
    if from.isEmpty {
      for slot in frame.from { from.add(parties(in: slot, of: verb)) }
    }
    if from.isEmpty, frame.from.contains(.subject), !view.isPassive(verb), view.relation(verb) == .advcl,
      view.firstChild(of: verb, .nsubj) == nil, let governor = view.head(of: verb), view.isVerb(governor),
      governor > verb
    {
      // `After speaking by phone, Obama and Merkel called …`
      from = view.partiesOfSubject(before: governor)
    }
    if from.isEmpty, frame.from.contains(.subject), !view.isPassive(verb),
      !view.children(of: verb, .nsubj).contains(where: { view.tag($0) == .pronoun })
    {
      from = view.partiesOfSubject(before: verb)
      // What stands before the verb is no subject where it is what the verb says it to.
      from.references.removeAll { reference in to.references.contains { $0.range == reference.range } }
    }

    if from.isEmpty, frame.kind == .invite, view.isPassive(verb) { from = summoners(of: verb, to) }
    if frame.options.contains(.reciprocal), to.isEmpty, from.references.count == 1 {
      from.add(partyBeforeComma(verb))
    }
    let isReciprocal =
      to.isEmpty && from.references.count > 1
      && (frame.options.contains(.reciprocal) && !hasOtherObject(verb)
        || view.saysEachOther(behind: verb, as: frame.to))
    // A host brings others together, not one.
    if frame.kind == .host, frame.to.contains(.object), to.references.count < 2 {
      return .failure(.init(.notAContactVerb))
    }
    // `The ministers led the dialogue between their countries`: they talked themselves.
    if frame.kind == .host, frame.to.contains(.event), from.references.count > 1,
      from.references.allSatisfy({ isSide($0, of: to) })
    {
      return .failure(.init(.notAContactVerb))
    }
    if to.isEmpty, !isReciprocal { return .failure(.init(isPublic ? .unnamedPublic : .noAddressee)) }
    if from.isEmpty { return .failure(.init(from.isUnnamedPublic ? .noParty : .noSpeaker)) }
    if frame.options.contains(.clause), !view.hasContent(verb) { return .failure(.init(.missingContent)) }
    if frame.options.contains(.quote), !view.hasContent(verb) { return .failure(.init(.missingContent)) }

    var kind = frame.kind
    let isMutual = frame.options.contains(.mutual)
    var medium: String?
    if kind == .talks || kind == .tell || kind == .meet, let phone = phoneWord(near: verb) {
      if kind == .talks { kind = .call }
      medium = phone
    }
    let construction = Self.construction(
      frame, preposition: preposition.map { lexicon.vocabulary.form($0) }, isPassive: view.isPassive(verb))
    // `met on Monday with A and B`: together, as long as nothing says otherwise.
    let isJoint =
      frame.kind == .meet && frame.options.contains(.reciprocal) && preposition == lexicon.prepositions.with
      && (verb + 1..<min(verb + 4, view.count)).contains { lexicon.time(view.id($0)) != nil }
      && !view.children(of: verb).contains { view.roles($0).contains(.distributive) }
    return .success(
      TriggerMatch(
        from: from, to: to, kind: kind, isMutual: isMutual || isReciprocal, isGroup: isReciprocal, isJoint: isJoint,
        modality: view.modality(ofVerb: verb), construction: construction,
        confidence: frame.options.contains(.weak) ? 0.5 : 0.9, medium: medium))
  }

  static func construction(_ frame: ContactFrame, preposition: String?, isPassive: Bool) -> String {
    let verb = frame.lemma + (preposition.map { " " + $0 } ?? "")
    return isPassive ? "B was \(verb) by A (passive)" : "A \(verb) B"
  }

  /// A person of one of the countries or organizations.
  private func isSide(_ reference: ResolvedParties.Reference, of sides: ResolvedParties) -> Bool {
    let entities = view.recognized.entities
    let person = entities[reference.entity]
    return person.type == .person
      && sides.references.contains { side in
        person.affiliation == side.entity
          || entities[side.entity].type == .country && person.country != nil
            && person.country == entities[side.entity].country
      }
  }

  private func parties(in slot: ContactFrame.Slot, of verb: Int) -> ResolvedParties {
    switch slot {
    case .subject:
      let subjects = view.logicalSubjects(of: verb).filter { view.isOnSameSideOfQuotation($0, verb) }
      let found = view.parties(of: subjects)
      return found.isEmpty && frame.kind == .tell ? view.authors(of: subjects) : found
    case .object:
      return view.parties(of: objectNodes(of: verb))
    case .indirectObject:
      return view.parties(of: view.children(of: verb, .iobj))
    case .preposition(let word):
      var nodes = view.phrases(of: verb, word)
      // The phrase may hang on the object: `delivered a letter to Putin`.
      for object in view.children(of: verb, .obj) { nodes += view.phrases(of: object, word) }
      // `sent by Kim to Trump`: or on the agent.
      if view.isPassive(verb) { for agent in view.agents(of: verb) { nodes += view.phrases(of: agent, word) } }
      // `said Ann Lee, a nurse from Leeds, to Reuters`: or on the apposition of a subject behind the verb.
      for subject in view.children(of: verb, .nsubj) where subject > verb {
        for apposition in view.children(of: subject, .appos) {
          // An `envoy to Afghanistan` is no addressee; an outlet is.
          nodes += view.phrases(of: apposition, word).filter { phrase in
            view.parties(of: phrase).references.contains { view.isOutlet($0.entity) }
          }
        }
      }
      // `spoke to X and to Y`: each conjunct has its own preposition; `with whom he spoke`: who that stands for.
      return view.parties(of: nodes.flatMap { view.antecedents(of: $0, clause: verb) })
    case .clauseSubject:
      let clauses = view.children(of: verb).filter {
        // `"We have time," Hammond insisted`: what is said before the verb asks nothing either.
        view.relation($0) == .ccomp && !(frame.options.contains(.subjunctive) && ($0 < verb || isIndicative($0)))
      }
      // `demanded that he be extradited` asks nothing of him.
      return view.parties(of: clauses.filter { !view.isPassive($0) }.flatMap { view.surfaceSubjects(of: $0, depth: 0) })
    case .event:
      var result = ResolvedParties()
      for object in eventObjects(of: verb) where isEvent(object) {
        result.add(NounRule.participants(of: object, in: view))
        let words = lexicon.prepositions
        if result.references.count < 2 { result.add(view.parties(of: view.phrases(of: verb, words.between))) }
        if result.references.count < 2 {
          result.add(view.partiesOfPhrase(behind: object, preposition: words.between))
        }
        // `agreed to hold talks brokered by Oman`: whoever holds them.
        if result.references.count < 2, view.isPassive(verb), view.relation(verb) == .acl {
          result = Carrier(of: object, in: view).subjects(in: view, isMessage: false)
        }
        // A host brings others together: `hosted a dinner with May` names one guest.
        if result.references.count < 2 { result = ResolvedParties() }
      }
      return result
    case .possessor, .modifier, .governor:
      return ResolvedParties()
    }
  }

  /// What stands where the slot should be, whatever the parser made of it.
  private func phrase(in slot: ContactFrame.Slot, of verb: Int) -> ResolvedParties {
    switch slot {
    case .object, .indirectObject:
      if view.isPassive(verb) { return ResolvedParties() }
      let object = view.partiesOfObject(behind: verb)
      return object.isEmpty && frame.to.contains(.indirectObject) ? personBeforeGift(behind: verb) : object
    case .preposition(let word):
      return view.partiesOfPhrase(behind: verb, preposition: word)
    case .clauseSubject:
      // `demanded the YPG withdraw`: a noun phrase and a bare verb behind it.
      var start = verb + 1
      if start < view.count, view.id(start) == lexicon.prepositions.that { start += 1 }
      guard let chunk = view.chunkIndex(startingAt: start).map({ view.chunks[$0] }), chunk.words.upperBound < view.count
      else {
        return ResolvedParties()
      }
      let next = chunk.words.upperBound
      // `demanded that Merkel resign`, the verb taken for a noun.
      if view.words[start].name >= 0, next == start + 2,
        view.tag(start + 1) == .noun, view.syntax.forms[start + 1] != .plural
      {
        return view.mentionedParties(at: start)
      }
      if frame.options.contains(.subjunctive), isIndicative(next) { return ResolvedParties() }
      return view.tag(next) == .verb && !view.endsInIng(next) && !view.text(next).hasSuffix("ed")
        ? view.partiesOfPhrase(startingAt: start) : ResolvedParties()
    default:
      return ResolvedParties()
    }
  }

  /// `that Greece was safe`, not `that Greece pay`.
  private func isIndicative(_ clause: Int) -> Bool {
    ([clause] + view.children(of: clause, .aux) + view.children(of: clause, .cop)).contains {
      view.syntax.forms[$0] == .past || view.syntax.forms[$0] == .presentThird
    }
  }

  /// `Kerry, Lavrov meet`: the name before the comma at the start of a headline.
  private func partyBeforeComma(_ verb: Int) -> ResolvedParties {
    guard let last = view.chunks.firstIndex(where: { $0.words.upperBound == verb }), last == 1,
      view.isComma(view.chunks[1].words.lowerBound - 1), view.chunks[0].words.lowerBound == 0,
      view.chunks[0].words.upperBound == view.chunks[1].words.lowerBound - 1
    else { return ResolvedParties() }
    return view.parties(ofChunk: 0)
  }

  /// `summoned the German ambassador`: an envoy is called in for the country.
  private func representedCountries(of verb: Int) -> ResolvedParties {
    var result = ResolvedParties()
    for object in objectNodes(of: verb) where view.roles(object).contains(.standingFor) {
      for child in view.children(of: object)
      where [.amod, .compound, .nmodPoss].contains(view.relation(child)) {
        result.add(view.mentionedParties(at: child))
      }
    }
    result.references.removeAll { view.recognized.entities[$0.entity].type == .person }
    return result
  }

  /// The objects of the verb; what it seems to modify where a name stands right before it: `Oman hosted talks`.
  private func eventObjects(of verb: Int) -> [Int] {
    if view.relation(verb) == .amod, verb > 0, view.words[verb - 1].name >= 0, let noun = view.head(of: verb) {
      return [noun]
    }
    return view.logicalObjects(of: verb)
  }

  /// `promised Zelensky more weapons`: a person's name, then what is promised, read as one phrase.
  private func personBeforeGift(behind verb: Int) -> ResolvedParties {
    let name = verb + 1
    guard name + 1 < view.count, view.words[name].name >= 0, view.syntax.forms[name + 1] != .possessive,
      let chunk = view.chunkIndex(startingAt: name).map({ view.chunks[$0] }),
      view.roles(chunk.head).isDisjoint(with: [.standingFor, .unnamedPublic, .collective, .outletNoun])
    else { return ResolvedParties() }
    var found = view.mentionedParties(at: name)
    found.references.removeAll { view.recognized.entities[$0.entity].type != .person }
    return found
  }

  private func objectNodes(of verb: Int) -> [Int] {
    // `met and embraced Abbas`: the second verb has the object of both.
    if verb + 2 < view.count, view.id(verb + 1) == lexicon.prepositions.and, view.relation(verb + 2) == .conj,
      view.head(of: verb + 2) == verb, view.isVerb(verb + 2), !view.isPassive(verb)
    {
      return view.children(of: verb + 2, .obj)
    }
    let own = view.children(of: verb).filter { view.syntax.forms[$0] != .possessive }
    // With two objects the indirect one is spoken to: `asked him a question`.
    // `assured her Lithuanian colleague`: hers, not to her.
    let indirect = own.filter { view.relation($0) == .iobj && !isPossessor($0) }
    if !indirect.isEmpty, !view.isPassive(verb) { return indirect }
    // `asked our neighbour Pakistan`: no possessive is an object of its own.
    return view.logicalObjects(of: verb).filter {
      (view.syntax.forms[$0] != .possessive || view.words[$0].name >= 0) && !isPossessor($0)
    }
  }

  /// `her` before a name that begins right behind it.
  private func isPossessor(_ pronoun: Int) -> Bool {
    view.tag(pronoun) == .pronoun && view.roles(pronoun).contains(.femalePronoun) && pronoun + 1 < view.count
      && view.words[pronoun + 1].name >= 0 && view.words[pronoun + 1].tokens.count > 1
      && view.relation(pronoun + 1) == .obj
  }

  private func hasParticle(_ verb: Int, _ particle: WordID) -> Bool {
    if view.children(of: verb).contains(where: {
      view.id($0) == particle && [.compoundPrt, .advmod, .obl, .case_, .xcomp].contains(view.relation($0))
    }) {
      return true
    }
    // `filled Merkel in on the talks`: two prepositions behind the object, the first of which is the particle.
    guard let object = view.chunks.first(where: { $0.words.lowerBound == verb + 1 }) else { return false }
    let next = object.words.upperBound
    return next < view.count && view.id(next) == particle
      && (next + 1 == view.count || [.adposition, .punctuation, .particle].contains(view.tag(next + 1)))
  }

  private func hasObjectNoun(_ verb: Int) -> Bool {
    let objects =
      view.isPassive(verb)
      ? view.children(of: verb, .nsubjPass) + view.children(of: verb, .nsubj)
        + (view.relation(verb) == .acl ? [view.head(of: verb)].compactMap { $0 } : [])
      : view.children(of: verb, .obj)
    if view.isPassive(verb), view.firstChild(of: verb, .auxPass) == nil, frame.options.contains(.reciprocal),
      isBehindObject(verb)
    {
      return true
    }
    // The parser may hang the noun elsewhere: `Lee and Ortega, shaking hands`.
    let behind = (verb + 1..<min(view.count, verb + 4)).prefix { !view.isVerb($0) && view.tag($0) != .adposition }
    if behind.contains(where: { frame.objects.contains(view.id($0)) }) { return true }
    return objects.contains { object in
      frame.objects.contains(view.id(object))
        || view.children(of: object, .conj).contains { frame.objects.contains(view.id($0)) }
    }
  }

  /// `a dialogue in Rome on Monday, led by A and B`: nothing but places and times stands between.
  private func isBehindObject(_ participle: Int) -> Bool {
    var word = participle - 1
    while word >= 0, participle - word < 16 {
      if frame.objects.contains(view.id(word)) { return true }
      if view.isVerb(word) || view.isQuote(word) { return false }
      let isPlace = view.words[word].name >= 0 || lexicon.time(view.id(word)) != nil || view.isComma(word)
      guard isPlace || [.adposition, .numeral, .punctuation, .determiner, .properNoun].contains(view.tag(word)) else {
        return false
      }
      word -= 1
    }
    return false
  }

  /// `The ambassador was summoned to the Foreign Ministry`: the body, not that of the ambassador's own country.
  private func summoners(of verb: Int, _ summoned: ResolvedParties) -> ResolvedParties {
    var result = view.parties(of: view.phrases(of: verb, lexicon.prepositions.to))
    let entities = view.recognized.entities
    result.references.removeAll { reference in
      entities[reference.entity].type != .organization && reference.form != .representative
        || summoned.references.contains { entities[$0.entity].country == entities[reference.entity].country }
    }
    return result
  }

  /// `The ministers will participate`, a sentence behind `Talks will be held`.
  private func leavesOutEvent(_ verb: Int) -> Bool {
    let isSaid = view.children(of: verb).contains {
      view.relation($0) == .obj || view.relation($0) == .obl && view.hasPreposition($0, lexicon.prepositions.inside)
    }
    guard !isSaid, view.sentence > 0 else { return false }
    let document = view.recognized.document
    return lexicon.ids(of: document.sentences[view.sentence - 1].tokens, in: document).contains(where: lexicon.isEvent)
  }

  /// `A and B welcome them`: somebody else is met, whoever it is.
  private func hasOtherObject(_ verb: Int) -> Bool {
    guard frame.objects.isEmpty, frame.to.contains(.object), !view.isPassive(verb) else { return false }
    return view.children(of: verb, .obj).contains { object in
      guard view.words[object].name < 0, view.roles(object).isDisjoint(with: [.reciprocal, .relative]) else {
        return false
      }
      // `met their targets`, `met the deadline`; not `met the same day`.
      return view.tag(object) == .pronoun
        || view.tag(object) == .noun && lexicon.time(view.id(object)) == nil
          && view.firstChild(of: object, .det, .nmodPoss) != nil
    }
  }

  private func hasComplement(_ verb: Int) -> Bool {
    view.children(of: verb).contains {
      let relation = view.relation($0)
      // The parser takes a name behind `called` for a complement at times.
      return (relation == .xcomp || relation == .ccomp) && view.words[$0].name < 0
        || view.hasPreposition($0, lexicon.prepositions.to) && relation == .obl
    } || hasPhraseBehindObject(verb) || isNaming(verb)
  }

  /// `a man called Muhammad Shaker`.
  private func isNaming(_ verb: Int) -> Bool {
    !view.endsInIng(verb) && view.firstChild(of: verb, .aux, .auxPass, .nsubj, .nsubjPass) == nil
      && view.relation(verb) == .acl || view.syntax.forms[verb] == .pastParticiple && isBehindCommonNoun(verb)
  }

  /// `a man called`, `operations, often called`.
  private func isBehindCommonNoun(_ verb: Int) -> Bool {
    var noun = verb - 1
    while noun > 0, view.tag(noun) == .adverb { noun -= 1 }
    if noun > 0, view.isComma(noun) { noun -= 1 }
    return noun >= 0 && view.tag(noun) == .noun && view.words[noun].name < 0 && view.mentionedParties(at: noun).isEmpty
      && view.firstChild(of: verb, .aux) == nil
  }

  /// `called Putin a threat`, `called the claim "nonsense"`: something directly behind the object says what it is.
  private func hasPhraseBehindObject(_ verb: Int) -> Bool {
    // `a plan for Chile, which she called "rash"`: the object comes first, and what it is called stands behind.
    if verb + 1 < view.count, view.isQuote(verb + 1) || view.chunkIndex(startingAt: verb + 1) != nil,
      view.children(of: verb, .obj).contains(where: { view.roles($0).contains(.relative) && $0 < verb })
    {
      return true
    }
    guard let object = view.chunks.first(where: { $0.words.lowerBound > verb }), object.words.lowerBound <= verb + 2
    else {
      return false
    }
    let next = object.words.upperBound
    guard next < view.count else { return false }
    if view.isQuote(next) { return true }
    guard let chunk = view.chunkIndex(startingAt: next).map({ view.chunks[$0] }) else { return false }
    return !chunk.words.contains { word in
      guard let time = lexicon.info(view.id(word)).time else { return false }
      return time.role != .number && time.role != .span
    }
  }

  /// `warned the U.S. might leave`: what follows the verb is the subject of what is said.
  private func isClauseSubject(_ reference: ResolvedParties.Reference, behind verb: Int) -> Bool {
    guard reference.range.start > view.words[verb].range.end,
      let chunk = view.chunks.first(where: { view.words[$0.head].range.contains(reference.range) })
    else { return false }
    var next = chunk.words.upperBound
    while next < view.count, view.tag(next) == .adverb { next += 1 }
    guard next < view.count, !view.isOutletNoun(next), !frame.objects.contains(view.id(next)) else { return false }
    if view.tag(next) == .auxiliary { return true }
    let form = view.syntax.forms[next]
    return view.tag(next) == .verb && (form == .past || form == .present || form == .presentThird)
      && view.relation(next) != .conj
      && view.head(of: next).map {
        // `asked what Obama wanted`: the clause hangs on `what`.
        $0 == verb || view.relation(next) == .aclRelcl && view.tag($0) == .pronoun && view.head(of: $0) == verb
      } == true
  }

  /// `flew to Paris to see Macron`, `went to see him`.
  private func isErrand(_ verb: Int) -> Bool {
    guard view.isInfinitive(verb), let up = view.head(of: verb) else { return false }
    // `flew to Paris to see`, the infinitive hung on the place.
    let governor = view.isVerb(up) ? up : view.governingVerb(of: up)
    return governor.map { $0 < verb && view.roles($0).contains(.motion) } ?? false
  }

  private func governsEvent(_ verb: Int) -> Bool {
    view.words.indices.contains { word in
      view.isNoun(word) && view.governingVerb(of: word) == verb && view.relation(word) != .nsubj
        && lexicon.isEvent(view.id(word))
    }
  }

  /// `talks`, `a round of talks`.
  private func isEvent(_ noun: Int) -> Bool { lexicon.isEvent(view.id(noun)) || view.roles(noun).contains(.partOf) }

  private func phoneWord(near verb: Int) -> String? {
    for child in view.children(of: verb) {
      if view.roles(child).contains(.phone) { return "telephone" }
      // `discussed the plan in separate calls`.
      if view.relation(child) == .obl, view.isNoun(child),
        lexicon.info(view.id(child)).nounLemmas.contains(where: { lemma in
          (lexicon.nounFrames[lemma] ?? []).contains {
            lexicon.frames[$0].kind == .call && lexicon.frames[$0].particle == nil
          }
        })
      {
        return "telephone"
      }
      for below in view.children(of: child) where view.roles(below).contains(.phone) && view.relation(child) == .obl {
        return "telephone"
      }
    }
    return nil
  }
}

/// Why a frame found no contact at a word.
struct NoContact: Error {
  var reason: TriggerOutcome.Reason
  init(_ reason: TriggerOutcome.Reason) { self.reason = reason }
}
