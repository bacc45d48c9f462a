import ContactGraph
import GraphMetrics
import TextModel

/// The figures of a graph and its most important parties, as text for people and as JSON.
///
/// ```text
/// articles     12 (2 copies)
/// parties      34: person 20, country 9, organization 5
/// contacts     80 of 51 pairs, at least 62 events
/// ```
public struct StatisticsReport: Sendable {
  /// The parties that are first by one measure.
  struct Ranking: Sendable {
    var measure: String
    var rows: [(party: Int, value: ExportValue)]
  }

  private let graph: ContactGraph
  private let metrics: GraphMetrics
  private let figures: GraphStatistics
  let rankings: [Ranking]

  /// - Parameters:
  ///   - metrics: of the same graph.
  ///   - rows: the number of parties of each ranking.
  public init(_ graph: ContactGraph, _ metrics: GraphMetrics, rows: Int = 10) {
    self.graph = graph
    self.metrics = metrics
    self.figures = GraphStatistics(of: graph, metrics)
    func ranking<Value: Comparable>(_ measure: String, _ values: [Value], _ wrap: (Value) -> ExportValue) -> Ranking {
      let order = values.indices.sorted { (values[$1], $0) < (values[$0], $1) }.prefix(rows)
      return Ranking(measure: measure, rows: order.map { ($0, wrap(values[$0])) })
    }
    var rankings = [
      ranking("contacts", metrics.weightedDegree) { .count($0) }, ranking("parties", metrics.degree) { .count($0) },
      ranking("PageRank", metrics.pageRank) { .real($0) },
    ]
    if let betweenness = metrics.betweenness {
      rankings.append(ranking("betweenness", betweenness) { .real($0) })
    }
    self.rankings = rankings
  }

  /// Lines for a terminal.
  public var text: String {
    func list(_ counts: [GraphStatistics.Count]) -> String {
      counts.isEmpty ? "" : ": " + counts.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    }
    var lines = [
      "articles     \(figures.articles)" + (figures.copies > 0 ? " (\(figures.copies) copies)" : ""),
      "parties      \(figures.parties)" + list(figures.types),
      "contacts     \(figures.contacts) of \(figures.pairs) pairs, at least \(figures.events) events",
      "kinds        " + list(figures.kinds).dropFirst(2), "modality     " + list(figures.modalities).dropFirst(2),
      "components   \(figures.components), the largest of \(figures.largestComponent) parties",
      "communities  \(figures.communities)", "density      \(ExportValue.real(figures.density).plain)",
    ]
    if let days = figures.days { lines.append("days         \(days.first.date) to \(days.last.date)") }
    for ranking in rankings where !ranking.rows.isEmpty {
      lines.append("")
      lines.append("by \(ranking.measure)")
      let values = ranking.rows.map { Self.aligned($0.value) }
      let width = values.map(\.count).max() ?? 0
      for (row, value) in zip(ranking.rows, values) {
        let name = graph.parties[row.party].name.split(whereSeparator: \.isNewline).joined(separator: " ")
        lines.append("  " + String(repeating: " ", count: width - value.count) + value + "  " + name)
      }
    }
    return lines.map { $0.last == " " ? String($0.reversed().drop { $0 == " " }.reversed()) : $0 }
      .joined(separator: "\n") + "\n"
  }

  /// The value with all six decimals, so that points stand below each other.
  private static func aligned(_ value: ExportValue) -> String {
    guard case .real = value, let point = value.plain.firstIndex(of: ".") else { return value.plain }
    let decimals = value.plain.distance(from: point, to: value.plain.endIndex) - 1
    return value.plain + String(repeating: "0", count: max(0, 6 - decimals))
  }

  /// One JSON object.
  public var json: String {
    ByteSink.text { sink in
      func object(_ name: String, _ counts: [GraphStatistics.Count]) {
        sink.write(",\n  \"\(name)\": {")
        sink.write(counts.map { "\"\($0.name)\": \($0.count)" }.joined(separator: ", "))
        sink.write("}")
      }
      sink.write("{\n  \"articles\": \(figures.articles),\n  \"copies\": \(figures.copies),\n")
      sink.write("  \"contacts\": \(figures.contacts),\n  \"events\": \(figures.events),\n")
      sink.write("  \"pairs\": \(figures.pairs),\n  \"parties\": \(figures.parties)")
      object("types", figures.types)
      object("kinds", figures.kinds)
      object("modality", figures.modalities)
      sink.write(",\n  \"components\": \(figures.components),\n  \"largestComponent\": \(figures.largestComponent),\n")
      sink.write(
        "  \"communities\": \(figures.communities),\n  \"density\": \(ExportValue.real(figures.density).plain)")
      if let days = figures.days {
        sink.write(",\n  \"first\": \"\(days.first.date)\",\n  \"last\": \"\(days.last.date)\"")
      }
      sink.write(",\n  \"rankings\": {")
      for (index, ranking) in rankings.enumerated() {
        sink.write(index == 0 ? "\n    " : ",\n    ")
        sink.writeJSON(ranking.measure)
        sink.write(": [")
        for (place, row) in ranking.rows.enumerated() {
          sink.write(place == 0 ? "\n      {\"id\": " : ",\n      {\"id\": ")
          sink.writeJSON(graph.parties[row.party].id)
          sink.write(", \"name\": ")
          sink.writeJSON(graph.parties[row.party].name)
          sink.write(", \"value\": \(row.value.plain)}")
        }
        sink.write("]")
      }
      sink.write("\n  }\n}\n")
    }
  }
}
