/// Collects output and hands it on in pieces of about 64 kB, so that no export is held in memory whole.
///
/// A failure of the receiver (a full disk, a closed pipe) is kept: later output is thrown away, and `finish` throws it.
public final class ByteSink {
  private static let pieceLength = 1 << 16

  private let receive: (UnsafeRawBufferPointer) throws -> Void
  private let base: UnsafeMutablePointer<UInt8>
  // Behind a pointer, as the checks of exclusive access to a class's variable cost more than the writing.
  private let used: UnsafeMutablePointer<Int>
  private var failure: (any Error)?

  /// - Parameter receive: takes the bytes in order; they are valid during the call only.
  public init(_ receive: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.receive = receive
    base = .allocate(capacity: Self.pieceLength)
    used = .allocate(capacity: 1)
    used.initialize(to: 0)
  }

  deinit {
    base.deallocate()
    used.deallocate()
  }

  /// The receiver failed: there is no point in going on.
  public var hasFailed: Bool { failure != nil }

  public func write(_ text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  public func write(_ byte: UInt8) {
    if used.pointee == Self.pieceLength { flush() }
    base[used.pointee] = byte
    used.pointee += 1
  }

  /// Writes UTF-8.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    if used.pointee + bytes.count > Self.pieceLength { flush() }
    if bytes.count > Self.pieceLength { return pass(UnsafeRawBufferPointer(bytes)) }
    (base + used.pointee).update(from: start, count: bytes.count)
    used.pointee += bytes.count
  }

  /// Hands on what is left.
  ///
  /// - Throws: the first error of the receiver.
  public func finish() throws {
    flush()
    if let failure { throw failure }
  }

  func flush() {
    if used.pointee > 0 { pass(UnsafeRawBufferPointer(start: base, count: used.pointee)) }
    used.pointee = 0
  }

  private func pass(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil else { return }
    do { try receive(bytes) } catch { failure = error }
  }
}

extension ByteSink {
  /// What a body writes, as one text; for short outputs and tests.
  public static func text(_ body: (ByteSink) throws -> Void) rethrows -> String {
    var bytes: [UInt8] = []
    let sink = ByteSink { bytes.append(contentsOf: $0) }
    try body(sink)
    sink.flush()
    return String(decoding: bytes, as: UTF8.self)
  }
}
