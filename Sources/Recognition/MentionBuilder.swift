import Gazetteer
import TextModel

/// Turns linked spans into mentions, and adds those that are no names: descriptions, representatives, pronouns.
struct MentionBuilder {
  private var resolver: ReferenceResolver
  private let sentences: [Range<Int>]

  init(linker: consuming Linker) {
    sentences = linker.context.sentences
    var named: [NamedMention] = []
    named.reserveCapacity(linker.spans.count)
    for (index, span) in linker.spans.enumerated() where linker.entityOf[index] >= 0 {
      let entity = Int(linker.entityOf[index])
      named.append(
        NamedMention(
          words: span.words, sentence: span.sentence, form: linker.isDemonym[index] ? .demonym : .name,
          type: linker.entities[entity].type, entity: entity, span: index))
    }
    func precedes(_ a: NamedMention, _ b: NamedMention) -> Bool {
      (a.words.lowerBound, a.words.upperBound) < (b.words.lowerBound, b.words.upperBound)
    }
    if !zip(named, named.dropFirst()).allSatisfy({ !precedes($1, $0) }) { named.sort(by: precedes) }
    resolver = ReferenceResolver(linker: linker, named: named)
  }

  var linker: Linker { _read { yield resolver.linker } }
  var words: [Word] { _read { yield resolver.words } }

  /// Resolves what is no name.
  mutating func build() {
    resolver.resolve()
  }

  /// - Parameter parties: an array of its entity alone, which all mentions of the entity share.
  private func mention(_ item: NamedMention, _ parties: [Int]) -> Mention {
    var reasons: [String] = []
    if linker.explains {
      reasons = linker.reasons[item.span].described + [item.actsBy.described].compactMap { $0 }
    }
    return Mention(
      range: TextRange(linker.range(item.words)), tokens: tokens(item.words),
      title: titleTokens(before: linker.spans[item.span], item.entity), sentence: item.sentence, form: item.form,
      type: item.type, entities: parties, score: Double(linker.scores[item.span]), reasons: reasons,
      standsFor: item.standsFor >= 0 ? item.standsFor : nil)
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
    // `Israel's Benjamin Netanyahu`.
    if at > first, words[at].shape.contains(.possessive), words[at].shape.contains(.clitic), let span = spanAt(at - 1),
      linker.entityOf[span] >= 0, linker.entities[Int(linker.entityOf[span])].type == .country,
      !words[at].shape.contains(.titleCase)
    {
      return linker.spans[span].words.lowerBound
    }
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
        !words[at + 1].has(.and), !words[at + 1].has(.looseJoiner) || at + 2 < start
      {
        // `chief of the Refugee Council Ann Lee`, `ambassador to Germany Ann Lee`.
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
          && (words[at + 1].has(.article)
            || at + 1 < start && spanAt(at + 1).map { linker.entityOf[$0] >= 0 } == true)
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
    // Names stand in the order of the text; what was found between them is sorted in.
    let found = resolver.found
    let order = found.indices.sorted { a, b in
      let (x, y) = (found[a].mention.range, found[b].mention.range)
      if x.start != y.start { return x.start < y.start }
      return x.end != y.end ? x.end > y.end : a < b
    }
    var mentions: [Mention] = []
    mentions.reserveCapacity(resolver.named.count + found.count)
    var candidates: [[RankedCandidate]] = []
    var next = 0
    func takeFound(before range: TextRange?) {
      while next < order.count {
        let mention = found[order[next]].mention
        if let range {
          guard mention.range.start < range.start || mention.range.start == range.start && mention.range.end > range.end
          else { return }
        }
        mentions.append(mention)
        if linker.explains { candidates.append([]) }
        next += 1
      }
    }
    var parties = [[Int]](repeating: [], count: linker.entities.count)
    for item in resolver.named {
      if parties[item.entity].isEmpty { parties[item.entity] = [item.entity] }
      let mention = mention(item, parties[item.entity])
      takeFound(before: mention.range)
      mentions.append(mention)
      if linker.explains { candidates.append(linker.ranked[item.span]) }
    }
    takeFound(before: nil)
    return (
      RecognizedDocument(
        document: linker.document, mentions: mentions, entities: linker.entities.indices.map(recognizedEntity)),
      candidates
    )
  }

  private func recognizedEntity(_ index: Int) -> RecognizedEntity {
    let entity = linker.entities[index]
    let texts = linker.texts[index]
    let fullest = entity.type == .person && entity.fullestForm >= 0 ? linker.names.text(entity.fullestForm) : texts.name
    return RecognizedEntity(
      id: texts.id, isKnown: entity.known != nil, name: fullest, type: entity.type, forms: forms(texts),
      gender: entity.gender, kind: texts.kind,
      country: entity.country == 0 ? nil : ReferenceResolver.code(entity.country), titles: titles(texts),
      alternatives: texts.alternatives, affiliation: entity.affiliation,
      gazetteerName: entity.known == nil ? nil : texts.name)
  }

  private func forms(_ texts: EntityTexts) -> [String] {
    var forms: [String] = []
    forms.reserveCapacity(texts.forms.count + texts.descriptions.count)
    for form in texts.forms { forms.append(linker.names.text(form)) }
    forms += texts.descriptions
    if forms.count > 1 { forms.sort() }
    return forms
  }

  private func titles(_ texts: EntityTexts) -> [String] {
    if texts.titles.isEmpty { return [] }
    return texts.titles.map { linker.rules.titles[$0].text }.sorted()
  }
}
