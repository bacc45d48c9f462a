import Foundation

/// The standard streams of the process: data goes to output, all else to error.
public enum StandardStreams {
  /// Writes bytes to standard output, unbuffered; a closed pipe ends the process quietly by its signal.
  public static func write(_ bytes: some ContiguousBytes) {
    bytes.withUnsafeBytes { writeAll($0, to: STDOUT_FILENO) }
  }

  public static func write(_ text: String) {
    write(Array(text.utf8))
  }

  /// Writes a line to standard error.
  public static func note(_ line: String) {
    Array((line + "\n").utf8).withUnsafeBytes { writeAll($0, to: STDERR_FILENO) }
  }

  /// Writes text to standard error as it is, for a line of progress that is written over.
  public static func status(_ text: String) {
    Array(text.utf8).withUnsafeBytes { writeAll($0, to: STDERR_FILENO) }
  }

  /// Standard error is a terminal: progress may be shown.
  public static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
  /// Standard output is a terminal: colour may be used, unless `NO_COLOR` is set.
  public static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Standard input has bytes to read, or has ended: reading it does not wait.
  public static var inputIsReady: Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&input, 1, 0) != 0
  }

  /// Ends the process with an exit code.
  public static func end(code: Int32) -> Never {
    exit(code)
  }

  private static func writeAll(_ buffer: UnsafeRawBufferPointer, to file: Int32) {
    var rest = buffer[...]
    while !rest.isEmpty {
      let written = Foundation.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        return
      }
      rest = rest.dropFirst(written)
    }
  }
}
