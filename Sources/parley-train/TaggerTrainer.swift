import Syntax

/// Trains the tagger on sentences and tags others.
final class TaggerTrainer {
  private let linear: LinearTrainer
  private let inventory: Inventory
  private let features = UnsafeMutablePointer<UInt32>.allocate(capacity: TagFeatures.count)

  private let margin: Float

  init(inventory: Inventory, bits: Int, margin: Float) {
    self.margin = margin
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
    linear.average()
  }

  private func learn(_ sentence: TrainingSentence) {
    var (t1, t2): (UInt8, UInt8) = (254, 254)
    for i in 0..<sentence.count {
      var tag = known(sentence, i)
      if tag == 255 {
        let gold = Int(sentence.tags[i])
        let best = guess(sentence, i, (t1, t2))
        linear.tick()
        let wrong = linear.rival(of: gold)
        if linear.scores[gold] < linear.scores[wrong] + margin {
          linear.update(features, count: TagFeatures.count, right: gold, wrong: wrong)
        }
        tag = UInt8(best)
      }
      (t2, t1) = (t1, tag)
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
  func add(_ other: TaggerTrainer) { linear.add(other.linear) }

  func table() -> [UInt8] { linear.quantized() }
}
