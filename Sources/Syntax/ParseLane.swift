/// One sentence on its way through the parser: its words, the arcs so far and the tree of the pass before.
///
/// Several lanes are run in turns: while the weights of one decision are fetched from memory, the next sentence works.
final class ParseLane {
  /// What a lane does next.
  enum Step {
    /// All features of the next action stand ready.
    case action
    /// All features of the label of this action stand ready.
    case label(ParseState.Action)
    /// The pass is over.
    case done
  }

  private(set) var count = 0
  private var capacity = 0
  /// Two sentinels stand before the first word and behind the last one.
  private var words: UnsafeMutablePointer<WordAttributes>
  private var tags: UnsafeMutablePointer<UInt8>
  // To check at every step that nobody else writes it would take a tenth of the time.
  @exclusivity(unchecked) private var view = ParseWords()
  private let state = ParseState()
  private var guideHeads: UnsafeMutablePointer<Int32>
  private var guideLabels: UnsafeMutablePointer<UInt8>
  /// The hashes of the features of the next decision, and their number.
  private let features: UnsafeMutablePointer<UInt32>
  private var featureCount = 0
  @exclusivity(unchecked) private var guide: Guide?
  private var step = Step.done
  /// The passes to come would hardly change the tree: each decision was clear, or both directions agree.
  private(set) var isFinished = false
  /// The last pass read the sentence from its end.
  private var isBackward = false
  /// By how much the closest decision of the pass was won, in sums of weights.
  private var leastMargin = Int32.max
  /// What makes a decision clear. With 30, 48 % of the sentences of English EWT, dev, need one pass, and heads and relations
  /// are as often right as with all passes; with 20 fewer are.
  static let clearMargin: Int32 = 30

  /// What the coarse features would have decided where the full tables did; nil if nobody asks.
  @exclusivity(unchecked) private(set) var decisions: [CoarseMargins.Decision]?
  /// The last decision that the coarse features left open.
  private var open = (choice: 0, margin: Int32(0))
  private var passNumber = 0

  /// - Parameter recordsDecisions: fills `decisions`.
  init(recordsDecisions: Bool) {
    decisions = recordsDecisions ? [] : nil
    words = .allocate(capacity: 0)
    tags = .allocate(capacity: 0)
    guideHeads = .allocate(capacity: 0)
    guideLabels = .allocate(capacity: 0)
    features = .allocate(capacity: 256)
  }

  deinit {
    view.deallocate()
    deallocateArrays()
    features.deallocate()
  }

  private func deallocateArrays() {
    words.deallocate()
    tags.deallocate()
    guideHeads.deallocate()
    guideLabels.deallocate()
  }

  /// Starts with a sentence of `n` words.
  func reset(count n: Int) {
    count = n
    isFinished = n == 0
    if n + 4 > capacity {
      capacity = max(64, (n + 4) * 2)
      deallocateArrays()
      words = .allocate(capacity: capacity)
      words.update(repeating: WordAttributes(), count: capacity)
      tags = .allocate(capacity: capacity)
      guideHeads = .allocate(capacity: capacity)
      guideLabels = .allocate(capacity: capacity)
    }
    words[n + 2] = WordAttributes()
    words[n + 3] = WordAttributes()
  }

  private static let possessive: StaticString = "'s"

  func read(
    _ word: UnsafeBufferPointer<UInt8>, at i: Int, hint: WordHint, by reader: borrowing WordReader, _ model: SyntaxModel
  ) {
    if hint == .possessive {
      words[i + 2] = Self.possessive.withUTF8Buffer { reader.read($0, lexicon: model.lexicon, hint: hint) }
    } else {
      words[i + 2] = reader.read(word, lexicon: model.lexicon, hint: hint)
    }
    tags[i] =
      switch hint {
      case .none: 255
      case .properName: model.properNameClass
      case .pastTense: model.pastTenseClass
      case .singularNoun: model.singularNounClass
      case .pluralNoun: model.pluralNounClass
      case .possessive: model.possessiveClass
      }
  }

  func tag(by model: SyntaxModel) {
    let (words, tags, features) = (words + 2, tags, features)
    let headline = TagFeatures.headline(words, count: count)
    let classes = model.tagClasses.count
    var (t1, t2): (UInt8, UInt8) = (254, 254)
    for i in 0..<count {
      if tags[i] == 255 { tags[i] = words[i].onlyTag }
      if tags[i] == 255 {
        let coarse = CoarseFeatures.tag(
          words, i, previous: (t1, t2), headline: headline, first: i == 0, into: features)
        var (tag, margin) = RowScorer.best(
          of: 0..<classes, model.coarseTags.weights, mask: model.coarseTags.mask, features: features, count: coarse)
        if margin < model.margins.tag {
          open = (tag, margin)
          TagFeatures.extract(words, i, previous: (t1, t2), headline: headline, first: i == 0, into: features)
          (tag, margin) = RowScorer.best(
            of: 0..<classes, model.tags.weights, mask: model.tags.mask, features: features, count: TagFeatures.count)
          record(CoarseMargins.tagKind, choice: tag)
        }
        tags[i] = UInt8(truncatingIfNeeded: tag)
      }
      (t2, t1) = (t1, tags[i])
    }
  }

  /// The tags of the words.
  func partsOfSpeech(by model: SyntaxModel) -> [PartOfSpeech] {
    (0..<count).map { model.tagClasses[min(Int(tags[$0]), model.tagClasses.count - 1)].tag }
  }

  /// Begins pass `k`, which has the tree of the one before as its guide, turned round where the direction changes.
  func begin(_ k: Int, of model: SyntaxModel) {
    let n = count
    let pass = model.passes[k]
    passNumber = k
    let turns = k > 0 && pass.isBackward != model.passes[k - 1].isBackward
    if k == 0 || turns {
      view.fill(count: n, words: words + 2, tags: tags, isFinite: model.isFinite, backward: pass.isBackward)
    }
    isBackward = pass.isBackward
    guide = nil
    if k > 0 {
      let (heads, labels) = (state.heads, state.labels)
      for i in 0..<n {
        let from = turns ? n - 1 - i : i
        let head = heads[from]
        guideHeads[i] = turns && head != n ? Int32(n - 1) - head : head
        guideLabels[i] = labels[from]
      }
      for i in n...n + 1 {
        guideHeads[i] = Int32(n + 1)
        guideLabels[i] = 255
      }
      guide = Guide(heads: guideHeads, labels: guideLabels)
    }
    state.reset(count: n)
    leastMargin = .max
    prepare(pass, model.relations)
  }

  /// Ends a pass: it was the last one if all its decisions were clear, or if it made the tree that was its guide.
  func end() {
    isFinished = leastMargin >= Self.clearMargin
    guard !isFinished, guide != nil else { return }
    isFinished = (0..<count).allSatisfy { state.heads[$0] == guideHeads[$0] && state.labels[$0] == guideLabels[$0] }
  }

  /// Decides what the features stand ready for, and prepares the next decision.
  ///
  /// - Returns: whether one is left in this pass.
  @inline(__always)
  func advance(_ pass: SyntaxModel.Pass, _ relations: [Relation]) -> Bool {
    switch step {
    case .done: return false
    case .action:
      let (action, margin) = bestAction(pass.arcs)
      leastMargin = min(leastMargin, margin)
      record(CoarseMargins.actionKind(pass: passNumber), choice: action.rawValue)
      if take(action, pass, relations) { return true }
    case .label(let action):
      let label = bestLabel(pass.labels, relations).place
      record(CoarseMargins.labelKind(pass: passNumber), choice: label)
      attach(action, label: label, relations)
    }
    return prepare(pass, relations)
  }

  @inline(__always)
  private func record(_ kind: Int, choice: Int) {
    decisions?.append(CoarseMargins.Decision(kind: kind, margin: open.margin, isSame: choice == open.choice))
  }

  /// Takes the actions that need no decision or are clear, then makes ready the features of one that is not.
  ///
  /// - Returns: whether there is one.
  @inline(__always)
  @discardableResult
  private func prepare(_ pass: SyntaxModel.Pass, _ relations: [Relation]) -> Bool {
    while !state.isFinal {
      let canShift = state.isLegal(.shift)
      let canLeft = state.isLegal(.left)
      let canRight = state.isLegal(.right)
      if !canLeft, !canRight {
        state.shift()
        continue
      }
      var action = canLeft ? ParseState.Action.left : .right
      if canShift || (canLeft && canRight) {
        featureCount = CoarseFeatures.action(state, view, guide, into: features)
        let clear = bestAction(pass.coarseArcs)
        guard clear.margin >= pass.margins.arc else {
          open = (clear.action.rawValue, clear.margin)
          prepareAction(pass)
          return true
        }
        action = clear.action
      }
      if take(action, pass, relations) { return true }
    }
    step = .done
    return false
  }

  /// Makes ready all features of an action that the coarse ones leave open.
  @inline(__always)
  private func prepareAction(_ pass: SyntaxModel.Pass) {
    ArcFeatures.extract(state, view, into: features)
    featureCount = ArcFeatures.count
    if let guide {
      GuideFeatures.extract(state, view, guide, into: features + featureCount)
      featureCount += GuideFeatures.count
    }
    RowScorer.prefetch3(pass.arcs.weights, mask: pass.arcs.mask, features: features, count: featureCount)
    step = .action
  }

  /// Below every sum of weights.
  private static let illegal: Int32 = -1_000_000

  /// The legal action that the features choose, and by how much it beats the second.
  @inline(__always)
  private func bestAction(_ table: SyntaxModel.Table) -> (action: ParseState.Action, margin: Int32) {
    // Of three actions, the shift has the score 0.
    let sums = RowScorer.scoreArcs(table.weights, mask: table.mask, features: features, count: featureCount)
    let shift: Int32 = state.isLegal(.shift) ? 0 : Self.illegal
    let left = state.isLegal(.left) ? sums.left : Self.illegal
    let right = state.isLegal(.right) ? sums.right : Self.illegal
    var (best, score, second) = (ParseState.Action.shift, shift, left)
    if left > score { (best, score, second) = (.left, left, shift) }
    if right > score { (best, score, second) = (.right, right, score) } else { second = max(second, right) }
    return (best, score - second)
  }

  /// The relation that the features choose, and by how much it beats the second; the root's is none of them.
  @inline(__always)
  private func bestLabel(_ table: SyntaxModel.Table, _ relations: [Relation]) -> (place: Int, margin: Int32) {
    RowScorer.best(
      of: 1..<relations.count, table.weights, mask: table.mask, features: features, count: featureCount)
  }

  /// Shifts or makes an arc, or makes ready the features of its label where that is not clear; the arc from the root has no
  /// choice.
  ///
  /// - Returns: whether a label is to be decided.
  @inline(__always)
  private func take(_ action: ParseState.Action, _ pass: SyntaxModel.Pass, _ relations: [Relation]) -> Bool {
    if action == .shift {
      state.shift()
      return false
    }
    if action == .left, state.next == count {
      attach(action, label: 0, relations)
      return false
    }
    featureCount = CoarseFeatures.label(state, view, guide, action: action, into: features)
    let (label, margin) = bestLabel(pass.coarseLabels, relations)
    guard margin >= pass.margins.label else {
      open = (label, margin)
      prepareLabel(action, pass, relations)
      return true
    }
    attach(action, label: label, relations)
    return false
  }

  /// Makes ready all features of a label that the coarse ones leave open.
  private func prepareLabel(_ action: ParseState.Action, _ pass: SyntaxModel.Pass, _ relations: [Relation]) {
    LabelFeatures.extract(state, view, action: action, into: features)
    featureCount = LabelFeatures.count
    if let guide {
      GuideFeatures.extractLabel(state, view, guide, action: action, into: features + featureCount)
      featureCount += GuideFeatures.labelCount
    }
    let blocks = (relations.count + RowScorer.block - 1) / RowScorer.block
    RowScorer.prefetch(
      pass.labels.weights, mask: pass.labels.mask, features: features, count: featureCount, blocks: blocks)
    step = .label(action)
  }

  @inline(__always)
  private func attach(_ action: ParseState.Action, label: Int, _ relations: [Relation]) {
    let relation = relations[label]
    state.attach(
      action, label: UInt8(label), marker: view.w[state.top(0)], isMarker: relation == .case_ || relation == .mark,
      isConjunction: relation == .cc)
  }

  /// Writes the tree into storage that is used again.
  func copy(into result: inout SentenceSyntax, by model: SyntaxModel) {
    result.tags.removeAll(keepingCapacity: true)
    result.forms.removeAll(keepingCapacity: true)
    result.heads.removeAll(keepingCapacity: true)
    result.relations.removeAll(keepingCapacity: true)
    for i in 0..<count {
      let tag = model.tagClasses[min(Int(tags[i]), model.tagClasses.count - 1)]
      result.tags.append(tag.tag)
      result.forms.append(tag.form)
      let place = isBackward ? count - 1 - i : i
      let head = Int(state.heads[place])
      result.heads.append(head == count ? -1 : Int32(isBackward ? count - 1 - head : head))
      result.relations.append(model.relations[Int(state.labels[place])])
    }
  }
}
