import TextModel

/// Reads what stands beside and inside a span: the evidence for its being a name, and of which type.
struct CueReader {
  let words: [Word]
  let sentences: [Range<Int>]
  let roles: [Region.Role]
  let titles: [TitleUse]
  let rules: RecognitionRules
  /// For each word whether a country's name starts there.
  let startsCountry: (Int) -> Bool

  func cues(_ span: NameSpan) -> NameCues {
    let sentence = sentences[span.sentence]
    var cues = inside(span)
    if roles[span.sentence] == .dateline { cues.insert(.dateline) }
    before(span, sentence, &cues)
    after(span, sentence, &cues)
    return cues
  }

  private func inside(_ span: NameSpan) -> NameCues {
    var cues: NameCues = []
    let range = span.words
    let first = words[range.lowerBound]
    let last = words[range.upperBound - 1]
    if range.count > 1 { cues.insert(.severalWords) }
    if first.shape.contains(.opening) { cues.insert(.opening) }
    if first.shape.contains(.titleCase) { cues.insert(.titleCase) }
    if first.shape.contains(.quoted) { cues.insert(.inQuotation) }
    if first.has(.givenName) { cues.insert(.givenNameFirst) }
    if last.has(.surname) { cues.insert(.surnameLast) }
    if first.shape.contains(.hyphenBefore) || last.shape.contains(.hyphenAfter) { cues.insert(.hyphenPart) }
    if range.count == 1 {
      if first.shape.contains(.allCapitals) { cues.insert(.acronym) }
      if first.has([.needsContext, .vocabulary, .otherAdjective]), !first.shape.contains(.allCapitals) {
        cues.insert(.risky)
      }
      if first.has([.neverAlone, .notPerson]) { cues.insert(.neverAlone) }
      if first.has([.month, .weekday]) { cues.insert(.calendar) }
    }
    var areCapitals = true
    for at in range {
      let word = words[at]
      if word.shape.contains(.initial) { cues.insert(.initialInside) }
      if word.has(.particle), at > range.lowerBound || range.count > 1 { cues.insert(.particleInside) }
      if word.has(.vocabulary), !word.has([.givenName, .surname, .particle]) {
        cues.insert(.vocabularyInside)
        if word.has(.verb), !word.has(.noun) { cues.insert(.verbInside) }
      }
      if word.has(.organizationHead)
        || at > range.lowerBound && at == range.upperBound - 1 && rules.localOutletHeads.contains(word.id)
      {
        cues.insert(.headInside)
      }
      if word.has(.placeHead), at == range.upperBound - 1 { cues.remove(.headInside) }
      if word.has(.companyDesignator), at > range.lowerBound { cues.insert(.designatorInside) }
      if word.has(.placeHead), at == range.upperBound - 1, range.count > 1 { cues.insert(.placeHeadInside) }
      if word.has(.placeLead), at == range.lowerBound, range.count > 1 { cues.insert(.placeHeadInside) }
      if word.has(.joiner), !word.isCapital { cues.insert(.joinerInside) }
      if word.has(.otherAdjective) { cues.insert(.otherAdjectiveInside) }
      if word.has(.neverName), range.count > 1 { cues.insert(.neverAlone) }
      if !word.shape.contains(.allCapitals) { areCapitals = false }
    }
    if areCapitals { cues.insert(.allCapitals) }
    return cues
  }

  private func before(_ span: NameSpan, _ sentence: Range<Int>, _ cues: inout NameCues) {
    if span.title >= 0 {
      let title = rules.titles[titles[span.title].title]
      if title.isHonorific {
        cues.insert(.honorificBefore)
      } else if words[titles[span.title].words.lowerBound].isCapital {
        cues.insert(.titleBefore)
      } else {
        cues.insert(.roleNounBefore)
      }
    }
    var at = span.words.lowerBound - 1
    guard at >= sentence.lowerBound else { return }
    // `the fund's president, Aral Kanda,`.
    if span.title < 0, words[at].isMark(","), span.words.upperBound < sentence.upperBound,
      words[span.words.upperBound].isMark(","), isTitle(endingAt: at),
      !words[at - 1].isCapital
    {
      cues.insert(.roleNounBefore)
    }
    // `told the Guardian`.
    let told = words[at].has(.definite) ? at - 1 : at
    if told >= sentence.lowerBound, words[told].has(.saying), !words[told].has([.be, .noun]) {
      cues.insert(.toldBefore)
    }
    // `told The Guardian`: a capital article within a sentence is part of a name.
    let article = words[at]
    if article.has(.definite), article.isCapital, !article.shape.contains(.opening),
      !article.shape.contains(.titleCase),
      at > sentence.lowerBound
    {
      cues.subtract([.neverAlone, .risky])
    }
    if words[at].has(.direction), at > sentence.lowerBound { cues.insert(.directionBefore) }
    // Over adjectives: `in northern Aleppo`, `the embattled Aleppo`.
    var skipped = 0
    while at > sentence.lowerBound, skipped < 2, words[at].has([.direction, .adjective]), !words[at].has(.atPlace),
      !words[at].isCapital
    {
      at -= 1
      skipped += 1
    }
    let word = words[at]
    if word.has(.definite), !word.isPunctuation { cues.insert(.theBefore) }
    if word.has(.article) { cues.insert(.articleBefore) }
    if word.has(.atPlace) {
      cues.insert(.atBefore)
      if word.has(.insidePlace) { cues.insert(.insideBefore) }
    } else if word.has(.definite), at > sentence.lowerBound, words[at - 1].has(.atPlace) {
      cues.insert(.atBefore)
    }
    if word.has(.mutual) { cues.insert(.betweenBefore) }
    if word.has(.speaking), span.title < 0 { cues.insert(.sayingBefore) }
    if word.has(.organizationNoun), !word.isCapital { cues.insert(.organizationNounBefore) }
    if word.has(.placeNoun), !word.isCapital, word.has(.noun) { cues.insert(.placeNounBefore) }
    if word.has(.joiner) || word.has(.called) || word.isMark(","), at > sentence.lowerBound {
      // `town of X`, `a charity called X`, `rights organization, X,`.
      let noun = words[at - 1]
      if noun.has(.placeNoun), word.has(.joiner) { cues.insert(.placeNounBefore) }
      if noun.has(.organizationNoun), !noun.isCapital, word.has(.called) || word.isMark(",") {
        cues.insert(.organizationNounBefore)
      }
    }
    if word.shape.contains(.quote), span.words.upperBound < sentence.upperBound,
      words[span.words.upperBound].shape.contains(.quote)
    {
      cues.insert(.quotedAlone)
    }
  }

  /// A title ends before a word. Complexity: O(log *n*) in the titles, which stand in the order of the text.
  private func isTitle(endingAt word: Int) -> Bool {
    var (low, high) = (0, titles.count)
    while low < high {
      let middle = (low + high) / 2
      if titles[middle].words.upperBound < word { low = middle + 1 } else { high = middle }
    }
    return low < titles.count && titles[low].words.upperBound == word
  }

  private func after(_ span: NameSpan, _ sentence: Range<Int>, _ cues: inout NameCues) {
    let at = span.words.upperBound
    guard at < sentence.upperBound else { return }
    let word = words[at]
    if word.shape.contains(.possessive) { cues.insert(.possessiveAfter) }
    if word.shape.contains(.digit) { cues.insert(.numberAfter) }
    if word.has(.saying) { cues.insert(.sayingAfter) }
    if word.has(.deciding) { cues.insert(.decidingAfter) }
    if word.has(.government) { cues.insert(.governmentAfter) }
    if word.has(.organizationNoun), !word.isCapital { cues.insert(.organizationNounAfter) }
    if word.has([.placeNoun, .placeHead]), !word.isCapital, !word.has(.organizationNoun) {
      cues.insert(.placeNounAfter)
    }
    if word.has(.relative) { cues.insert(.whoAfter) }
    if word.has(.titleStart), !word.has(.vocabulary) || word.has(.noun) { cues.insert(.titleAfter) }
    let next = at + 1
    // Over an adverb: `Kerry also said`.
    if word.has(.adverb), next < sentence.upperBound {
      if words[next].has(.saying) { cues.insert(.sayingAfter) }
      if words[next].has(.deciding) { cues.insert(.decidingAfter) }
    }
    // Over an auxiliary: `Jadon Sancho has told`.
    if word.has(.be), next < sentence.upperBound, words[next].has(.saying) { cues.insert(.sayingAfter) }
    // Over a day: `Obama Sunday ordered`.
    if word.has(.weekday), next < sentence.upperBound, words[next].has([.saying, .deciding]) {
      cues.insert(.sayingAfter)
    }
    guard word.isMark(","), next < sentence.upperBound else { return }
    let second = words[next]
    if second.shape.contains(.digit), second.end - second.start <= 3 { cues.insert(.ageAfter) }
    if second.has(.relative) { cues.insert(.whoAfter) }
    if second.has(.article) || second.has(.titleStart) || second.has(.former) {
      var ahead = second.has(.article) ? next + 1 : next
      var steps = 0
      while ahead < sentence.upperBound, steps < 5, !words[ahead].isPunctuation {
        if words[ahead].has(.titleStart), rules.titlePhrases.match(words, at: ahead, end: sentence.upperBound) != nil {
          cues.insert(.roleAfter)
          break
        }
        if words[ahead].has(.organizationNoun) { cues.insert(.organizationNounAfter) }
        if words[ahead].has([.joiner, .atPlace, .relative]) { break }
        ahead += 1
        steps += 1
      }
    }
    if startsCountry(next) { cues.insert(.countryAfter) }
  }
}
