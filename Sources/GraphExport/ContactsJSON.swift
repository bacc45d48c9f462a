import ContactModel
import TextModel

/// The contacts of one article as one line of JSON: what `parley annotate --format contacts` prints and
/// `parley build --from-contacts` reads.
///
/// ```json
/// {"doc": "a1", "title": "Talks in Geneva", "date": "2022-01-28", "source": "Daily Lantern",
///  "url": "https://lantern.example/a1", "hash": "00000000000000aa", "length": 1000,
///  "parties": [{"name": "Emmanuel Macron", "type": "person", "aliases": ["Macron"], "id": "Q3052772", "country": "FR"},
///              {"name": "Vladimir Putin", "type": "person", "aliases": ["Putin"], "id": "Q7747", "country": "RU"}],
///  "contacts": [{"from": "Emmanuel Macron", "to": "Vladimir Putin", "kind": "call", "mutual": true,
///                "modality": "actual", "evidence": ["The two leaders spoke on Friday."], "optional": false,
///                "when": ["2022-01-28", "2022-01-28"], "medium": "telephone", "confidence": 0.9,
///                "sentences": [{"start": 10, "end": 42, "from": [10, 25], "to": [10, 25], "trigger": [26, 31],
///                               "construction": "the two leaders spoke"}]}]}
/// ```
///
/// `from` and `to` name entries of `parties`; where two parties of an article have the same name, each gets its id in
/// parentheses. Offsets count UTF-8 bytes of the article's text. `evidence` and `sentences` go in step. The member
/// `signature`, where it is there, tells copies of the article.
public enum ContactsJSON {
  /// What one line holds.
  public enum Record: Hashable, Sendable {
    /// An article; `copyOf` is the content hash of the article that it nearly repeats, `signature` what copies of it are
    /// told by.
    case article(ArticleContacts, copyOf: String?, signature: String? = nil)
    /// One contact of an article, with its article and its two parties: a line of the `jsonl` format.
    case contact(ArticleContacts)
    /// An article that could not be read: `{"doc": …, "error": …}`.
    case failure(doc: String?, message: String)
  }

  /// One line, without a line feed.
  ///
  /// - Parameters:
  ///   - copyOf: the content hash of the article that this one nearly repeats.
  ///   - signature: by which copies of the article are told, as text.
  public static func encoded(_ article: ArticleContacts, copyOf: String? = nil, signature: String? = nil) -> String {
    ByteSink.text { write(article, copyOf: copyOf, signature: signature, to: $0) }
  }

  /// The line that stands for an article that could not be read.
  public static func encodedFailure(doc: String?, message: String) -> String {
    ByteSink.text { sink in
      sink.write("{\"doc\": ")
      if let doc { sink.writeJSON(doc) } else { sink.write("null") }
      sink.write(", \"error\": ")
      sink.writeJSON(message)
      sink.write("}")
    }
  }

  /// Writes one line, without a line feed.
  public static func write(
    _ article: ArticleContacts, copyOf: String? = nil, signature: String? = nil, to sink: ByteSink
  ) {
    sink.write("{\"doc\": ")
    sink.writeJSON(article.article.id)
    writeMetadata(article.article, to: sink)
    if let copyOf { member("copyOf", copyOf, to: sink) }
    let names = uniqueNames(article.parties)
    sink.write(", \"parties\": [")
    for (index, party) in article.parties.enumerated() {
      sink.write(index == 0 ? "{\"name\": " : ", {\"name\": ")
      sink.writeJSON(names[index])
      writeRest(of: party, to: sink)
    }
    sink.write("], \"contacts\": [")
    for (index, contact) in article.contacts.enumerated() {
      sink.write(index == 0 ? "{\"from\": " : ", {\"from\": ")
      sink.writeJSON(names[contact.from])
      sink.write(", \"to\": ")
      sink.writeJSON(names[contact.to])
      writeRest(of: contact, to: sink)
    }
    sink.write("]")
    if let signature { member("signature", signature, to: sink) }
    sink.write("}")
  }

  /// The names of the parties, told apart by their ids where two are equal.
  static func uniqueNames(_ parties: [Party]) -> [String] {
    var counts: [String: Int] = [:]
    for party in parties { counts[party.name, default: 0] += 1 }
    return parties.map { counts[$0.name] == 1 ? $0.name : "\($0.name) (\($0.id))" }
  }

  /// All members of an article but its id, each with a comma before it.
  static func writeMetadata(_ article: ArticleReference, to sink: ByteSink) {
    if let title = article.title { member("title", title, to: sink) }
    if let date = article.date { member("date", date.description, to: sink) }
    if let source = article.source { member("source", source, to: sink) }
    if let url = article.url { member("url", url, to: sink) }
    member("hash", article.contentHash, to: sink)
    sink.write(", \"length\": \(article.length)")
  }

  /// All members of a party but its name, and the closing brace.
  static func writeRest(of party: Party, to sink: ByteSink) {
    member("type", party.type.rawValue, to: sink)
    sink.write(", \"aliases\": [")
    for (index, alias) in party.aliases.enumerated() {
      if index > 0 { sink.write(", ") }
      sink.writeJSON(alias)
    }
    sink.write("]")
    member("id", party.id, to: sink)
    if let country = party.country { member("country", country, to: sink) }
    if let affiliation = party.affiliation { member("affiliation", affiliation, to: sink) }
    sink.write("}")
  }

  /// All members of a contact but its parties, and the closing brace.
  static func writeRest(of contact: Contact, to sink: ByteSink) {
    member("kind", contact.kind.rawValue, to: sink)
    sink.write(contact.isMutual ? ", \"mutual\": true" : ", \"mutual\": false")
    member("modality", contact.modality.rawValue, to: sink)
    sink.write(", \"evidence\": [")
    for (index, evidence) in contact.evidence.enumerated() {
      if index > 0 { sink.write(", ") }
      sink.writeJSON(evidence.text)
    }
    sink.write("], \"optional\": false")
    if let when = contact.when {
      sink.write(", \"when\": [\"")
      sink.write(when.first)
      sink.write("\", \"")
      sink.write(when.last)
      sink.write("\"]")
    }
    if let venue = contact.venue { member("venue", venue, to: sink) }
    if let medium = contact.medium { member("medium", medium, to: sink) }
    if let topic = contact.topic { member("topic", topic, to: sink) }
    sink.write(", \"confidence\": \(contact.confidence)")
    if let cameo = contact.cameo { member("cameo", cameo, to: sink) }
    sink.write(", \"sentences\": [")
    for (index, evidence) in contact.evidence.enumerated() {
      sink.write(index == 0 ? "{" : ", {")
      sink.write("\"start\": ")
      sink.write(evidence.sentence.start)
      sink.write(", \"end\": ")
      sink.write(evidence.sentence.end)
      for (key, range) in [
        (", \"from\": [", evidence.from), (", \"to\": [", evidence.to), (", \"trigger\": [", evidence.trigger),
      ] {
        sink.write(key)
        sink.write(range.start)
        sink.write(", ")
        sink.write(range.end)
        sink.write("]")
      }
      member("construction", evidence.construction, to: sink)
      sink.write("}")
    }
    sink.write("]}")
  }

  private static func member(_ key: String, _ value: String, to sink: ByteSink) {
    sink.write(", \"")
    sink.write(key)
    sink.write("\": ")
    sink.writeJSON(value)
  }
}
