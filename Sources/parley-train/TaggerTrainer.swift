import Syntax

/// Trains the tagger on sentences and tags others.
final class TaggerTrainer {
  private let coarse: LinearTrainer
  private let linear: LinearTrainer
  private let inventory: Inventory
  private let features = UnsafeMutablePointer<UInt32>.allocate(capacity: TagFeatures.count)

  private let margin: Float
  private let coarseMargin: Float

  init(inventory: Inventory, bits: Int, coarseBits: Int, margin: Float, coarseMargin: Float) {
    self.margin = margin
    self.coarseMargin = coarseMargin
    coarse = LinearTrainer(classes: inventory.classes.count, bits: coarseBits, stride: 1, rows: .shared)
    self.inventory = inventory
    linear = LinearTrainer(classes: inventory.classes.count, bits: bits, stride: 1, rows: .shared)
  }

  deinit {
    features.deallocate()
  }

  func train(_ groups: [TrainingGroup], epochs: Int, share: Double, random: inout SeededRandom) {
    var order = Array(groups.indices)
    for _ in 0..<epochs {
      order.shuffle(using: &random)
      for i in order { learn(groups[i].draw(&random, share: share)) }
    }
    coarse.average()
    linear.average()
  }

  private func learn(_ sentence: TrainingSentence) {
    var (t1, t2): (UInt8, UInt8) = (254, 254)
    for i in 0..<sentence.count {
      var tag = known(sentence, i)
      if tag == 255 {
        let gold = Int(sentence.tags[i])
        let best = guess(sentence, i, (t1, t2))
        learn(linear, count: TagFeatures.count, gold, margin: margin)
        let count = CoarseFeatures.tag(
          sentence.words, i, previous: (t1, t2), headline: sentence.headline, first: i == 0, into: features)
        _ = coarse.score(features, count: count)
        learn(coarse, count: count, gold, margin: coarseMargin)
        tag = UInt8(best)
      }
      (t2, t1) = (t1, tag)
    }
  }

  /// Has a learner, which has just scored the features, learn a tag.
  private func learn(_ learner: LinearTrainer, count: Int, _ right: Int, margin: Float) {
    learner.tick()
    let wrong = learner.rival(of: right)
    if learner.scores[right] < learner.scores[wrong] + margin {
      learner.update(features, count: count, right: right, wrong: wrong)
    }
  }

  private func known(_ sentence: TrainingSentence, _ i: Int) -> UInt8 {
    sentence.hints[i] == .properName ? inventory.properName : sentence.words[i].onlyTag
  }

  private func guess(_ sentence: TrainingSentence, _ i: Int, _ previous: (UInt8, UInt8)) -> Int {
    TagFeatures.extract(
      sentence.words, i, previous: previous, headline: sentence.headline, first: i == 0, into: features)
    let scores = linear.score(features, count: TagFeatures.count)
    var best = 0
    for c in 1..<linear.classes where scores[c] > scores[best] { best = c }
    return best
  }

  /// The tags of a sentence.
  func tag(_ sentence: TrainingSentence) -> [UInt8] {
    var tags: [UInt8] = []
    var (t1, t2): (UInt8, UInt8) = (254, 254)
    for i in 0..<sentence.count {
      var tag = known(sentence, i)
      if tag == 255 { tag = UInt8(guess(sentence, i, (t1, t2))) }
      tags.append(tag)
      (t2, t1) = (t1, tag)
    }
    return tags
  }

  /// Adds the weights of another trained tagger: the two vote.
  func add(_ other: TaggerTrainer) {
    coarse.add(other.coarse)
    linear.add(other.linear)
  }

  /// The sections of a model file: of the coarse features and of all.
  var tables: [[UInt8]] { [coarse.quantized(), linear.quantized()] }
}
