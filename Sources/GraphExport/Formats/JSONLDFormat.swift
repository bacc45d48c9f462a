/// JSON-LD 1.1 with its context inside; see `RDFResource` for the vocabulary.
///
/// ```json
/// {"@context": {"schema": "https://schema.org/", "prov": "http://www.w3.org/ns/prov#"},
///  "@graph": [{"@id": "urn:parley:contact:a1:00aa:1", "@type": "schema:CommunicateAction",
///              "schema:agent": {"@id": "http://www.wikidata.org/entity/Q3052772"}, "parley:kind": "call"}]}
/// ```
struct JSONLDFormat: ExportFormat {
  var name: String { "jsonld" }
  var summary: String { "JSON-LD: schema.org and PROV" }
  var fileExtension: String? { "jsonld" }
  var leavesOut: Set<ExportTrait> { [.evidenceOffsets, .appearances] }
  var canSum: Bool { false }
  var usesMetrics: Bool { false }

  func write(_ content: ExportContent, to sinks: [ByteSink]) {
    let sink = sinks[0]
    sink.write("{\"@context\": {")
    sink.write(RDFResource.prefixes.map { "\"\($0.name)\": \"\($0.iri)\"" }.joined(separator: ", "))
    sink.write("},\n\"@graph\": [")
    var isFirst = true
    RDFResource.forEach(of: content.graph) { resource in
      if sink.hasFailed { return }
      sink.write(isFirst ? "\n" : ",\n")
      isFirst = false
      sink.write("{\"@id\": \"\(resource.iri)\", \"@type\": \"\(resource.type)\"")
      for property in resource.properties {
        sink.write(", \"\(property.name)\": ")
        if property.values.count > 1 { sink.write("[") }
        for (index, value) in property.values.enumerated() {
          if index > 0 { sink.write(", ") }
          write(value, to: sink)
        }
        if property.values.count > 1 { sink.write("]") }
      }
      sink.write("}")
    }
    sink.write("]}\n")
  }

  private func write(_ term: RDFResource.Term, to sink: ByteSink) {
    switch term {
    case .resource(let iri): sink.write("{\"@id\": \"\(iri)\"}")
    case .name(let name): sink.write("{\"@id\": \"\(name)\"}")
    case .text(let text): sink.writeJSON(text)
    case .flag(let flag): sink.write(flag ? "true" : "false")
    case .count(let count): sink.write(count)
    case .decimal(let number):
      sink.write("{\"@value\": \"\(ExportValue.real(number).plain)\", \"@type\": \"xsd:decimal\"}")
    case .date(let date): sink.write("{\"@value\": \"\(date)\", \"@type\": \"\(date.xsdType)\"}")
    }
  }
}
