/// Why an input, or one record of it, could not be read or was read with a reservation.
///
/// ```
/// news.jsonl:7: is not valid JSON (a comma or '}' is missing at column 12); mend the line or remove it
/// ```
public struct ReadingFault: Error, Hashable, Sendable {
  /// Where in the file: lines and records count from 1, bytes from 0.
  public enum Place: Hashable, Sendable {
    case file
    case line(Int)
    case byte(Int)
    case record(Int)
  }

  /// The file as the user named it; `standard input` for `-`; an archive's entry as `news.zip/2019/a.txt`.
  public var file: String
  public var place: Place
  public var message: String

  public init(file: String, place: Place = .file, _ message: String) {
    self.file = file
    self.place = place
    self.message = message
  }

  /// Of an input without a byte.
  static func empty(_ file: String) -> ReadingFault { ReadingFault(file: file, "is empty") }

  /// The input has no byte: nothing in it was lost.
  public var isOfEmptyInput: Bool { self == .empty(file) }
}

extension ReadingFault: CustomStringConvertible {
  public var description: String {
    switch place {
    case .file: "\(file): \(message)"
    case .line(let line): "\(file):\(line): \(message)"
    case .byte(let byte): "\(file): byte \(byte): \(message)"
    case .record(let record): "\(file): record \(record): \(message)"
    }
  }
}
