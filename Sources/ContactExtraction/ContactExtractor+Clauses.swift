import Syntax
import TextModel

extension ContactExtractor {
  /// Makes a clause of what a conjunction opens, where the parser has a preposition and leaves the verb to another subject:
  /// `…, a week before the king meets the envoys`, `comes as the envoy arrived in Kyiv`.
  func splitClauses(in syntax: inout SentenceSyntax, words: [SentenceView.Word], document: Document) {
    for word in words.indices.dropLast(2) where lexicon.roles(words[word].id).contains(.subordinator) {
      guard words[word].name < 0, syntax.relations[word] == .case_ || syntax.relations[word] == .mark,
        let (subject, clause) = clause(behind: word, syntax, words), Int(syntax.heads[subject]) != clause,
        Int(syntax.heads[word]) == subject || Int(syntax.heads[word]) == clause
      else { continue }
      let others = (0..<word).filter { Int(syntax.heads[$0]) == clause && isSubject($0, syntax) }
      // `the man who was held after the raid said`: without a comma the verb may belong to what stands before.
      guard
        opensInsertion(word, syntax, words, document) || words[word].id == lexicon.prepositions.asWord && others.isEmpty
      else { continue }
      if let first = others.first, !giveVerb(first, before: word, from: clause, &syntax) { continue }
      if isBelow(clause, subject, syntax) {
        syntax.heads[clause] = syntax.heads[subject]
        syntax.relations[clause] = .advcl
      }
      for auxiliary in subject + 1..<clause where Int(syntax.heads[auxiliary]) == subject {
        syntax.heads[auxiliary] = Int32(clause)
      }
      let isPassive = (subject..<clause).contains { syntax.relations[$0] == .auxPass }
      syntax.heads[subject] = Int32(clause)
      syntax.relations[subject] = isPassive ? .nsubjPass : .nsubj
      syntax.heads[word] = Int32(clause)
      syntax.relations[word] = .mark
      syntax.tags[word] = .subordinatingConjunction
      if syntax.relations[clause] == .conj { syntax.relations[clause] = .advcl }
    }
  }

  private func isSubject(_ word: Int, _ syntax: SentenceSyntax) -> Bool {
    syntax.relations[word] == .nsubj || syntax.relations[word] == .nsubjPass
  }

  private func isBelow(_ word: Int, _ above: Int, _ syntax: SentenceSyntax) -> Bool {
    var up = Int(syntax.heads[word])
    while up >= 0, up != above { up = Int(syntax.heads[up]) }
    return up == above
  }

  /// The head of the noun phrase behind a word, and the finite verb or predicate right behind it.
  private func clause(
    behind word: Int, _ syntax: SentenceSyntax, _ words: [SentenceView.Word]
  ) -> (subject: Int, clause: Int)? {
    var next = word + 1
    while next < words.count,
      words[next].name >= 0
        || [.determiner, .adjective, .numeral, .noun, .properNoun].contains(syntax.tags[next])
        || syntax.forms[next] == .possessive
    {
      next += 1
    }
    let subject = next - 1
    guard subject > word, words[subject].name >= 0 || [.noun, .properNoun].contains(syntax.tags[subject]),
      lexicon.time(words[subject].id) == nil
    else { return nil }
    while next < words.count, syntax.tags[next] == .adverb { next += 1 }
    guard next < words.count else { return nil }
    if syntax.tags[next] == .auxiliary {
      let head = Int(syntax.heads[next])
      if head == subject { return predicate(behind: next, syntax).map { (subject, $0) } }
      return head > next && [.aux, .auxPass, .cop].contains(syntax.relations[next]) ? (subject, head) : nil
    }
    guard syntax.tags[next] == .verb, syntax.forms[next] == .past || syntax.forms[next] == .presentThird else {
      return nil
    }
    return (subject, next)
  }

  /// `due` in `the prince is due to speak`, where the parser has the prince as what somebody is.
  private func predicate(behind auxiliary: Int, _ syntax: SentenceSyntax) -> Int? {
    var next = auxiliary + 1
    while next < syntax.tags.count, syntax.tags[next] == .adverb { next += 1 }
    guard next < syntax.tags.count, syntax.tags[next] == .adjective || syntax.tags[next] == .verb else { return nil }
    return next
  }

  /// A comma stands before the conjunction, or before the words of time before it: `, days before`.
  private func opensInsertion(
    _ word: Int, _ syntax: SentenceSyntax, _ words: [SentenceView.Word], _ document: Document
  ) -> Bool {
    func isComma(_ word: Int) -> Bool {
      words[word].range.count == 1 && document.bytes[words[word].range.start] == UInt8(ascii: ",")
    }
    var before = word - 1
    while before > 0, word - before < 5, !isComma(before),
      lexicon.time(words[before].id) != nil || [.determiner, .numeral, .adverb].contains(syntax.tags[before])
    {
      before -= 1
    }
    return before > 0 && isComma(before)
  }

  /// Gives the subject before the clause the verb behind it, which the parser took for a participle, and all that hangs on the
  /// clause's verb before the conjunction; false where there is no such verb.
  private func giveVerb(
    _ subject: Int, before conjunction: Int, from clause: Int, _ syntax: inout SentenceSyntax
  ) -> Bool {
    guard
      let verb = (subject + 1..<conjunction).first(where: {
        Int(syntax.heads[$0]) == subject && syntax.relations[$0] == .acl && syntax.tags[$0] == .verb
          && syntax.forms[$0] != .presentParticiple && syntax.forms[$0] != .base
      })
    else { return false }
    syntax.heads[verb] = syntax.heads[clause]
    syntax.relations[verb] = syntax.relations[clause]
    syntax.forms[verb] = .past
    syntax.heads[clause] = Int32(verb)
    syntax.relations[clause] = .advcl
    for word in 0..<conjunction where word != verb && Int(syntax.heads[word]) == clause {
      syntax.heads[word] = Int32(verb)
      if word != subject, isSubject(word, syntax) { syntax.relations[word] = .oblTmod }
    }
    return true
  }
}
