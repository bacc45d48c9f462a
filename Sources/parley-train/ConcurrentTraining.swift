import Dispatch

/// Trains on all cores.
enum ConcurrentTraining {
  /// The results of `body` for 0, 1, …, in this order; it runs for several of them at once and must not share state.
  static func map<Result>(_ count: Int, _ body: @escaping (Int) -> Result) -> [Result] {
    // Each call writes its own place.
    nonisolated(unsafe) let results = UnsafeMutableBufferPointer<Result?>.allocate(capacity: count)
    results.initialize(repeating: nil)
    defer {
      results.deinitialize()
      results.deallocate()
    }
    nonisolated(unsafe) let body = body
    DispatchQueue.concurrentPerform(iterations: count) { results[$0] = body($0) }
    return results.compactMap { $0 }
  }
}
