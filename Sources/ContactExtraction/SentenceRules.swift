import ContactModel
import Recognition
import Syntax
import TextModel

/// Applies the frames of the lexicon to the trigger words of one sentence.
struct SentenceRules {
  let view: SentenceView
  /// What the sentences right before told of.
  let eventBefore: EventBefore

  private var lexicon: ContactLexicon { _read { yield view.lexicon } }

  /// The contacts that a word tells of by the first frame that fits; nil where the word is no trigger in this place.
  func contacts(at word: Int) -> (ContactFrame, Result<[FoundContact], NoContact>)? {
    let info = lexicon.info(view.id(word))
    var last: (ContactFrame, Result<[FoundContact], NoContact>)?
    for index in frames(for: info, at: word) {
      let frame = lexicon.frames[index]
      let match: Result<TriggerMatch, NoContact>
      switch frame.category {
      case .verb: match = VerbRule(view: view, frame: frame).match(word)
      case .noun: match = NounRule(view: view, frame: frame, eventBefore: eventBefore).match(word)
      }
      switch match {
      case .success(var found):
        rebind(&found)
        let contacts = pairs(of: found, frame: frame, trigger: word)
        if !contacts.isEmpty { return (frame, .success(contacts)) }
        last = (frame, .failure(NoContact(.sameParty)))
      case .failure(let none):
        // The reason that tells most: a frame that does not fit the word at all says least.
        var isVague = last == nil
        if case .failure(let known) = last?.1, known.reason == .notAContactVerb { isVague = true }
        if isVague || none.reason == .unnamedPublic { last = (frame, .failure(none)) }
      }
    }
    return last
  }

  /// `Kim flew to Stalin to persuade him`: no pronoun stands for who is on the other side; it is the only other person named in
  /// the sentence or the one before, where there is just one.
  private func rebind(_ match: inout TriggerMatch) {
    guard match.from.references.count == 1, match.to.references.count == 1,
      match.from.references[0].entity == match.to.references[0].entity,
      match.from.references[0].range != match.to.references[0].range
    else { return }
    let isToPronoun = match.to.references[0].form == .pronoun
    let pronoun = isToPronoun ? match.to.references[0] : match.from.references[0]
    guard pronoun.form == .pronoun,
      let word = view.words.firstIndex(where: { $0.range == pronoun.range }),
      !view.roles(word).isDisjoint(with: [.malePronoun, .femalePronoun])
    else { return }
    let gender: Gender = view.roles(word).contains(.malePronoun) ? .male : .female
    let recognized = view.recognized
    for sentence in [view.sentence, view.sentence - 1] {
      var others = Set<Int>()
      for mention in recognized.mentions where mention.sentence == sentence && mention.form == .name {
        guard mention.range.end <= pronoun.range.start, let entity = mention.entities.first, entity != pronoun.entity,
          recognized.entities[entity].type == .person,
          [gender, .unknown].contains(recognized.entities[entity].gender)
        else { continue }
        others.insert(entity)
      }
      guard !others.isEmpty else { continue }
      guard others.count == 1, let other = others.first else { return }
      if isToPronoun {
        match.to.references[0].entity = other
      } else {
        match.from.references[0].entity = other
      }
      return
    }
  }

  private func frames(for info: ContactLexicon.FormInfo, at word: Int) -> [Int] {
    let frames = info.frames(taggedAs: view.tag(word))
    if view.isNoun(word) { return frames }
    // `a bargaining chip`.
    if view.relation(word) == .amod, word + 1 < view.count, view.tag(word + 1) == .noun,
      view.head(of: word) == word + 1, view.endsInIng(word) || word == 0 || view.words[word - 1].name < 0,
      !info.verbFrames.contains(where: { !lexicon.frames[$0].objects.isEmpty })
    {
      return []
    }
    // Nothing follows that an adjective could describe.
    if view.tag(word) == .adjective, view.chunkIndex(of: word).map({ view.chunks[$0].head }) != word { return [] }
    return frames
  }

  private func pairs(of match: TriggerMatch, frame: ContactFrame, trigger: Int) -> [FoundContact] {
    var result: [FoundContact] = []
    func add(_ a: ResolvedParties.Reference, _ b: ResolvedParties.Reference) {
      guard a.entity != b.entity else { return }
      // Subjects taken together: `Iran's minister and Iran` did not call each other.
      if match.isGroup, match.to.isEmpty, isOwnCountry(a.entity, of: b.entity) || isOwnCountry(b.entity, of: a.entity) {
        return
      }
      let contact = contact(a, b, match, frame, trigger)
      if !result.contains(where: { Self.isSame($0, contact) }) { result.append(contact) }
    }
    let from = match.from.references
    let to = match.to.references
    if match.isGroup {
      let all = withoutOwners(from + to.filter { reference in !from.contains { $0.entity == reference.entity } })
      for (index, first) in all.enumerated() {
        for second in all[(index + 1)...] { add(first, second) }
      }
    } else {
      for first in from { for second in to { add(first, second) } }
      if match.isTogether {
        for (index, first) in from.enumerated() { for second in from[(index + 1)...] { add(first, second) } }
      }
      if match.isJoint, match.isMutual, match.modality == .actual || frame.category == .noun {
        for (index, first) in to.enumerated() {
          for second in to[(index + 1)...] where areApart(first, second) { add(first, second) }
        }
      }
    }
    return result
  }

  /// `The ministers meet in Vienna Monday`: the present tense with a day to come tells of what is arranged. In headlines and
  /// captions the present is the tense of what happened.
  private func scheduled(_ match: TriggerMatch, trigger: Int) -> Bool {
    guard match.modality == .actual,
      match.kind == .meet || match.kind == .talks || match.kind == .call || match.kind == .host
    else { return false }
    let role = view.recognized.document.sentences[view.sentence].role
    guard role == .body || role == .standfirst else { return false }
    let form = view.syntax.forms[trigger]
    guard view.isVerb(trigger), form == .present || form == .presentThird || form == .base,
      view.firstChild(of: trigger, .aux) == nil
    else { return false }
    // A full date is what captions end with.
    return view.times.contains {
      if case .weekday = $0.meaning { return $0.words.lowerBound > trigger && $0.words.lowerBound - trigger < 8 }
      return false
    }
  }

  /// `Kenya's Ministry of Trade Secretary Amina Mohamed`: what stands before a name in one phrase with it is no party beside it.
  private func withoutOwners(_ group: [ResolvedParties.Reference]) -> [ResolvedParties.Reference] {
    guard group.count > 2 else { return group }
    return group.filter { reference in
      guard view.recognized.entities[reference.entity].type != .person,
        let next = group.filter({ $0.range.start > reference.range.end }).min(by: { $0.range.start < $1.range.start })
      else { return true }
      let between = view.words.indices.filter {
        view.words[$0].range.start >= reference.range.end && view.words[$0].range.end <= next.range.start
      }
      return between.isEmpty
        || !between.allSatisfy { view.isNoun($0) || view.tag($0) == .adjective || view.syntax.forms[$0] == .possessive }
    }
  }

  /// Statesmen of two countries, or two countries: their being there together is a contact of its own.
  private func areApart(_ a: ResolvedParties.Reference, _ b: ResolvedParties.Reference) -> Bool {
    let (a, b) = (view.recognized.entities[a.entity], view.recognized.entities[b.entity])
    guard a.type == b.type, a.type != .organization, let first = a.country, let second = b.country else { return false }
    return first != second
  }

  private func isOwnCountry(_ country: Int, of person: Int) -> Bool {
    if view.recognized.entities[person].affiliation == country { return true }
    let (country, person) = (view.recognized.entities[country], view.recognized.entities[person])
    return country.type == .country && person.type == .person && person.country != nil
      && person.country == country.country
  }

  private static func isSame(_ a: FoundContact, _ b: FoundContact) -> Bool {
    a.kind == b.kind && a.modality == b.modality
      && (a.from == b.from && a.to == b.to || a.isMutual && b.isMutual && a.from == b.to && a.to == b.from)
  }

  private func contact(
    _ first: ResolvedParties.Reference, _ second: ResolvedParties.Reference, _ match: TriggerMatch,
    _ frame: ContactFrame, _ trigger: Int
  ) -> FoundContact {
    var (a, b) = (first, second)
    var kind = match.kind
    var isMutual = match.isMutual
    // Words to an outlet are `press`, whoever is named first; an outlet's question goes from it.
    let canBePress = kind == .tell || kind == .talks || kind == .press || kind == .call || kind == .write
    if canBePress, !view.isOutlet(a.entity), view.isOutlet(b) || view.isJournalist(b) {
      kind = .press
      isMutual = false
    } else if canBePress, view.isOutlet(a.entity) || kind == .tell && view.isJournalist(a), !view.isOutlet(b.entity) {
      if isMutual { swap(&a, &b) }
      kind = .press
      isMutual = false
    } else if kind == .press {
      kind = .talks
      isMutual = true
    }
    let modality = scheduled(match, trigger: trigger) ? .planned : match.modality
    let around = view.circumstances(
      trigger: trigger, carrier: match.carrier, times: view.times, article: view.articleDay, modality: modality,
      parties: [a.range, b.range])
    return FoundContact(
      from: a.entity, to: b.entity, fromRange: a.range, toRange: b.range, kind: kind, isMutual: isMutual,
      modality: modality, sentence: view.sentence, trigger: view.words[trigger].range,
      construction: match.construction, confidence: match.confidence * min(a.score, b.score), cameo: frame.cameo,
      medium: match.medium, venue: around.venue, topic: around.topic, when: around.when)
  }
}
