import Gazetteer
import TextModel

extension Linker {
  /// What the article's evidence, all mentions together, says of a name that the gazetteer does not hold.
  struct ShapeReading {
    var type: EntityType
    var score: Float
    var count: Int
  }

  /// The readings of names by shape, by the numbers of their folded forms.
  struct ShapeReadings {
    fileprivate var numbers = NumberOfName()
    fileprivate var readings: [ShapeReading] = []

    subscript(name: Int32) -> ShapeReading? { numbers[name].map { readings[$0] } }
  }

  private struct Tally {
    var person: Float = 0
    var organization: Float = 0
    var place: Float = 0
    var none: Float = 0
    var count = 0
    var body = 0
  }

  /// The readings of all names by shape, by their folded form.
  func typedShapes(_ indexes: [Int]) -> ShapeReadings {
    var shapes = ShapeReadings()
    var tallies: [Tally] = []
    let alone = wordsAlone(indexes)
    for index in indexes {
      let span = spans[index]
      let key = keys[index]
      let number = shapes.numbers[key] ?? tallies.count
      if number == tallies.count {
        shapes.numbers[key] = number
        tallies.append(Tally())
      }
      var tally = tallies[number]
      // What lies in the name itself counts once, what stands beside it each time.
      let inner = inside(span)
      if tally.count == 0 {
        tally.person += inner.person
        tally.organization += inner.organization
        tally.place += inner.place
        tally.none += inner.none
        // `Uli Hoeness`, and `Hoeness` elsewhere: people are called by their last name.
        if (2...4).contains(span.words.count), !span.cues.contains(.headInside),
          alone[self.key(span.words.upperBound - 1..<span.words.upperBound)] != nil
        {
          tally.person += 1
        }
      }
      let outer = beside(span)
      let share: Float = tally.body == 0 ? 1 : 0.5
      tally.person += outer.person * share
      tally.organization += outer.organization * share
      tally.place += outer.place * share
      tally.none += outer.none * share
      tally.count += 1
      if !span.cues.contains(.titleCase) { tally.body += 1 }
      tallies[number] = tally
    }
    shapes.readings = tallies.map { tally in
      var reading = ShapeReading(type: .person, score: tally.person, count: tally.body)
      if tally.organization > reading.score {
        reading = ShapeReading(type: .organization, score: tally.organization, count: tally.body)
      }
      if tally.place > reading.score { reading = ShapeReading(type: .place, score: tally.place, count: tally.body) }
      reading.score -= tally.none
      return reading
    }
    return shapes
  }

  /// The names of one word that are no words of the language: 1 for each.
  private func wordsAlone(_ indexes: [Int]) -> NumberOfName {
    var result = NumberOfName()
    for index in indexes where spans[index].words.count == 1 {
      let word = words[spans[index].words.lowerBound]
      if !word.has([.vocabulary, .organizationHead, .placeHead]) { result[keys[index]] = 1 }
    }
    return result
  }

  private func inside(_ span: NameSpan) -> Tally {
    let cues = span.cues
    var tally = Tally()
    let isLong = span.words.count > 1
    if cues.contains(.givenNameFirst) { tally.person += isLong ? 3 : 1.5 }
    if cues.contains(.surnameLast) { tally.person += isLong ? 1.5 : 1 }
    if !isLong, let surface = span.surface {
      // A family name of the gazetteer is a family name, though nobody of it is meant.
      if gazetteer.candidates(of: surface).contains(where: { $0.kind == .surname }) { tally.person += 1 }
    }
    if cues.contains(.initialInside), isLong { tally.person += 1.5 }
    if cues.contains(.particleInside) { tally.person += 1.5 }
    if isLong, span.words.count <= 4, !cues.contains(.vocabularyInside), !cues.contains(.headInside) {
      tally.person += 1
    }
    if cues.contains(.vocabularyInside) {
      tally.person -= cues.contains(.givenNameFirst) ? 1.5 : 2.5
      tally.organization += isLong ? 0.8 : -0.5
    }
    if cues.contains(.headInside) {
      tally.organization += isLong ? 4 : 0
      tally.person -= 4
    }
    if cues.contains(.designatorInside) { tally.organization += 5 }
    if cues.contains(.joinerInside) { tally.person -= 3 }
    if cues.contains(.placeHeadInside) { tally.place += 4 }
    if cues.contains(.neverAlone) { tally.none += 3 }
    if cues.contains(.calendar) { tally.none += 4 }
    if cues.contains(.otherAdjectiveInside), !cues.contains(.headInside) { tally.none += 1.5 }
    if cues.contains(.risky) { tally.none += 1 }
    if cues.contains(.acronym), span.words.count == 1 {
      tally.organization += 0.7
      tally.person -= 2
    }
    return tally
  }

  private func beside(_ span: NameSpan) -> Tally {
    let cues = span.cues
    var tally = Tally()
    if cues.contains(.honorificBefore) { tally.person += 5 }
    if cues.contains(.titleBefore) { tally.person += 4 }
    if cues.contains(.roleNounBefore) { tally.person += 3 }
    if cues.contains(.ageAfter) { tally.person += 3 }
    if cues.contains(.roleAfter) { tally.person += 2 }
    if cues.contains(.whoAfter) { tally.person += 2 }
    if cues.contains(.sayingAfter) || cues.contains(.sayingBefore) {
      tally.person += 1.5
      tally.organization += 0.8
    }
    if cues.contains(.theBefore) {
      tally.person -= cues.contains(.governmentAfter) ? 0 : 1.5
      tally.organization += 0.7
    }
    if cues.contains(.articleBefore), !cues.contains(.theBefore) { tally.person -= 1.5 }
    if cues.contains(.organizationNounBefore) || cues.contains(.organizationNounAfter) { tally.organization += 2.5 }
    if cues.contains(.insideBefore) {
      tally.place += 2
      tally.person -= 1
    } else if cues.contains(.atBefore) {
      tally.place += 1
    }
    if cues.contains(.placeNounBefore) { tally.place += 4 }
    if cues.contains(.placeNounAfter) { tally.place += 3 }
    if cues.contains(.countryAfter) { tally.place += 2.5 }
    if cues.contains(.directionBefore) { tally.place += 1 }
    if cues.contains(.dateline) { tally.place += 2 }
    if cues.contains(.possessiveAfter) {
      tally.person += 0.3
      tally.organization += 0.3
    }
    if cues.contains(.quotedAlone) { tally.none += 1.5 }
    if cues.contains(.opening), !cues.contains(.severalWords) { tally.none += cues.contains(.risky) ? 2 : 0.2 }
    if cues.contains(.numberAfter) { tally.none += 0.7 }
    return tally
  }

  /// Links a name by shape of several words.
  mutating func linkShape(_ index: Int, _ shapes: ShapeReadings) {
    let span = spans[index]
    let key = keys[index]
    if let entity = byName[key] {
      link(index, toEntity: entity, score: 0.9, reasons: .namedInFull)
      return
    }
    guard let reading = shapes[key] else { return }
    guard reading.score >= shapeThreshold(span, reading) else { return }
    if reading.type == .person, let entity = person(endingWith: span, key) {
      link(index, toEntity: entity, score: 0.85, reasons: .namedInFull)
      addPersonForms(entity, span.words)
      return
    }
    create(index, reading, key)
  }

  func shapeThreshold(_ span: NameSpan, _ reading: ShapeReading) -> Float {
    if span.cues.contains(.titleCase), reading.count == 0 { return 4.5 }
    if span.words.count == 1 {
      guard span.cues.contains(.opening) else { return 1.5 }
      return span.cues.isDisjoint(with: .sayingAfter) || span.cues.contains(.risky) ? 1.9 : 1.2
    }
    return 1.5
  }

  /// A person named by a longer or shorter form of the same name: `Tayyip Erdogan`, `John Forbes Kerry`.
  private func person(endingWith span: NameSpan, _ key: Int32) -> Int? {
    let last = self.key(span.words.upperBound - 1..<span.words.upperBound)
    guard let candidates = bySurname[last] else { return nil }
    let parts = names.text(key).split(separator: " ")
    for candidate in candidates {
      let entity = entities[candidate]
      var forms = [NameKey.folded(texts[candidate].name)]
      if entity.fullestForm >= 0 { forms.append(NameKey.folded(names.text(entity.fullestForm))) }
      for form in forms {
        let full = form.split(separator: " ")
        guard full.count > 1 else { continue }
        if parts.allSatisfy(full.contains) || full.allSatisfy(parts.contains) { return candidate }
        // `Mike Bowman` is `Michael Bowman`.
        if parts.count == 2, full.count == 2, Self.areVariants(String(parts[0]), String(full[0])) { return candidate }
      }
    }
    return nil
  }

  /// Short and long forms of one given name share their start: `Mike`, `Michael`; `Ben`, `Benjamin`.
  private static func areVariants(_ a: String, _ b: String) -> Bool {
    guard a != b else { return true }
    let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
    if short.hasSuffix("."), short.utf8.count == 2 { return long.hasPrefix(short.dropLast()) }
    return short.utf8.count >= 3 && long.hasPrefix(short)
  }

  /// Makes a new entity for a name that the gazetteer does not hold.
  mutating func create(_ index: Int, _ reading: ShapeReading, _ key: Int32) {
    let span = spans[index]
    let name = text(span.words)
    var gender: Gender = .unknown
    if reading.type == .person {
      let first = words[span.words.lowerBound]
      if first.has(.maleName), !first.has(.femaleName) { gender = .male }
      if first.has(.femaleName), !first.has(.maleName) { gender = .female }
    }
    let number = create(name, reading.type, at: span.words.lowerBound)
    entities[number].gender = gender
    byName[key] = number
    if reading.type == .person { addPersonForms(number, span.words) }
    if reading.type == .organization {
      document.bytes[range(span.words)].withUnsafeBufferPointer { addParts(number, $0) }
    }
    link(index, toEntity: number, score: min(0.95, 0.4 + reading.score / 10), reasons: .byShape)
  }

  /// An entity of the article alone.
  mutating func create(_ name: String, _ type: EntityType, at word: Int) -> Int {
    add(
      ArticleEntity(known: nil, type: type, gender: .unknown, kind: 0, country: 0, firstWord: word),
      EntityTexts(id: NameKey.id(type: type.rawValue, name: name), name: name, kind: ""))
  }
}
