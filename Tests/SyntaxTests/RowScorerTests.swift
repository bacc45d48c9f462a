import Syntax
import TestSupport
import Testing

/// The vectors add up what a plain loop adds up.
@Suite struct RowScorerTests {
  @Test(arguments: [1, 2, 3, 6])
  func rowsOfClasses(blocks: Int) {
    var random = SeededRandom(seed: UInt64(blocks))
    let mask: UInt32 = 1023
    let width = blocks * RowScorer.block
    let table = (0..<(1024 + width)).map { _ in Int8(truncatingIfNeeded: random.next()) }
    for count in [0, 1, 5, 80] {
      let features = (0..<count).map { _ in UInt32(truncatingIfNeeded: random.next()) }
      var fast = [Int16](repeating: 1, count: width)
      RowScorer.score(table, mask: mask, features: features, count: count, blocks: blocks, into: &fast)
      let naive = (0..<width).map { c in features.reduce(0) { $0 + Int(table[Int($1 & mask) + c]) } }
      #expect(fast.map(Int.init) == naive)
      #expect(RowScorer.best(fast, classes: width) == naive.firstIndex(of: naive.max() ?? 0))
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
