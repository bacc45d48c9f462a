import Syntax
import TextModel

extension ContactExtractor {
  /// What a word is that the tagger has for a noun or an adjective.
  private enum VerbReading {
    /// What the tagger says.
    case none
    /// `ahead of meeting John Kerry`: a verb above the name behind it.
    case participleAboveName
    case participle
    /// `the mayor, Ann Lee, warning that`: a verb below the name before it.
    case participleBelowName
    case present
    /// `Sky News interviews Ann Lee`: a verb above both names.
    case presentBetweenNames
    case presentAsConjunct
    /// Arcs decide, which are not known yet.
    case open
  }

  /// Takes a word that can only be a verb for one where the tagger has a noun: `the Security Council urge the leader`,
  /// `Merkel and Tsipras chat after a meeting`.
  func tagTriggerVerbs(in syntax: inout SentenceSyntax, words: [SentenceView.Word], document: Document) {
    for word in words.indices {
      let form: WordForm
      switch verbReading(of: word, words, tags: syntax.tags, syntax, document) {
      case .none, .open: continue
      case .participleAboveName:
        putVerbAbove(word, in: &syntax)
        form = .presentParticiple
      case .participle: form = .presentParticiple
      case .participleBelowName:
        putNameAbove(word, in: &syntax)
        form = .presentParticiple
      case .present: form = .present
      case .presentBetweenNames:
        putVerbBetweenNames(word, in: &syntax)
        continue
      case .presentAsConjunct:
        syntax.tags[word] = .verb
        joinToVerb(word, in: &syntax)
        form = .present
      }
      syntax.tags[word] = .verb
      syntax.forms[word] = form
    }
  }

  /// The tags that `tagTriggerVerbs(in:words:document:)` leaves; nil where arcs decide on one of them.
  func tagsOfTriggerVerbs(_ tags: [PartOfSpeech], words: [SentenceView.Word], document: Document) -> [PartOfSpeech]? {
    var tags = tags
    for word in words.indices {
      switch verbReading(of: word, words, tags: tags, nil, document) {
      case .none: continue
      case .open: return nil
      case .participleAboveName, .participle, .participleBelowName, .present, .presentBetweenNames, .presentAsConjunct:
        tags[word] = .verb
      }
    }
    return tags
  }

  /// - Parameter syntax: nil where only the tags are known.
  private func verbReading(
    of word: Int, _ words: [SentenceView.Word], tags: [PartOfSpeech], _ syntax: SentenceSyntax?, _ document: Document
  ) -> VerbReading {
    guard word > 0, words[word].name < 0, [.noun, .properNoun, .adjective].contains(tags[word]) else {
      return .none
    }
    let info = lexicon.info(words[word].id)
    guard !info.verbLemmas.isEmpty, !document.tokens[words[word].tokens.lowerBound].shape.contains(.capitalized)
    else { return .none }
    let isBehindName = words[word - 1].name >= 0
    let next = word + 1 < words.count ? words[word + 1] : nil
    let isBeforeName = next.map { $0.name >= 0 } ?? false
    func isGerund() -> Bool {
      info.verbLemmas.contains {
        Inflection(verb: lexicon.vocabulary.form($0)).gerund == document.text(words[word].range)
      }
    }
    // `ahead of meeting John Kerry`: a verb, for a name follows it.
    if tags[word - 1] == .adposition || tags[word - 1] == .subordinatingConjunction, isBeforeName, isGerund() {
      return .participleAboveName
    }
    if tags[word] == .adjective { return .none }
    // `a photo of Olaf Scholz meeting Emmanuel Macron`: a verb between two names.
    if isBehindName, tags[word] == .noun, isBeforeName, isGerund() { return .participle }
    // `a letter to Ann Lee warning that`: not what the name describes.
    if isBehindName, tags[word] == .noun, next?.id == lexicon.prepositions.that, isGerund() {
      guard let syntax else { return .open }
      if Int(syntax.heads[word - 1]) == word { return .participleBelowName }
    }
    if isBehindName, isBeforeName, canBeVerbBetweenNames(word, tags: tags, info) {
      guard let syntax else { return .open }
      if isVerbBetweenNames(word, in: syntax) { return .presentBetweenNames }
    }
    // `NATO calls upon the mayor`, `… and calls upon the mayor`: no noun of the form takes the preposition.
    let isBehindConjunction = tags[word - 1] == .coordinatingConjunction
    if isBehindName || isBehindConjunction, let next, lexicon.isVerb(words[word].id, before: next.id) {
      if isBehindName { return .present }
      guard let syntax else { return .open }
      return syntax.relations[word] == .conj ? .presentAsConjunct : .none
    }
    // `Merkel and Tsipras shake hands`, `Merkel, Tsipras shake hands`: a verb between two names and its own object.
    if isBehindName, word > 2, words[word - 3].name >= 0,
      tags[word - 2] == .coordinatingConjunction || word == 3 && tags[1] == .punctuation, let next,
      info.verbLemmas.contains(words[word].id),
      info.verbFrames.contains(where: { lexicon.frames[$0].objects.contains(next.id) })
    {
      return .present
    }
    guard isBehindName, tags[word] == .properNoun || info.nounLemmas.isEmpty else { return .none }
    let tag = word + 1 < words.count ? tags[word + 1] : .punctuation
    let canGovern =
      isBeforeName || [.determiner, .pronoun, .punctuation, .adposition, .adverb].contains(tag)
    return canGovern ? .present : .none
  }

  /// `Sky News interviews Ann Lee`, `Macron calls Putin`: the third person of a verb that takes an object, read as a plural noun.
  private func canBeVerbBetweenNames(_ word: Int, tags: [PartOfSpeech], _ info: ContactLexicon.FormInfo) -> Bool {
    // `the Macron calls`, `in Macron calls`.
    guard tags[word] == .noun, word < 2 || tags[word - 2] != .determiner && tags[word - 2] != .adposition else {
      return false
    }
    return info.verbFrames.contains { index in
      let frame = lexicon.frames[index]
      return frame.to.contains(.object) || frame.from.contains(.object)
    }
  }

  private func isVerbBetweenNames(_ word: Int, in syntax: SentenceSyntax) -> Bool {
    guard syntax.forms[word] == .plural else { return false }
    let isHead = syntax.relations[word - 1] == .compound && Int(syntax.heads[word - 1]) == word
    let describes =
      [.nmodDesc, .compound].contains(syntax.relations[word]) && Int(syntax.heads[word]) == word + 1
      && syntax.relations[word - 1] == .root
    return (isHead || describes)
      && [.appos, .obj, .nmodUnmarked, .flat, .list, .dep, .parataxis].contains(syntax.relations[word + 1])
      && Int(syntax.heads[word + 1]) == (isHead ? word : word - 1)
  }

  private func putVerbBetweenNames(_ verb: Int, in syntax: inout SentenceSyntax) {
    syntax.tags[verb] = .verb
    syntax.forms[verb] = .presentThird
    if Int(syntax.heads[verb - 1]) != verb {
      syntax.heads[verb] = syntax.heads[verb - 1]
      syntax.relations[verb] = syntax.relations[verb - 1]
    }
    for name in [verb - 1, verb + 1] {
      syntax.heads[name] = Int32(verb)
      syntax.relations[name] = name < verb ? .nsubj : .obj
    }
  }

  /// Makes the name that a verb was taken to describe its object: `to welcoming Angela Merkel`.
  private func putVerbAbove(_ verb: Int, in syntax: inout SentenceSyntax) {
    let name = verb + 1
    guard Int(syntax.heads[verb]) == name, [.amod, .compound].contains(syntax.relations[verb]) else { return }
    syntax.heads[verb] = syntax.heads[name]
    syntax.relations[verb] =
      [.obl, .nmod, .nmodUnmarked].contains(syntax.relations[name]) ? .advcl : syntax.relations[name]
    syntax.heads[name] = Int32(verb)
    syntax.relations[name] = .obj
    for word in 0..<verb where Int(syntax.heads[word]) == name {
      syntax.heads[word] = Int32(verb)
      if syntax.relations[word] == .case_ { syntax.relations[word] = .mark }
    }
  }

  /// Makes a participle that describes a name of the noun that the name was taken to describe.
  private func putNameAbove(_ participle: Int, in syntax: inout SentenceSyntax) {
    let name = participle - 1
    syntax.heads[name] = syntax.heads[participle]
    syntax.relations[name] = syntax.relations[participle]
    syntax.heads[participle] = Int32(name)
    syntax.relations[participle] = .acl
    for word in 0..<name where Int(syntax.heads[word]) == participle { syntax.heads[word] = Int32(name) }
  }

  /// Hangs a conjunct that is a verb on the verb of the clause in place of a noun in it.
  private func joinToVerb(_ word: Int, in syntax: inout SentenceSyntax) {
    var up = Int(syntax.heads[word])
    var steps = 0
    while up >= 0, syntax.tags[up] != .verb, steps < 8 {
      up = Int(syntax.heads[up])
      steps += 1
    }
    if up >= 0, up < word, syntax.tags[up] == .verb { syntax.heads[word] = Int32(up) }
  }
}
