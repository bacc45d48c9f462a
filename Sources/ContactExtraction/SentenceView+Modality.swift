import ContactModel
import Syntax

extension SentenceView {
  /// What the sentence says of whether the contact told by a verb took place.
  ///
  /// Climbs from the verb to the words that govern it (`refused to meet`, `is due to call`, `if A were to meet B`).
  func modality(ofVerb verb: Int) -> Modality {
    var found = ModalityEvidence()
    climb(from: verb, into: &found)
    return found.modality
  }

  /// As `modality(ofVerb:)`, for a contact noun and the verb, if any, that carries it (`cancelled the talks`).
  ///
  /// - Parameter isOblique: the noun only says when or where the verb is done (`said in an interview`): what is doubted of
  ///   the verb is not doubted of the contact.
  func modality(ofNoun noun: Int, carrier: Int?, carried: Modality?, isOblique: Bool) -> Modality {
    var found = ModalityEvidence()
    for child in children(of: noun) {
      let roles = roles(child)
      if roles.contains(.futureAdjective), relation(child) == .amod { found.planned = true }
      if roles.contains(.uncertainAdjective), relation(child) == .amod { found.uncertain = true }
      if roles.contains(.negatedAdjective)
        || roles.contains(.negation) && (relation(child) == .det || relation(child) == .advmod)
      {
        found.negated = true
      }
    }
    if let carried { found.add(carried) }
    // `plans for talks`, `a request for a meeting`.
    if let up = head(of: noun), isNoun(up), relation(noun) == .nmod || relation(noun) == .compound {
      for lemma in lexicon.info(id(up)).nounLemmas {
        if let effect = lexicon.modalNouns[lemma] { found.add(effect, isReported: false) }
      }
    }
    if let carrier {
      var above = ModalityEvidence()
      climb(from: carrier, into: &above)
      if isOblique {
        // `asked for a meeting`, `called for talks`.
        if hasPreposition(noun, lexicon.prepositions.forWord) {
          for lemma in lexicon.info(id(carrier)).verbLemmas {
            if let effect = lexicon.modalVerbs[lemma] { found.add(effect, isReported: false) }
          }
          // `is due in Moscow for talks`.
          if let effect = lexicon.modalAdjectives[id(carrier)] { found.add(effect, isReported: false) }
          found.negated = found.negated || above.negated
        }
        found.planned = found.planned || (above.planned && !above.uncertain)
      } else {
        found.merge(above)
      }
    }
    return found.modality
  }

  /// What the table of event verbs knows of a verb, or of the verb with its particle: `called off the meeting`.
  func eventVerb(at verb: Int) -> ContactLexicon.EventVerb? {
    let lemmas = lexicon.info(id(verb)).verbLemmas
    for lemma in lemmas {
      for phrasal in lexicon.phrasalEventVerbs[lemma] ?? []
      where verb + 1 < count && id(verb + 1) == phrasal.particle
        || children(of: verb, .compoundPrt).contains(where: { id($0) == phrasal.particle })
      {
        return phrasal.event
      }
    }
    for lemma in lemmas { if let event = lexicon.eventVerbs[lemma] { return event } }
    return nil
  }

  /// What was seen on the way up.
  private struct ModalityEvidence {
    var planned = false
    var negated = false
    var uncertain = false

    var modality: Modality {
      if negated { return .negated }
      if uncertain { return .uncertain }
      return planned ? .planned : .actual
    }

    mutating func merge(_ other: ModalityEvidence) {
      planned = planned || other.planned
      negated = negated || other.negated
      uncertain = uncertain || other.uncertain
    }

    mutating func add(_ effect: ContactLexicon.ModalEffect, isReported: Bool) {
      switch effect {
      case .planned: planned = true
      case .negated: negated = true
      case .uncertain: uncertain = true
      case .would: if isReported { planned = true } else { uncertain = true }
      }
    }

    mutating func add(_ modality: Modality) {
      switch modality {
      case .actual: break
      case .planned: planned = true
      case .negated: negated = true
      case .uncertain: uncertain = true
      }
    }
  }

  private func climb(from verb: Int, into found: inout ModalityEvidence) {
    var node = verb
    var isFirstConjunct = false
    for _ in 0..<8 {
      // What is denied of the first verb (`has not expressed plans and said`) is not denied of the others.
      if !isFirstConjunct { addOwnMarks(of: node, into: &found) }
      isFirstConjunct = false
      // `“One could say so,” Röttgen told the radio`: what is said is no doubt about the telling.
      guard let up = head(of: node), isOnSameSideOfQuotation(node, up) else { return }
      let relation = relation(node)
      switch relation {
      case .conj:
        // A coordinated verb without auxiliaries of its own shares those of the first: `will visit Rome and meet the pope`.
        guard isVerb(node), isVerb(up) || firstChild(of: up, .cop) != nil else { return }
        if firstChild(of: node, .aux, .auxPass, .nsubj, .nsubjPass) == nil {
          addOwnMarks(of: up, into: &found, negationsToo: false)
        }
        if firstChild(of: node, .nsubj, .nsubjPass) != nil, self.relation(up) != .xcomp { return }
        isFirstConjunct = true
      case .xcomp, .ccomp, .csubj:
        addEffect(of: up, on: node, relation: relation, into: &found)
      case .advcl:
        let isPurpose = children(of: node, .mark).contains { id($0) == lexicon.prepositions.to }
        if isPurpose { found.planned = true }
        if !isPurpose { return }
      case .acl:
        // `plans to meet`, `a request to talk`.
        if children(of: node, .mark).contains(where: { id($0) == lexicon.prepositions.to }) {
          for lemma in lexicon.info(id(up)).nounLemmas {
            if let effect = lexicon.modalNouns[lemma] { found.add(effect, isReported: false) }
          }
          if let effect = lexicon.modalAdjectives[id(up)] { found.add(effect, isReported: false) }
          // `Trump to meet Kim`.
          if words[up].name >= 0 { found.planned = true }
        }
        return
      default:
        return
      }
      node = up
    }
  }

  /// Negation, auxiliaries and conjunctions that belong to the word itself.
  private func addOwnMarks(of node: Int, into found: inout ModalityEvidence, negationsToo: Bool = true) {
    for child in children(of: node) {
      let word = id(child)
      switch relation(child) {
      case .aux, .cop:
        // `is to meet`.
        if lexicon.info(word).verbLemmas.contains(lexicon.prepositions.be),
          children(of: node, .mark).contains(where: { id($0) == lexicon.prepositions.to })
        {
          found.planned = true
        }
        // `It will be late, she told Ann Lee`: the auxiliary of what was told.
        if syntax.forms[node] == .past, (child..<max(child, node)).contains(where: { tag($0) == .punctuation }) {
          continue
        }
        if let effect = lexicon.modals[word] { found.add(effect, isReported: isReported(node)) }
      case .mark, .advmod:
        if negationsToo, roles(child).contains(.negation) { found.negated = true }
        if let effect = lexicon.marks[word] { found.add(effect, isReported: false) }
      case .nsubj, .nsubjPass:
        if negationsToo,
          children(of: child).contains(where: {
            roles($0).contains(.negation) && [.det, .cc, .ccPreconj].contains(relation($0))
          })
        {
          found.negated = true
        }
      default:
        // `Neither Merkel nor Macron met Putin`, the first word hung on the verb.
        if negationsToo, roles(child).contains(.negation), [.det, .dep, .cc, .ccPreconj].contains(relation(child)) {
          found.negated = true
        }
      }
    }
  }

  private func addEffect(
    of governor: Int, on node: Int, relation: Relation, into found: inout ModalityEvidence
  ) {
    let isInfinitive = children(of: node, .mark).contains { id($0) == lexicon.prepositions.to }
    if lexicon.info(id(governor)).verbLemmas.contains(lexicon.prepositions.be), isInfinitive {
      // `is to meet`, `was to have called`.
      found.planned = true
      return
    }
    if let effect = lexicon.modalAdjectives[id(governor)], isInfinitive {
      found.add(effect, isReported: false)
      return
    }
    for lemma in lexicon.info(id(governor)).verbLemmas {
      guard let effect = lexicon.modalVerbs[lemma] else { continue }
      // `agreed that they had met` says nothing of plans; `denied that he met her` does of the fact.
      if relation == .ccomp, !isInfinitive, effect != .negated { continue }
      found.add(effect, isReported: false)
      return
    }
    // `The Senate adjective`: a participle tagged as adjective, as in `was scheduled to meet`.
    for lemma in lexicon.info(id(governor)).nounLemmas {
      if let effect = lexicon.modalNouns[lemma], isInfinitive { found.add(effect, isReported: false) }
    }
  }

  /// The clause is what somebody is reported to have said.
  private func isReported(_ node: Int) -> Bool {
    var node = node
    for _ in 0..<4 {
      switch relation(node) {
      case .ccomp, .parataxis: return true
      case .conj, .xcomp, .aclRelcl:
        guard let up = head(of: node) else { return false }
        node = up
      default: return children(of: node, .parataxis).contains { isVerb($0) }
      }
    }
    return false
  }
}
