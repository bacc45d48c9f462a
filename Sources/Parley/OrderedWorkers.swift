import Foundation

/// Maps a stream in parallel and hands the results on in the stream's order, so that the output does not depend on the
/// number of threads.
///
/// Reading and consuming happen on the calling thread; at most `capacity` items are in flight, which bounds memory
/// whatever the stream's length.
public struct OrderedWorkers<Input: Sendable, Output: Sendable> {
  private let threads: Int
  private let capacity: Int
  private let makeWorker: @Sendable () -> (Input) -> Output

  /// - Parameters:
  ///   - threads: number of threads that map; with 1 everything runs on the calling thread.
  ///   - ahead: how many inputs each thread may be ahead of what is consumed.
  ///   - makeWorker: makes the mapping function of one thread, with whatever memory it reuses.
  public init(threads: Int, ahead: Int = 8, makeWorker: @escaping @Sendable () -> (Input) -> Output) {
    self.threads = max(1, threads)
    self.capacity = max(1, threads) * max(1, ahead)
    self.makeWorker = makeWorker
  }

  /// Runs until the stream ends or `consume` returns false.
  ///
  /// - Parameter isReady: the next input is at hand. Where it is not, what is in flight is handed on before `next` waits
  ///   for it, so that a program at the other end of a pipe gets its answers before it sends more.
  public func run(
    next: () throws -> Input?, isReady: () -> Bool = { true }, consume: (Output) throws -> Bool
  ) throws {
    guard threads > 1 else {
      let work = makeWorker()
      while let input = try next() {
        if try !consume(work(input)) { return }
      }
      return
    }
    let board = Board<Input, Output>()
    for _ in 0..<threads {
      let thread = Thread { [makeWorker] in
        let work = makeWorker()
        while let (index, input) = board.take() { board.put(work(input), at: index) }
      }
      // The parser and resolver recurse along sentences; the default of a thread is small.
      thread.stackSize = 8 << 20
      thread.start()
    }
    defer { board.close() }
    var inFlight = 0
    var ended = false
    while true {
      while !ended, inFlight < capacity, inFlight == 0 || isReady() {
        guard let input = try next() else {
          ended = true
          break
        }
        board.add(input)
        inFlight += 1
      }
      guard inFlight > 0 else { return }
      let output = board.waitForNext()
      inFlight -= 1
      if try !consume(output) { return }
    }
  }
}

/// Where the calling thread lays work out and workers lay results down.
private final class Board<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  // Every access to the members is between lock and unlock of the condition.
  private let condition = NSCondition()
  private var waiting: [Input] = []
  private var firstWaiting = 0
  private var results: [Int: Output] = [:]
  private var nextResult = 0
  private var isClosed = false

  func add(_ input: Input) {
    condition.lock()
    defer { condition.unlock() }
    waiting.append(input)
    condition.broadcast()
  }

  func take() -> (Int, Input)? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty, !isClosed { condition.wait() }
    guard !isClosed else { return nil }
    let index = firstWaiting
    firstWaiting += 1
    return (index, waiting.removeFirst())
  }

  func put(_ output: Output, at index: Int) {
    condition.lock()
    defer { condition.unlock() }
    results[index] = output
    if index == nextResult { condition.broadcast() }
  }

  func waitForNext() -> Output {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let output = results.removeValue(forKey: nextResult) {
        nextResult += 1
        return output
      }
      condition.wait()
    }
  }

  func close() {
    condition.lock()
    defer { condition.unlock() }
    isClosed = true
    waiting.removeAll()
    condition.broadcast()
  }
}
