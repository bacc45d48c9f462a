import TextModel

extension Recognizer {
  /// Why each mention of a document was given its entity: the candidates of its name, best first, with scores and reasons.
  ///
  /// ```
  /// 12..<17 Putin: name of Vladimir Putin (Q7747), 0.90: named in full in the article
  ///     candidate Vladimir Putin (Q7747) 3.2: often in the news, held office at the article's date
  /// ```
  /// Offsets are code points.
  public func explanation(of document: Document) -> String {
    let (recognized, candidates) = recognize(document, explains: true)
    var offsets = CodePointOffsets(document.bytes)
    var text = ""
    for (index, mention) in recognized.mentions.enumerated() {
      let start = offsets.offset(mention.range.start)
      let parties = mention.entities.map {
        "\(recognized.entities[$0].gazetteerName ?? recognized.entities[$0].name) (\(recognized.entities[$0].id))"
      }
      text +=
        "\(start)..<\(start + offsets.length(mention.range)) \(document.text(mention.range)): \(mention.form.rawValue) of "
      text += parties.joined(separator: " and ") + ", \(Self.rounded(mention.score))"
      if let government = mention.standsFor { text += ", stands for \(recognized.entities[government].name)" }
      if !mention.reasons.isEmpty { text += ": " + mention.reasons.joined(separator: "; ") }
      text += "\n"
      for candidate in candidates[index].prefix(8) {
        text += "    candidate \(gazetteer.name(candidate.entity)) (\(gazetteer.id(candidate.entity)))"
        text += " \(Self.rounded(Double(candidate.score)))"
        let reasons = candidate.reasons.described
        if !reasons.isEmpty { text += ": " + reasons.joined(separator: "; ") }
        text += "\n"
      }
    }
    return text
  }

  /// The page of `EntityAnnotation.html()` with the reasons of each mention.
  public func page(of document: Document) -> String {
    EntityAnnotation(recognize(document, explains: true).recognized).html()
  }

  /// A score with two decimals.
  static func rounded(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    let digits = String(abs(hundredths) % 100)
    return (hundredths < 0 ? "-" : "") + "\(abs(hundredths) / 100)." + (digits.utf8.count < 2 ? "0" : "") + digits
  }
}
