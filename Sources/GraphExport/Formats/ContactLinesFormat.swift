import ContactGraph
import ContactModel

/// JSON Lines of contacts, one a line with its article and its parties as the article presents them; nothing is lost.
///
/// ```json
/// {"from": {"name": "Emmanuel Macron", "type": "person", "aliases": ["Macron"], "id": "Q3052772", "country": "FR"},
///  "to": {"name": "Vladimir Putin", "type": "person", "aliases": ["Putin"], "id": "Q7747", "country": "RU"},
///  "article": {"id": "a1", "title": "…", "date": "2022-01-28", "url": "…", "hash": "00000000000000aa", "length": 1000},
///  "kind": "call", "mutual": true, "modality": "actual", "evidence": ["…"], "optional": false, "confidence": 0.9,
///  "sentences": [{"start": 10, "end": 42, "from": [10, 25], "to": [10, 25], "trigger": [26, 31], "construction": "…"}]}
/// ```
///
/// Sorted by article, so that `parley build --from-contacts` reads it back as articles.
struct ContactLinesFormat: ExportFormat {
  var name: String { "jsonl" }
  var summary: String { "JSON Lines of contacts, lossless; parley build --from-contacts reads them" }
  var fileExtension: String? { "jsonl" }
  var leavesOut: Set<ExportTrait> { [.copies] }
  var canSum: Bool { false }
  var usesMetrics: Bool { false }

  func write(_ content: ExportContent, to sinks: [ByteSink]) {
    let sink = sinks[0]
    let graph = content.graph
    let order = graph.contacts.indices.sorted { (graph.contacts[$0].article, $0) < (graph.contacts[$1].article, $1) }
    for index in order {
      if sink.hasFailed { return }
      let contact = graph.contacts[index]
      let article = graph.articles[contact.article].reference
      for (key, end) in [("{\"from\": ", GraphContact.End.from), (", \"to\": ", .to)] {
        let party = graph.appearance(end, of: contact)
        sink.write(key + "{\"name\": ")
        sink.writeJSON(party.name)
        ContactsJSON.writeRest(of: party, to: sink)
      }
      sink.write(", \"article\": {\"id\": ")
      sink.writeJSON(article.id)
      ContactsJSON.writeMetadata(article, to: sink)
      sink.write("}")
      ContactsJSON.writeRest(of: contact.contact(from: 0, to: 1), to: sink)
      sink.write("\n")
    }
  }
}
