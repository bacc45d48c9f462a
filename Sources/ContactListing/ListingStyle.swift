/// How a listing fits its reader's screen.
public struct ListingStyle: Hashable, Sendable {
  /// Columns of the screen.
  public var width: Int
  /// Whether parties are set apart by colour (ANSI escape sequences); a plain listing has none.
  public var isColored: Bool
  /// The number of pairs, or of contacts, that are listed; nil for all.
  public var limit: Int?

  public init(width: Int = 80, isColored: Bool = false, limit: Int? = 20) {
    self.width = width
    self.isColored = isColored
    self.limit = limit
  }
}
