import ContactGraph

/// The language of Graphviz.
///
/// ```dot
/// digraph "Who spoke to whom" {
///   n1 [label="Emmanuel Macron", type="person", country="FR", party="Q3052772"];
///   n2 [label="Vladimir Putin", type="person", country="RU", party="Q7747"];
///   n1 -> n2 [label="call", kind="call", dir=none, weight=1, modality="actual", article="a1", sentence="…"];
/// }
/// ```
struct DOTFormat: ExportFormat {
  var name: String { "dot" }
  var summary: String { "Graphviz" }
  var fileExtension: String? { "dot" }
  var leavesOut: Set<ExportTrait> { [.evidenceOffsets, .appearances, .copies] }

  func write(_ content: ExportContent, to sinks: [ByteSink]) {
    let sink = sinks[0]
    let graph = content.graph
    sink.write("digraph \"Who spoke to whom\" {\n")
    sink.write("  graph [charset=\"UTF-8\"];\n")
    for index in graph.parties.indices {
      sink.write("  n\(index + 1) [label=")
      DOTText.write(graph.parties[index].name, to: sink)
      attributes(of: index, content.partyColumns, to: sink)
      attribute("party", graph.parties[index].id, to: sink)
      sink.write("];\n")
    }
    for index in 0..<content.linkCount {
      if sink.hasFailed { return }
      let link = content.link(index)
      sink.write("  n\(link.from + 1) -> n\(link.to + 1) [label=\"\(link.kind.rawValue)\"")
      sink.write(link.isMutual ? ", dir=none, weight=\(link.weight)" : ", weight=\(link.weight)")
      for (column, value) in zip(content.linkColumns, link.values) { attribute(column.name, value, to: sink) }
      sink.write("];\n")
    }
    sink.write("}\n")
  }

  private func attributes(of row: Int, _ columns: [ExportColumn<Int>], to sink: ByteSink) {
    for column in columns { attribute(column.name, column.value(row), to: sink) }
  }

  private func attribute(_ name: String, _ value: ExportValue, to sink: ByteSink) {
    switch value {
    case .none: return
    case .text(let text): attribute(Self.safeName(name), text, to: sink)
    case .texts: attribute(Self.safeName(name), value.plain, to: sink)
    case .count, .real, .flag, .day:
      sink.write(", ")
      sink.write(Self.safeName(name))
      sink.write("=\"")
      value.write(to: sink)
      sink.write("\"")
    }
  }

  /// Graphviz itself gives `url` a meaning: a link that a renderer writes unescaped.
  private static func safeName(_ name: String) -> String {
    switch name {
    case "url": "source_url"
    case "start": "start_day"
    case "end": "end_day"
    default: name
    }
  }

  private func attribute(_ name: String, _ text: String, to sink: ByteSink) {
    sink.write(", ")
    sink.write(name)
    sink.write("=")
    DOTText.write(text, to: sink)
  }
}
