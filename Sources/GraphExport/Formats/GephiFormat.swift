/// The two tables of Gephi's data laboratory: `nodes.csv` and `edges.csv`.
///
/// ```csv
/// Id,Label,type,country,…                          Source,Target,Type,Weight,Label,Id,kind,…
/// Q7747,Vladimir Putin,person,RU,…                 Q3052772,Q7747,Undirected,1,call,c1,call,…
/// ```
struct GephiFormat: ExportFormat {
  var name: String { "gephi" }
  var summary: String { "tables of nodes and edges for Gephi" }
  var files: [String] { ["nodes.csv", "edges.csv"] }
  var leavesOut: Set<ExportTrait> { [.evidenceOffsets, .appearances, .copies] }

  func write(_ content: ExportContent, to sinks: [ByteSink]) {
    let parties = content.graph.parties
    let nodes = DelimitedText(delimiter: .comma, sink: sinks[0])
    nodes.writeRow(["Id", "Label"] + content.partyColumns.map(\.name))
    for index in parties.indices {
      nodes.writeRow([parties[index].id, parties[index].name] + content.partyColumns.map { $0.value(index).plain })
    }
    let edges = DelimitedText(delimiter: .comma, sink: sinks[1])
    edges.writeRow(["Source", "Target", "Type", "Weight", "Label", "Id"] + content.linkColumns.map(\.name))
    for index in 0..<content.linkCount {
      if edges.sink.hasFailed { return }
      let link = content.link(index)
      edges.writeRow(
        [
          parties[link.from].id, parties[link.to].id, link.isMutual ? "Undirected" : "Directed", String(link.weight),
          link.kind.rawValue, content.linkID(index),
        ] + link.values.map(\.plain))
    }
  }
}
