import TextModel

/// RDF 1.1 Turtle; see `RDFResource` for the vocabulary.
///
/// ```turtle
/// <urn:parley:contact:a1:00aa:1> a schema:CommunicateAction ;
///   schema:agent <http://www.wikidata.org/entity/Q3052772> ;
///   schema:recipient <http://www.wikidata.org/entity/Q7747> ;
///   parley:kind "call" ; prov:wasDerivedFrom <urn:parley:article:a1:00aa> .
/// ```
struct TurtleFormat: ExportFormat {
  var name: String { "turtle" }
  var summary: String { "RDF: schema.org and PROV" }
  var fileExtension: String? { "ttl" }
  var leavesOut: Set<ExportTrait> { [.evidenceOffsets, .appearances] }
  var canSum: Bool { false }
  var usesMetrics: Bool { false }

  func write(_ content: ExportContent, to sinks: [ByteSink]) {
    let sink = sinks[0]
    for prefix in RDFResource.prefixes { sink.write("@prefix \(prefix.name): <\(prefix.iri)> .\n") }
    RDFResource.forEach(of: content.graph) { resource in
      if sink.hasFailed { return }
      sink.write("\n<\(resource.iri)> a \(resource.type)")
      for property in resource.properties {
        sink.write(" ;\n  \(property.name) ")
        for (index, value) in property.values.enumerated() {
          if index > 0 { sink.write(", ") }
          write(value, to: sink)
        }
      }
      sink.write(" .\n")
    }
  }

  private func write(_ term: RDFResource.Term, to sink: ByteSink) {
    switch term {
    case .resource(let iri): sink.write("<\(iri)>")
    case .name(let name): sink.write(name)
    // The escapes of JSON are escapes of Turtle too.
    case .text(let text): sink.writeJSON(text)
    case .flag(let flag): sink.write(flag ? "true" : "false")
    case .count(let count): sink.write(count)
    case .decimal(let number): sink.write(rounded: number)
    case .date(let date): sink.write("\"\(date)\"^^\(date.xsdType)")
    }
  }
}

extension PartialDate {
  /// The XML Schema type of the date's text.
  var xsdType: String { day != nil ? "xsd:date" : month != nil ? "xsd:gYearMonth" : "xsd:gYear" }
}
