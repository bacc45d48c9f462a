import Gazetteer
import Synchronization

/// Arrays of the size of an article that one recognition leaves to the next, so that they are not allocated anew.
struct RecognitionBuffers: Sendable {
  var words: [Word] = []
  var sentences: [Range<Int>] = []
  var matches: [SurfaceMatch] = []

  /// Longer articles leave nothing behind.
  private static let mostWords = 1 << 16

  var isWorthKeeping: Bool { words.capacity <= Self.mostWords }
}

/// The buffers of the recognitions that are done; each that runs has some of its own.
final class RecognitionBufferPool: Sendable {
  private let free = Mutex<[RecognitionBuffers]>([])

  func take() -> RecognitionBuffers { free.withLock { $0.popLast() } ?? RecognitionBuffers() }

  func give(_ buffers: consuming RecognitionBuffers) {
    guard buffers.isWorthKeeping else { return }
    let kept = buffers
    free.withLock { $0.append(kept) }
  }
}
