import Gazetteer
import TextModel

/// Turns linked spans into mentions, and adds those that are no names: descriptions, representatives, pronouns.
struct MentionBuilder {
  let linker: Linker
  let sentences: [Range<Int>]
  var mentions: [Mention] = []
  /// For each mention the words that it covers.
  var covered: [Range<Int>] = []
  /// For each mention the candidates of its name, best first.
  var candidates: [[RankedCandidate]] = []

  init(linker: Linker, sentences: [Range<Int>]) {
    self.linker = linker
    self.sentences = sentences
  }

  var words: [Word] { linker.words }

  mutating func build() {
    addNames()
    addReferences()
  }

  private mutating func addReferences() {
    let order = mentions.indices.sorted {
      (covered[$0].lowerBound, covered[$0].upperBound) < (covered[$1].lowerBound, covered[$1].upperBound)
    }
    let resolver = ReferenceResolver(
      linker: linker, sentences: sentences, named: order.map { (mentions[$0], covered[$0]) })
    resolver.resolve()
    for (place, index) in order.enumerated() { mentions[index] = resolver.named[place].mention }
    for (mention, words) in resolver.found { add(mention, words) }
  }

  mutating func add(_ mention: Mention, _ words: Range<Int>) {
    mentions.append(mention)
    covered.append(words)
  }

  private mutating func addNames() {
    for index in linker.spans.indices where linker.entityOf[index] >= 0 {
      let span = linker.spans[index]
      let entity = Int(linker.entityOf[index])
      add(
        Mention(
          range: TextRange(linker.range(span.words)), tokens: tokens(span.words),
          title: titleTokens(before: span, entity), sentence: span.sentence,
          form: linker.isDemonym[index] ? .demonym : .name, type: linker.entities[entity].type, entities: [entity],
          score: Double(linker.scores[index]), reasons: linker.explains ? linker.reasons[index].described : []),
        span.words)
      if linker.explains { candidates.append(linker.ranked[index]) }
    }
  }

  /// The tokens of the title directly before a name, and of the country or nationality directly before the title.
  private func titleTokens(before span: NameSpan, _ entity: Int) -> Range<Int> {
    let name = span.words.lowerBound
    let isPerson = linker.entities[entity].type == .person
    guard span.title >= 0, linker.titles[span.title].words.upperBound == name else {
      let start = isPerson ? titleStart(before: name, span.sentence) : name
      return start < name ? tokens(start..<name) : 0..<0
    }
    let title = linker.titles[span.title]
    var start = title.words.lowerBound
    if title.owner >= 0, linker.entityOf[title.owner] >= 0 {
      var end = linker.spans[title.owner].words.upperBound
      if end < start, words[end].shape.contains(.possessive) { end += 1 }
      // `the U.S. Secretary`, `Germany's Chancellor`, `the Turkish minister`; but `In Turkey Minister Ellwood met`.
      let owner = linker.spans[title.owner].words
      let last = words[owner.upperBound - 1]
      let isPlainCountry =
        end == owner.upperBound && !linker.isDemonym[title.owner] && !last.shape.contains(.allCapitals)
        && linker.entities[Int(linker.entityOf[title.owner])].type == .country
      if end == start, !isPlainCountry { start = owner.lowerBound }
    }
    if isPerson { start = titleStart(before: start, span.sentence) }
    return tokens(start..<name)
  }

  /// Where a title of several parts begins that goes on at a word: `Diplomatic Counselor to the` before `President Ann Lee`,
  /// `Head of the Presidential Office` before `Lee`, `Chancellery Foreign and Security Policy` before `Advisor Ann Lee`.
  ///
  /// Every word of it is capitalized or joins two that are, and a noun for a person is among them.
  private func titleStart(before start: Int, _ sentence: Int) -> Int {
    let first = sentences[sentence].lowerBound
    var result = start
    var at = start - 1
    while at >= first {
      let word = words[at]
      let isPart = word.shape.contains(.hyphenBefore) || word.shape.contains(.hyphenAfter)
      if word.isCapital, word.shape.contains(.letters) || isPart {
        guard !word.shape.contains(.titleCase), !word.has([.month, .weekday, .pronoun]), !isPersonOrCountry(at, first)
        else {
          break
        }
        if word.shape.contains(.opening), word.has(.functionWord) { break }
        // The words directly before a part of the title describe it.
        // `NSA Lee`: letters directly before a name that are an office's are no agency's.
        let isNoun =
          word.has([.titleStart, .representative])
          && (!isInOrganization(at) || at + 1 == start && word.shape.contains(.allCapitals))
        if isNoun || at + 1 == result && result < start || at + 1 == start && isField(at) { result = at }
      } else if word.has(.titleStart), at + 1 < start, words[at + 1].has(.joiner),
        !words[at + 1].has([.and, .looseJoiner])
      {
        // `chief of the Refugee Council Ann Lee`.
        return at
      } else if word.has(.and), at > first {
        let before = words[at - 1]
        guard before.isCapital, !before.has([.titleStart, .representative]), spanAt(at - 1) == nil else { break }
        result = at - 1
        at -= 1
      } else if !isPart, !word.shape.contains(.possessive) {
        // `Counselor to the President Ann Lee` is Lee, `adviser to President Lee` is not.
        let isBeforeArticle =
          at > first && words[at - 1].has([.titleStart, .representative])
          && (words[at + 1].has(.article) || spanAt(at + 1).map { linker.entityOf[$0] >= 0 } == true)
        guard !word.isPunctuation,
          word.has(.article) || word.has(.joiner) && !word.has(.and) && (!word.has(.looseJoiner) || isBeforeArticle)
        else { break }
      }
      at -= 1
    }
    return result
  }

  /// A capitalized common word before a title says of what: `Policy Advisor`.
  private func isField(_ at: Int) -> Bool {
    words[at].has([.noun, .adjective]) && !words[at].has([.functionWord, .adverb, .former]) && spanAt(at) == nil
      && words[at + 1].has(.titleStart)
  }

  private func isInOrganization(_ word: Int) -> Bool {
    spanAt(word).map { linker.entityOf[$0] >= 0 && linker.entities[Int(linker.entityOf[$0])].type == .organization }
      ?? false
  }

  private func isPersonOrCountry(_ word: Int, _ first: Int) -> Bool {
    guard let span = spanAt(word), linker.entityOf[span] >= 0 else { return false }
    switch linker.entities[Int(linker.entityOf[span])].type {
    case .person: return true
    // `Turkey Minister Ellwood`, but `Turkey's minister`, `the Turkish minister`.
    case .country:
      let end = linker.spans[span].words.upperBound
      // `Ambassador to the United States Ann Lee`.
      var before = linker.spans[span].words.lowerBound - 1
      if before > first, words[before].has(.article) { before -= 1 }
      if before >= first, words[before].has(.joiner), !words[before].has(.and) { return false }
      return !linker.isDemonym[span] && !words[end].shape.contains(.possessive)
        && !words[end - 1].shape.contains(.allCapitals)
    default: return false
    }
  }

  /// The name span that covers a word. Complexity: O(log *n*) in the names of the article.
  private func spanAt(_ word: Int) -> Int? {
    var (low, high) = (0, linker.spans.count)
    while low < high {
      let middle = (low + high) / 2
      if linker.spans[middle].words.lowerBound <= word { low = middle + 1 } else { high = middle }
    }
    return low > 0 && linker.spans[low - 1].words.contains(word) ? low - 1 : nil
  }

  func tokens(_ range: Range<Int>) -> Range<Int> {
    Int(linker.words[range.lowerBound].token)..<Int(linker.words[range.upperBound - 1].token) + 1
  }

  /// The mentions in the order of the text, and the entities.
  func result() -> (recognized: RecognizedDocument, candidates: [[RankedCandidate]]) {
    let order = mentions.indices.sorted { a, b in
      let (x, y) = (mentions[a].range, mentions[b].range)
      if x.start != y.start { return x.start < y.start }
      if x.end != y.end { return x.end > y.end }
      return a < b
    }
    let entities = linker.entities.map { entity in
      let fullest = entity.fullestForm >= 0 ? linker.names.text(entity.fullestForm) : entity.name
      return RecognizedEntity(
        id: entity.id, isKnown: entity.known != nil, name: entity.type == .person ? fullest : entity.name,
        type: entity.type,
        forms: (entity.forms.map(linker.names.text) + entity.descriptions).sorted(), gender: entity.gender,
        kind: entity.kind, country: entity.country == 0 ? nil : ReferenceResolver.code(entity.country),
        titles: entity.titles.map { linker.rules.titles[$0].text }.sorted(),
        alternatives: entity.alternatives, affiliation: entity.affiliation,
        gazetteerName: entity.known == nil ? nil : entity.name)
    }
    return (
      RecognizedDocument(document: linker.document, mentions: order.map { mentions[$0] }, entities: entities),
      linker.explains ? order.map { $0 < candidates.count ? candidates[$0] : [] } : []
    )
  }
}
