/// Node-link JSON, which `networkx.node_link_graph` and D3 read.
///
/// ```json
/// {"directed": true, "multigraph": true, "graph": {"name": "Who spoke to whom"},
///  "nodes": [{"id": "Q7747", "name": "Vladimir Putin", "type": "person", "aliases": ["Putin"]}],
///  "edges": [{"source": "Q3052772", "target": "Q7747", "key": "c1", "weight": 1, "kind": "call", "mutual": true}]}
/// ```
struct NodeLinkFormat: ExportFormat {
  var name: String { "json" }
  var summary: String { "node-link JSON: networkx, D3" }
  var fileExtension: String? { "json" }
  var leavesOut: Set<ExportTrait> { [.evidenceOffsets, .appearances, .copies] }

  func write(_ content: ExportContent, to sinks: [ByteSink]) {
    let sink = sinks[0]
    sink.write("{\"directed\": true, \"multigraph\": true, \"graph\": {\"name\": \"Who spoke to whom\"},\n\"nodes\": [")
    for (index, party) in content.graph.parties.enumerated() {
      sink.write(index == 0 ? "\n{\"id\": " : ",\n{\"id\": ")
      sink.writeJSON(party.id)
      sink.write(", \"name\": ")
      sink.writeJSON(party.name)
      sink.writeMembers(content.partyColumns, content.partyColumns.map { $0.value(index) })
      sink.write("}")
    }
    sink.write("],\n\"edges\": [")
    for index in 0..<content.linkCount {
      if sink.hasFailed { return }
      let link = content.link(index)
      sink.write(index == 0 ? "\n{\"source\": " : ",\n{\"source\": ")
      sink.writeJSON(content.graph.parties[link.from].id)
      sink.write(", \"target\": ")
      sink.writeJSON(content.graph.parties[link.to].id)
      sink.write(
        ", \"key\": \"\(content.linkID(index))\", \"label\": \"\(link.kind.rawValue)\", \"weight\": \(link.weight)")
      sink.writeMembers(content.linkColumns, link.values)
      sink.write("}")
    }
    sink.write("]}\n")
  }
}
