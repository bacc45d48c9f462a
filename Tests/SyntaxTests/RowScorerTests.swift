import CRowSums
import Syntax
import TestSupport
import Testing

/// The vectors add up what a plain loop adds up.
@Suite struct RowScorerTests {
  @Test(arguments: [0..<1, 1..<2, 0..<16, 1..<17, 3..<40, 1..<48, 0..<63, 5..<64, 0..<65, 7..<120])
  func bestClass(classes: Range<Int>) {
    var random = SeededRandom(seed: UInt64(classes.count))
    let mask: UInt32 = 1023
    let width = (classes.upperBound + RowScorer.block - 1) / RowScorer.block * RowScorer.block
    // Small weights make equal sums; the greatest ones must not overflow.
    for range in [-1...1, -128...127, 120...127, -128...(-120)] {
      let table = (0..<(1024 + width)).map { _ in Int8(Int.random(in: range, using: &random)) }
      for count in [0, 1, 5, 80, 127] {
        let features = (0..<count).map { _ in UInt32(truncatingIfNeeded: random.next()) }
        let sums = classes.map { c in features.reduce(0) { $0 + Int(table[Int($1 & mask) + c]) } }
        let place = sums.firstIndex(of: sums.max() ?? 0) ?? 0
        let second = sums.indices.filter { $0 != place }.map { sums[$0] }.max()
        let best = RowScorer.best(of: classes, table, mask: mask, features: features, count: count)
        #expect(best.place == classes.lowerBound + place, "\(range) \(count)")
        if let second { #expect(best.margin == sums[place] - second, "\(range) \(count)") }
        // What processors without wide vectors run.
        let plain = parley_best_class_inline(
          table, mask, features, Int32(count), Int32(classes.lowerBound), Int32(classes.upperBound))
        #expect(Int(plain.place) == best.place && plain.margin == best.margin, "\(range) \(count)")
      }
    }
  }

  /// Only rows that belong to a feature count.
  @Test(arguments: [0, 1, 3, 8, 150])
  func rowsOfArcs(count: Int) {
    var random = SeededRandom(seed: 3)
    let mask: UInt32 = 255
    var table = (0..<(256 * 3 + 16)).map { _ in Int8(truncatingIfNeeded: random.next()) }
    let features = (0..<count).map { _ in UInt32(truncatingIfNeeded: random.next()) }
    for feature in features where feature % 3 > 0 {
      table[Int(feature & mask) * 3 + 2] = Int8(truncatingIfNeeded: feature >> 24)
    }
    let sums = RowScorer.scoreArcs(table, mask: mask, features: features, count: features.count)
    let own = features.map { Int($0 & mask) * 3 }.enumerated().filter {
      table[$0.element + 2] == Int8(truncatingIfNeeded: features[$0.offset] >> 24)
    }.map(\.element)
    #expect(own.count >= count / 3)
    #expect(Int(sums.left) == own.reduce(0) { $0 + Int(table[$1]) })
    #expect(Int(sums.right) == own.reduce(0) { $0 + Int(table[$1 + 1]) })
  }
}
