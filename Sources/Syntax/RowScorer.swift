import CPrefetch

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
  @inline(__always)
  package static func best(
    of classes: Range<Int>, _ table: UnsafePointer<Int8>, mask: UInt32, features: UnsafePointer<UInt32>, count: Int
  ) -> (place: Int, margin: Int32) {
    let raw = UnsafeRawPointer(table)
    var best = BestClass(of: classes)
    let blocks = (classes.upperBound + block - 1) / block
    // Of two blocks at a time each row is looked up once.
    var b = 0
    while b < blocks - 1 {
      var (one, two) = (BlockSum(), BlockSum())
      for k in 0..<count {
        let row = raw + Int(features[k] & mask) + b * block
        one.add(row)
        two.add(row + block)
      }
      best.consider(one, count: count, from: b * block)
      best.consider(two, count: count, from: (b + 1) * block)
      b += 2
    }
    if b < blocks {
      var last = BlockSum()
      for k in 0..<count { last.add(raw + Int(features[k] & mask) + b * block) }
      best.consider(last, count: count, from: b * block)
    }
    return best.result
  }

  /// The sums of one block. Two bytes are added at once as a word: `words` holds the odd bytes' sums with those of the even
  /// ones, lifted by 128, mixed in; `odd` those of the odd ones alone.
  private struct BlockSum {
    private var words = SIMD8<Int16>.zero
    private(set) var odd = SIMD8<Int16>.zero

    @inline(__always)
    mutating func add(_ row: UnsafeRawPointer) {
      let lifted = row.loadUnaligned(as: SIMD8<Int16>.self) ^ 0x0080
      words &+= lifted
      odd &+= lifted &>> 8
    }

    @inline(__always)
    func even(count: Int) -> SIMD8<Int16> {
      words &- (odd &<< 8) &- Int16(truncatingIfNeeded: count &* 128)
    }
  }

  /// Finds the greatest of many sums, eight at a time, with nothing but arithmetic and shifts of whole vectors: comparing
  /// them lane by lane took longer than adding them up.
  private struct BestClass {
    /// Below every sum, and no further from the greatest than 16 bits tell.
    private static let none: Int16 = -16_384
    private let lower: Int16
    private let last: Int16
    private var sums = SIMD8<Int16>(repeating: none)
    /// The greatest sums but one of each lane.
    private var seconds = SIMD8<Int16>(repeating: none)
    private var places: SIMD8<Int16>

    @inline(__always)
    init(of classes: Range<Int>) {
      lower = Int16(truncatingIfNeeded: classes.lowerBound)
      last = Int16(truncatingIfNeeded: classes.upperBound - 1)
      places = SIMD8(repeating: lower)
    }

    @inline(__always)
    mutating func consider(_ sum: BlockSum, count: Int, from first: Int) {
      let even = SIMD8<Int16>(0, 2, 4, 6, 8, 10, 12, 14) &+ Int16(truncatingIfNeeded: first)
      consider(sum.even(count: count), even)
      consider(sum.odd, even &+ 1)
    }

    @inline(__always)
    private mutating func consider(_ others: SIMD8<Int16>, _ classes: SIMD8<Int16>) {
      let outside = ((classes &- lower) | (last &- classes)) &>> 15
      let others = others ^ ((others ^ Self.none) & outside)
      let isBetter = (sums &- others) &>> 15
      let lesser = others ^ ((sums ^ others) & isBetter)
      seconds ^= (seconds ^ lesser) & ((seconds &- lesser) &>> 15)
      sums ^= (sums ^ others) & isBetter
      places ^= (places ^ classes) & isBetter
    }

    @inline(__always)
    var result: (place: Int, margin: Int32) {
      var (sum, place, second) = (sums[0], places[0], seconds[0])
      for i in 1..<8 {
        second = max(second, seconds[i], min(sum, sums[i]))
        if sums[i] > sum || (sums[i] == sum && places[i] < place) { (sum, place) = (sums[i], places[i]) }
      }
      return (Int(place), Int32(sum) - Int32(second))
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
}
