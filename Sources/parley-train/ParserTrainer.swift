import Syntax

/// Trains the parser with a dynamic oracle (Goldberg and Nivre 2013, "Training Deterministic Parsers with Non-Deterministic
/// Oracles"): it learns what is best from any configuration, also after its own mistakes.
final class ParserTrainer {
  private let arcs: LinearTrainer
  private let labels: LinearTrainer
  private let inventory: Inventory
  private let state = ParseState()
  private let features = UnsafeMutablePointer<UInt32>.allocate(capacity: 256)
  private let isMarker: [Bool]
  private let isConjunction: [Bool]
  private var hashes: [UInt32] = []

  init(inventory: Inventory, arcBits: Int, labelBits: Int) {
    self.inventory = inventory
    arcs = LinearTrainer(classes: 3, bits: arcBits, stride: 4)
    labels = LinearTrainer(classes: inventory.relations.count, bits: labelBits, stride: 1)
    isMarker = inventory.relations.map { $0 == .case_ || $0 == .mark }
    isConjunction = inventory.relations.map { $0 == .cc }
  }

  deinit {
    features.deallocate()
  }

  /// - Parameter exploration: share of decisions that follow the parser's own choice instead of the best one.
  func train(
    _ groups: [TrainingGroup], epochs: Int, share: Double, exploration: Double, random: inout SeededRandom,
    progress: (Int) -> Void
  ) {
    var order = Array(groups.indices)
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      for i in order {
        learn(groups[i].draw(&random, share: share), exploration: epoch == 0 ? 0 : exploration, random: &random)
      }
      progress(epoch)
    }
    arcs.average()
    labels.average()
  }

  private func learn(_ sentence: TrainingSentence, exploration: Double, random: inout SeededRandom) {
    let n = sentence.count
    hashes = [UInt32](repeating: 0, count: 3 * (n + 2))
    hashes.withUnsafeMutableBufferPointer { buffer in
      guard let w = buffer.baseAddress else { return }
      let (p, wp) = (w + (n + 2), w + 2 * (n + 2))
      sentence.predicted.withUnsafeBufferPointer { tags in
        guard let tags = tags.baseAddress else { return }
        ParseWords.fill(count: n, words: sentence.words, tags: tags, w: w, p: p, wp: wp)
      }
      let view = ParseWords(w: w, p: p, wp: wp)
      state.reset(count: n)
      while !state.isFinal {
        let action = choose(view, sentence, exploration: exploration, random: &random)
        if action == .shift { state.shift() } else { attach(action, view, sentence) }
      }
    }
  }

  private func choose(
    _ view: ParseWords, _ sentence: TrainingSentence, exploration: Double, random: inout SeededRandom
  ) -> ParseState.Action {
    let legal = ParseState.Action.allCases.filter { state.isLegal($0) }
    guard legal.count > 1 else { return legal[0] }
    ArcFeatures.extract(state, view, into: features)
    let scores = arcs.score(features, count: ArcFeatures.count)
    let costs = legal.map { cost($0, sentence.heads) }
    let least = costs.min() ?? 0
    var best = legal[0]
    var right: ParseState.Action?
    for (action, cost) in zip(legal, costs) {
      if scores[action.rawValue] > scores[best.rawValue] { best = action }
      if cost == least, right.map({ scores[action.rawValue] > scores[$0.rawValue] }) ?? true { right = action }
    }
    arcs.tick()
    guard let right else { return best }
    if right != best {
      arcs.update(features, count: ArcFeatures.count, right: right.rawValue, wrong: best.rawValue)
    }
    return random.fraction() < exploration ? best : right
  }

  /// How many right arcs an action makes unreachable.
  private func cost(_ action: ParseState.Action, _ heads: [Int]) -> Int {
    let n = state.count
    let next = state.next
    var cost = 0
    switch action {
    case .shift:
      let word = next
      for k in 0..<state.depth {
        let i = state.top(k)
        if heads[i] == word { cost += 1 }
        if k > 0, heads[word] == i { cost += 1 }
      }
    case .left, .right:
      let word = state.top(0)
      let head = heads[word]
      if action == .left {
        if head != next, head == state.top(1) || head >= next { cost += 1 }
      } else if head >= next {
        cost += 1
      }
      for i in next..<n where heads[i] == word { cost += 1 }
    }
    return cost
  }

  private func attach(_ action: ParseState.Action, _ view: ParseWords, _ sentence: TrainingSentence) {
    let word = state.top(0)
    let head = action == .left ? state.next : state.top(1)
    var label = 0
    if !(action == .left && head == state.count) {
      LabelFeatures.extract(state, view, action: action, into: features)
      let scores = labels.score(features, count: LabelFeatures.count)
      label = 1
      for c in 2..<labels.classes where scores[c] > scores[label] { label = c }
      if sentence.heads[word] == head {
        labels.tick()
        let gold = Int(sentence.labels[word])
        if gold != label { labels.update(features, count: LabelFeatures.count, right: gold, wrong: label) }
      }
    }
    state.attach(
      action, label: UInt8(label), marker: view.w[word], isMarker: isMarker[label], isConjunction: isConjunction[label])
  }

  func arcTable() -> [UInt8] { arcs.quantized(clipped: 0) }
  func labelTable() -> [UInt8] { labels.quantized(clipped: 0) }
}
