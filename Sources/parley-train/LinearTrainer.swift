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

  init(classes: Int, bits: Int, stride: Int) {
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
  }

  /// The sums over all features, one for each class; valid until the next call.
  func score(_ features: UnsafePointer<UInt32>, count: Int) -> UnsafePointer<Float> {
    if stride == 3 {
      var sum = SIMD4<Float>.zero
      for k in 0..<count {
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

  /// Rewards one class and punishes another.
  func update(_ features: UnsafePointer<UInt32>, count: Int, right: Int, wrong: Int, by amount: Float = 1) {
    for k in 0..<count {
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

  /// The weights as signed bytes, scaled so that the largest fits. To cut the largest ones instead costs much: the
  /// few features that fire in every sentence have them.
  func quantized() -> [UInt8] {
    let extreme = (0..<size).reduce(Float.leastNormalMagnitude) { max($0, abs(weights[$1])) }
    return (0..<size).map { UInt8(bitPattern: Int8((weights[$0] * (127 / extreme)).rounded())) }
  }
}
