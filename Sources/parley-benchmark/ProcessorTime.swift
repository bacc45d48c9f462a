import Foundation

/// Processor time in seconds: what work costs, whatever else the machine does.
enum ProcessorTime {
  /// Of the calling thread.
  static func measure(_ body: () throws -> Void) rethrows -> Double {
    let start = now(CLOCK_THREAD_CPUTIME_ID)
    try body()
    return now(CLOCK_THREAD_CPUTIME_ID) - start
  }

  /// Of the calling thread, with what the work gives.
  static func measureResult<Result>(of body: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
    let start = now(CLOCK_THREAD_CPUTIME_ID)
    let result = try body()
    return (now(CLOCK_THREAD_CPUTIME_ID) - start, result)
  }

  /// Of all threads of the process.
  static func measureProcess(_ body: () throws -> Void) rethrows -> Double {
    let start = now(CLOCK_PROCESS_CPUTIME_ID)
    try body()
    return now(CLOCK_PROCESS_CPUTIME_ID) - start
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
