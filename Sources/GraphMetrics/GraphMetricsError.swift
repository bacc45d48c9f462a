/// The metrics of a graph could not be computed.
public struct GraphMetricsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What igraph says.
  public let message: String

  public var description: String { "the metrics of the graph cannot be computed: \(message)" }
}
