/// What a sentence must hold, whatever its syntax, for a frame to find a contact in it: told before the sentence is parsed.
struct FrameCondition: Sendable {
  /// Groups of words, from each of which the sentence must hold one.
  private var groups: [[WordID]] = []
  private var needsPlural = false
  /// Whoever is addressed must be a person.
  private var needsPerson = false

  /// - Parameter namesAll: tells the prepositions that name all sides at once.
  init(_ frame: ContactFrame, namesAll: (WordID) -> Bool) {
    if let particle = frame.particle { groups.append([particle]) }
    switch frame.category {
    case .verb:
      if !frame.objects.isEmpty { groups.append(frame.objects) }
      // Two subjects of a reciprocal verb need no preposition: `the leaders spoke`; nor does `summoned the ambassador`.
      guard !frame.options.contains(.reciprocal) else { return }
      needsPerson = frame.options.contains(.person)
      guard frame.kind != .invite else { return }
      let prepositions = Self.prepositions(frame.to)
      if prepositions.count == frame.to.count { groups.append(prepositions) }
    case .noun:
      needsPlural = frame.options.contains(.plural)
      // Events and mutual contacts may have all their parties before the noun or as its subject.
      guard frame.options.isDisjoint(with: [.event, .mutual]), !frame.from.contains(.modifier),
        !frame.to.contains(.governor)
      else { return }
      groups.append(Self.prepositions(frame.to) + Self.prepositions(frame.from).filter(namesAll))
    }
  }

  private static func prepositions(_ slots: [ContactFrame.Slot]) -> [WordID] {
    slots.compactMap { slot in
      if case .preposition(let word) = slot { return word }
      return nil
    }
  }

  /// The frame can fit a trigger in a sentence of these words.
  ///
  /// - Parameter canBePerson: some party of the sentence can be a person or unnamed people who stand for it.
  func isMet(by words: [WordID], isPlural: Bool, canBePerson: Bool) -> Bool {
    if needsPlural && !isPlural || needsPerson && !canBePerson { return false }
    for group in groups where !words.contains(where: group.contains) { return false }
    return true
  }
}
