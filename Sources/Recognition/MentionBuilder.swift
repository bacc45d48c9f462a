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
          title: titleTokens(before: span), sentence: span.sentence,
          form: linker.isDemonym[index] ? .demonym : .name, type: linker.entities[entity].type, entities: [entity],
          score: Double(linker.scores[index]), reasons: linker.explains ? linker.reasons[index].described : []),
        span.words)
      if linker.explains { candidates.append(linker.ranked[index]) }
    }
  }

  /// The tokens of the title directly before a name, and of the country or nationality directly before the title.
  private func titleTokens(before span: NameSpan) -> Range<Int> {
    guard span.title >= 0 else { return 0..<0 }
    let title = linker.titles[span.title]
    guard title.words.upperBound == span.words.lowerBound else { return 0..<0 }
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
    return tokens(start..<span.words.lowerBound)
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
