import Recognition
import Syntax
import TextModel

/// Descriptions and pronouns whose name stands behind them.
extension SentenceView {
  /// The person whom a name behind a comma gives: `Head of the fund, Ann Lee, met`, `ambassador in Berlin, Ann Lee,`, `the
  /// Minister for Ports and Trade, the Hon Ann Lee`; nil where none stands there.
  ///
  /// - Parameter node: the noun of the description.
  func personNamed(behind node: Int) -> ResolvedParties? {
    guard words[node].name < 0, syntax.forms[node] != .plural, let index = chunkIndex(of: node) else { return nil }
    // Only nouns and prepositions stand between.
    var at = chunks[index].words.upperBound
    while at < count, isNoun(at) || [.adposition, .adjective, .determiner, .coordinatingConjunction].contains(tag(at)) {
      // `the mayor and the bishop, Ann Lee`: another one.
      if tag(at) == .coordinatingConjunction, at + 1 < count, tag(at + 1) == .determiner { return nil }
      at += 1
    }
    guard isComma(at), let next = chunkIndex(startingAt: at + 1) else { return nil }
    let (name, after) = (chunks[next].head, chunks[next].words.upperBound)
    guard isPersonName(name), relation(name) == .appos || isEndOfApposition(after) else { return nil }
    return references(ofMentionsAt: name)
  }

  /// `In a letter to Ann Lee, the minister refused`: the description means another person than the name before the comma.
  func meansAnother(_ node: Int, than name: Int) -> Bool {
    guard
      let described = mentionedParties(at: node).references.first(where: {
        $0.form == .description && recognized.entities[$0.entity].type == .person
      }), let person = references(ofMentionsAt: name).references.first
    else { return false }
    return described.entity != person.entity
  }

  /// `…, Ann Lee, wrote`, `…, Ann Lee wrote`, `met …, Ann Lee.`: what stands behind the name ends the insertion.
  private func isEndOfApposition(_ word: Int) -> Bool {
    guard word < count else { return false }
    return isVerb(word) || isComma(word) || tag(word) == .adverb
      || word + 1 == count && tag(word) == .punctuation
  }

  /// `As she came in, Ann Lee said`, `In his speech, Juan Ortega said`: a pronoun in a phrase or
  /// clause that opens the sentence is the subject behind the comma.
  func cataphoricSubject(for pronoun: Int) -> ResolvedParties? {
    let gender: Gender =
      roles(pronoun).contains(.malePronoun) ? .male : roles(pronoun).contains(.femalePronoun) ? .female : .unknown
    guard gender != .unknown, pronoun < 4,
      tag(0) == .adposition || tag(0) == .subordinatingConjunction || relation(0) == .case_,
      let comma = (pronoun..<count).first(where: { isComma($0) }), comma + 1 < count,
      let chunk = chunkIndex(startingAt: comma + 1).map({ chunks[$0] }), words[chunk.head].name >= 0
    else { return nil }
    let next = chunk.words.upperBound
    guard next < count, isVerb(next) || isComma(next) else { return nil }
    let found = references(ofMentionsAt: chunk.head)
    guard found.references.count == 1, let person = found.references.first else { return nil }
    let entity = recognized.entities[person.entity]
    guard entity.type == .person, entity.gender == .unknown || entity.gender == gender else { return nil }
    return found
  }
}
