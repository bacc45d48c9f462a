import ContactGraph
import ContactModel
import GraphMetrics
import TextModel

/// A graph ready for export: its parties and links as rows of named values.
///
/// A link is one contact, or with `Grouping.pairs` all contacts of two parties together. Sums have the columns `kinds`,
/// `events` and `reports`, and the evidence of up to three contacts.
public struct ExportContent: Sendable {
  public enum Grouping: Hashable, Sendable { case contacts, pairs }

  /// A contact, or the contacts of a pair.
  struct Link {
    var from: Int
    var to: Int
    var isMutual: Bool
    var weight: Int
    /// The kind; of a sum the commonest one.
    var kind: ContactKind
    /// In the order of `linkColumns`.
    var values: [ExportValue]
  }

  public let graph: ContactGraph
  public let grouping: Grouping
  /// Empty for contacts.
  let edges: [Edge]
  /// Names of the parties; where several have the same one, each with its id in parentheses.
  let uniqueNames: [String]
  let partyColumns: [ExportColumn<Int>]
  let linkColumns: [ExportColumn<Int>]

  /// - Parameter metrics: of the same graph; they become columns of the parties.
  public init(_ graph: ContactGraph, grouping: Grouping = .contacts, metrics: GraphMetrics? = nil) {
    self.graph = graph
    self.grouping = grouping
    self.edges = grouping == .pairs ? graph.edges() : []
    self.uniqueNames = ContactsJSON.uniqueNames(graph.parties)
    self.partyColumns = Self.partyColumns(graph, metrics)
    self.linkColumns = grouping == .pairs ? Self.edgeColumns(graph, edges) : Self.contactColumns(graph)
  }

  var linkCount: Int { grouping == .pairs ? edges.count : graph.contacts.count }

  func link(_ index: Int) -> Link {
    let values = linkColumns.map { $0.value(index) }
    if grouping == .pairs {
      let edge = edges[index]
      return Link(
        from: edge.from, to: edge.to, isMutual: edge.direction == .mutual, weight: edge.weight,
        kind: edge.kinds[0].kind, values: values)
    }
    let contact = graph.contacts[index]
    return Link(
      from: contact.from, to: contact.to, isMutual: contact.isMutual, weight: 1, kind: contact.kind, values: values)
  }

  /// Stable within an export: `c1`, `c2`, … for contacts, `e1`, … for pairs.
  func linkID(_ index: Int) -> String { (grouping == .pairs ? "e" : "c") + String(index + 1) }

  func writeLinkID(_ index: Int, to sink: ByteSink) {
    sink.write(UInt8(ascii: grouping == .pairs ? "e" : "c"))
    sink.write(index + 1)
  }
}
