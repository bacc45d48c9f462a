import ContactModel

/// One row for each contact, or each pair, as Gephi, networkx, pandas and spreadsheets read it.
///
/// ```csv
/// Source,Target,Type,Weight,Label,Id,SourceId,TargetId,SourceType,TargetType,kind,modality,mutual,start,end,…
/// Emmanuel Macron,Vladimir Putin,Undirected,1,call,c1,Q3052772,Q7747,person,person,call,actual,true,2022-01-28,…
/// ```
///
/// Two parties of the same name have their ids in parentheses.
struct EdgeListFormat: ExportFormat {
  let delimiter: DelimitedText.Delimiter

  init(_ delimiter: DelimitedText.Delimiter) { self.delimiter = delimiter }

  var name: String { delimiter == .comma ? "edgelist" : "tsv" }
  var summary: String {
    delimiter == .comma ? "edge list, CSV: Gephi, networkx, spreadsheets" : "edge list, tab-separated"
  }
  var fileExtension: String? { delimiter == .comma ? "csv" : "tsv" }
  var leavesOut: Set<ExportTrait> { [.aliases, .evidenceOffsets, .appearances, .copies] }

  var usesMetrics: Bool { false }

  func write(_ content: ExportContent, to sinks: [ByteSink]) {
    let table = DelimitedText(delimiter: delimiter, sink: sinks[0])
    table.writeRow(
      ["Source", "Target", "Type", "Weight", "Label", "Id", "SourceId", "TargetId", "SourceType", "TargetType"]
        + content.linkColumns.map(\.name))
    let parties = content.graph.parties
    for index in 0..<content.linkCount {
      if table.sink.hasFailed { return }
      let link = content.link(index)
      for field in [content.uniqueNames[link.from], content.uniqueNames[link.to]] {
        table.write(field)
        table.next()
      }
      table.sink.write(link.isMutual ? "Undirected" : "Directed")
      table.next()
      table.sink.write(link.weight)
      table.next()
      table.sink.write(link.kind.rawValue)
      table.next()
      content.writeLinkID(index, to: table.sink)
      for field in [
        parties[link.from].id, parties[link.to].id, parties[link.from].type.rawValue, parties[link.to].type.rawValue,
      ] {
        table.next()
        table.write(field)
      }
      for value in link.values {
        table.next()
        table.write(value)
      }
      table.end()
    }
  }
}
