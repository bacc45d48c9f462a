import Gazetteer
import TextModel

/// Resolves what is no name: pronouns, descriptions, unnamed representatives, places that stand for governments.
///
/// Reads the sentences in order and keeps what was named. A pronoun or description takes the fitting party that is nearest and was a
/// subject; inside a quotation `I` is its speaker. Where two fit about as well none is taken.
struct ReferenceResolver {
  /// A mention with the words that it covers.
  typealias Found = (mention: Mention, words: Range<Int>)

  /// How many parties are remembered.
  private static let reach = 64

  /// What the resolver remembers of an entity.
  struct Seen {
    var entity: Int
    var word: Int
    var sentence: Int
    var wasSubject: Bool
    var wasPossessor: Bool
    var count: Int
  }

  var linker: Linker
  let words: [Word]
  let sentences: [Range<Int>]
  /// Names and nationalities in the order of the text.
  var named: [NamedMention]
  /// What was resolved: descriptions, representatives and pronouns, in the order in which they were found.
  var found: [Found] = []
  /// For each sentence the index of the entity that speaks its quotation, or -1.
  var speakers: [Int]

  let subjects: Subjects
  /// For each word the index in `named` of the item that starts or ends there, or -1.
  let namedFrom: [Int32]
  let namedTo: [Int32]
  /// For each title of the article the entity of the person whom it is given to, or -1.
  var titlePersons: [Int] = []
  /// What was named, the last at the end.
  var memory: [Seen] = []
  var nextNamed = 0
  var nextTitle = 0
  /// Who speaks in the first person outside quotations, as in a press statement.
  var statementSpeaker = -1
  /// Whose press statement the article is, several where they made it together.
  var statementAuthors: [Int] = []
  var lastSpeaker = -1
  var lastSpeakerSentence = -10
  /// The country that most of the article is about, or -1.
  var mainCountry = -1
  /// Nouns that brought in somebody unnamed and where each did so first, among the words before `introducedUpTo`.
  var introducedNouns: [(noun: Int32, at: Int)] = []
  var introducedUpTo = 1
  /// For each entity that was asked for the words that can be the head of its name, as folded names.
  var headsOfEntities: [[Int32]?] = []
  /// Made when first asked for.
  var laterTitles: LaterTitles?
  /// Holders that were looked up, by office, owner and tense.
  var holders: [String: [EntityIndex]] = [:]

  init(linker: consuming Linker, named: [NamedMention]) {
    words = linker.words
    sentences = linker.context.sentences
    self.named = named
    speakers = [Int](repeating: -1, count: sentences.count)
    subjects = Subjects(words: linker.words)
    var from = [Int32](repeating: -1, count: linker.words.count + 1)
    var to = from
    for (index, item) in named.enumerated() {
      from[item.words.lowerBound] = Int32(index)
      to[item.words.upperBound] = Int32(index)
    }
    namedFrom = from
    namedTo = to
    self.linker = linker
    memory.reserveCapacity(Self.reach + 1)
  }

  var rules: RecognitionRules { linker.context.rules }
  var document: Document { linker.context.document }
  var explains: Bool { linker.context.explains }
  var entities: [ArticleEntity] { linker.entities }

  /// Resolves the whole article.
  mutating func resolve() {
    mainCountry = countryInFocus()
    titlePersons = linker.titles.map(personTitled)
    giveAffiliations()
    statementAuthors = speakersOfStatement()
    statementSpeaker = statementAuthors.first ?? -1
    for sentence in sentences.indices {
      switch document.sentences[sentence].role {
      case .date, .byline, .footer: skip(sentence)
      default: resolve(sentence)
      }
    }
    nameOwnersOfUnnamed()
  }

  /// Somebody whom the article never names, but describes, also stands for the country: `Iran's foreign minister`.
  private mutating func nameOwnersOfUnnamed() {
    for index in entities.indices where entities[index].type == .person && !entities[index].isNamed {
      guard let country = linker.states[entities[index].country] else { continue }
      linker.texts[index].alternatives.append(linker.gazetteer.name(country))
    }
  }

  private mutating func skip(_ sentence: Int) {
    while nextNamed < named.count, named[nextNamed].sentence <= sentence { nextNamed += 1 }
    while nextTitle < linker.titles.count, linker.titles[nextTitle].sentence <= sentence { nextTitle += 1 }
  }

  /// `SECRETARY LEE: Well, this summit …`: who speaks in a transcript; -1 where somebody unknown does, as behind `QUESTION:`.
  @inline(__always)
  private func speakerTag(_ sentence: Int, _ range: Range<Int>) -> Int? {
    guard let colon = range.prefix(7).first(where: { words[$0].isMark(":") }), colon > range.lowerBound,
      (range.lowerBound..<colon).allSatisfy({ words[$0].shape.contains(.allCapitals) || words[$0].isMark(".") })
    else { return nil }
    var index = nextNamed
    while index < named.count, named[index].words.lowerBound < colon {
      if named[index].words.upperBound == colon, entities[named[index].entity].type == .person {
        return named[index].entity
      }
      index += 1
    }
    return colon - range.lowerBound <= 3 ? -1 : nil
  }

  /// Words that can take up what was named before.
  private static let takingUp: WordClass = [.anaphor, .two, .three, .representative, .pronoun]

  private mutating func resolve(_ sentence: Int) {
    let range = sentences[sentence]
    let firstNamed = nextNamed
    let firstFound = found.count
    if let speaker = speakerTag(sentence, range) {
      statementSpeaker = speaker
      statementAuthors = [speaker]
    }
    var inner: [Int] = []
    var covered = range.lowerBound
    let words = words
    var nextEvent = nextStart()
    var at = range.lowerBound
    while true {
      // Most words are passed over: no name or title starts there, and they take up nothing.
      at = words.firstIndex(in: at..<max(at, min(nextEvent, range.upperBound)), having: Self.takingUp)
      guard at < range.upperBound else { break }
      let word = words[at]
      if at >= nextEvent {
        while nextNamed < named.count, named[nextNamed].words.lowerBound <= at {
          let index = nextNamed
          nextNamed += 1
          remember(named[index], sentence)
          actAsGovernment(index, range)
          covered = max(covered, representative(index, sentence, range))
        }
        while nextTitle < linker.titles.count, linker.titles[nextTitle].words.lowerBound <= at {
          nextTitle += 1
          covered = max(covered, describe(nextTitle - 1, sentence, range, covered))
        }
        nextEvent = nextStart()
      }
      if at >= covered, word.has(Self.takingUp.subtracting(.pronoun)),
        !word.isCapital || word.shape.contains(.opening) || isCapitalNoun(at, range)
      {
        covered = max(covered, takeUp(at, sentence, range))
      }
      if word.has(.pronoun), isPronoun(at, range) {
        if word.shape.contains(.quoted) {
          inner.append(at)
        } else if word.has([.first, .firstPlural]) {
          resolveFirst(at, sentence, speaker: statementSpeaker, isQuoted: false)
        } else {
          resolveThird(at, sentence, range, speaker: -1)
        }
      }
      at += 1
    }
    skip(sentence)
    let speaker = speaker(sentence, range, firstNamed, firstFound)
    speakers[sentence] = speaker
    if speaker >= 0 {
      // `… ,” said Khouri`: who speaks is the subject, though the verb comes first.
      if speaker != lastSpeaker || sentence != lastSpeakerSentence { markSubject(speaker, sentence) }
      lastSpeaker = speaker
      lastSpeakerSentence = sentence
      if let last = range.last, words[last].isMark(":"), entities[speaker].type == .person {
        statementSpeaker = speaker
        statementAuthors = [speaker]
      }
    }
    for at in inner {
      if words[at].has([.first, .firstPlural]) {
        resolveFirst(at, sentence, speaker: speaker, isQuoted: true)
      } else {
        resolveThird(at, sentence, range, speaker: speaker)
      }
    }
  }

  /// The word where the next name or title starts.
  @inline(__always)
  private func nextStart() -> Int {
    let name = nextNamed < named.count ? named[nextNamed].words.lowerBound : Int.max
    let title = nextTitle < linker.titles.count ? linker.titles[nextTitle].words.lowerBound : Int.max
    return min(name, title)
  }

  /// `US`, `IT` and headline capitals are no pronouns.
  private func isPronoun(_ at: Int, _ range: Range<Int>) -> Bool {
    let word = words[at]
    if word.shape.contains(.hyphenBefore) || word.shape.contains(.hyphenAfter) { return false }
    if word.shape.contains(.allCapitals) { return false }
    if word.has(.first), word.end - word.start == 1, !word.isCapital { return false }
    // `Prince Charles I`, `World War I`.
    if word.shape.contains(.initial), at > range.lowerBound, words[at - 1].isCapital, !words[at - 1].isPunctuation,
      !words[at - 1].shape.contains(.opening)
    {
      return false
    }
    return true
  }

  /// `the University`, `the Government`: a noun that a press release writes with a capital, no part of a name.
  private func isCapitalNoun(_ at: Int, _ range: Range<Int>) -> Bool {
    guard at > range.lowerBound, words[at - 1].has(.definite), !words[at].shape.contains(.titleCase),
      !words[at].shape.contains(.allCapitals), namedFrom[at] < 0
    else { return false }
    return at + 1 >= range.upperBound || !words[at + 1].isCapital
  }

  // MARK: Memory

  mutating func remember(_ item: NamedMention, _ sentence: Int) {
    let wasSubject = item.form != .demonym && subjects.isSubject(item.words, in: sentences[sentence])
    let end = item.words.upperBound
    let wasPossessor = item.form == .demonym || end < words.count && words[end].shape.contains(.possessive)
    see(item.entity, item.words.lowerBound, sentence, wasSubject: wasSubject, wasPossessor: wasPossessor)
  }

  mutating func remember(_ item: Found, _ sentence: Int) {
    let wasSubject = item.mention.form != .demonym && subjects.isSubject(item.words, in: sentences[sentence])
    let end = item.words.upperBound
    let wasPossessor = item.mention.form == .demonym || end < words.count && words[end].shape.contains(.possessive)
    for entity in item.mention.entities {
      see(entity, item.words.lowerBound, sentence, wasSubject: wasSubject, wasPossessor: wasPossessor)
    }
  }

  mutating func see(_ entity: Int, _ word: Int, _ sentence: Int, wasSubject: Bool, wasPossessor: Bool) {
    var seen = Seen(
      entity: entity, word: word, sentence: sentence, wasSubject: wasSubject, wasPossessor: wasPossessor, count: 1)
    var index = memory.count - 1
    while index >= 0, memory[index].entity != entity { index -= 1 }
    if index >= 0 {
      let last = memory.remove(at: index)
      seen.wasSubject = wasSubject || last.sentence == sentence && last.wasSubject
      seen.count = last.count + 1
    } else if memory.count >= Self.reach {
      memory.removeFirst()
    }
    memory.append(seen)
  }

  private mutating func markSubject(_ entity: Int, _ sentence: Int) {
    for index in memory.indices where memory[index].entity == entity && memory[index].sentence == sentence {
      memory[index].wasSubject = true
    }
  }

  /// The country that more than half of what the article says of countries is about, or -1.
  private func countryInFocus() -> Int {
    var counts = [Int](repeating: 0, count: entities.count)
    var total = 0
    for item in named where item.type == .country {
      counts[item.entity] += 1
      total += 1
    }
    // The first of those that are named most.
    var best = -1
    for entity in counts.indices where counts[entity] > (best < 0 ? 0 : counts[best]) { best = entity }
    return best >= 0 && counts[best] * 5 >= total * 2 ? best : -1
  }

  // MARK: Results

  mutating func add(
    _ range: Range<Int>, _ sentence: Int, _ form: Mention.Form, _ parties: [Int], score: Double, reason: String
  ) {
    let mention = Mention(
      range: TextRange(Int(words[range.lowerBound].start), Int(words[range.upperBound - 1].end)),
      tokens: Int(words[range.lowerBound].token)..<Int(words[range.upperBound - 1].token) + 1, sentence: sentence,
      form: form, type: parties.first.map { entities[$0].type } ?? .person, entities: parties, score: score,
      reasons: explains ? [reason] : [])
    found.append((mention, range))
  }

  /// The article's entity for a country code; one that the article does not name is added.
  mutating func country(_ code: String) -> Int? { country(Gazetteer.countryNumber(code)) }

  mutating func country(_ number: Gazetteer.CountryNumber) -> Int? {
    if let index = linker.country(number) { return index }
    guard let known = linker.states[number] else { return nil }
    return linker.entity(known, .country, at: Int.max)
  }

  /// The text of a name.
  func text(_ item: NamedMention) -> String { linker.text(item.words) }
}
