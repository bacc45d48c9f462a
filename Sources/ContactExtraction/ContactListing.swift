import ContactModel
import TextModel

/// The contacts of an article as readable text.
public enum ContactListing {
  /// A line for the article, then for each contact who, whom, how, and the sentences that say so:
  ///
  /// ```
  /// putin-macron-call (2022-01-28): 2 contacts
  ///   Emmanuel Macron ↔ Vladimir Putin: call, 2022-01-28
  ///     “The two leaders talked until midnight.”
  /// ```
  public static func text(_ article: ArticleContacts) -> String {
    let count = article.contacts.count
    let date = article.article.date.map { " (\($0))" } ?? ""
    var result =
      "\(article.article.id)\(date): \(count == 0 ? "no contact" : count == 1 ? "1 contact" : "\(count) contacts")\n"
    for contact in article.contacts {
      let arrow = contact.isMutual ? "↔" : "→"
      var words = [contact.kind.rawValue]
      if contact.modality != .actual { words.append(contact.modality.rawValue) }
      if let when = contact.when {
        words.append(when.first == when.last ? "\(when.first.date)" : "\(when.first.date) to \(when.last.date)")
      }
      if let venue = contact.venue { words.append("in \(venue)") }
      result +=
        "  \(article.parties[contact.from].name) \(arrow) \(article.parties[contact.to].name): \(words.joined(separator: ", "))\n"
      for evidence in contact.evidence {
        let sentence = evidence.text.split(whereSeparator: \.isNewline).joined(separator: " ")
        result += "    “\(sentence)”\n"
      }
    }
    return result
  }
}
