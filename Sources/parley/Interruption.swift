import Dispatch
import Foundation
import Synchronization

/// Notes Ctrl-C (and a request to terminate) so that a command can end in good order; a second one ends it at once.
final class Interruption {
  /// Shared with the handlers, which run on a queue of their own.
  private final class Requests: Sendable {
    let count = Atomic<Int>(0)
  }
  private let requests = Requests()
  private var sources: [any DispatchSourceSignal] = []

  init() {
    let queue = DispatchQueue(label: "parley.interruption")
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [requests] in
        if requests.count.add(1, ordering: .relaxed).newValue > 1 { exit(130) }
      }
      source.resume()
      sources.append(source)
    }
  }

  var isRequested: Bool { requests.count.load(ordering: .relaxed) > 0 }
}
