import ContactGraph
import ContactModel

extension GraphRendering {
  /// Where the parties of a graph stand in its picture: points (1/72 inch), x to the right, y downwards.
  ///
  /// - Throws: `RenderingError` where the graph is empty or the layout fails.
  public static func places(
    _ graph: ContactGraph, layout: LayoutEngine? = nil, limits: RenderingLimits = RenderingLimits()
  ) throws -> [(x: Double, y: Double)] {
    guard !graph.isEmpty else { throw RenderingError.nothingToDraw }
    let options = RenderingOptions(layout: layout, limits: limits)
    let picture = try Picture(drawing: Drawing(graph, options: options), options: options)
    return picture.centers.map { (x: $0.x - picture.frame.minX, y: picture.frame.maxY - $0.y) }
  }

  /// `23 parties, 41 contacts in 12 articles, 3 January – 4 February 2022`.
  public static func extent(of graph: ContactGraph) -> String { GraphWords(graph).extent }

  /// The page about a party that a picture links to, nil where none is known.
  public static func address(of party: Party) -> String? { WebAddress.wikidata(party.id) }

  /// Whether an address is one that a picture may link to: http or https.
  public static func isWebAddress(_ text: String) -> Bool { GraphvizText.webAddress(text) != nil }
}
