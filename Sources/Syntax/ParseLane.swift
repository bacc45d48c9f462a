/// One sentence on its way through the parser: its words, the arcs so far and the tree of the pass before.
///
/// Several lanes are run in turns: while the weights of one decision are fetched from memory, the next sentence works.
final class ParseLane {
  /// What a lane does next.
  enum Step {
    /// Its features of the next action stand ready.
    case action
    /// Its features of the label of this action stand ready.
    case label(ParseState.Action)
    /// The pass is over.
    case done
  }

  private(set) var count = 0
  private var capacity = 0
  /// Two sentinels stand before the first word and behind the last one.
  private var words: UnsafeMutablePointer<WordAttributes>
  private var tags: UnsafeMutablePointer<UInt8>
  private var view = ParseWords()
  private let state = ParseState()
  private var guideHeads: UnsafeMutablePointer<Int32>
  private var guideLabels: UnsafeMutablePointer<UInt8>
  private let features: UnsafeMutablePointer<UInt32>
  private let scores: UnsafeMutablePointer<Int16>
  private var guide: Guide?
  private var step = Step.done
  /// The passes to come would hardly change the tree: each decision was clear, or both directions agree.
  private(set) var isFinished = false
  /// The last pass read the sentence from its end.
  private var isBackward = false
  /// By how much the closest decision of the pass was won, in sums of weights.
  private var leastMargin = Int32.max
  /// What makes a decision clear. With 30, 48 % of the sentences of English EWT, dev, need one pass, and heads and relations
  /// are as often right as with all passes; with 20 fewer are.
  private static let clearMargin: Int32 = 30

  init() {
    words = .allocate(capacity: 0)
    tags = .allocate(capacity: 0)
    guideHeads = .allocate(capacity: 0)
    guideLabels = .allocate(capacity: 0)
    features = .allocate(capacity: 256)
    scores = .allocate(capacity: 256)
  }

  deinit {
    view.deallocate()
    deallocateArrays()
    features.deallocate()
    scores.deallocate()
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
    let (words, tags, features, scores) = (words + 2, tags, features, scores)
    let headline = TagFeatures.headline(words, count: count)
    let classes = model.tagClasses.count
    let blocks = (classes + RowScorer.block - 1) / RowScorer.block
    var (t1, t2): (UInt8, UInt8) = (254, 254)
    for i in 0..<count {
      if tags[i] == 255 { tags[i] = words[i].onlyTag }
      if tags[i] == 255 {
        TagFeatures.extract(words, i, previous: (t1, t2), headline: headline, first: i == 0, into: features)
        RowScorer.score(
          model.tagWeights, mask: model.tagMask, features: features, count: TagFeatures.count, blocks: blocks,
          into: scores)
        tags[i] = UInt8(truncatingIfNeeded: RowScorer.best(scores, classes: classes))
      }
      (t2, t1) = (t1, tags[i])
    }
  }

  /// Begins pass `k`, which has the tree of the one before as its guide, turned round where the direction changes.
  func begin(_ k: Int, of model: SyntaxModel) {
    let n = count
    let pass = model.passes[k]
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
      let action = scoredAction(pass)
      if action == .shift { state.shift() } else if startLabel(action, pass, relations) { return true }
    case .label(let action):
      let blocks = (relations.count + RowScorer.block - 1) / RowScorer.block
      let count = LabelFeatures.count + (guide == nil ? 0 : GuideFeatures.labelCount)
      RowScorer.score(
        pass.labels, mask: pass.labelMask, features: features, count: count, blocks: blocks, into: scores)
      attach(action, label: 1 + RowScorer.best(scores + 1, classes: relations.count - 1), relations)
    }
    return prepare(pass, relations)
  }

  /// Takes the actions that need no decision, then makes ready the features of one that does.
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
      if !canShift, !(canLeft && canRight) {
        if startLabel(canLeft ? .left : .right, pass, relations) { return true }
        continue
      }
      ArcFeatures.extract(state, view, into: features)
      RowScorer.prefetch3(pass.arcs, mask: pass.arcMask, features: features, count: ArcFeatures.count)
      if let guide {
        let own = features + ArcFeatures.count
        GuideFeatures.extract(state, view, guide, into: own)
        RowScorer.prefetch3(pass.arcs, mask: pass.arcMask, features: own, count: GuideFeatures.count)
      }
      step = .action
      return true
    }
    step = .done
    return false
  }

  /// Below every sum of weights.
  private static let illegal: Int32 = -1_000_000

  @inline(__always)
  private func scoredAction(_ pass: SyntaxModel.Pass) -> ParseState.Action {
    let count = ArcFeatures.count + (guide == nil ? 0 : GuideFeatures.count)
    // Of three actions, the shift has the score 0.
    let sums = RowScorer.scoreArcs(pass.arcs, mask: pass.arcMask, features: features, count: count)
    let shift: Int32 = state.isLegal(.shift) ? 0 : Self.illegal
    let left = state.isLegal(.left) ? sums.left : Self.illegal
    let right = state.isLegal(.right) ? sums.right : Self.illegal
    var (best, score, second) = (ParseState.Action.shift, shift, left)
    if left > score { (best, score, second) = (.left, left, shift) }
    if right > score { (best, score, second) = (.right, right, score) } else { second = max(second, right) }
    leastMargin = min(leastMargin, score - second)
    return best
  }

  /// Makes ready the features of an arc's label; the arc from the root has no choice and is made at once.
  @inline(__always)
  private func startLabel(_ action: ParseState.Action, _ pass: SyntaxModel.Pass, _ relations: [Relation]) -> Bool {
    if action == .left, state.next == count {
      attach(action, label: 0, relations)
      return false
    }
    LabelFeatures.extract(state, view, action: action, into: features)
    if let guide {
      GuideFeatures.extractLabel(state, view, guide, action: action, into: features + LabelFeatures.count)
    }
    let count = LabelFeatures.count + (guide == nil ? 0 : GuideFeatures.labelCount)
    let blocks = (relations.count + RowScorer.block - 1) / RowScorer.block
    RowScorer.prefetch(pass.labels, mask: pass.labelMask, features: features, count: count, blocks: blocks)
    step = .label(action)
    return true
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
