/// The JSON of Cytoscape and Cytoscape.js.
///
/// ```json
/// {"data": [], "directed": true, "multigraph": true, "elements": {
///  "nodes": [{"data": {"id": "Q7747", "value": "Q7747", "name": "Vladimir Putin", "type": "person"}}],
///  "edges": [{"data": {"id": "c1", "key": "c1", "source": "Q3052772", "target": "Q7747", "interaction": "call"}}]}}
/// ```
struct CytoscapeFormat: ExportFormat {
  var name: String { "cytoscape" }
  var summary: String { "Cytoscape JSON" }
  var fileExtension: String? { "cyjs" }
  var leavesOut: Set<ExportTrait> { [.evidenceOffsets, .appearances, .copies] }

  func write(_ content: ExportContent, to sinks: [ByteSink]) {
    let sink = sinks[0]
    sink.write("{\"data\": [[\"name\", \"Who spoke to whom\"]], \"directed\": true, \"multigraph\": true, ")
    sink.write("\"elements\": {\n\"nodes\": [")
    for (index, party) in content.graph.parties.enumerated() {
      sink.write(index == 0 ? "\n{\"data\": {\"id\": " : ",\n{\"data\": {\"id\": ")
      sink.writeJSON(party.id)
      sink.write(", \"value\": ")
      sink.writeJSON(party.id)
      sink.write(", \"name\": ")
      sink.writeJSON(party.name)
      sink.writeMembers(content.partyColumns, content.partyColumns.map { $0.value(index) })
      sink.write("}}")
    }
    sink.write("],\n\"edges\": [")
    for index in 0..<content.linkCount {
      if sink.hasFailed { return }
      let link = content.link(index)
      let id = content.linkID(index)
      sink.write(index == 0 ? "\n" : ",\n")
      sink.write("{\"data\": {\"id\": \"\(id)\", \"key\": \"\(id)\", \"source\": ")
      sink.writeJSON(content.graph.parties[link.from].id)
      sink.write(", \"target\": ")
      sink.writeJSON(content.graph.parties[link.to].id)
      sink.write(", \"interaction\": \"\(link.kind.rawValue)\", \"weight\": \(link.weight)")
      sink.writeMembers(content.linkColumns, link.values)
      sink.write("}}")
    }
    sink.write("]}}\n")
  }
}
