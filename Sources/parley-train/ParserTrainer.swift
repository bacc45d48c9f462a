import Syntax

/// Trains the parser with a dynamic oracle (Goldberg and Nivre 2013, "Training Deterministic Parsers with Non-Deterministic
/// Oracles"): it learns what is best from any configuration, also after its own mistakes.
final class ParserTrainer {
  private let coarseArcs: LinearTrainer
  private let arcs: LinearTrainer
  private let coarseLabels: LinearTrainer
  private let labels: LinearTrainer
  private let inventory: Inventory
  private let state = ParseState()
  private let features = UnsafeMutablePointer<UInt32>.allocate(capacity: 256)
  private let isMarker: [Bool]
  private let isConjunction: [Bool]
  private var view = ParseWords()
  private let isFinite: [Bool]

  private let margin: Float
  private let coarseMargin: Float
  private let backward: Bool
  private var gold: [Int32] = []
  private var goldLabels: [UInt8] = []
  private var guideHeads: [Int32] = []
  private var guideLabels: [UInt8] = []

  private let guided: Bool

  typealias Rows = LinearTrainer.Rows

  /// Binary logarithms of the tables' sizes.
  struct Bits {
    var coarseArcs: Int
    var arcs: Int
    var coarseLabels: Int
    var labels: Int
  }

  /// - Parameters:
  ///   - backward: reads sentences from their end.
  ///   - guided: has the trees of another parser as guides.
  ///   - margin: by how much the right class must beat the others before a decision counts as learnt.
  ///   - coarseMargin: the same for the coarse features.
  ///   - rows: which features the rows of the actions belong to, of the coarse ones and of all.
  init(
    inventory: Inventory, backward: Bool, guided: Bool, bits: Bits, margin: Float, coarseMargin: Float,
    rows: (coarse: Rows, arcs: Rows)
  ) {
    self.backward = backward
    self.guided = guided
    self.margin = margin
    self.coarseMargin = coarseMargin
    self.inventory = inventory
    coarseArcs = LinearTrainer(classes: 3, bits: bits.coarseArcs, stride: 3, rows: rows.coarse)
    arcs = LinearTrainer(classes: 3, bits: bits.arcs, stride: 3, rows: rows.arcs)
    coarseLabels = LinearTrainer(
      classes: inventory.relations.count, bits: bits.coarseLabels, stride: 1, rows: .shared)
    labels = LinearTrainer(classes: inventory.relations.count, bits: bits.labels, stride: 1, rows: .shared)
    isFinite = SyntaxModel.finite(inventory.classes)
    isMarker = inventory.relations.map { $0 == .case_ || $0 == .mark }
    isConjunction = inventory.relations.map { $0 == .cc }
  }

  deinit {
    view.deallocate()
    features.deallocate()
  }

  /// - Parameter exploration: share of decisions that follow the parser's own choice instead of the best one.
  func train(
    _ groups: [TrainingGroup], epochs: Int, share: Double, exploration: Double, random: inout SeededRandom
  ) {
    var order = Array(groups.indices)
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      for i in order {
        run(
          groups[i].draw(&random, share: share), learning: true, exploration: epoch == 0 ? 0 : exploration,
          random: &random)
      }
    }
    coarseArcs.average()
    coarseLabels.average()
    arcs.average()
    labels.average()
  }

  /// A parser's tree of a sentence, in the order of the text.
  func parse(_ sentence: TrainingSentence) -> (heads: [Int32], labels: [UInt8]) {
    var random = SeededRandom(seed: 0)
    run(sentence, learning: false, exploration: 1, random: &random)
    let n = sentence.count
    var heads = (0..<n).map { state.heads[$0] }
    var labels = (0..<n).map { state.labels[$0] }
    if backward {
      heads = heads.reversed().map { $0 == n ? $0 : Int32(n - 1) - $0 }
      labels.reverse()
    }
    return (heads, labels)
  }

  private func run(_ sentence: TrainingSentence, learning: Bool, exploration: Double, random: inout SeededRandom) {
    let n = sentence.count
    gold = sentence.heads.map(Int32.init)
    goldLabels = sentence.labels
    if backward {
      gold = gold.reversed().map { $0 == n ? $0 : Int32(n - 1) - $0 }
      goldLabels.reverse()
    }
    guideHeads = sentence.guideHeads
    guideLabels = sentence.guideLabels
    if backward {
      guideHeads = guideHeads.reversed().map { $0 == n ? $0 : Int32(n - 1) - $0 }
      guideLabels.reverse()
    }
    guideHeads += [Int32(n + 1), Int32(n + 1)]
    guideLabels += [255, 255]
    sentence.predicted.withUnsafeBufferPointer { tags in
      guard let tags = tags.baseAddress else { return }
      view.fill(count: n, words: sentence.words, tags: tags, isFinite: isFinite, backward: backward)
    }
    guideHeads.withUnsafeBufferPointer { heads in
      guideLabels.withUnsafeBufferPointer { labels in
        guard let heads = heads.baseAddress, let labels = labels.baseAddress else { return }
        let guide = guided ? Guide(heads: heads, labels: labels) : nil
        state.reset(count: n)
        while !state.isFinal {
          let action = choose(view, guide, learning: learning, exploration: exploration, random: &random)
          if action == .shift { state.shift() } else { attach(action, view, guide, learning: learning) }
        }
      }
    }
  }

  private func choose(
    _ view: ParseWords, _ guide: Guide?, learning: Bool, exploration: Double, random: inout SeededRandom
  ) -> ParseState.Action {
    let legal = ParseState.Action.allCases.filter { state.isLegal($0) }
    guard legal.count > 1 else { return legal[0] }
    ArcFeatures.extract(state, view, into: features)
    var count = ArcFeatures.count
    if let guide {
      GuideFeatures.extract(state, view, guide, into: features + count)
      count += GuideFeatures.count
    }
    let scores = arcs.score(features, count: count)
    var best = legal[0]
    for action in legal where scores[action.rawValue] > scores[best.rawValue] { best = action }
    guard learning else { return best }
    let costs = legal.map { action in
      gold.withUnsafeBufferPointer { $0.baseAddress.map { state.cost(action, $0) } ?? 0 }
    }
    let right = learn(arcs, count: count, legal, costs, margin: margin)
    count = CoarseFeatures.action(state, view, guide, into: features)
    _ = coarseArcs.score(features, count: count)
    _ = learn(coarseArcs, count: count, legal, costs, margin: coarseMargin)
    guard let right else { return best }
    return random.fraction() < exploration ? best : right
  }

  /// Has a learner, which has just scored the features, learn the actions of the least cost.
  ///
  /// - Returns: the best of them by its scores.
  private func learn(
    _ learner: LinearTrainer, count: Int, _ legal: [ParseState.Action], _ costs: [Int], margin: Float
  ) -> ParseState.Action? {
    let scores = learner.scores
    let least = costs.min() ?? 0
    var right: ParseState.Action?
    var wrong: ParseState.Action?
    for (action, cost) in zip(legal, costs) {
      let score = scores[action.rawValue]
      if cost == least {
        if right.map({ score > scores[$0.rawValue] }) ?? true { right = action }
      } else if wrong.map({ score > scores[$0.rawValue] }) ?? true {
        wrong = action
      }
    }
    learner.tick()
    if let right, let wrong, scores[right.rawValue] < scores[wrong.rawValue] + margin {
      learner.update(features, count: count, right: right.rawValue, wrong: wrong.rawValue)
    }
    return right
  }

  private func attach(_ action: ParseState.Action, _ view: ParseWords, _ guide: Guide?, learning: Bool) {
    let word = state.top(0)
    let head = action == .left ? state.next : state.top(1)
    var label = 0
    if head != state.count {
      LabelFeatures.extract(state, view, action: action, into: features)
      var count = LabelFeatures.count
      if let guide {
        GuideFeatures.extractLabel(state, view, guide, action: action, into: features + count)
        count += GuideFeatures.labelCount
      }
      let scores = labels.score(features, count: count)
      label = 1
      for c in 2..<labels.classes where scores[c] > scores[label] { label = c }
      if learning, gold[word] == Int32(head), goldLabels[word] != 0 {
        let right = Int(goldLabels[word])
        learn(labels, count: count, label: right, margin: margin)
        count = CoarseFeatures.label(state, view, guide, action: action, into: features)
        _ = coarseLabels.score(features, count: count)
        learn(coarseLabels, count: count, label: right, margin: coarseMargin)
      }
    }
    state.attach(
      action, label: UInt8(label), marker: view.w[word], isMarker: isMarker[label], isConjunction: isConjunction[label])
  }

  /// Has a learner, which has just scored the features, learn a label.
  private func learn(_ learner: LinearTrainer, count: Int, label right: Int, margin: Float) {
    let scores = learner.scores
    learner.tick()
    var wrong = right == 1 ? 2 : 1
    for c in 1..<learner.classes where c != right && scores[c] > scores[wrong] { wrong = c }
    if scores[right] < scores[wrong] + margin { learner.update(features, count: count, right: right, wrong: wrong) }
  }

  /// Adds the weights of another trained parser of the same kind: the two vote.
  func add(_ other: ParserTrainer) {
    coarseArcs.add(other.coarseArcs)
    coarseLabels.add(other.coarseLabels)
    arcs.add(other.arcs)
    labels.add(other.labels)
  }

  /// The features that the rows of smaller tables of actions are to belong to.
  func owners(_ bits: Bits) -> (coarse: [UInt8], arcs: [UInt8]) {
    (coarseArcs.owners(bits: bits.coarseArcs), arcs.owners(bits: bits.arcs))
  }

  /// The sections of a model file: actions and labels, of the coarse features and of all.
  var tables: [[UInt8]] {
    [coarseArcs.quantizedArcs(), arcs.quantizedArcs(), coarseLabels.quantized(), labels.quantized()]
  }
}
