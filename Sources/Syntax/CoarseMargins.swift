/// By how much the coarse features must win a decision to make it, in sums of weights; the full tables make all others.
package struct CoarseMargins: Equatable, Sendable {
  /// The kinds of decisions: tags, then the actions and the relations of each of the three passes.
  package static let kinds = 7

  /// A margin for each kind.
  private var values: [Int32]

  /// What coarse features would have decided where the full tables did.
  package struct Decision: Sendable {
    package var kind: Int
    /// By how much the coarse features would have won it.
    package var margin: Int32
    /// Whether the full tables decided the same.
    package var isSame: Bool

    package init(kind: Int, margin: Int32, isSame: Bool) {
      self.kind = kind
      self.margin = margin
      self.isSame = isSame
    }
  }

  /// The full tables make all decisions.
  package static let never = CoarseMargins(values: Array(repeating: .max, count: kinds))

  private init(values: [Int32]) {
    self.values = values
  }

  /// For each kind, the least margin from 1 on with which at most a share of all its decisions falls otherwise than the full
  /// tables make it.
  ///
  /// - Parameters:
  ///   - share: from 0 to 1.
  ///   - decisions: all of a treebank, as `SyntaxParser.decisions` tells them with the margins `never`.
  /// Complexity: O(*n* log *n*) in the decisions.
  package init(share: Double, of decisions: [Decision]) {
    values = (0..<Self.kinds).map { kind in
      let own = decisions.filter { $0.kind == kind }
      let allowed = Int(share * Double(own.count))
      let others = own.filter { !$0.isSame }.map(\.margin).sorted(by: >)
      // The first decision that is too many must stay open.
      return others.count > allowed ? max(1, others[allowed] + 1) : 1
    }
  }

  /// - Parameter bytes: as `bytes` gives them, or nil is returned.
  package init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.kinds * 4 else { return nil }
    values = (0..<Self.kinds).map { bytes.loadUnaligned(fromByteOffset: $0 * 4, as: Int32.self).littleEndian }
  }

  /// The margins in the order of the kinds, four bytes each, little-endian.
  package var bytes: [UInt8] {
    values.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
  }

  var tag: Int32 { values[Self.tagKind] }
  func action(pass: Int) -> Int32 { values[Self.actionKind(pass: pass)] }
  func label(pass: Int) -> Int32 { values[Self.labelKind(pass: pass)] }

  static let tagKind = 0
  static func actionKind(pass: Int) -> Int { 1 + 2 * pass }
  static func labelKind(pass: Int) -> Int { 2 + 2 * pass }
}

extension CoarseMargins: CustomStringConvertible {
  package var description: String { values.map(String.init).joined(separator: " ") }
}
