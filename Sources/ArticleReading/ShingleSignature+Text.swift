import Foundation

extension ShingleSignature {
  /// The signature as 348 characters of Base64, to be carried with what was found in the article; `init(encoded:)` reads it.
  public var encoded: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 + 2 * Self.places)
    for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: pairs >> shift)) }
    for least in minima {
      bytes.append(UInt8(truncatingIfNeeded: least))
      bytes.append(UInt8(truncatingIfNeeded: least >> 8))
    }
    return Data(bytes).base64EncodedString()
  }

  /// Reads what `encoded` gave; nil for any other text.
  public init?(encoded: String) {
    guard let data = Data(base64Encoded: encoded), data.count == 4 + 2 * Self.places else { return nil }
    let bytes = Array(data)
    let pairs = (0..<4).reduce(0) { $0 | Int(bytes[$1]) << (8 * $1) }
    let minima = (0..<Self.places).map { UInt16(bytes[4 + 2 * $0]) | UInt16(bytes[5 + 2 * $0]) << 8 }
    self.init(minima: minima, pairs: pairs)
  }
}
