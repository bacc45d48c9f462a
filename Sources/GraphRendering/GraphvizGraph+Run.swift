import CGraphviz
import Glibc

extension GraphvizGraph {
  /// Lays out and renders the graph in a child process and returns what it wrote.
  ///
  /// - Throws: A `RenderingError` that tells limits, crashes and Graphviz's own complaints apart.
  borrowing func run(engine: String, format: String, limits: RenderingLimits) throws -> [UInt8] {
    let output = try Pipe()
    let messages = try Pipe()
    fflush(nil)
    let child = gv_render_in_child(
      pointer, engine, format, output.writer, messages.writer, UInt(max(1, limits.seconds)),
      UInt64(max(0, limits.bytes)))
    output.closeWriter()
    messages.closeWriter()
    guard child > 0 else {
      throw RenderingError("the layout could not be started: \(String(cString: strerror(errno))).")
    }
    let deadline = ContinuousClock.now + .seconds(max(1, limits.seconds) + 2)
    var ended = false
    var picture: [UInt8] = []
    var complaint: [UInt8] = []
    while !ended {
      let left = deadline - ContinuousClock.now
      guard left > .zero else { break }
      var polled = [
        pollfd(fd: output.reader, events: Int16(POLLIN), revents: 0),
        pollfd(fd: messages.reader, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&polled, 2, Int32(min(left.components.seconds + 1, 60) * 1000)) >= 0 || errno == EINTR else { break }
      var open = output.isOpen || messages.isOpen
      if polled[0].revents != 0 { open = output.drain(into: &picture) || messages.isOpen }
      if polled[1].revents != 0 { open = messages.drain(into: &complaint) || output.isOpen }
      ended = !open
    }
    if !ended { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    let code = gv_exit_code(status)
    if ended && code == 0 { return picture }
    throw RenderingError(
      Self.sentence(
        code: code, isTimedOut: !ended, complaint: String(decoding: complaint, as: UTF8.self), limits: limits))
  }

  /// What to tell about a child that did not deliver. A negative code is a signal.
  static func sentence(code: Int32, isTimedOut: Bool, complaint: String, limits: RenderingLimits) -> String {
    let advice = "draw fewer parties (--top, --min-weight, --component) or try --layout sfdp."
    if isTimedOut || code == -SIGXCPU || code == -SIGKILL {
      return "the layout took longer than \(limits.seconds) s and was stopped; " + advice
    }
    let lines = complaint.split(separator: "\n").filter { $0.hasPrefix("Error:") }
    let isOutOfMemory = ["memory", "alloc", "bad_alloc"].contains { complaint.contains($0) }
    if isOutOfMemory { return "the layout needs more than \(limits.bytes >> 20) MiB of memory; " + advice }
    if code < 0 { return "the layout crashed inside Graphviz (signal \(-code)); " + advice }
    if let line = lines.first {
      return "Graphviz could not draw the graph (\(line.dropFirst(6).drop { $0 == " " })); " + advice
    }
    return "Graphviz could not draw the graph (code \(code)); is it installed whole (Debian: libgraphviz-dev)?"
  }
}

/// The two ends of a pipe; both are closed at the end.
private final class Pipe {
  private(set) var reader: Int32
  private(set) var writer: Int32
  var isOpen: Bool { reader >= 0 }

  init() throws {
    reader = -1
    writer = -1
    guard gv_pipe(&reader, &writer) == 0 else {
      throw RenderingError("the layout could not be started: \(String(cString: strerror(errno))).")
    }
  }

  deinit {
    closeWriter()
    closeReader()
  }

  func closeWriter() {
    if writer >= 0 { close(writer) }
    writer = -1
  }

  private func closeReader() {
    if reader >= 0 { close(reader) }
    reader = -1
  }

  /// Appends what can be read now; false, and closed, at the end.
  func drain(into bytes: inout [UInt8]) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(reader, &buffer, buffer.count)
    if count > 0 {
      bytes.append(contentsOf: buffer[..<count])
      return true
    }
    if count < 0 && errno == EINTR { return true }
    closeReader()
    return false
  }
}
