import Foundation

extension StandardStreams {
  /// The columns of the terminal on standard output, nil where it is no terminal or does not say.
  public static var outputColumns: Int? {
    guard outputIsTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
