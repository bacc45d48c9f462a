/// Sums of the weights of features over all classes.
///
/// A table is one array of signed bytes. The weights of a feature for the classes 0, 1, … stand one after the other from the
/// place that the feature's hash names; most of them are zero, so rows may overlap.
package enum RowScorer {
  /// Classes are summed in blocks of this many.
  package static let block = 16

  /// Adds up the rows of `count` features.
  ///
  /// - Parameters:
  ///   - blocks: number of classes in blocks of 16.
  ///   - mask: table size minus one; the table has `blocks * 16` more bytes than its size.
  ///   - out: room for `blocks * 16` sums.
  package static func score(
    _ table: UnsafePointer<Int8>, mask: UInt32, features: UnsafePointer<UInt32>, count: Int, blocks: Int,
    into out: UnsafeMutablePointer<Int16>
  ) {
    let raw = UnsafeRawPointer(table)
    for b in 0..<blocks {
      var sum = SIMD16<Int16>.zero
      let column = raw + b * block
      for k in 0..<count {
        let row = (column + Int(features[k] & mask)).loadUnaligned(as: SIMD16<Int8>.self)
        sum &+= SIMD16<Int16>(truncatingIfNeeded: row)
      }
      UnsafeMutableRawPointer(out + b * block).storeBytes(of: sum, as: SIMD16<Int16>.self)
    }
  }

  /// Sums rows of three weights that do not overlap: the actions of the parser. The fourth sum has no meaning; the table has
  /// one more byte than its rows.
  @inline(__always)
  package static func score3(
    _ table: UnsafePointer<Int8>, mask: UInt32, features: UnsafePointer<UInt32>, count: Int
  ) -> SIMD4<Int32> {
    let raw = UnsafeRawPointer(table)
    var sum = SIMD4<Int32>.zero
    for k in 0..<count {
      let row = (raw + Int(features[k] & mask) &* 3).loadUnaligned(as: SIMD4<Int8>.self)
      sum &+= SIMD4<Int32>(truncatingIfNeeded: row)
    }
    return sum
  }

  /// The best of the first `classes` sums; the first of equal ones.
  @inline(__always)
  package static func best(_ scores: UnsafePointer<Int16>, classes: Int) -> Int {
    var best = 0
    for c in 1..<max(1, classes) where scores[c] > scores[best] { best = c }
    return best
  }
}
