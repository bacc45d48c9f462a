import ContactModel
import Recognition
import Syntax

/// Finds the contacts that a noun tells of: `talks between A and B`, `A's letter to B`, `said in an interview with B`.
struct NounRule {
  let view: SentenceView
  let frame: ContactFrame
  let eventBefore: EventBefore

  private var lexicon: ContactLexicon { _read { yield view.lexicon } }

  func match(_ noun: Int) -> Result<TriggerMatch, NoContact> {
    let info = lexicon.info(view.id(noun))
    if frame.options.contains(.plural), !info.isPlural { return .failure(.init(.notAContactVerb)) }
    // `on the phone with`, `across the table from`.
    if let particle = frame.particle, !view.hasPreposition(noun, particle) { return .failure(.init(.notAContactVerb)) }
    if frame.options.contains(.clause), !asksToAct(noun) { return .failure(.init(.missingContent)) }
    // `an interview broadcast by the BBC`, the participle taken for a noun; `an interview Saturday with Bild`, the day taken for
    // the head.
    let work = view.head(of: noun).flatMap { head in
      isModifier(noun) && (isOutletWork(head, behind: noun) || isDay(head)) ? head : nil
    }
    if isModifier(noun), work == nil { return .failure(.init(.notAContactVerb)) }
    // `calls for the suspension of Mugabe from the union` are demands.
    if frame.kind == .call, noun + 1 < view.count, view.id(noun + 1) == lexicon.prepositions.forWord {
      return .failure(.init(.notAContactVerb))
    }
    // `calls by critics that Mugabe resign` are, too.
    if frame.kind == .call, frame.particle == nil, hasThatClause(noun) { return .failure(.init(.notAContactVerb)) }
    var carrier = Carrier(of: work ?? noun, in: view)
    if let work, isDay(work), carrier.isSubject {
      carrier.isSubject = false
      carrier.isOblique = true
    }

    var to = ResolvedParties()
    var together = ResolvedParties()
    var preposition: WordID?
    var groupPreposition: WordID?
    // `the Lee-Ortega talks, the first between their countries`: both are named already.
    let isNamed = frame.from.contains(.modifier) && Self.modifiers(of: noun, in: view).references.count > 1
    for slot in frame.to {
      // `in a BBC interview`.
      if slot == .modifier {
        var found = Self.modifiers(of: noun, in: view)
        if frame.options.contains(.outlet) { found.references.removeAll { !view.isOutlet($0) } }
        to.add(found)
      }
      guard case .preposition(let word) = slot, !isNamed || !isAmong(word) else { continue }
      var nodes = view.phrases(of: noun, word)
      if let work { nodes += view.phrases(of: work, word) }
      // `held talks in Geneva with Lavrov`: the phrase hangs on the verb that carries the noun, or on a noun between.
      for step in carrier.path { nodes += view.phrases(of: step, word) }
      // `the talks held in Geneva between Kerry and Lavrov`, `a letter addressed to Orban`: or on a participle behind the noun.
      for clause in view.children(of: noun, .acl) + view.children(of: noun, .aclRelcl)
      where lexicon.isEventVerb(view.id(clause)) || view.isPassive(clause) {
        nodes += view.phrases(of: clause, word)
      }
      // `had an interview before the vote, on CNN`: it hangs on whatever stands between.
      if frame.options.contains(.outlet) {
        for step in carrier.path { nodes += view.children(of: step).flatMap { view.phrases(of: $0, word) } }
      }
      // `talks took place between A and B`, `after talks, a deal was reached between A and B`: it hangs on the verb or on its
      // object.
      if isAmong(word), word != lexicon.prepositions.of, let verb = carrier.verb, carrier.isSubject || carrier.isOblique
      {
        nodes += view.phrases(of: verb, word)
        for object in view.children(of: verb, .obj) where view.mentions(endingAt: object).isEmpty {
          nodes += view.phrases(of: object, word)
        }
      }
      // `a letter from Kim to Trump`: the second phrase hangs on the first.
      if !frame.options.contains(.event) {
        for sender in senders(of: noun) { nodes += view.phrases(of: sender, word) }
      }
      var found = view.parties(of: nodes)
      if found.references.count < (isAmong(word) ? 2 : 1), word != lexicon.prepositions.of || nodes.isEmpty {
        // What stands behind the preposition, whatever the parser made of it.
        let phrase = view.partiesOfPhrase(behind: noun, preposition: word)
        if phrase.references.count > found.references.count { found = phrase }
      }
      if found.references.count < 2, word == lexicon.prepositions.involving {
        let involved = partiesInvolved(behind: noun)
        if involved.references.count > found.references.count { found = involved }
      }
      if frame.options.contains(.person) { found.references.removeAll { !view.isAnimate($0) } }
      if frame.options.contains(.outlet) { found.references.removeAll { !view.isOutlet($0) } }
      guard !found.isEmpty || found.isUnnamedPublic else { continue }
      if isAmong(word) {
        together.add(found)
        groupPreposition = groupPreposition ?? word
      } else {
        to.add(found)
      }
      preposition = preposition ?? word
    }

    if frame.to.contains(.governor) { to.add(carrier.askedParties(by: noun, of: frame, in: view)) }
    var from = ResolvedParties()
    for slot in frame.from {
      switch slot {
      case .possessor:
        let possessors = view.children(of: noun, .nmodPoss)
        // `The bank and the fund held their meetings`: each its own.
        if frame.options.contains(.event), info.isPlural, possessors.contains(where: { view.tag($0) == .pronoun }),
          to.isEmpty
        {
          return .failure(.init(.noAddressee))
        }
        let owners = view.parties(of: possessors)
        from.add(owners.isEmpty ? view.partiesOfPossessor(before: noun) : owners)
      case .modifier where frame.to.contains(.governor):
        // `a Reuters request for comment`.
        from.add(Self.modifiers(of: noun, in: view))
      case .modifier:
        together.add(Self.modifiers(of: noun, in: view))
      case .preposition(let word):
        var nodes = view.phrases(of: noun, word)
        // `the questioning of Hicks by Mueller`: the second phrase hangs on the first.
        if !frame.options.contains(.event) {
          for slot in frame.to {
            guard case .preposition(let other) = slot else { continue }
            for addressee in view.phrases(of: noun, other) { nodes += view.phrases(of: addressee, word) }
          }
        }
        let found = view.parties(of: nodes)
        if isAmong(word) { together.add(found) } else { from.add(found) }
      default: break
      }
    }
    if frame.options.contains(.event), together.isEmpty, to.isEmpty {
      // `a meeting chaired by Merkel and Macron`.
      // `a meeting of ten ministers chaired by Merkel and Macron`.
      let nouns = [noun] + view.phrases(of: noun, lexicon.prepositions.of)
      let participles = nouns.flatMap { view.children(of: $0, .acl) }.filter(isLed)
      var leaders = view.parties(of: participles.flatMap { view.agents(of: $0) })
      for participle in participles where leaders.references.count == 1 {
        leaders.add(view.partiesOfPhrase(behind: participle, preposition: lexicon.prepositions.by))
      }
      if leaders.references.count > 1 { together = leaders }
    }
    if frame.options.contains(.event), together.references.count == 1, to.isEmpty, carrier.isOblique {
      // `said before the General Assembly meeting`: the body's own meeting.
      return .failure(.init(.noSpeaker))
    }
    if frame.options.contains(.event), together.references.count == 1 {
      // `Iran talks`, `a US delegation's talks with`: one party before the noun is one side.
      if to.isEmpty { to.add(together) } else { from.add(together) }
      together = ResolvedParties()
    }

    // `between the EU and ministers of Iran, Egypt and Jordan`: one side with each of the other.
    if together.references.count > 2, let last = groupPreposition, last == lexicon.prepositions.between {
      let anchor = carrier.path.last.map { max($0, noun) } ?? noun
      let sides = view.sidesOfPhrase(behind: noun, preposition: last)
      let found = sides.isEmpty ? view.sidesOfPhrase(behind: anchor, preposition: last) : sides
      if found.count == 2, found.allSatisfy({ !$0.isEmpty }) {
        let carried = carrier.event?.modality
        var other = found[1]
        // `…, and next month with Chile`.
        other.add(to)
        return .success(
          result(from: found[0], to: other, isGroup: false, noun, carrier, carried, preposition))
      }
    }
    var carried: Modality?
    if let event = carrier.event { carried = event.modality }
    if together.references.count > 1 {
      addRepresentative(carrier, to: &together)
      return .success(result(from: together, to: ResolvedParties(), isGroup: true, noun, carrier, carried, preposition))
    }
    if frame.from.contains(.governor), from.isEmpty {
      // `Chile is in touch with`: the noun is the predicate.
      from.add(view.parties(of: view.children(of: noun, .nsubj)))
      if from.isEmpty, let predicate = view.firstChild(of: noun, .cop, .aux), predicate < noun {
        from.add(view.partiesOfSubject(before: predicate))
      }
    }
    // `got the minister on the phone with Macron`: not who got him there.
    if frame.particle != nil, frame.from.contains(.governor), let verb = carrier.verb,
      let other = view.children(of: verb, .obj).first(where: { $0 != noun && view.tag($0) != .verb })
    {
      from.add(view.parties(of: other))
      if from.isEmpty { return .failure(.init(.noSpeaker)) }
    }
    if frame.from.contains(.governor), from.isEmpty {
      from.add(carrier.subjects(in: view, isMessage: !frame.options.contains(.event)))
    }
    if to.isEmpty, !from.isEmpty, isAttended(noun, carrier) {
      // `Borrell also attended the meeting`: of which the sentence before told.
      let others = eventBefore.others(than: from, in: view.recognized)
      if !others.isEmpty {
        return .success(result(from: from, to: others, isGroup: false, isTogether: true, noun, carrier, carried, nil))
      }
    }
    // `Kim and Trump wrote letters to each other`.
    if to.isEmpty, from.references.count > 1,
      frame.options.contains(.mutual) || view.saysEachOther(behind: noun, as: frame.to)
    {
      return .success(result(from: from, to: ResolvedParties(), isGroup: true, noun, carrier, carried, preposition))
    }
    if to.isEmpty { return .failure(.init(to.isUnnamedPublic ? .unnamedPublic : .noAddressee)) }
    if from.isEmpty { return .failure(.init(.noSpeaker)) }
    return .success(result(from: from, to: to, isGroup: carrier.isHosting, noun, carrier, carried, preposition))
  }

  /// Phrases that say whose the noun is: `from Kim`, `by the foreign minister`.
  private func senders(of noun: Int) -> [Int] {
    frame.from.flatMap { slot -> [Int] in
      if case .preposition(let word) = slot { return view.phrases(of: noun, word) }
      return []
    }
  }

  private func result(
    from: ResolvedParties, to: ResolvedParties, isGroup: Bool, isTogether: Bool = false, _ noun: Int,
    _ carrier: Carrier, _ carried: Modality?, _ preposition: WordID?
  ) -> TriggerMatch {
    var (from, to) = (from, to)
    var kind = frame.kind
    var medium: String?
    // `Macron's call to Putin` has a caller; so has `got a call from Putin`.
    let words = lexicon.prepositions
    let isOneWay = kind == .call && !isGroup && (preposition == words.to || preposition == words.from)
    if isOneWay, preposition == words.from { swap(&from, &to) }
    if kind == .talks || kind == .call,
      view.children(of: noun).contains(where: {
        view.roles($0).contains(.phone) && view.relation($0) == .compound
          || view.roles($0).contains(.phone) && view.relation($0) == .amod
      })
    {
      kind = .call
      medium = "telephone"
    }
    let word = preposition.map { " " + lexicon.vocabulary.form($0) } ?? ""
    let pattern = to.isEmpty ? "\(frame.lemma)\(word.isEmpty ? " of" : word) A and B" : "\(frame.lemma) of A\(word) B"
    return TriggerMatch(
      from: from, to: to, kind: kind, isMutual: frame.options.contains(.mutual) && !isOneWay || isGroup && to.isEmpty,
      isGroup: isGroup,
      isJoint: preposition == words.with && !isOneWay && isSingle(noun), isTogether: isTogether,
      // Whatever came of it, the invitation was made.
      modality: frame.to.contains(.governor)
        ? .actual
        : view.modality(ofNoun: noun, carrier: carrier.verb, carried: carried, isOblique: carrier.isOblique),
      construction: pattern,
      confidence: frame.options.contains(.weak) ? 0.5 : 0.85, medium: medium,
      carrier: carrier.verb)
  }

  /// `Mogherini held talks between the EU and Iran`: who speaks for one side takes part.
  private func addRepresentative(_ carrier: Carrier, to sides: inout ResolvedParties) {
    guard frame.options.contains(.event), carrier.event?.role == .participant else { return }
    let entities = view.recognized.entities
    let subjects = carrier.subjects(in: view, isMessage: false)
    // Where both sides have theirs, they are no party to talks of the other.
    guard subjects.references.count == 1, let person = subjects.references.first.map({ entities[$0.entity] }),
      person.type == .person,
      sides.references.contains(where: { side in
        person.affiliation == side.entity
          || entities[side.entity].type == .country && person.country != nil
            && entities[side.entity].country == person.country
      })
    else { return }
    sides.add(subjects)
  }

  /// `attended the meeting`, `took part in these talks`, nothing saying which ones.
  private func isAttended(_ noun: Int, _ carrier: Carrier) -> Bool {
    guard frame.options.contains(.event), frame.kind == .meet || frame.kind == .talks, let verb = carrier.verb,
      let start = view.chunkIndex(of: noun).map({ view.chunks[$0].words.lowerBound }), view.tag(start) == .determiner,
      start == noun - 1 || start == noun - 2 && view.roles(start + 1).contains(.mutualAdjective),
      view.id(start) == lexicon.prepositions.the || view.roles(start).contains(.demonstrative)
    else { return false }
    let isAttending =
      view.roles(verb).contains(.attending)
      || view.children(of: verb, .obj).contains { view.roles($0).contains(.attending) }
    return isAttending && !view.children(of: noun).contains { [.nmod, .acl, .aclRelcl].contains(view.relation($0)) }
  }

  /// `a meeting with A and B`: one event, in which all took part together.
  private func isSingle(_ noun: Int) -> Bool {
    guard frame.options.contains(.event), frame.kind != .press, !lexicon.info(view.id(noun)).isPlural,
      let start = view.chunkIndex(of: noun).map({ view.chunks[$0].words.lowerBound })
    else { return false }
    return view.tag(start) == .determiner
      && !view.children(of: noun).contains { view.roles($0).contains(.distributive) }
  }

  private func hasThatClause(_ noun: Int) -> Bool {
    ([noun] + view.children(of: noun, .nmod)).flatMap { view.children(of: $0) }.contains { clause in
      [.acl, .aclRelcl, .ccomp].contains(view.relation(clause)) && clause > noun
        && view.children(of: clause).contains {
          view.id($0) == lexicon.prepositions.that && [.mark, .nsubj, .nsubjPass].contains(view.relation($0))
        }
        && view.children(of: clause).contains {
          $0 < clause && [.nsubj, .nsubjPass].contains(view.relation($0))
            && view.id($0) != lexicon.prepositions.that
        }
    }
  }

  /// `a request for Norway to send ships`: an infinitive says what is asked of the party named before it.
  private func asksToAct(_ noun: Int) -> Bool {
    let nodes = [noun] + view.children(of: noun, .nmod)
    return nodes.flatMap { view.children(of: $0) }.contains {
      $0 > noun && view.isVerb($0) && view.isInfinitive($0) && !view.isPassive($0)
    }
  }

  /// `the meeting in Bali on Monday involving A, B and C`: places and times may stand between, other events not.
  private func partiesInvolved(behind noun: Int) -> ResolvedParties {
    var word = noun + 1
    while word < view.count, word < noun + 20 {
      if view.id(word) == lexicon.prepositions.involving { return view.partiesOfPhrase(startingAt: word + 1) }
      if view.isVerb(word) || view.isQuote(word) || view.roles(word).contains(.relative) || isEvent(word) { break }
      if view.tag(word) == .adposition, view.roles(word).isDisjoint(with: [.venue, .topic]) { break }
      word += 1
    }
    return ResolvedParties()
  }

  private func isEvent(_ word: Int) -> Bool { view.isNoun(word) && lexicon.isEvent(view.id(word)) }

  /// The noun only modifies another: `talks venue`, `meeting room`.
  private func isModifier(_ noun: Int) -> Bool {
    view.relation(noun) == .compound
  }

  /// `chaired by`, `hosted by`: a participle of a verb whose subject takes part.
  private func isLed(_ participle: Int) -> Bool {
    view.isPassive(participle)
      && lexicon.info(view.id(participle)).verbLemmas.contains { lemma in
        lexicon.eventVerbs[lemma].map { $0.role != .third && $0.modality == .actual } ?? false
      }
  }

  private func isDay(_ word: Int) -> Bool {
    guard let role = lexicon.info(view.id(word)).time?.role else { return false }
    return role == .weekday || role == .day
  }

  private func isOutletWork(_ head: Int, behind noun: Int) -> Bool {
    frame.kind == .press && head == noun + 1 && view.roles(head).contains(.outletWork)
  }

  private func isAmong(_ word: WordID) -> Bool {
    Self.namesAll(word, in: lexicon.prepositions) && (frame.options.contains(.event) || word != lexicon.prepositions.of)
  }

  /// Prepositions that name all sides at once: `between A and B`, `talks of A and B`.
  static func namesAll(_ word: WordID, in words: ContactLexicon.KnownWords) -> Bool {
    word == words.between || word == words.among || word == words.of || word == words.involving
  }

  /// Parties named before the noun: `US-Russia talks`, `Israeli-Palestinian negotiations`, `the Trump-Putin summit`.
  static func modifiers(of noun: Int, in view: SentenceView) -> ResolvedParties {
    var result = ResolvedParties()
    for child in view.children(of: noun)
    where view.relation(child) == .compound || view.relation(child) == .amod || view.relation(child) == .nmod {
      guard child < noun, view.firstChild(of: child, .case_) == nil else { continue }
      for word in [child] + view.children(of: child, .conj) + view.children(of: child, .compound) {
        for index in view.mentions(inside: word) where !isPartOfCompound(index, word, view) {
          result.add(view.references(of: index))
        }
      }
    }
    return result
  }

  /// `U.S.-backed talks`: the first part of an adjective is no side.
  private static func isPartOfCompound(_ index: Int, _ word: Int, _ view: SentenceView) -> Bool {
    let end = view.recognized.mentions[index].range.end
    let bytes = view.recognized.document.bytes
    guard end + 1 < view.words[word].range.end else { return false }
    return bytes[end] == UInt8(ascii: "-") && bytes[end + 1] >= UInt8(ascii: "a") && bytes[end + 1] <= UInt8(ascii: "z")
  }

  /// All parties of an event noun that another verb takes as its object: for `host talks between A and B`.
  static func participants(of noun: Int, in view: SentenceView) -> ResolvedParties {
    let words = view.lexicon.prepositions
    var result = modifiers(of: noun, in: view)
    let between = view.partiesOfPhrase(behind: noun, preposition: words.between)
    if between.references.count > 1 { result.add(between) }
    for child in view.children(of: noun) where view.relation(child) == .nmod || view.relation(child) == .obl {
      if view.hasPreposition(child, words.between) || view.hasPreposition(child, words.among)
        || view.hasPreposition(child, words.with)
      {
        result.add(view.parties(of: child))
      }
      if view.hasPreposition(child, words.of) {
        // `hours of talks between A and B`.
        result.add(participants(of: child, in: view))
      }
    }
    return result
  }
}
