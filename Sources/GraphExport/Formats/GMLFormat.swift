/// Graph Modelling Language, for igraph, networkx and Gephi.
///
/// ```text
/// graph [
///   directed 1
///   multigraph 1
///   node [ id 1 label "Vladimir Putin" party "Q7747" type "person" ]
///   edge [ source 0 target 1 label "call" weight 1 kind "call" mutual 1 ]
/// ]
/// ```
///
/// The text is ASCII: all else is written as character references. Two parties of the same name have their ids in
/// parentheses in `label`, which readers use as the key.
struct GMLFormat: ExportFormat {
  var name: String { "gml" }
  var summary: String { "GML: igraph, networkx, Gephi" }
  var fileExtension: String? { "gml" }
  var leavesOut: Set<ExportTrait> { [.evidenceOffsets, .appearances, .copies] }

  func write(_ content: ExportContent, to sinks: [ByteSink]) {
    let sink = sinks[0]
    sink.write("graph [\n  directed 1\n  multigraph 1\n")
    for (index, party) in content.graph.parties.enumerated() {
      sink.write("  node [\n    id \(index)\n")
      attribute("label", .text(content.uniqueNames[index]), to: sink)
      attribute("name", .text(party.name), to: sink)
      attribute("party", .text(party.id), to: sink)
      for column in content.partyColumns { attribute(column.name, column.value(index), to: sink) }
      sink.write("  ]\n")
    }
    for index in 0..<content.linkCount {
      if sink.hasFailed { return }
      let link = content.link(index)
      sink.write("  edge [\n    source \(link.from)\n    target \(link.to)\n")
      attribute("key", .text(content.linkID(index)), to: sink)
      attribute("label", .text(link.kind.rawValue), to: sink)
      attribute("weight", .count(link.weight), to: sink)
      for (column, value) in zip(content.linkColumns, link.values) {
        attribute(column.name, value, to: sink)
      }
      sink.write("  ]\n")
    }
    sink.write("]\n")
  }

  private func attribute(_ name: String, _ value: ExportValue, to sink: ByteSink) {
    switch value {
    case .none: return
    case .count, .real: sink.write("    \(name) \(value.plain)\n")
    case .flag(let flag): sink.write("    \(name) \(flag ? 1 : 0)\n")
    case .text, .texts, .day:
      sink.write("    \(name) \"")
      for scalar in value.plain.unicodeScalars {
        if scalar.value >= 0x20, scalar.value < 0x7f, scalar != "\"", scalar != "&" {
          sink.write(UInt8(scalar.value))
        } else if scalar == "\n" || scalar == "\t" || scalar == "\r" || XMLText.isAllowed(scalar) {
          sink.write("&#\(scalar.value);")
        } else {
          sink.write("&#65533;")
        }
      }
      sink.write("\"\n")
    }
  }
}
