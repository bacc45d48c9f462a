/// GraphML, for Gephi, Cytoscape, yEd, networkx and igraph; parties have both a `label` and a `name`.
///
/// ```xml
/// <graph edgedefault="directed">
///   <node id="Q7747"><data key="p0">Vladimir Putin</data><data key="p1">Vladimir Putin</data>…</node>
///   <edge id="c1" source="Q3052772" target="Q7747"><data key="l0">call</data><data key="l1">1</data>…</edge>
/// ```
struct GraphMLFormat: ExportFormat {
  var name: String { "graphml" }
  var summary: String { "GraphML: Gephi, Cytoscape, yEd, networkx, igraph" }
  var fileExtension: String? { "graphml" }
  var leavesOut: Set<ExportTrait> { [.evidenceOffsets, .appearances, .copies] }

  func write(_ content: ExportContent, to sinks: [ByteSink]) {
    let sink = sinks[0]
    sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    sink.write("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    let partyKeys = [("label", "string"), ("name", "string")] + content.partyColumns.map { ($0.name, type($0.kind)) }
    let linkKeys = [("label", "string"), ("weight", "int")] + content.linkColumns.map { ($0.name, type($0.kind)) }
    for (prefix, target, keys) in [("p", "node", partyKeys), ("l", "edge", linkKeys)] {
      for (index, key) in keys.enumerated() {
        sink.write(
          "  <key id=\"\(prefix)\(index)\" for=\"\(target)\" attr.name=\"\(key.0)\" attr.type=\"\(key.1)\"/>\n")
      }
    }
    sink.write("  <graph edgedefault=\"directed\">\n")
    for (index, party) in content.graph.parties.enumerated() {
      sink.write("    <node id=\"")
      XMLText.write(party.id, to: sink)
      sink.write("\">")
      data("p", [.text(party.name), .text(party.name)] + content.partyColumns.map { $0.value(index) }, to: sink)
      sink.write("</node>\n")
    }
    for index in 0..<content.linkCount {
      if sink.hasFailed { return }
      let link = content.link(index)
      sink.write("    <edge id=\"")
      content.writeLinkID(index, to: sink)
      sink.write("\" source=\"")
      XMLText.write(content.graph.parties[link.from].id, to: sink)
      sink.write("\" target=\"")
      XMLText.write(content.graph.parties[link.to].id, to: sink)
      sink.write("\">")
      data("l", [.text(link.kind.rawValue), .count(link.weight)] + link.values, to: sink)
      sink.write("</edge>\n")
    }
    sink.write("  </graph>\n</graphml>\n")
  }

  private func data(_ prefix: String, _ values: [ExportValue], to sink: ByteSink) {
    for (index, value) in values.enumerated() where value != .none {
      sink.write("<data key=\"")
      sink.write(prefix)
      sink.write(index)
      sink.write("\">")
      value.writeXML(to: sink)
      sink.write("</data>")
    }
  }

  private func type(_ kind: ExportColumn<Int>.Kind) -> String {
    switch kind {
    case .text, .texts, .day: "string"
    case .count: "int"
    case .real: "double"
    case .flag: "boolean"
    }
  }
}
