import Foundation
import Parley

/// A line on the terminal that says how far a build is: articles, contacts, rate and time left.
final class BuildProgress {
  private let total: Int?
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant
  private var isOnScreen = false

  /// - Parameters:
  ///   - total: bytes of all inputs, where known.
  ///   - isShown: only where standard error is a terminal, too.
  init(total: Int?, isShown: Bool) {
    self.total = total
    self.isShown = isShown && StandardStreams.errorIsTerminal
    last = start
  }

  /// Shows the state, at most ten times a second.
  func show(_ summary: GraphBuilding.Summary) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - last > .milliseconds(100) else { return }
    last = now
    let elapsed = now - start
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let rate = Double(summary.bytes) / 1e6 / max(seconds, 0.001)
    var line = "\(summary.articles) articles, \(summary.contacts) contacts, \(String(format: "%.1f", rate)) MB/s"
    if let total, total > 0, summary.bytes > 0 {
      let share = min(1, Double(summary.bytes) / Double(total))
      let left = Int(seconds / share * (1 - share))
      line += ", \(Int(share * 100)) %, \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
    }
    write("\r\u{1B}[K\(line)")
    isOnScreen = true
  }

  /// Takes the line away before something else is written.
  func clear() {
    guard isOnScreen else { return }
    write("\r\u{1B}[K")
    isOnScreen = false
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
