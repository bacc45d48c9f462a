import Syntax
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

  @Test func rowsOfThree() {
    var random = SeededRandom(seed: 3)
    let mask: UInt32 = 255
    let table = (0..<1024).map { _ in Int8(truncatingIfNeeded: random.next()) }
    let features = (0..<150).map { _ in UInt32(truncatingIfNeeded: random.next()) }
    let sums = RowScorer.score3(table, mask: mask, features: features, count: features.count)
    for c in 0..<3 {
      #expect(Int(sums[c]) == features.reduce(0) { $0 + Int(table[Int($1 & mask) * 3 + c]) })
    }
  }
}
