/// Pajek networks: vertices, then arcs for contacts with a direction and edges for those without.
///
/// ```text
/// *Vertices 2
/// 1 "Emmanuel Macron"
/// 2 "Vladimir Putin"
/// *Arcs
/// *Edges
/// 1 2 1 l "call"
/// ```
///
/// Pajek has no escapes: a quotation mark becomes `'`, a backslash `/`, a line feed a space. Two parties of the same name
/// have their ids in parentheses.
struct PajekFormat: ExportFormat {
  var name: String { "pajek" }
  var summary: String { "Pajek network" }
  var fileExtension: String? { "net" }
  var usesMetrics: Bool { false }
  var leavesOut: Set<ExportTrait> {
    [
      .evidence, .evidenceOffsets, .articles, .modality, .days, .circumstances, .confidence, .types, .aliases,
      .appearances, .copies, .characters,
    ]
  }

  func write(_ content: ExportContent, to sinks: [ByteSink]) {
    let sink = sinks[0]
    let parties = content.graph.parties
    sink.write("*Vertices \(parties.count)\n")
    var taken: Set<String> = []
    for (index, party) in parties.enumerated() {
      var name = plain(content.uniqueNames[index])
      if !taken.insert(name).inserted {
        name = plain("\(party.name) (\(party.id))")
        taken.insert(name)
      }
      sink.write("\(index + 1) \"\(name)\"\n")
    }
    for (header, isMutual) in [("*Arcs", false), ("*Edges", true)] {
      sink.write(header + "\n")
      for index in 0..<content.linkCount {
        if sink.hasFailed { return }
        let link = content.link(index)
        guard link.isMutual == isMutual else { continue }
        sink.write("\(link.from + 1) \(link.to + 1) \(link.weight) l \"\(link.kind.rawValue)\"\n")
      }
    }
  }

  private func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar {
          case "\"": "'"
          case "\\": "/"
          case "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": " "
          default: XMLText.isAllowed(scalar) ? scalar : "\u{FFFD}"
          }
        }))
  }
}
