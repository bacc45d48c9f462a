import Foundation

extension ShingleSignature {
  /// The length of `bytes`.
  public static let length = 4 + places

  /// The signature as bytes, to be stored; `init(bytes:)` reads them.
  public var bytes: [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: pairs >> (8 * $0)) } + minima
  }

  /// Reads what `bytes` gave; nil for any other number of bytes.
  public init?(bytes: some RandomAccessCollection<UInt8>) {
    guard bytes.count == Self.length else { return nil }
    let pairs = bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    self.init(minima: Array(bytes.dropFirst(4)), pairs: pairs)
  }

  /// The signature as 176 characters of Base64, to be carried with what was found in the article; `init(encoded:)` reads it.
  public var encoded: String { Data(bytes).base64EncodedString() }

  /// Reads what `encoded` gave; nil for any other text.
  public init?(encoded: String) {
    guard let data = Data(base64Encoded: encoded) else { return nil }
    self.init(bytes: data)
  }
}
