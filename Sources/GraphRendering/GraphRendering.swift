import ContactGraph

/// Pictures of contact graphs, laid out and drawn by Graphviz.
public enum GraphRendering {
  /// The largest picture that a reader can make sense of; above it the command suggests to select.
  public static let readableParties = 300

  /// Draws a graph: markers for parties, sized by importance and coloured and shaped by their type; lines for
  /// contacts, as wide as there are many, coloured by kind, with arrows where one party addresses the other.
  ///
  /// Equal graphs and options give equal bytes on one machine.
  ///
  /// - Returns: The bytes of a file in the format of the options.
  /// - Throws: `RenderingError` where the graph is empty, or the layout fails or exceeds its limits.
  /// - Complexity: The layout's: about quadratic in the parties up to some hundred, near linear above.
  public static func render(_ graph: ContactGraph, options: RenderingOptions = RenderingOptions()) throws -> [UInt8] {
    guard !graph.isEmpty else {
      throw RenderingError.nothingToDraw
    }
    return try render(Drawing(graph, options: options), options: options)
  }

  static func render(_ drawing: Drawing, options: RenderingOptions) throws -> [UInt8] {
    try Picture(drawing: drawing, options: options).bytes(format: options.format, limits: options.limits)
  }
}
