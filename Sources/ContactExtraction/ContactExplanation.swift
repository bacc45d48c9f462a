import Recognition
import TextModel

/// What was found at each word that can tell of a contact, and why nothing was coded, as readable text.
public enum ContactExplanation {
  /// One block for each sentence with such a word:
  ///
  /// ```
  /// macron-washington: German Chancellor Angela Merkel is to meet Trump on Friday.
  ///   meet: Angela Merkel ↔ Donald Trump (meet, planned): A meet B
  /// macron-washington: Macron told reporters that he was content.
  ///   told: no contact, because the addressee is an unnamed public
  /// ```
  public static func text(_ outcomes: [TriggerOutcome], article: RecognizedDocument) -> String {
    let document = article.document
    var result = ""
    var sentence = -1
    for outcome in outcomes {
      if outcome.sentence != sentence {
        sentence = outcome.sentence
        let line = document.text(document.sentences[sentence].range).split(whereSeparator: \.isNewline).joined(
          separator: " ")
        result += "\(document.article.id): \(line)\n"
      }
      let word = document.text(outcome.trigger)
      if outcome.reason == .found {
        for detail in outcome.details { result += "  \(word): \(detail)\n" }
      } else {
        result += "  \(word): no contact: \(outcome.reason.rawValue)\n"
      }
    }
    return result
  }
}
