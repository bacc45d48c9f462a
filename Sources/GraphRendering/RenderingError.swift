/// Why a picture could not be made, in one sentence that says what to do about it.
public struct RenderingError: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  init(_ description: String) {
    self.description = description
  }

  static let nothingToDraw = RenderingError(
    "there is nothing to draw: no contact is in the graph, or none passes the selection.")
}
