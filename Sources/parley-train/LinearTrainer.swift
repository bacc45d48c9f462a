import Syntax

/// An averaged perceptron over hashed features (Collins 2002), with rows of weights that may overlap.
final class LinearTrainer {
  let classes: Int
  let blocks: Int
  let mask: UInt32
  /// Places from one row to the next: 1 where rows overlap, 3 for the rows of the parser's actions.
  let stride: Int
  private let size: Int
  private let weights: UnsafeMutablePointer<Float>
  private let sums: UnsafeMutablePointer<Double>
  private var step: Double = 1
  let scores: UnsafeMutablePointer<Float>

  /// The upper eight bits of the hash of the feature that each row belongs to: others have no weight there.
  private let owners: UnsafeMutablePointer<UInt8>?
  /// The upper eight bits of the hash of the last feature that moved a row.
  private let movers: UnsafeMutablePointer<UInt8>?

  /// Which features have weights in a row.
  enum Rows {
    /// Those whose hashes fall on it.
    case shared
    /// The same; the rows are so many that most have a single one, and `owners(bits:)` tells which.
    case all
    /// The one whose hash has these upper eight bits.
    case owned([UInt8])
  }

  init(classes: Int, bits: Int, stride: Int, rows: Rows) {
    switch rows {
    case .shared: (owners, movers) = (nil, nil)
    case .all:
      owners = nil
      movers = .allocate(capacity: 1 << bits)
      movers?.initialize(repeating: 0, count: 1 << bits)
    case .owned(let bytes):
      movers = nil
      owners = .allocate(capacity: bytes.count)
      owners?.initialize(from: bytes, count: bytes.count)
    }
    self.classes = classes
    self.stride = stride
    blocks = (classes + RowScorer.block - 1) / RowScorer.block
    mask = UInt32(1 << bits) - 1
    size = (1 << bits) * stride + blocks * RowScorer.block
    weights = .allocate(capacity: size + 16)
    weights.initialize(repeating: 0, count: size + 16)
    sums = .allocate(capacity: size)
    sums.initialize(repeating: 0, count: size)
    scores = .allocate(capacity: max(16, blocks * RowScorer.block))
  }

  deinit {
    weights.deallocate()
    sums.deallocate()
    scores.deallocate()
    owners?.deallocate()
    movers?.deallocate()
  }

  /// The sums over all features, one for each class; valid until the next call.
  func score(_ features: UnsafePointer<UInt32>, count: Int) -> UnsafePointer<Float> {
    if stride == 3 {
      var sum = SIMD4<Float>.zero
      for k in 0..<count where has(features[k]) {
        sum += UnsafeRawPointer(weights + Int(features[k] & mask) * 3).loadUnaligned(as: SIMD4<Float>.self)
      }
      for c in 0..<3 { scores[c] = sum[c] }
      return UnsafePointer(scores)
    }
    for b in 0..<blocks {
      var sum = SIMD16<Float>.zero
      for k in 0..<count {
        sum += UnsafeRawPointer(weights + Int(features[k] & mask) + b * RowScorer.block).loadUnaligned(
          as: SIMD16<Float>.self)
      }
      UnsafeMutableRawPointer(scores + b * RowScorer.block).storeBytes(of: sum, as: SIMD16<Float>.self)
    }
    return UnsafePointer(scores)
  }

  @inline(__always)
  private func has(_ feature: UInt32) -> Bool {
    guard let owners else { return true }
    return owners[Int(feature & mask)] == UInt8(truncatingIfNeeded: feature >> 24)
  }

  /// Rewards one class and punishes another.
  func update(_ features: UnsafePointer<UInt32>, count: Int, right: Int, wrong: Int, by amount: Float = 1) {
    for k in 0..<count where has(features[k]) {
      movers?[Int(features[k] & mask)] = UInt8(truncatingIfNeeded: features[k] >> 24)
      let row = Int(features[k] & mask) * stride
      weights[row + right] += amount
      weights[row + wrong] -= amount
      sums[row + right] += step * Double(amount)
      sums[row + wrong] -= step * Double(amount)
    }
  }

  /// The best class but `right`, by the last scores.
  func rival(of right: Int) -> Int {
    var best = right == 0 ? 1 : 0
    for c in 0..<classes where c != right && scores[c] > scores[best] { best = c }
    return best
  }

  /// Counts one decision, right or wrong.
  func tick() { step += 1 }

  /// The weights, each the average over all decisions, replace the last ones: training is over.
  func average() {
    for i in 0..<size { weights[i] -= Float(sums[i] / step) }
  }

  /// Adds the weights of another trainer of the same shape: the two vote.
  func add(_ other: LinearTrainer) {
    for i in 0..<size { weights[i] += other.weights[i] }
  }

  /// For each row of a smaller table, the upper eight bits of the hash of the feature with the greatest weights among those
  /// that fall on it.
  func owners(bits: Int) -> [UInt8] {
    var owners = [UInt8](repeating: 0, count: 1 << bits)
    guard let movers else { return owners }
    var greatest = [Float](repeating: 0, count: 1 << bits)
    for row in 0...Int(mask) {
      let (a, b, c) = (weights[row * 3], weights[row * 3 + 1], weights[row * 3 + 2])
      let range = max(a, b, c) - min(a, b, c)
      let place = row & (1 << bits - 1)
      if range > greatest[place] {
        greatest[place] = range
        owners[place] = movers[row]
      }
    }
    return owners
  }

  /// The rows of the parser's actions as signed bytes: left and right against shift, then the owner.
  func quantizedArcs() -> [UInt8] {
    let rows = Int(mask) + 1
    var extreme = Float.leastNormalMagnitude
    for row in 0..<rows {
      let shift = weights[row * 3]
      extreme = max(extreme, abs(weights[row * 3 + 1] - shift), abs(weights[row * 3 + 2] - shift))
    }
    var table = [UInt8](repeating: 0, count: rows * 3 + RowScorer.block)
    for row in 0..<rows {
      let shift = weights[row * 3]
      for k in 1...2 {
        table[row * 3 + k - 1] = UInt8(
          bitPattern: Int8(((weights[row * 3 + k] - shift) * (127 / extreme)).rounded()))
      }
      table[row * 3 + 2] = owners?[row] ?? 0
    }
    return table
  }

  /// The weights as signed bytes, scaled so that the largest fits. To cut the largest ones instead costs much: the
  /// few features that fire in every sentence have them.
  func quantized() -> [UInt8] {
    let extreme = (0..<size).reduce(Float.leastNormalMagnitude) { max($0, abs(weights[$1])) }
    return (0..<size).map { UInt8(bitPattern: Int8((weights[$0] * (127 / extreme)).rounded())) }
  }
}
