/// One fault in a data file: where it is and what to mend.
public struct DataFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the user named it.
  public var file: String
  /// Line number from 1; 0 where the fault concerns the whole file.
  public var line: Int
  public var message: String

  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  public var description: String {
    line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)"
  }
}

/// All faults of the data files that were read together, in order of file and line.
public struct DataFaults: Error, Hashable, Sendable, CustomStringConvertible {
  public var faults: [DataFault]

  public init(_ faults: [DataFault]) {
    self.faults = faults
  }

  public init(file: String, line: Int = 0, _ message: String) {
    self.faults = [DataFault(file: file, line: line, message: message)]
  }

  public var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}
