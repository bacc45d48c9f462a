import ContactGraph
import ContactModel
import GraphRendering
import TextModel

/// What the page's script reads: arrays of arrays, because twenty thousand contacts as objects would double the file.
///
/// ```
/// {"title": …, "extent": …, "kinds": […], "modalities": […], "types": […],
///  "parties": [[name, type, country, address, x, y, alias, …], …],
///  "articles": [[title, date, source, address, copies], …],
///  "contacts": [[from, to, kind, mutual, modality, article, first day, last day, event, venue, medium, topic,
///                [[sentence, from start, from end, to start, to end, trigger start, trigger end], …]], …]}
/// ```
/// Kinds, modalities and types are indexes; days count from 1970-01-01 and are null where unknown; offsets count UTF-16
/// units of the sentence and are -1 where the words stand elsewhere in the article.
struct PageData {
  let graph: ContactGraph
  let title: String
  /// Where each party stands in the network, in points, y downwards.
  let places: [(x: Double, y: Double)]

  func write(to json: inout JSONText) {
    json.object { json in
      json.key("title")
      json.value(title)
      json.key("extent")
      json.value(GraphRendering.extent(of: graph))
      names("kinds", ContactKind.allCases.map(\.rawValue), to: &json)
      names("modalities", Modality.allCases.map(\.rawValue), to: &json)
      names("types", EntityType.allCases.map(\.rawValue), to: &json)
      parties(to: &json)
      articles(to: &json)
      contacts(to: &json)
    }
  }

  private func names(_ key: String, _ values: [String], to json: inout JSONText) {
    json.key(key)
    json.array { json in for value in values { json.value(value) } }
  }

  private func parties(to json: inout JSONText) {
    json.key("parties")
    json.array { json in
      for (index, party) in graph.parties.enumerated() {
        json.array { json in
          json.value(party.name)
          json.value(EntityType.allCases.firstIndex(of: party.type) ?? 0)
          json.value(party.country)
          json.value(GraphRendering.address(of: party))
          json.value(places[index].x)
          json.value(places[index].y)
          for alias in party.aliases { json.value(alias) }
        }
      }
    }
  }

  private func articles(to json: inout JSONText) {
    var copies = [Int](repeating: 0, count: graph.articles.count)
    for case let original? in graph.articles.map(\.copyOf) { copies[original] += 1 }
    json.key("articles")
    json.array { json in
      for (index, article) in graph.articles.enumerated() {
        let reference = article.reference
        json.array { json in
          json.value(reference.title ?? reference.id)
          json.value(reference.date?.inWords)
          json.value(reference.source)
          json.value(reference.url.flatMap { GraphRendering.isWebAddress($0) ? $0 : nil })
          json.value(copies[index])
        }
      }
    }
  }

  private func contacts(to json: inout JSONText) {
    var eventOf = [Int](repeating: 0, count: graph.contacts.count)
    var events = 0
    for edge in graph.edges(by: .pair) {
      for event in EventGrouping.events(of: edge.contacts, in: graph) {
        for contact in event { eventOf[contact] = events }
        events += 1
      }
    }
    json.key("contacts")
    json.array { json in
      for (index, contact) in graph.contacts.enumerated() {
        let days = graph.days(of: contact)
        json.array { json in
          json.value(contact.from)
          json.value(contact.to)
          json.value(contact.kind.rank)
          json.value(contact.isMutual ? 1 : 0)
          json.value(contact.modality.rank)
          json.value(contact.article)
          if let days {
            json.value(days.first.number)
            json.value(days.last.number)
          } else {
            json.value(nil)
            json.value(nil)
          }
          json.value(eventOf[index])
          json.value(contact.venue)
          json.value(contact.medium)
          json.value(contact.topic)
          json.array { json in for evidence in contact.evidence { write(evidence, to: &json) } }
        }
      }
    }
  }

  private func write(_ evidence: Evidence, to json: inout JSONText) {
    let bytes = Array(evidence.text.utf8)
    json.array { json in
      json.value(evidence.text)
      for range in [evidence.from, evidence.to, evidence.trigger] {
        let start = range.start - evidence.sentence.start
        let end = range.end - evidence.sentence.start
        guard start >= 0, end > start, end <= bytes.count else {
          json.value(-1)
          json.value(-1)
          continue
        }
        json.value(String(decoding: bytes[..<start], as: UTF8.self).utf16.count)
        json.value(String(decoding: bytes[..<end], as: UTF8.self).utf16.count)
      }
    }
  }
}
