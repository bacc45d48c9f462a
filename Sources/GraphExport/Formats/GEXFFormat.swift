/// GEXF 1.3 with the days of contacts, for Gephi's timeline and networkx.
///
/// ```xml
/// <graph defaultedgetype="directed" mode="dynamic" timeformat="date">
///   <nodes><node id="Q7747" label="Vladimir Putin"><attvalues><attvalue for="p0" value="person"/>…
///   <edges><edge id="c1" source="Q3052772" target="Q7747" label="call" weight="1" start="2022-01-28" end="2022-01-28">…
/// ```
///
/// Every edge is directed, as readers refuse a mixture; `mutual` tells which have no direction. A contact whose own
/// days are unknown is set on the day of its article.
struct GEXFFormat: ExportFormat {
  var name: String { "gexf" }
  var summary: String { "GEXF 1.3 with dates: Gephi, networkx" }
  var fileExtension: String? { "gexf" }
  var leavesOut: Set<ExportTrait> { [.evidenceOffsets, .appearances, .copies] }

  func write(_ content: ExportContent, to sinks: [ByteSink]) {
    let sink = sinks[0]
    sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    sink.write("<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n")
    sink.write("  <graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\">\n")
    for (prefix, target, columns) in [("p", "node", content.partyColumns), ("l", "edge", content.linkColumns)] {
      sink.write("    <attributes class=\"\(target)\" mode=\"static\">\n")
      for (index, column) in columns.enumerated() {
        sink.write(
          "      <attribute id=\"\(prefix)\(index)\" title=\"\(title(column))\" type=\"\(type(column.kind))\"/>\n")
      }
      sink.write("    </attributes>\n")
    }
    sink.write("    <nodes>\n")
    for (index, party) in content.graph.parties.enumerated() {
      sink.write("      <node id=\"")
      XMLText.write(party.id, to: sink)
      sink.write("\" label=\"")
      XMLText.write(party.name, to: sink)
      sink.write("\">")
      values("p", content.partyColumns.map { $0.value(index) }, to: sink)
      sink.write("</node>\n")
    }
    sink.write("    </nodes>\n    <edges>\n")
    for index in 0..<content.linkCount {
      if sink.hasFailed { return }
      let link = content.link(index)
      sink.write("      <edge id=\"\(content.linkID(index))\" source=\"")
      XMLText.write(content.graph.parties[link.from].id, to: sink)
      sink.write("\" target=\"")
      XMLText.write(content.graph.parties[link.to].id, to: sink)
      sink.write("\" label=\"\(link.kind.rawValue)\" kind=\"\(link.kind.rawValue)\" weight=\"\(link.weight)\"")
      if let days = content.days(index) { sink.write(" start=\"\(days.first.date)\" end=\"\(days.last.date)\"") }
      sink.write(">")
      values("l", link.values, to: sink)
      sink.write("</edge>\n")
    }
    sink.write("    </edges>\n  </graph>\n</gexf>\n")
  }

  /// Readers take `start`, `end` and `kind` for what GEXF itself means by them.
  private func title(_ column: ExportColumn<Int>) -> String {
    ["start", "end", "kind"].contains(column.name) ? "contact" + column.name.capitalizedFirst : column.name
  }

  private func values(_ prefix: String, _ values: [ExportValue], to sink: ByteSink) {
    sink.write("<attvalues>")
    for (index, value) in values.enumerated() where value != .none {
      sink.write("<attvalue for=\"")
      sink.write(prefix)
      sink.write(index)
      sink.write("\" value=\"")
      value.writeXML(to: sink)
      sink.write("\"/>")
    }
    sink.write("</attvalues>")
  }

  private func type(_ kind: ExportColumn<Int>.Kind) -> String {
    switch kind {
    case .text, .texts, .day: "string"
    case .count: "integer"
    case .real: "double"
    case .flag: "boolean"
    }
  }
}
