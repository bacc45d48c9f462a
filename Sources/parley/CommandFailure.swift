import Parley

/// Ends the command with one sentence on standard error and an exit code.
struct CommandFailure: Error {
  /// Some inputs failed and the rest was done.
  static let partly: Int32 = 1
  /// Usage error, or nothing could be read or written.
  static let failed: Int32 = 2

  var message: String
  var code: Int32

  init(_ message: String, code: Int32 = CommandFailure.failed) {
    self.message = message
    self.code = code
  }
}
