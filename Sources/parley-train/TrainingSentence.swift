import Syntax

/// A sentence as the trainers read it: attributes of the words, and what is right.
final class TrainingSentence {
  let document: Int
  let count: Int
  /// With two sentinels before and after.
  let attributes: UnsafeMutablePointer<WordAttributes>
  let hints: [WordHint]
  let tags: [UInt8]
  let heads: [Int]
  let labels: [UInt8]
  /// The tags that a tagger gave which had not seen the sentence.
  var predicted: [UInt8]
  /// The tree that a backward parser gave which had not seen the sentence.
  var guideHeads: [Int32]
  var guideLabels: [UInt8]
  let headline: UInt32

  init(_ sentence: Treebank.Sentence, inventory: Inventory) {
    document = sentence.document
    count = sentence.words.count
    attributes = .allocate(capacity: count + 4)
    attributes.initialize(repeating: WordAttributes(), count: count + 4)
    let reader = WordReader()
    for (i, word) in sentence.words.enumerated() {
      let bytes = Array(word.form.utf8)
      attributes[i + 2] = bytes.withUnsafeBufferPointer {
        reader.read($0, lexicon: inventory.lexicon, hint: word.hint)
      }
    }
    hints = sentence.words.map(\.hint)
    tags = sentence.words.map { inventory.tagClass($0) }
    heads = sentence.words.map(\.head)
    labels = sentence.words.map { inventory.labelClass($0.relation) }
    predicted = tags
    guideHeads = heads.map(Int32.init)
    guideLabels = labels
    headline = TagFeatures.headline(attributes + 2, count: count)
  }

  deinit {
    attributes.deallocate()
  }

  /// Where the word's features are.
  var words: UnsafePointer<WordAttributes> { UnsafePointer(attributes + 2) }
}

/// A sentence in its variants; the first is the sentence as it stands.
struct TrainingGroup {
  var variants: [TrainingSentence]

  /// The part of the treebank that the sentence's document belongs to.
  func fold(of folds: Int) -> Int { variants[0].document % folds }

  /// A variant: mostly the sentence as it stands.
  func draw(_ random: inout SeededRandom, share: Double) -> TrainingSentence {
    guard variants.count > 1, random.fraction() < share else { return variants[0] }
    return variants[1 + Int(random.next() % UInt64(variants.count - 1))]
  }
}
