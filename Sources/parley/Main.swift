import ArgumentParser
import Parley

/// Runs the command with its own exit codes: 0 done, 1 done but some inputs failed, 2 usage error or nothing readable.
@main
enum Main {
  static func main() {
    do {
      var command = try ParleyCommand.parseAsRoot()
      try command.run()
    } catch {
      exit(with: error)
    }
  }

  private static func exit(with error: any Error) -> Never {
    if let failure = error as? CommandFailure {
      if !failure.message.isEmpty { StandardStreams.note("parley: \(failure.message)") }
      StandardStreams.end(code: failure.code)
    }
    let code = ParleyCommand.exitCode(for: error)
    if let chosen = error as? ExitCode { StandardStreams.end(code: chosen.rawValue) }
    let message = ParleyCommand.fullMessage(for: error)
    if code == .success {
      StandardStreams.write(message + "\n")
      StandardStreams.end(code: 0)
    }
    // Errors of the libraries are one sentence; errors of the argument parser come with the usage.
    StandardStreams.note(code == .validationFailure ? message : "parley: \(error)")
    StandardStreams.end(code: 2)
  }
}
