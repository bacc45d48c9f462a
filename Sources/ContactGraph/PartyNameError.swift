/// A name that tells no party, or several; `description` is one sentence for the user.
public struct PartyNameError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Reason: Hashable, Sendable {
    /// The names that are nearest to it, nearest first.
    case unknown(nearest: [String])
    /// The parties that it can mean, those with most contacts first, each as `NAME (ID)`.
    case ambiguous(choices: [String])
  }

  /// As the user typed it.
  public let name: String
  public let reason: Reason

  public init(name: String, reason: Reason) {
    self.name = name
    self.reason = reason
  }

  public var description: String {
    switch reason {
    case .unknown(let nearest) where nearest.isEmpty: "the selected graph has no party named \"\(name)\"."
    case .unknown(let nearest):
      "the selected graph has no party named \"\(name)\"; the nearest: \(nearest.joined(separator: ", "))."
    case .ambiguous(let choices):
      "\"\(name)\" can mean \(choices.prefix(8).joined(separator: ", "))"
        + (choices.count > 8 ? " and \(choices.count - 8) more" : "") + ": give more of the name, or the id."
    }
  }
}
