import Gazetteer
import TextModel

/// Finds the stretches of an article that may be names, and the titles beside them: by the gazetteer and by shape.
///
/// One pass over the words of each sentence. At each word the longest reading wins of: a name of the gazetteer, an organization's name
/// by its head noun, a title, a name by its capitals.
struct NameFinder {
  let rules: RecognitionRules
  let words: [Word]
  /// For each word the index of the gazetteer's match that starts there in `matches`, or -1.
  let knownAt: [Int32]
  let matches: [KnownMatch]
  /// The types that exactly these words have in the gazetteer.
  let isKnown: (Range<Int>) -> TypeSet
  /// Looks also at words that can only be passed over; nothing comes of it.
  var looksAtAllWords = false

  var spans: [NameSpan] = []
  var titles: [TitleUse] = []

  /// A match of the gazetteer in words.
  struct KnownMatch: Sendable {
    var words: Range<Int>
    var surface: SurfaceIndex
    /// The types of its candidates.
    var types: TypeSet
    /// Some candidate is a country or place under its own name, not by nationality.
    var isPlaceName: Bool
    /// Every candidate is a medium.
    var isOutlet = false
  }

  init(
    rules: RecognitionRules, words: [Word], knownAt: [Int32], matches: [KnownMatch],
    isKnown: @escaping (Range<Int>) -> TypeSet
  ) {
    self.isKnown = isKnown
    self.rules = rules
    self.words = words
    self.knownAt = knownAt
    self.matches = matches
    spans.reserveCapacity(words.count / 8)
  }

  /// Finds the names of one sentence.
  mutating func find(_ sentence: Int, _ range: Range<Int>) {
    var at = range.lowerBound
    var title = -1
    while at < range.upperBound {
      if title < 0, !looksAtAllWords {
        at = passed(at..<range.upperBound)
        if at == range.upperBound { return }
      }
      let word = words[at]
      guard !word.isPunctuation, !word.shape.contains(.clitic), word.shape.contains(.letters) else {
        if !word.isMark(".") { title = -1 }
        at += 1
        continue
      }
      if knownAt[at] < 0, !looksAtAllWords, Self.canOnlyBePassed(word) {
        if !keepsTitle(word) { title = -1 }
        at += 1
        continue
      }
      let next = step(at, range.upperBound, sentence, title)
      title = next.title
      at = next.at
    }
  }

  /// The first word of a range where a name or title can start, or the range's end: most words are neither by any rule.
  @inline(__always)
  private func passed(_ range: Range<Int>) -> Int {
    precondition(range.upperBound <= words.count && words.count <= knownAt.count, "words outside the article")
    return words.withUnsafeBufferPointer { words in
      knownAt.withUnsafeBufferPointer { knownAt in
        var at = range.lowerBound
        while at < range.upperBound, knownAt[at] < 0, Self.canOnlyBePassed(words[at]) { at &+= 1 }
        return at
      }
    }
  }

  /// `step` goes on behind a word in small letters that begins no title, where no name of the gazetteer starts.
  static func canOnlyBePassed(_ word: Word) -> Bool {
    word.shape.isDisjoint(with: [.capital, .hyphenAfter]) && !word.has([.titleStart, .weekday])
  }

  private typealias Step = (at: Int, title: Int)

  private mutating func step(_ at: Int, _ end: Int, _ sentence: Int, _ title: Int) -> Step {
    let word = words[at]
    // `R-Texas`, `Anti-Trump`: the first part is no part of a name.
    if word.shape.contains(.hyphenAfter), word.has(.prefix) || word.shape.contains(.initial) { return (at + 1, -1) }
    if word.has(.weekday), title < 0 { return (at + 1, -1) }
    let known = knownAt[at] >= 0 ? matches[Int(knownAt[at])] : nil
    let knownEnd = known?.words.upperBound ?? at
    let phrase = word.has(.titleStart) && !word.has(.former) ? rules.titlePhrases.match(words, at: at, end: end) : nil
    let phraseEnd = phrase.map { at + $0.count } ?? at
    var organizationEnd = word.isCapital && title < 0 ? organization(at, end) : at
    // `the Colombian Caracol Radio`: the nationality is no part of a name that is known without it.
    if organizationEnd > at + 1, let known, knownEnd == at + 1, !known.isPlaceName, known.types == .country,
      knownAt[at + 1] >= 0, matches[Int(knownAt[at + 1])].words.upperBound == organizationEnd
    {
      organizationEnd = at
    }
    if let known, knownEnd == at + 1, organizationEnd <= knownEnd, let run = nameBehindNoun(known, end) {
      return append(run, nil, sentence, -1)
    }
    if let known, known.isPlaceName, organizationEnd <= knownEnd, let run = localOutlet(known, end) {
      return append(run, nil, sentence, -1)
    }
    // `The Guardian`: the article is no part of the name, though the gazetteer may write it.
    if word.has(.article) {
      if let known, knownEnd > at + 1, organizationEnd <= knownEnd, words[at + 1].isCapital {
        return append(at + 1..<knownEnd, known.surface, sentence, -1)
      }
      if organizationEnd > at + 1 || word.isCapital && known == nil && phrase == nil { return (at + 1, -1) }
    }
    if word.isCapital, title < 0, phrase == nil, organizationEnd == at, knownEnd <= at + 1,
      let phrase = modifiedTitle(at, end)
    {
      return takeTitle((phrase.value, phrase.end - at), nil, at, end, sentence, -1)
    }
    if let known, knownEnd > at, organizationEnd <= knownEnd,
      phrase == nil || knownEnd > phraseEnd || !isTitle(at, phraseEnd, end, known)
    {
      if title >= 0 || known.types.contains(.person) || words[at].has(.givenName) {
        let run = nameRun(at, end)
        if extends(run, known, afterTitle: title >= 0) { return append(run, nil, sentence, title) }
      } else if isApposed(at) {
        let run = nameRun(at, end)
        if run.upperBound < end, words[run.upperBound].isMark(","), extends(run, known, afterTitle: true) {
          return append(run, nil, sentence, -1)
        }
      }
      return takeKnown(known, at, end, sentence, title)
    }
    // `Refugee Council`: the title is a word of the organization's name.
    let isOrganization = organizationEnd > phraseEnd && !word.shape.contains(.titleCase)
    if let phrase, phraseEnd > at, !isOrganization, isTitle(at, phraseEnd, end, known) {
      return takeTitle(phrase, known, at, end, sentence, title)
    }
    if organizationEnd > at { return append(at..<organizationEnd, nil, sentence, title) }
    guard word.isCapital else { return (at + 1, keepsTitle(word) ? title : -1) }
    return takeShape(at, end, sentence, title)
  }

  /// `John Kerry, the U.S. Secretary` keeps no title over a word; `President-elect Donald` does over the suffix.
  private func keepsTitle(_ word: Word) -> Bool {
    word.shape.contains(.hyphenBefore)
  }

  /// The phrase at `at` is used as a title here, not as a name or as another word.
  private func isTitle(_ at: Int, _ phraseEnd: Int, _ end: Int, _ known: KnownMatch?) -> Bool {
    let word = words[at]
    let isSingle = phraseEnd == at + 1
    if let known, known.words.upperBound > phraseEnd {
      // `King Abdullah`, `Mullah Omar`: the title is no part of the name.
      return known.types == .person && word.isCapital
    }
    if isSingle, known?.types.contains(.person) == true || word.has(.givenName) || word.has(.surname) {
      guard phraseEnd < end, words[phraseEnd].isCapital else {
        // `Sultan of Oman Haitham bin Tariq`.
        if nameBehindField(phraseEnd, end) != nil { return true }
        // `the Pope met`: a family name has no article.
        return at > 0 && words[at - 1].has(.definite)
      }
      // `Prince Harry`, not `Prince Fielder`.
      if words[phraseEnd].has(.givenName), let phrase = rules.titlePhrases.match(words, at: at, end: end),
        rules.titles[phrase.value].category == "royal"
      {
        return true
      }
      // `Don Smith`, `Earl Grant`: a given name before a surname.
      return !(word.has(.givenName) && word.has([.needsContext, .neverAlone]))
    }
    if isSingle, !word.isCapital, word.has(.vocabulary), !word.has(.noun) { return false }
    // `is to host Netanyahu`.
    if isSingle, !word.isCapital, word.has(.verb), at > 0, words[at - 1].has(.looseJoiner) { return false }
    // `Biden hosts Xi Jinping`: no title of several stands before one name and behind another.
    if isSingle, !word.isCapital, word.has(.noun), at > 0, phraseEnd < end, words[phraseEnd].isCapital,
      words[at - 1].isCapital, !words[at - 1].isPunctuation, !words[at - 1].shape.contains(.possessive),
      !words[at - 1].has([.adjective, .otherAdjective]),
      let phrase = rules.titlePhrases.match(words, at: at, end: end), rules.titles[phrase.value].isPlural
    {
      let next = nameRun(phraseEnd, end).upperBound
      if next >= end || !words[next].has(.and) && !words[next].isMark(",") { return false }
    }
    if isSingle, word.shape.contains(.initial) {
      return phraseEnd < end && words[phraseEnd].isCapital && !words[phraseEnd].shape.contains(.initial)
    }
    return true
  }

  /// `the fund's president, Aral Kanda,`: a title and a comma stand before.
  private func isApposed(_ at: Int) -> Bool {
    at > 0 && words[at - 1].isMark(",") && titles.last?.words.upperBound == at - 1
  }

  /// A name by shape that goes on behind the known one is better than the known one: `Mary Jordan`, `Georgia Meloni`.
  private func extends(_ run: Range<Int>, _ known: KnownMatch, afterTitle: Bool) -> Bool {
    guard run.upperBound > known.words.upperBound else { return false }
    let first = words[run.lowerBound]
    // `Jean-Marc` is one word here.
    let isSingle = words[known.words.lowerBound].token == words[known.words.upperBound - 1].token
    let isGiven = first.has(.givenName) && isSingle && !first.has(.functionWord)
    if known.types == .country, !(isGiven && first.has([.needsContext, .surname])),
      !(afterTitle && first.has(.needsContext))
    {
      return false
    }
    if !isSingle, known.words.count > 2 { return false }
    for at in known.words.upperBound..<run.upperBound {
      let word = words[at]
      if word.has([.organizationHead, .neverName, .functionWord]), !word.has([.surname, .particle]) { return false }
      // `Steve Jobs`: a common word is a family name behind a given name, where capitals tell names.
      if word.has(.vocabulary), !word.has([.surname, .particle]),
        !((isGiven || afterTitle && first.has(.needsContext)) && run.count == 2 && !word.shape.contains(.titleCase)
          && !word.has([.titleStart, .placeHead]))
      {
        return false
      }
    }
    if afterTitle || isGiven { return isSingle }
    return known.types.contains(.person) && isSingle && !first.has(.functionWord)
  }

  private mutating func takeKnown(
    _ known: KnownMatch, _ at: Int, _ end: Int, _ sentence: Int, _ title: Int
  ) -> Step {
    var range = known.words
    // `I` and `It` are words, `US` and `IT` may be names; `Republican` alone is an adherent, not the party.
    if range.count == 1, words[at].has(.pronoun) && !words[at].shape.contains(.allCapitals) { return (at + 1, -1) }
    if range.count == 1,
      words[at].has(.neverName) && title < 0 && known.types != .country
        || words[at].has(.otherAdjective) && !known.types.contains(.person)
    {
      return (at + 1, keepsTitle(words[at]) ? title : -1)
    }
    // `Analysts Say`: the verb of a headline is no family name.
    if range.count == 1, words[at].shape.contains(.titleCase), words[at].has([.saying, .deciding]) {
      return (at + 1, -1)
    }
    // `Interfax news agency`, `New York state`: the last words describe the name where it is one without them.
    while range.count > 1, !words[range.upperBound - 1].isCapital,
      words[range.upperBound - 1].has([.organizationNoun, .placeNoun, .placeHead]),
      let shorter = shorterKnown(range.lowerBound..<range.upperBound - 1, known.types)
    {
      range = shorter
    }
    // A name in the gazetteer may hold its title: `Pope Francis`.
    if known.types == .person, words[at].has(.titleStart), words[at].isCapital,
      let phrase = rules.titlePhrases.match(words, at: at, end: known.words.upperBound),
      phrase.count < known.words.count
    {
      titles.append(
        TitleUse(words: at..<at + phrase.count, sentence: sentence, title: phrase.value, isFormer: isFormer(at)))
      range = at + phrase.count..<range.upperBound
      range = range.lowerBound..<suffixEnd(familyEnd(range.upperBound, end), end)
      return append(range, known.surface, sentence, titles.count - 1)
    }
    if known.types == .person, range.count > 1 {
      // `Juan Carlos Ortega Ruiz`: a longer name that begins like a known one.
      if let longer = longerName(range, end, afterTitle: title >= 0) { return append(longer, nil, sentence, title) }
      range = range.lowerBound..<suffixEnd(familyEnd(range.upperBound, end), end)
    }
    return append(range, known.surface, sentence, title)
  }

  /// A person's name with one more name behind it, which only a known family name can be: behind two words where the second may
  /// be a given name, too (`Juan Carlos Peinado`), or behind more.
  private func longerName(_ range: Range<Int>, _ end: Int, afterTitle: Bool) -> Range<Int>? {
    let last = range.upperBound
    guard last < end, afterTitle || range.lowerBound > 0 else { return nil }
    let word = words[last]
    guard word.isCapital, !word.isPunctuation, !word.shape.contains(.titleCase),
      !word.has([.vocabulary, .titleStart, .weekday, .month, .functionWord])
    else { return nil }
    if knownAt[last] < 0 {
      guard range.count == 2, afterTitle || word.has(.surname) else { return nil }
    } else {
      let known = matches[Int(knownAt[last])]
      guard known.types == .person, known.words.count == 1 else { return nil }
    }
    guard range.count > 2 || words[last - 1].has(.givenName) && !words[last - 1].has(.surname) else { return nil }
    return range.lowerBound..<last + 1
  }

  /// The end of a name with the family that stands behind it: `Abdullah bin Zayed Al Nahyan`.
  private func familyEnd(_ start: Int, _ end: Int) -> Int {
    guard start + 1 < end, words[start].has(.particle), !words[start].isPunctuation,
      words[start].isCapital || words[start].shape.contains(.hyphenAfter), words[start + 1].isCapital,
      !words[start + 1].isPunctuation, !words[start + 1].has(.vocabulary)
    else { return start }
    return start + 2
  }

  /// The word behind `(Ret.)` where that follows a title.
  private func behindRetired(_ last: Int, _ end: Int) -> Int {
    last + 3 < end && words[last].isMark("(") && words[last + 1].has(.former) && words[last + 2].isMark(")")
      ? last + 3 : last
  }

  /// The end of a name with `Jr.` behind a comma.
  func suffixEnd(_ last: Int, _ end: Int) -> Int {
    last + 1 < end && words[last].isMark(",") && words[last + 1].has(.nameSuffix) && words[last + 1].isCapital
      ? last + 2 : last
  }

  private mutating func takeTitle(
    _ phrase: (value: Int, count: Int), _ known: KnownMatch?, _ at: Int, _ end: Int, _ sentence: Int, _ before: Int
  ) -> Step {
    var owner = -1
    var last = behindRetired(at + phrase.count, end)
    // `White House Press Secretary`: the title's first words are a name of their own.
    if let known, known.words.count < phrase.count, !known.isOutlet, isOwner(known) {
      _ = append(known.words, known.surface, sentence, -1)
      owner = spans.count - 1
    } else {
      owner = ownerBefore(at, sentence)
    }
    if owner < 0, before >= 0 { owner = titles[before].owner }
    if let name = nameBehindField(last, end) {
      // `Governor of Texas`: the names in the field are names of their own.
      for word in last..<name where knownAt[word] >= 0 {
        let inner = matches[Int(knownAt[word])]
        guard inner.words.upperBound <= name, spans.last.map({ $0.words.upperBound <= word }) ?? true else { continue }
        _ = append(inner.words, inner.surface, sentence, -1)
        if owner < 0, inner.isPlaceName || inner.types.contains(.organization) { owner = spans.count - 1 }
      }
      last = name
    }
    titles.append(
      TitleUse(
        words: at..<last, sentence: sentence, title: phrase.value,
        isFormer: isFormer(at) || (before >= 0 && titles[before].isFormer), owner: owner))
    return (last, titles.count - 1)
  }

  /// The first words of a title name a body of their own: `White House` Press Secretary, not `Vice` President.
  private func isOwner(_ known: KnownMatch) -> Bool {
    let first = words[known.words.lowerBound]
    return known.words.count > 1 || first.shape.contains(.allCapitals) || first.has(.institution)
      || !first.has(.vocabulary)
  }

  /// The words without more lower-case words at their end, where they are a name of the same types.
  private func shorterKnown(_ range: Range<Int>, _ types: TypeSet) -> Range<Int>? {
    var range = range
    while range.count > 1, !words[range.upperBound - 1].isCapital { range = range.lowerBound..<range.upperBound - 1 }
    guard words[range.upperBound - 1].isCapital, !isKnown(range).isDisjoint(with: types) else { return nil }
    return range
  }

  /// The name span that ends just before a word, also with `'s` between.
  func ownerBefore(_ at: Int, _ sentence: Int) -> Int {
    guard let last = spans.indices.last, spans[last].sentence == sentence else { return -1 }
    let end = spans[last].words.upperBound
    if end == at { return last }
    if end == at - 1 {
      let between = words[end]
      // `France's president`, `former`, `foreign policy` and the like.
      return between.shape.contains(.possessive) || between.has([.former, .adjective]) ? last : -1
    }
    if end == at - 2, words[end].shape.contains(.possessive), words[end + 1].has([.former, .adjective, .noun]) {
      return last
    }
    return -1
  }

  private func isFormer(_ at: Int) -> Bool {
    var before = at - 1
    var steps = 0
    while before >= 0, steps < 3 {
      let word = words[before]
      if word.has(.former) { return true }
      guard word.isCapital || word.shape.contains(.possessive) else { return false }
      before -= 1
      steps += 1
    }
    return false
  }

  private mutating func append(_ range: Range<Int>, _ surface: SurfaceIndex?, _ sentence: Int, _ title: Int) -> Step {
    spans.append(NameSpan(words: range, sentence: sentence, surface: surface, cues: [], title: title))
    if title >= 0 { titles[title].person = spans.count - 1 }
    return (range.upperBound, -1)
  }
}
