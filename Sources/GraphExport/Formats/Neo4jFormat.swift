/// The two tables that `neo4j-admin database import` reads: `nodes.csv` and `relationships.csv`.
///
/// ```csv
/// id:ID,name,type,…,aliases:string[],:LABEL        :START_ID,:END_ID,:TYPE,weight:int,modality,…,start:date,…
/// Q7747,Vladimir Putin,person,…,Putin,Person       Q3052772,Q7747,CALL,1,actual,…,2022-01-28,…
/// ```
///
/// Items of a list are separated by `;`, which becomes `,` inside an item.
struct Neo4jFormat: ExportFormat {
  var name: String { "neo4j" }
  var summary: String { "tables for neo4j-admin import" }
  var files: [String] { ["nodes.csv", "relationships.csv"] }
  var leavesOut: Set<ExportTrait> { [.evidenceOffsets, .appearances, .copies] }

  func write(_ content: ExportContent, to sinks: [ByteSink]) {
    let parties = content.graph.parties
    let nodes = DelimitedText(delimiter: .comma, sink: sinks[0])
    nodes.writeRow(["id:ID", "name"] + content.partyColumns.map(header) + [":LABEL"])
    for index in parties.indices {
      nodes.writeRow(
        [parties[index].id, parties[index].name] + content.partyColumns.map { field($0.value(index)) }
          + [parties[index].type.rawValue.capitalizedFirst])
    }
    let relationships = DelimitedText(delimiter: .comma, sink: sinks[1])
    relationships.writeRow([":START_ID", ":END_ID", ":TYPE", "weight:int"] + content.linkColumns.map(header))
    for index in 0..<content.linkCount {
      if relationships.sink.hasFailed { return }
      let link = content.link(index)
      relationships.writeRow(
        [parties[link.from].id, parties[link.to].id, link.kind.rawValue.uppercased(), String(link.weight)]
          + link.values.map(field))
    }
  }

  private func header(_ column: ExportColumn<Int>) -> String {
    switch column.kind {
    case .text: column.name
    case .texts: column.name + ":string[]"
    case .count: column.name + ":int"
    case .real: column.name + ":double"
    case .flag: column.name + ":boolean"
    case .day: column.name + ":date"
    }
  }

  private func field(_ value: ExportValue) -> String {
    guard case .texts(let texts) = value else { return value.plain }
    return texts.map { $0.split(separator: ";", omittingEmptySubsequences: false).joined(separator: ",") }
      .joined(separator: ";")
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
