import ContactGraph
import TextModel

extension ExportContent {
  /// The days of a link: those of the contact, else the day of its article; of a sum from the first to the last.
  func days(_ index: Int) -> DayInterval? {
    guard grouping == .pairs else { return graph.days(of: graph.contacts[index]) }
    guard let first = edges[index].first, let last = edges[index].last else { return nil }
    return DayInterval(first: first, last: last)
  }
}
