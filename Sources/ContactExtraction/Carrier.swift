import ContactModel
import Syntax

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
  /// A noun for what was said on the occasion, where no verb says so: `Remarks by A and B before a meeting`.
  var speech: Int?
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
        case .nmod:
          // `was in Beijing for talks with Wang`: who was there takes part.
          isOblique =
            view.firstChild(of: up, .case_) != nil && view.hasPreposition(node, view.lexicon.prepositions.forWord)
        default: break
        }
        return
      }
      // `Merkel, in a letter to Putin, said`: she wrote it.
      if [.nmod, .appos].contains(relation), isInserted(node, behind: up, view) {
        visitor = up
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
          if verb == nil { speech = speech(on: node, view) }
        }
        return
      }
      path.append(up)
      node = up
    }
  }

  /// `in` stands before the noun phrase, and right before that a name, a comma between or not.
  private func isInserted(_ node: Int, behind name: Int, _ view: SentenceView) -> Bool {
    guard view.words[name].name >= 0, view.hasPreposition(node, view.lexicon.prepositions.inside),
      let start = view.chunkIndex(of: node).map({ view.chunks[$0].words.lowerBound }), start > 1
    else { return false }
    return start - 2 == name || view.isComma(start - 2) && start - 3 == name
  }

  /// `Remarks by A and B before a meeting`, `A's speech at a dinner`: what was said, by its head, whatever name stands between.
  private func speech(on node: Int, _ view: SentenceView) -> Int? {
    let isOccasion = view.children(of: node, .case_).contains {
      view.roles($0).contains(.subordinator) || view.id($0) == view.lexicon.prepositions.at
    }
    guard isOccasion, var top = view.head(of: node) else { return nil }
    while let up = view.head(of: top), up < top, view.isNoun(up) { top = up }
    let lemmas = view.lexicon.info(view.id(top)).nounLemmas
    return lemmas.contains { view.lexicon.nounFrames[$0] != nil } && !view.lexicon.isEvent(view.id(top)) ? top : nil
  }

  /// Who is asked or invited, where a verb tells what came of it: `Castro granted Kerry's request`.
  func askedParties(by noun: Int, of frame: ContactFrame, in view: SentenceView) -> ResolvedParties {
    // `agreed at the request of Kerry` says nothing of who was asked.
    let words = view.lexicon.prepositions
    // `flew to Paris at the invitation of Macron`: whoever does so is the one invited.
    if let particle = frame.particle {
      guard let verb, view.hasPreposition(noun, particle) else { return ResolvedParties() }
      let found = view.parties(of: view.surfaceSubjects(of: verb, depth: 0))
      return found.isEmpty ? view.partiesOfSubject(before: verb) : found
    }
    guard let verb, !isSubject || view.isPassive(verb),
      !isOblique || view.hasPreposition(noun, words.to) || view.hasPreposition(noun, words.with),
      view.lexicon.info(view.id(verb)).verbLemmas.contains(where: frame.governors.contains)
    else { return ResolvedParties() }
    let nodes = view.logicalSubjects(of: verb).filter { view.isOnSameSideOfQuotation($0, verb) }
    let found = view.parties(of: nodes)
    guard found.isEmpty, !view.isPassive(verb), !nodes.contains(where: { view.tag($0) == .pronoun }) else {
      return found
    }
    return view.partiesOfSubject(before: verb)
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
        let frame = lexicon.frames[$0]
        // `led a delegation to Rome for talks with the pope` is not to lead talks.
        guard
          frame.objects.isEmpty
            || view.children(of: verb, .obj).contains(where: { frame.objects.contains(view.id($0)) })
        else { return false }
        return [.tell, .talks, .write, .press].contains(frame.kind) && !frame.options.contains(.weak)
      }
    }
  }

  var isHosting: Bool { event?.role == .host }

  /// The parties that take part because of the verb: its subject.
  func subjects(in view: SentenceView, isMessage: Bool) -> ResolvedParties {
    if let visitor { return view.parties(of: [visitor]) }
    if let speech {
      let words = view.lexicon.prepositions
      return view.parties(of: view.children(of: speech, .nmodPoss) + view.phrases(of: speech, words.by))
    }
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
