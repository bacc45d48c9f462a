import Syntax

/// An averaged perceptron over hashed features (Collins 2002), with rows of weights that may overlap.
final class LinearTrainer {
  let classes: Int
  let blocks: Int
  let mask: UInt32
  /// Places from one row to the next: 1 where rows overlap, 4 for the rows of the parser's actions.
  let stride: Int
  private let size: Int
  private let weights: UnsafeMutablePointer<Float>
  private let sums: UnsafeMutablePointer<Double>
  private var step: Double = 1
  private let scores: UnsafeMutablePointer<Float>

  init(classes: Int, bits: Int, stride: Int) {
    self.classes = classes
    self.stride = stride
    blocks = (classes + RowScorer.block - 1) / RowScorer.block
    mask = UInt32(1 << bits) - 1
    size = (1 << bits) * stride + (stride == 1 ? blocks * RowScorer.block : 0)
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
    if stride == 4 {
      var sum = SIMD4<Float>.zero
      for k in 0..<count {
        sum += UnsafeRawPointer(weights + Int(features[k] & mask) * 4).loadUnaligned(as: SIMD4<Float>.self)
      }
      for c in 0..<4 { scores[c] = sum[c] }
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

  /// Counts one decision, right or wrong.
  func tick() { step += 1 }

  /// The weights, each the average over all decisions, replace the last ones: training is over.
  func average() {
    for i in 0..<size { weights[i] -= Float(sums[i] / step) }
  }

  /// The weights as signed bytes, scaled so that one in `1 / clipped` of those that are not zero is cut.
  func quantized(clipped: Double) -> [UInt8] {
    var magnitudes: [Float] = []
    for i in 0..<size where weights[i] != 0 { magnitudes.append(abs(weights[i])) }
    magnitudes.sort()
    let largest =
      magnitudes.isEmpty ? 1 : magnitudes[min(magnitudes.count - 1, Int(Double(magnitudes.count) * (1 - clipped)))]
    let scale = 127 / max(largest, .leastNormalMagnitude)
    return (0..<size).map { UInt8(bitPattern: Int8(max(-127, min(127, (weights[$0] * scale).rounded())))) }
  }
}
