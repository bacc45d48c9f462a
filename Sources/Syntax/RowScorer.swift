import CPrefetch
import CRowSums

/// Sums of the weights of features over all classes.
///
/// A table is one array of signed bytes. The weights of a feature for the classes 0, 1, … stand one after the other from the
/// place that the feature's hash names; most of them are zero, so rows may overlap.
package enum RowScorer {
  /// Classes are summed in blocks of this many.
  package static let block = 16

  /// The class with the greatest sum of the rows of `count` features, the first of equal ones, and by how much it beats the
  /// second.
  ///
  /// - Parameters:
  ///   - classes: the classes to choose from, some of the first 1024.
  ///   - mask: table size minus one; behind it the table has as many more bytes as `classes` has blocks of 16.
  ///   - count: number of features, at most 127.
  /// Complexity: O(*n* *m*) in classes and features; on x86 processors with AVX2, 64 classes at once.
  @inline(__always)
  package static func best(
    of classes: Range<Int>, _ table: UnsafePointer<Int8>, mask: UInt32, features: UnsafePointer<UInt32>, count: Int
  ) -> (place: Int, margin: Int32) {
    let best = parley_best_class(
      table, mask, features, Int32(truncatingIfNeeded: count), Int32(truncatingIfNeeded: classes.lowerBound),
      Int32(truncatingIfNeeded: classes.upperBound))
    return (Int(best.place), best.margin)
  }

  /// Sums the rows of the parser's actions: the weights for an arc to the left and to the right, against a shift, and the
  /// upper eight bits of the hash of the feature that the row belongs to. A row of another feature counts nothing: most
  /// features of a new sentence were never seen, and chance must not give them weights.
  ///
  /// The table has one more byte than its rows.
  @inline(__always)
  package static func scoreArcs(
    _ table: UnsafePointer<Int8>, mask: UInt32, features: UnsafePointer<UInt32>, count: Int
  ) -> (left: Int32, right: Int32) {
    let raw = UnsafeRawPointer(table)
    func row(_ feature: UInt32) -> UInt32 {
      (raw + Int(feature & mask) &* 3).loadUnaligned(as: UInt32.self)
    }
    var (left, right) = (SIMD4<Int32>.zero, SIMD4<Int32>.zero)
    var k = 0
    while k < count {
      var four = SIMD4<UInt32>.zero
      var rows = SIMD4<UInt32>.zero
      if k &+ 4 <= count {
        four = UnsafeRawPointer(features + k).loadUnaligned(as: SIMD4<UInt32>.self)
        rows = SIMD4(row(four[0]), row(four[1]), row(four[2]), row(four[3]))
      } else {
        for lane in 0..<(count &- k) {
          four[lane] = features[k &+ lane]
          rows[lane] = row(four[lane])
        }
      }
      let strange = (rows &>> 16 ^ four &>> 24) & 0xFF .!= 0
      let own = SIMD4<Int32>(truncatingIfNeeded: rows.replacing(with: 0, where: strange))
      left &+= (own &<< 24) &>> 24
      right &+= (own &<< 16) &>> 24
      k &+= 4
    }
    return (left.wrappedSum(), right.wrappedSum())
  }

  /// Has the rows of three weights fetched that the next call reads.
  @inline(__always)
  package static func prefetch3(
    _ table: UnsafePointer<Int8>, mask: UInt32, features: UnsafePointer<UInt32>, count: Int
  ) {
    for k in 0..<count { parley_prefetch(table + Int(features[k] & mask) &* 3) }
  }

  /// Has the rows of blocks fetched that the next call reads.
  @inline(__always)
  package static func prefetch(
    _ table: UnsafePointer<Int8>, mask: UInt32, features: UnsafePointer<UInt32>, count: Int, blocks: Int
  ) {
    for k in 0..<count {
      let row = table + Int(features[k] & mask)
      parley_prefetch(row)
      parley_prefetch(row + (blocks * block - 1))
    }
  }
}
