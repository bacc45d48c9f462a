/// Collects output and hands it on in pieces of about 64 kB, so that no export is held in memory whole.
///
/// A failure of the receiver (a full disk, a closed pipe) is kept: later output is thrown away, and `finish` throws it.
public final class ByteSink {
  private static let pieceLength = 1 << 16
  private var buffer: [UInt8] = []
  private let receive: (UnsafeRawBufferPointer) throws -> Void
  private var failure: (any Error)?

  /// - Parameter receive: takes the bytes in order; they are valid during the call only.
  public init(_ receive: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.receive = receive
    buffer.reserveCapacity(Self.pieceLength + 4096)
  }

  /// The receiver failed: there is no point in going on.
  public var hasFailed: Bool { failure != nil }

  public func write(_ text: String) {
    var text = text
    text.withUTF8 { buffer.append(contentsOf: $0) }
    if buffer.count >= Self.pieceLength { pass() }
  }

  public func write(_ byte: UInt8) {
    buffer.append(byte)
    if buffer.count >= Self.pieceLength { pass() }
  }

  /// Writes the text in double quotes with the escapes of JSON (RFC 8259).
  public func writeJSON(_ text: String) {
    var text = text
    buffer.append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
          buffer.append(UInt8(ascii: "\\"))
          buffer.append(byte)
        case UInt8(ascii: "\n"): buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
        case UInt8(ascii: "\t"): buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
        case 0..<0x20:
          let digits = Array("0123456789abcdef".utf8)
          buffer.append(contentsOf: Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
        default: buffer.append(byte)
        }
      }
    }
    buffer.append(UInt8(ascii: "\""))
    if buffer.count >= Self.pieceLength { pass() }
  }

  /// Hands on what is left.
  ///
  /// - Throws: the first error of the receiver.
  public func finish() throws {
    pass()
    if let failure { throw failure }
  }

  func flush() { pass() }

  private func pass() {
    if failure == nil, !buffer.isEmpty {
      do { try buffer.withUnsafeBytes(receive) } catch { failure = error }
    }
    buffer.removeAll(keepingCapacity: true)
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
