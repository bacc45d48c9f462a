import Syntax

/// A set of words that frames ask for, as bits; beyond 256 words two share a bit, so that a set may seem to hold what it does not.
struct AskedWords: Sendable {
  private var bits = SIMD4<UInt64>()

  init() {}

  /// The set of the word that is asked for as the `n`-th one.
  init(number n: Int) {
    bits[n / 64 % 4] = 1 << UInt64(n % 64)
  }

  var isEmpty: Bool { bits == .zero }

  mutating func formUnion(_ other: AskedWords) { bits |= other.bits }

  func isDisjoint(with other: AskedWords) -> Bool { bits & other.bits == .zero }
}

/// What a sentence holds of that which frames ask for, whatever its arcs.
struct SentenceEvidence: Sendable {
  /// The words that frames ask for as particles, objects and governors.
  var words = AskedWords()
  /// Those that may be prepositions.
  var prepositions = AskedWords()
  /// Some party can be a person or unnamed people who stand for it.
  var canBePerson = false
  /// Some party can be a media outlet.
  var canBeOutlet = false
  /// Some noun says what outlet a name is.
  var hasOutletNoun = false
  /// Some verb tells of going somewhere.
  var hasMotion = false
  /// Some noun means an event.
  var hasEvent = false
  /// Some verb tells of taking part in what others hold.
  var hasAttendance = false
  /// Some noun may be one round of an event.
  var hasPartOfEvent = false
  /// The sentence before has such a noun.
  var followsEvent = false
}

/// What a sentence must hold, whatever its arcs, for a frame to find a contact in it: told before the sentence is parsed.
///
/// Each condition repeats a `guard` of `VerbRule` or `NounRule`: where the rule changes, so must the condition.
struct FrameCondition: Sendable {
  /// Groups of words, from each of which the sentence must hold one.
  private var words: [AskedWords] = []
  /// Groups of prepositions, from each of which the sentence must hold one.
  private var prepositions: [AskedWords] = []
  private var needsPlural = false
  /// Whoever is addressed must be a person.
  private var needsPerson = false
  /// Whoever is addressed must be an outlet.
  private var needsOutlet = false
  private var needsMotion = false
  private var needsEvent = false
  private(set) var needsEventBefore = false
  private var needsEventAsObject = false

  /// - Parameters:
  ///   - namesAll: tells the prepositions that name all sides at once.
  ///   - asked: the bits of words.
  ///   - askedVerbs: the bits of all forms of verbs.
  init(
    _ frame: ContactFrame, namesAll: (WordID) -> Bool, asked: ([WordID]) -> AskedWords,
    askedVerbs: ([WordID]) -> AskedWords
  ) {
    switch frame.category {
    case .verb:
      if let particle = frame.particle { words.append(asked([particle])) }
      if !frame.objects.isEmpty { words.append(asked(frame.objects)) }
      needsMotion = frame.options.contains(.errand)
      needsEvent = frame.options.contains(.forEvent)
      needsEventBefore = frame.options.contains(.elliptical)
      // Two subjects of a reciprocal verb need no preposition: `the leaders spoke`; nor does `summoned the ambassador`.
      guard !frame.options.contains(.reciprocal) else { return }
      needsPerson = frame.options.contains(.person)
      needsOutlet = frame.options.contains(.outlet)
      needsEventAsObject = frame.to == [.event]
      guard frame.kind != .invite else { return }
      for slots in [frame.to, frame.from] {
        let words = Self.prepositions(slots)
        if words.count == slots.count { prepositions.append(asked(words)) }
      }
    case .noun:
      needsPlural = frame.options.contains(.plural)
      if let particle = frame.particle { prepositions.append(asked([particle])) }
      // Events and mutual contacts may have all their parties before the noun or as its subject.
      guard frame.options.isDisjoint(with: [.event, .mutual]), !frame.from.contains(.modifier),
        !frame.to.contains(.modifier)
      else { return }
      guard !frame.to.contains(.governor) else {
        if frame.to == [.governor], frame.particle == nil { words.append(askedVerbs(frame.governors)) }
        return
      }
      let together = Self.prepositions(frame.from).filter(namesAll)
      prepositions.append(asked(Self.prepositions(frame.to) + together))
      needsPerson = together.isEmpty && frame.options.contains(.person)
      needsOutlet = together.isEmpty && frame.options.contains(.outlet)
    }
  }

  private static func prepositions(_ slots: [ContactFrame.Slot]) -> [WordID] {
    slots.compactMap { slot in
      if case .preposition(let word) = slot { return word }
      return nil
    }
  }

  /// The frame can fit a trigger in a sentence that holds this.
  func isMet(by evidence: SentenceEvidence, isPlural: Bool) -> Bool {
    if needsPlural && !isPlural || needsPerson && !evidence.canBePerson || needsOutlet && !evidence.canBeOutlet
      || needsMotion && !evidence.hasMotion || needsEvent && !evidence.hasEvent
      || needsEventBefore && !evidence.followsEvent
      || needsEventAsObject && !evidence.hasEvent && !evidence.hasPartOfEvent
    {
      return false
    }
    return words.allSatisfy { !evidence.words.isDisjoint(with: $0) }
      && prepositions.allSatisfy { !evidence.prepositions.isDisjoint(with: $0) }
  }
}

extension ContactLexicon {
  /// Adds what the words of a sentence tell, whatever their tags.
  ///
  /// Complexity: O(*n*) in the words.
  func add(_ words: [SentenceView.Word], to evidence: inout SentenceEvidence) {
    for word in words {
      if word.isDescribedOutlet { evidence.hasOutletNoun = true }
      guard infos.indices.contains(Int(word.id.index)) else { continue }
      let index = Int(word.id.index)
      evidence.words.formUnion(infos[index].asked)
      if infos[index].isEvent { evidence.hasEvent = true }
      let roles = infos[index].roles
      // A noun that lets a group stand for its people.
      if roles.contains(.standingFor) { evidence.canBePerson = true }
      if roles.contains(.outletNoun) { evidence.hasOutletNoun = true }
      if roles.contains(.attending) { evidence.hasAttendance = true }
      if roles.contains(.motion) { evidence.hasMotion = true }
      if roles.contains(.partOf) { evidence.hasPartOfEvent = true }
    }
    evidence.prepositions = evidence.words
  }

  /// Replaces the prepositions by those that the tags leave.
  func addPrepositions(of words: [SentenceView.Word], tags: [PartOfSpeech], to evidence: inout SentenceEvidence) {
    evidence.prepositions = AskedWords()
    for word in words.indices where infos.indices.contains(Int(words[word].id.index)) {
      // A conjunction behind it may get another tag when clauses are split.
      if SentenceView.isInfinitiveMark(word, tags: tags), !roles(words[word + 1].id).contains(.subordinator) {
        continue
      }
      evidence.prepositions.formUnion(infos[Int(words[word].id.index)].asked)
    }
  }

  /// Some word is a trigger that needs an event in the sentence before.
  func isAskedForEventBefore(_ words: [SentenceView.Word]) -> Bool {
    words.contains { word in
      guard infos.indices.contains(Int(word.id.index)), infos[Int(word.id.index)].isTrigger else { return false }
      return infos[Int(word.id.index)].verbFrames.contains { conditions[$0].needsEventBefore }
    }
  }
}
