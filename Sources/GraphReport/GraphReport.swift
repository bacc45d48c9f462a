import ContactGraph
import ContactModel
import GraphRendering
import TextModel

/// One self-contained page that answers who spoke to whom: the network, its filters, and the sentence behind each contact.
public enum GraphReport {
  /// The page for a graph.
  ///
  /// The page asks nothing of any network: its content security policy allows its own script and style by their hashes and
  /// nothing else. What comes from articles is in it as inert JSON and is shown as text only.
  ///
  /// - Parameters:
  ///   - title: nil for a title that says what the page answers.
  ///   - layout: nil for the engine that fits the number of parties.
  ///   - limits: What the layout of the network may use.
  /// - Returns: The bytes of an HTML file; equal graphs give equal bytes on one machine.
  /// - Throws: `RenderingError` where the graph is empty or its layout fails.
  /// - Complexity: That of the layout, and O(*n* log *n*) in the contacts.
  public static func page(
    _ graph: ContactGraph, title: String? = nil, layout: LayoutEngine? = nil,
    limits: RenderingLimits = RenderingLimits()
  ) throws -> [UInt8] {
    let places = try GraphRendering.places(graph, layout: layout, limits: limits)
    return page(graph, title: title ?? "Who spoke to whom", places: places)
  }

  /// - Parameter places: Where each party stands in the network, in points, y downwards.
  static func page(_ graph: ContactGraph, title: String, places: [(x: Double, y: Double)]) -> [UInt8] {
    let script = PageParts.script
    let style = PageParts.style
    let policy =
      "default-src 'none'; script-src 'sha256-\(SHA256.base64(of: script))'; "
      + "style-src 'sha256-\(SHA256.base64(of: style))'; img-src data:; base-uri 'none'; form-action 'none'"
    var data = JSONText()
    PageData(graph: graph, title: title, places: places).write(to: &data)
    return PageTemplate(PageParts.html).filled([
      "policy": Array(policy.utf8), "title": Array(HTMLText.escaped(title).utf8), "style": style, "script": script,
      "data": data.bytes, "table": Array(PlainTable(graph).html.utf8),
      "extent": Array(HTMLText.escaped(GraphRendering.extent(of: graph)).utf8),
    ])
  }
}
