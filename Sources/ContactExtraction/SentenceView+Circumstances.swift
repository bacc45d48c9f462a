import ContactModel
import Syntax
import TextModel

extension SentenceView {
  /// When, where and about what: the words around a contact that are neither of its parties.
  struct Circumstances {
    var when: DayInterval?
    var venue: String?
    var topic: String?
  }

  /// Reads the circumstances of a contact.
  ///
  /// - Parameters:
  ///   - trigger: the word that tells the contact.
  ///   - carrier: the verb that carries it, where the trigger is a noun.
  ///   - parties: ranges of the words that stand for the parties: these are no venue.
  func circumstances(
    trigger: Int, carrier: Int?, times: [TimeExpression], article: Day?, modality: Modality, parties: [TextRange]
  ) -> Circumstances {
    var result = Circumstances()
    let anchors = carrier.map { [trigger, $0] } ?? [trigger]
    if !times.isEmpty {
      let nearest = times.filter { belongs($0, to: anchors) }.min { distance($0, trigger) < distance($1, trigger) }
      result.when = nearest?.days(article: article, modality: modality)
    }
    // `held talks with Lavrov in Geneva`: the place may hang on the name.
    let names = words.indices.filter { word in
      word > trigger && words[word].name >= 0 && parties.contains { $0.overlaps(words[word].range) }
    }
    for anchor in anchors + names {
      for child in children(of: anchor) where [.obl, .nmod, .oblTmod].contains(relation(child)) {
        guard let preposition = children(of: child, .case_).first else { continue }
        if times.contains(where: { $0.words.contains(child) }) { continue }
        let roles = roles(preposition)
        if roles.contains(.venue), result.venue == nil { result.venue = venue(child, parties: parties) }
        if roles.contains(.topic), result.topic == nil, isNoun(child) || tag(child) == .verb {
          result.topic = phrase(child, limit: 12)
        }
      }
    }
    return result
  }

  /// The date says when the contact was: it hangs on the trigger, on the verb that carries it, or on a verb that the
  /// trigger only adds to (`After meeting Merkel on Friday, he flew …`), not on a verb of another clause.
  private func belongs(_ time: TimeExpression, to anchors: [Int]) -> Bool {
    var verb: Int? = time.words.lowerBound
    for _ in 0..<8 {
      guard let word = verb else { break }
      if anchors.contains(word) { return true }
      if isVerb(word) { break }
      verb = head(of: word)
    }
    guard let verb else { return false }
    for anchor in anchors {
      var node = anchor
      for _ in 0..<6 {
        guard let up = head(of: node), relation(node) != .ccomp, relation(node) != .parataxis else { break }
        if up == verb { return true }
        node = up
      }
    }
    return false
  }

  private func distance(_ time: TimeExpression, _ trigger: Int) -> Int {
    time.words.lowerBound > trigger ? time.words.lowerBound - trigger : trigger - time.words.upperBound + 1
  }

  private func venue(_ node: Int, parties: [TextRange]) -> String? {
    for index in mentions(endingAt: node) {
      let mention = recognized.mentions[index]
      guard mention.form == .name, mention.type == .place || mention.type == .country, mention.standsFor == nil else {
        continue
      }
      if parties.contains(where: { $0.overlaps(mention.range) }) { continue }
      return recognized.document.text(mention.range)
    }
    return nil
  }

  /// The words of a phrase without the preposition before it, as they stand, at most `limit` of them.
  private func phrase(_ node: Int, limit: Int) -> String? {
    var first = node
    var last = node
    var queue = children(of: node).filter { ![.case_, .punct, .aclRelcl, .advcl, .parataxis].contains(relation($0)) }
    while let word = queue.popLast() {
      first = min(first, word)
      last = max(last, word)
      queue += children(of: word)
    }
    last = min(last, first + limit - 1)
    guard last >= first else { return nil }
    return recognized.document.text(TextRange(words[first].range.start, words[last].range.end))
  }
}
