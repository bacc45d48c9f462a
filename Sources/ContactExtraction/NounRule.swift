import ContactModel
import Recognition
import Syntax

/// Finds the contacts that a noun tells of: `talks between A and B`, `A's letter to B`, `said in an interview with B`.
struct NounRule {
  let view: SentenceView
  let frame: ContactFrame

  private var lexicon: ContactLexicon { _read { yield view.lexicon } }

  func match(_ noun: Int) -> Result<TriggerMatch, NoContact> {
    let info = lexicon.info(view.id(noun))
    if frame.options.contains(.plural), !info.isPlural { return .failure(.init(.notAContactVerb)) }
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
    var carrier = Carrier(of: work ?? noun, in: view)
    if let work, isDay(work), carrier.isSubject {
      carrier.isSubject = false
      carrier.isOblique = true
    }

    var to = ResolvedParties()
    var together = ResolvedParties()
    var preposition: WordID?
    var groupPreposition: WordID?
    for slot in frame.to {
      // `in a BBC interview`.
      if slot == .modifier {
        var found = Self.modifiers(of: noun, in: view)
        if frame.options.contains(.outlet) { found.references.removeAll { !view.isOutlet($0) } }
        to.add(found)
      }
      guard case .preposition(let word) = slot else { continue }
      var nodes = view.phrases(of: noun, word)
      if let work { nodes += view.phrases(of: work, word) }
      // `held talks in Geneva with Lavrov`: the phrase hangs on the verb that carries the noun, or on a noun between.
      for step in carrier.path { nodes += view.phrases(of: step, word) }
      // `the talks held in Geneva between Kerry and Lavrov`, `a letter addressed to Orban`: or on a participle behind the noun.
      for clause in view.children(of: noun, .acl)
      where lexicon.isEventVerb(view.id(clause)) || view.isPassive(clause) {
        nodes += view.phrases(of: clause, word)
      }
      // `had an interview before the vote, on CNN`: it hangs on whatever stands between.
      if frame.options.contains(.outlet) {
        for step in carrier.path { nodes += view.children(of: step).flatMap { view.phrases(of: $0, word) } }
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
      return .success(result(from: together, to: ResolvedParties(), isGroup: true, noun, carrier, carried, preposition))
    }
    if frame.from.contains(.governor), from.isEmpty {
      // `Chile is in touch with`: the noun is the predicate.
      from.add(view.parties(of: view.children(of: noun, .nsubj)))
      if from.isEmpty, let predicate = view.firstChild(of: noun, .cop, .aux), predicate < noun {
        from.add(view.partiesOfSubject(before: predicate))
      }
    }
    if frame.from.contains(.governor), from.isEmpty {
      from.add(carrier.subjects(in: view, isMessage: !frame.options.contains(.event)))
    }
    if to.isEmpty, frame.options.contains(.mutual), from.references.count > 1 {
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
    from: ResolvedParties, to: ResolvedParties, isGroup: Bool, _ noun: Int, _ carrier: Carrier, _ carried: Modality?,
    _ preposition: WordID?
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
      from: from, to: to, kind: kind, isMutual: frame.options.contains(.mutual) && !isOneWay, isGroup: isGroup,
      modality: view.modality(ofNoun: noun, carrier: carrier.verb, carried: carried, isOblique: carrier.isOblique),
      construction: pattern,
      confidence: frame.options.contains(.weak) ? 0.5 : 0.85, medium: medium,
      carrier: carrier.verb)
  }

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
    Self.namesAll(word, in: lexicon) && (frame.options.contains(.event) || word != lexicon.prepositions.of)
  }

  /// Prepositions that name all sides at once: `between A and B`, `talks of A and B`.
  static func namesAll(_ word: WordID, in lexicon: ContactLexicon) -> Bool {
    word == lexicon.prepositions.between || word == lexicon.prepositions.among || word == lexicon.prepositions.of
      || lexicon.vocabulary.form(word) == "involving"
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

/// The verb that carries a contact noun, and the words between.
struct Carrier {
  /// The verb, if some verb governs the noun.
  var verb: Int?
  /// What the table of event verbs knows of the verb, where the noun is its object or passive subject.
  var event: ContactLexicon.EventVerb?
  /// The noun stands in a prepositional phrase of the verb: `said in an interview`.
  var isOblique = false
  var isSubject = false
  /// Somebody who is named as having come for it.
  var visitor: Int?
  /// Nouns between the verb and the noun, then the verb: where phrases with partners may hang.
  var path: [Int] = []

  init(of noun: Int, in view: SentenceView) {
    find(noun, view)
    if verb == nil, visitor == nil { findDirectlyBefore(noun, view) }
  }

  /// `held talks`, side by side, where the parser hangs them on something else.
  private mutating func findDirectlyBefore(_ noun: Int, _ view: SentenceView) {
    var position = noun - 1
    while position > 0, [.determiner, .adjective, .numeral].contains(view.tag(position)) { position -= 1 }
    guard position >= 0, view.tag(position) == .verb,
      let found = view.eventVerb(at: position)
    else { return }
    verb = position
    event = found
    path.append(position)
  }

  private mutating func find(_ noun: Int, _ view: SentenceView) {
    var node = noun
    for _ in 0..<4 {
      guard let up = view.head(of: node) else { return }
      let relation = view.relation(node)
      if view.isVerb(up) || view.firstChild(of: up, .cop) != nil {
        verb = up
        switch relation {
        case .obj, .nsubjPass, .xcomp:
          event = view.eventVerb(at: up)
          if event != nil { path.append(up) }
        case .obl, .advcl, .oblTmod, .dislocated:
          isOblique = !isSpokenOf(node, by: up, view)
          event = nil
          // `took part in talks with`, `engage in dialogue with`.
          if view.lexicon.info(view.id(up)).verbLemmas.contains(where: { view.lexicon.eventVerbs[$0] != nil }) {
            path.append(up)
          }
        case .nsubj:
          isSubject = true
          // `meetings will take place between A and B`.
          if view.lexicon.info(view.id(up)).verbLemmas.contains(where: { view.lexicon.eventVerbs[$0] != nil }) {
            path.append(up)
          }
        default: break
        }
        return
      }
      // `a round of talks`: what hangs on the round belongs to the talks.
      guard relation == .nmod || relation == .conj || relation == .appos, view.isNoun(up) else { return }
      if relation == .nmod,
        !(view.hasPreposition(node, view.lexicon.prepositions.of) && view.roles(up).contains(.partOf))
      {
        // `led a delegation to Berlin for a meeting with Merkel`: the phrase says when or what for the verb does it.
        // `Abadi, in Washington for talks with Obama, asked`: he came for them.
        if view.hasPreposition(node, view.lexicon.prepositions.forWord), view.isPersonName(up) {
          visitor = up
          return
        }
        if !view.hasPreposition(node, view.lexicon.prepositions.of), view.firstChild(of: node, .case_) != nil {
          // `discussed preparations for the meeting with Merkel`: to speak of it is no part in it.
          verb = view.governingVerb(of: node)
          isOblique = verb.map { !isSpokenOf(node, by: $0, view) } ?? false
        }
        return
      }
      path.append(up)
      node = up
    }
  }

  /// `spoke about the talks with Putin`, `discussed preparations for the meeting with Merkel`: a verb that tells of a contact
  /// itself, and a preposition that says what it was about.
  private func isSpokenOf(_ node: Int, by verb: Int, _ view: SentenceView) -> Bool {
    let lexicon = view.lexicon
    guard
      view.children(of: node, .case_).contains(where: {
        view.roles($0).contains(.topic) || view.id($0) == lexicon.prepositions.forWord
      })
    else { return false }
    return lexicon.info(view.id(verb)).verbLemmas.contains { lemma in
      (lexicon.verbFrames[lemma] ?? []).contains {
        [.tell, .talks, .write, .press].contains(lexicon.frames[$0].kind) && !lexicon.frames[$0].options.contains(.weak)
      }
    }
  }

  var isHosting: Bool { event?.role == .host }

  /// The parties that take part because of the verb: its subject.
  func subjects(in view: SentenceView, isMessage: Bool) -> ResolvedParties {
    if let visitor { return view.parties(of: [visitor]) }
    guard let verb, !isSubject else { return ResolvedParties() }
    if let event, event.role == .third { return ResolvedParties() }
    if event == nil, !isOblique { return ResolvedParties() }
    let nodes = event != nil ? view.logicalSubjects(of: verb) : view.surfaceSubjects(of: verb, depth: 0)
    var found = view.parties(of: nodes.filter { view.isOnSameSideOfQuotation($0, verb) })
    if found.isEmpty, event != nil {
      // `Zuma's week holds meetings with Blair`: whose trip it is.
      for node in nodes where view.isNoun(node) {
        found.add(
          view.parties(of: view.children(of: node, .nmodPoss).flatMap { view.antecedents(of: $0, clause: verb) }))
      }
    }
    if found.isEmpty, !view.isPassive(verb), !nodes.contains(where: { view.tag($0) == .pronoun }) {
      let phrase = view.partiesOfSubject(before: verb)
      if !phrase.isEmpty { return phrase }
      // `Merkel had flown to Moscow and held talks`, the second verb hung on something else: the subject is the first one's.
      if verb > 0, view.id(verb - 1) == view.lexicon.prepositions.and,
        let first = (0..<verb).last(where: { view.tag($0) == .verb && view.firstChild(of: $0, .nsubj) != nil })
      {
        return view.parties(of: view.surfaceSubjects(of: first, depth: 0))
      }
    }
    return found
  }
}
