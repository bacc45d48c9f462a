/// Why a graph could not be exported, or contacts could not be read back; `description` is one sentence for the user.
public struct GraphExportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the user named it, where the fault is in a file.
  public var file: String?
  /// From 1, where the fault is in a line.
  public var line: Int?
  public var message: String

  public init(_ message: String, file: String? = nil, line: Int? = nil) {
    self.message = message
    self.file = file
    self.line = line
  }

  public var description: String {
    switch (file, line) {
    case (let file?, let line?): "\(file):\(line): \(message)"
    case (let file?, nil): "\(file): \(message)"
    default: message
    }
  }
}
