import CPrefetch

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
    if blocks == 3 {
      // The usual number of relations and of tags: each row is looked up once.
      var (first, second, third) = (BlockSum(), BlockSum(), BlockSum())
      for k in 0..<count {
        let row = raw + Int(features[k] & mask)
        first.add(row)
        second.add(row + block)
        third.add(row + 2 * block)
      }
      first.store(count: count, at: out)
      second.store(count: count, at: out + block)
      third.store(count: count, at: out + 2 * block)
      return
    }
    for b in 0..<blocks {
      var sum = BlockSum()
      for k in 0..<count { sum.add(raw + Int(features[k] & mask) + b * block) }
      sum.store(count: count, at: out + b * block)
    }
  }

  /// The sums of one block. Two bytes are added at once as a word: `words` holds the odd bytes' sums with those of the even
  /// ones, lifted by 128, mixed in; `odd` those of the odd ones alone.
  private struct BlockSum {
    private var words = SIMD8<Int16>.zero
    private var odd = SIMD8<Int16>.zero

    @inline(__always)
    mutating func add(_ row: UnsafeRawPointer) {
      let lifted = row.loadUnaligned(as: SIMD8<Int16>.self) ^ 0x0080
      words &+= lifted
      odd &+= lifted &>> 8
    }

    @inline(__always)
    func store(count: Int, at out: UnsafeMutablePointer<Int16>) {
      let even = words &- (odd &<< 8) &- Int16(truncatingIfNeeded: count &* 128)
      for i in 0..<8 {
        out[2 * i] = even[i]
        out[2 * i + 1] = odd[i]
      }
    }
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

  /// The best of the first `classes` sums; the first of equal ones.
  @inline(__always)
  package static func best(_ scores: UnsafePointer<Int16>, classes: Int) -> Int {
    var best = 0
    for c in 1..<max(1, classes) where scores[c] > scores[best] { best = c }
    return best
  }
}
