/// A syntax model that cannot be used: which file, why, and what mends it.
public struct SyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: Hashable, Sendable {
    /// The file does not exist or may not be read.
    case unreadable
    /// The file is of another kind.
    case notAModel
    /// The file was written for another version of the format.
    case otherVersion
    /// The file is cut short or its bytes were changed.
    case damaged
  }
  public var code: Code
  /// The file as the caller named it.
  public var file: String
  public var message: String

  public init(code: Code, file: String, message: String) {
    self.code = code
    self.file = file
    self.message = message
  }

  public var description: String { "\(file): \(message)" }
}
