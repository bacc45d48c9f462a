import ContactGraph
import ContactModel
import TextModel

/// The pairs of a graph as a table that needs no script.
struct PlainTable {
  private let graph: ContactGraph
  /// More rows than anybody reads without the script's search.
  private static let rowLimit = 500

  init(_ graph: ContactGraph) {
    self.graph = graph
  }

  /// Rows of a table, strongest pairs first, each with one sentence.
  var html: String {
    let edges = graph.edges(by: .pair).sorted { (-$0.weight, $0.from, $0.to) < (-$1.weight, $1.from, $1.to) }
    return edges.prefix(Self.rowLimit).map(row).joined(separator: "\n")
  }

  private func row(_ edge: Edge) -> String {
    let kinds = edge.kinds.map { "\($0.kind.rawValue) \($0.count)" }.joined(separator: ", ")
    let when = edge.first.flatMap { first in edge.last.map { DayInterval(first: first, last: $0).inWords } } ?? ""
    let sentence = edge.contacts.lazy.compactMap { graph.contacts[$0].evidence.first?.text }.first ?? ""
    let cells = [
      graph.parties[edge.from].name, graph.parties[edge.to].name, "\(edge.weight)", kinds, when, sentence,
    ]
    return "<tr>" + cells.map { "<td>" + HTMLText.escaped($0) + "</td>" }.joined() + "</tr>"
  }
}
