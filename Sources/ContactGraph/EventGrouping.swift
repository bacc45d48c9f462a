import ContactModel
import TextModel

/// Tells how often two parties were in contact from how often it was reported.
///
/// Contacts of the same parties, direction and kind are one event where the days on which they can have taken place
/// overlap: the date that the article tells, else the three days up to its publication. A planned contact is the same
/// event as an actual one; negated and uncertain ones are events of their own. Two contacts of one article are always
/// two. A vague date ("in 2019") joins one event that fits it and never links two. Contacts without any date count as
/// one event, so that the number is a lower bound.
public enum EventGrouping {
  /// Days before the publication in which a contact without a date of its own is looked for.
  public static let reportingDelay = 3

  private struct Event {
    /// The days that all its contacts share; nil for contacts without a date.
    var days: DayInterval?
    var articles: Set<Int>
    var contacts: [Int]
  }

  private struct Key: Hashable {
    var from: Int
    var to: Int
    var kind: ContactKind
    var isMutual: Bool
    var reality: Int
  }

  /// The contacts (indexes into `graph.contacts`), one ascending list for each event, in order of their first contact.
  ///
  /// Complexity: O(contacts × events) for contacts of one pair and kind.
  public static func events(of contacts: [Int], in graph: ContactGraph) -> [[Int]] {
    if contacts.count == 1 { return [contacts] }
    var groups: [Key: [Int]] = [:]
    for index in contacts {
      let contact = graph.contacts[index]
      let reality =
        switch contact.modality {
        case .actual, .planned: 0
        case .negated: 1
        case .uncertain: 2
        }
      groups[
        Key(
          from: contact.from, to: contact.to, kind: contact.kind, isMutual: contact.isMutual, reality: reality),
        default: []
      ].append(index)
    }
    return groups.values.flatMap { events(ofAlike: $0, in: graph) }.sorted { $0[0] < $1[0] }
  }

  private static func events(ofAlike contacts: [Int], in graph: ContactGraph) -> [[Int]] {
    // The most exact dates first; what actually happened before plans; else in the order of the graph.
    let dated = contacts.map { index -> (index: Int, days: DayInterval?, rank: Int) in
      let contact = graph.contacts[index]
      return (index, days(of: contact, in: graph), contact.modality.rank)
    }.sorted { a, b in
      func key(_ days: DayInterval?) -> (Int, Int) {
        guard let days else { return (Int.max, 0) }
        return (days.last.number - days.first.number, days.first.number)
      }
      let (keyA, keyB) = (key(a.days), key(b.days))
      return (keyA.0, keyA.1, a.rank, a.index) < (keyB.0, keyB.1, b.rank, b.index)
    }
    var events: [Event] = []
    for (index, days, _) in dated {
      let article = graph.contacts[index].article
      let fitting = events.indices.first { position in
        guard !events[position].articles.contains(article) else { return false }
        guard let days else { return events[position].days == nil }
        return events[position].days?.overlaps(days) ?? false
      }
      guard let fitting else {
        events.append(Event(days: days, articles: [article], contacts: [index]))
        continue
      }
      if let shared = events[fitting].days, let days {
        events[fitting].days = DayInterval(first: max(shared.first, days.first), last: min(shared.last, days.last))
      }
      events[fitting].articles.insert(article)
      events[fitting].contacts.append(index)
    }
    return events.map { $0.contacts.sorted() }
  }

  private static func days(of contact: GraphContact, in graph: ContactGraph) -> DayInterval? {
    if let when = contact.when { return when }
    guard let published = graph.articles[contact.article].reference.date?.interval else { return nil }
    return DayInterval(first: published.first.advanced(by: -reportingDelay), last: published.last)
  }
}
