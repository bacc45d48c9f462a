import Recognition
import Syntax

/// Media outlets, and those who speak or ask for them.
extension SentenceView {
  func isOutletNoun(_ node: Int) -> Bool { roles(node).contains(.outletNoun) }

  /// `VOA's Mike Bowman`, `CNN's Wolf Blitzer`: somebody named behind an outlet.
  func isJournalist(_ reference: ResolvedParties.Reference) -> Bool {
    let entity = recognized.entities[reference.entity]
    guard entity.type == .person else { return false }
    if let affiliation = entity.affiliation, isOutlet(affiliation) { return true }
    guard let chunk = chunks.first(where: { words[$0.head].range.contains(reference.range) }) else { return false }
    return chunk.words.dropLast().contains { word in
      mentions(endingAt: word).contains { recognized.mentions[$0].entities.contains(where: isOutlet) }
    }
  }

  /// `VOA's Russian Service`, `the BBC's Newsnight`: an outlet owns what the gazetteer does not know.
  func outletOfProgramme(_ node: Int) -> ResolvedParties? {
    guard let entity = recognized.mentions[words[node].name].entities.first,
      !recognized.entities[entity].isKnown || recognized.entities[entity].kind == "outlet",
      recognized.entities[entity].type != .person
    else { return nil }
    for child in children(of: node, .nmodPoss) {
      let owner = references(ofMentionsAt: child)
      if owner.references.contains(where: { isOutlet($0.entity) }) { return owner }
    }
    return nil
  }

  /// `Bloomberg newswires`, `the news site Galway Now`: the noun beside the name says what it is here.
  func isCalledOutlet(_ reference: ResolvedParties.Reference) -> Bool {
    guard recognized.entities[reference.entity].type == .organization,
      let word = words.firstIndex(where: { $0.range.end == reference.range.end })
    else { return false }
    return words[word].isDescribedOutlet || word + 1 < count && isOutletNoun(word + 1)
  }

  /// A media outlet, or what the sentence calls one.
  func isOutlet(_ reference: ResolvedParties.Reference) -> Bool {
    isOutlet(reference.entity) || isCalledOutlet(reference)
  }

  /// The outlet that a programme, an edition or an unnamed journalist is of: `VOA's Urdu service`, `Saturday's edition of the
  /// Times`, `a BBC reporter`, `reporters from the BBC`.
  func outlet(of node: Int) -> ResolvedParties? {
    let isJournalist = roles(node).contains(.journalist)
    var nodes = children(of: node, .nmodPoss)
    if isJournalist { nodes += children(of: node, .compound) + children(of: node, .nmodDesc) }
    let words = lexicon.prepositions
    for child in children(of: node, .nmod) where child > node {
      if hasPreposition(child, words.of) || hasPreposition(child, words.from)
        || isJournalist && (hasPreposition(child, words.with) || hasPreposition(child, words.forWord))
      {
        nodes.append(child)
        // `the newspapers of the RND media group`.
        nodes += children(of: child, .compound)
      }
    }
    for node in nodes {
      let owner = references(ofMentionsAt: node)
      if owner.references.contains(where: { isOutlet($0.entity) }) { return owner }
    }
    // Whatever the parser made of it.
    guard isJournalist, let chunk = chunkIndex(of: node).map({ chunks[$0] }), chunk.head == node else { return nil }
    if node > chunk.words.lowerBound {
      let before = references(ofMentionsAt: node - 1)
      if before.references.contains(where: { isOutlet($0.entity) }) { return before }
    }
    guard node + 2 < count, [words.of, words.from, words.with, words.forWord].contains(id(node + 1)),
      let next = chunkIndex(startingAt: node + 2)
    else { return nil }
    let behind = references(ofMentionsAt: chunks[next].head)
    return behind.references.contains { isOutlet($0.entity) } ? behind : nil
  }

  /// The gazetteer says so; of an organization that it does not know its name does: `LA Weekly`, `the Huffington Post`.
  func isOutlet(_ entity: Int) -> Bool {
    let entity = recognized.entities[entity]
    if entity.kind == "outlet" { return true }
    guard !entity.isKnown, entity.type == .organization,
      let last = entity.name.split(separator: " ").last, last.utf8.count < entity.name.utf8.count
    else { return false }
    return lexicon.roles(lexicon.vocabulary.lookup(last.lowercased())).contains(.outletName)
  }
}
