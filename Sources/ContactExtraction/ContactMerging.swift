import ContactModel
import Recognition
import TextModel

/// Merges what the sentences of an article state to one contact for each (party, party, kind, modality).
struct ContactMerging {
  let recognized: RecognizedDocument

  private struct Key: Hashable {
    var a: Int
    var b: Int
    var kind: ContactKind
    var modality: Modality
    var isMutual: Bool
  }

  /// Complexity: O(*n* log *n*) in the number of found contacts.
  func merge(_ found: [FoundContact]) -> ArticleContacts {
    guard !found.isEmpty else { return ArticleContacts(article: reference, parties: [], contacts: []) }
    let used = Set(found.flatMap { [$0.from, $0.to] })
    // Parties are sorted by id so that equal input gives equal output.
    let order = used.sorted { recognized.entities[$0].id < recognized.entities[$1].id }
    var partyOf: [Int: Int] = [:]
    for (index, entity) in order.enumerated() { partyOf[entity] = index }

    var contacts: [Contact] = []
    var places: [Key: Int] = [:]
    for contact in found {
      guard var from = partyOf[contact.from], var to = partyOf[contact.to] else { continue }
      var evidence = evidence(of: contact)
      if contact.isMutual, from > to {
        swap(&from, &to)
        swap(&evidence.from, &evidence.to)
      }
      let key = Key(a: from, b: to, kind: contact.kind, modality: contact.modality, isMutual: contact.isMutual)
      if let place = places[key] {
        if !contacts[place].evidence.contains(where: { $0.sentence == evidence.sentence }) {
          contacts[place].evidence.append(evidence)
        }
        contacts[place].confidence = max(contacts[place].confidence, contact.confidence)
        contacts[place].when = contacts[place].when ?? contact.when
        contacts[place].venue = contacts[place].venue ?? contact.venue
        contacts[place].medium = contacts[place].medium ?? contact.medium
        contacts[place].topic = contacts[place].topic ?? contact.topic
        contacts[place].cameo = contacts[place].cameo ?? contact.cameo
      } else {
        places[key] = contacts.count
        contacts.append(
          Contact(
            from: from, to: to, kind: contact.kind, isMutual: contact.isMutual, modality: contact.modality,
            evidence: [evidence], when: contact.when, venue: contact.venue, medium: contact.medium,
            topic: contact.topic, confidence: contact.confidence, cameo: contact.cameo))
      }
    }
    contacts.sort {
      if $0.from != $1.from { return $0.from < $1.from }
      if $0.to != $1.to { return $0.to < $1.to }
      return ($0.kind.rawValue, $0.modality.rawValue, $0.isMutual ? 1 : 0)
        < ($1.kind.rawValue, $1.modality.rawValue, $1.isMutual ? 1 : 0)
    }
    let titled = titledForms(of: used)
    return ArticleContacts(
      article: reference, parties: order.map { party($0, titled: titled[$0] ?? []) }, contacts: contacts)
  }

  private func evidence(of contact: FoundContact) -> Evidence {
    let document = recognized.document
    let range = document.sentences[contact.sentence].range
    return Evidence(
      sentence: range, text: document.text(range), from: contact.fromRange, to: contact.toRange,
      trigger: contact.trigger, construction: contact.construction)
  }

  /// The names of entities with their titles, as the article writes them: whoever looks for `Mullah Akhtar Mansour` finds
  /// him too.
  private func titledForms(of entities: Set<Int>) -> [Int: [String]] {
    let document = recognized.document
    var forms: [Int: [String]] = [:]
    for mention in recognized.mentions
    where !mention.title.isEmpty && mention.form == .name && mention.entities.count == 1 {
      let entity = mention.entities[0]
      guard entities.contains(entity) else { continue }
      let last = document.tokens[mention.title.upperBound - 1]
      let first = document.tokens[mention.title.lowerBound]
      forms[entity, default: []].append(document.text(TextRange(Int(first.start), mention.range.end)))
      if last.shape.contains(.capitalized) {
        forms[entity, default: []].append(document.text(TextRange(Int(last.start), mention.range.end)))
      }
    }
    return forms
  }

  private func party(_ index: Int, titled: [String]) -> Party {
    let entity = recognized.entities[index]
    var aliases = (titled + entity.forms + entity.alternatives).filter { $0 != entity.name }
    aliases.sort()
    var distinct: [String] = []
    for alias in aliases where alias != distinct.last { distinct.append(alias) }
    return Party(
      id: entity.id, name: entity.name, type: entity.type, aliases: distinct, country: entity.country,
      affiliation: entity.affiliation.map { recognized.entities[$0].name })
  }

  private var reference: ArticleReference {
    let document = recognized.document
    let article = document.article
    let headline = document.regions.first { $0.role == .headline }
    return ArticleReference(
      id: article.id, title: article.title ?? headline.map { document.text($0.range) }, date: document.date,
      source: article.source, url: article.url, contentHash: ContentHash.hexadecimal(document.bytes),
      length: document.bytes.count)
  }
}
