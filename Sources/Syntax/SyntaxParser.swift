import TextModel

/// Tags and parses sentences; keeps its scratch space from one to the next, so that none is allocated in between.
///
/// A parser belongs to one thread at a time; `SyntaxModel.makeParser()` makes one for each. Equal input gives equal output.
/// Words are tagged from left to right by a linear classifier, then a greedy arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and
/// Satta 2011) attaches them in three passes: forward, backward with the first tree as a guide and, where the two
/// trees differ, forward again with the second as a guide. Every decision sums the weights of hashed features.
public final class SyntaxParser {
  public let model: SyntaxModel
  private let state = ParseState()
  private let reader = WordReader()
  private var capacity = 0
  private var words: UnsafeMutablePointer<WordAttributes>
  private var tags: UnsafeMutablePointer<UInt8>
  private var view = ParseWords()
  private var guideHeads: UnsafeMutablePointer<Int32>
  private var guideLabels: UnsafeMutablePointer<UInt8>
  /// The tree of the first pass.
  private var earlierHeads: UnsafeMutablePointer<Int32>
  private var earlierLabels: UnsafeMutablePointer<UInt8>
  private let features: UnsafeMutablePointer<UInt32>
  private let scores: UnsafeMutablePointer<Int16>

  init(model: SyntaxModel) {
    self.model = model
    words = .allocate(capacity: 0)
    tags = .allocate(capacity: 0)
    guideHeads = .allocate(capacity: 0)
    guideLabels = .allocate(capacity: 0)
    earlierHeads = .allocate(capacity: 0)
    earlierLabels = .allocate(capacity: 0)
    features = .allocate(capacity: 256)
    scores = .allocate(capacity: 256)
  }

  deinit {
    view.deallocate()
    words.deallocate()
    tags.deallocate()
    guideHeads.deallocate()
    guideLabels.deallocate()
    earlierHeads.deallocate()
    earlierLabels.deallocate()
    features.deallocate()
    scores.deallocate()
  }

  /// Analyzes the words of one sentence.
  ///
  /// - Parameters:
  ///   - bytes: the UTF-8 bytes of a text.
  ///   - words: where each word stands in it (bytes); a name of several words may be one of them.
  ///   - hints: what is known of each word, or empty.
  /// - Returns: tags, forms, heads and relations, one for each word; empty for no words.
  /// Complexity: O(*n*) in the words, but for guides, whose look-ahead is O(*n*) for each word of a very long sentence.
  public func parse(bytes: [UInt8], words: [TextRange], hints: [WordHint] = []) -> SentenceSyntax {
    var result = SentenceSyntax()
    parse(bytes: bytes, words: words, hints: hints, into: &result)
    return result
  }

  /// Analyzes the words of one sentence into storage that is used again.
  public func parse(bytes: [UInt8], words: [TextRange], hints: [WordHint] = [], into result: inout SentenceSyntax) {
    let n = words.count
    reserve(n)
    bytes.withUnsafeBufferPointer { bytes in
      for i in 0..<n {
        let range = words[i].range.clamped(to: 0..<bytes.count)
        read(UnsafeBufferPointer(rebasing: bytes[range]), at: i, hint: i < hints.count ? hints[i] : .none)
      }
    }
    copy(analyze(count: n), count: n, into: &result)
  }

  /// Analyzes the words of one sentence given as strings.
  public func parse(words: [String], hints: [WordHint] = []) -> SentenceSyntax {
    reserve(words.count)
    for (i, word) in words.enumerated() {
      var word = word
      word.withUTF8 { read($0, at: i, hint: i < hints.count ? hints[i] : .none) }
    }
    var result = SentenceSyntax()
    copy(analyze(count: words.count), count: words.count, into: &result)
    return result
  }

  private func reserve(_ n: Int) {
    guard n + 4 > capacity else { return }
    capacity = max(64, (n + 4) * 2)
    words.deallocate()
    tags.deallocate()
    guideHeads.deallocate()
    guideLabels.deallocate()
    earlierHeads.deallocate()
    earlierLabels.deallocate()
    words = .allocate(capacity: capacity)
    words.update(repeating: WordAttributes(), count: capacity)
    tags = .allocate(capacity: capacity)
    guideHeads = .allocate(capacity: capacity)
    guideLabels = .allocate(capacity: capacity)
    earlierHeads = .allocate(capacity: capacity)
    earlierLabels = .allocate(capacity: capacity)
  }

  /// Two sentinels stand before the first word.
  private func read(_ word: UnsafeBufferPointer<UInt8>, at i: Int, hint: WordHint) {
    words[i + 2] = reader.read(word, lexicon: model.lexicon, hint: hint)
    tags[i] =
      switch hint {
      case .none: 255
      case .properName: model.properNameClass
      case .pastTense: model.pastTenseClass
      }
  }

  /// Tags and parses; the tree is valid until the next call.
  private func analyze(count n: Int) -> Guide {
    guard n > 0 else { return Guide(heads: state.heads, labels: state.labels) }
    words[n + 2] = WordAttributes()
    words[n + 3] = WordAttributes()
    tag(count: n)
    // Each pass has the tree of the one before as its guide, turned round where the direction changes.
    for (k, pass) in model.passes.enumerated() {
      let turns = k > 0 && pass.isBackward != model.passes[k - 1].isBackward
      if k == 0 || turns {
        view.fill(
          count: n, words: words + 2, tags: tags, isFinite: model.isFinite, backward: pass.isBackward)
      }
      guard k > 0 else {
        run(count: n, pass, guide: nil)
        for i in 0..<n {
          earlierHeads[i] = state.heads[i]
          earlierLabels[i] = state.labels[i]
        }
        continue
      }
      var isSame = k == 1
      for i in 0..<n {
        let from = turns ? n - 1 - i : i
        let head = state.heads[from]
        guideHeads[i] = turns && head != n ? Int32(n - 1) - head : head
        guideLabels[i] = state.labels[from]
      }
      for i in n...n + 1 {
        guideHeads[i] = Int32(n + 1)
        guideLabels[i] = 255
      }
      run(count: n, pass, guide: Guide(heads: guideHeads, labels: guideLabels))
      // Where both directions agree, the last pass would hardly change the tree.
      for i in 0..<n where state.heads[i] != guideHeads[i] || state.labels[i] != guideLabels[i] { isSame = false }
      if isSame { return Guide(heads: earlierHeads, labels: earlierLabels) }
    }
    return Guide(heads: state.heads, labels: state.labels)
  }

  private func run(count n: Int, _ weights: SyntaxModel.Pass, guide: Guide?) {
    state.reset(count: n)
    let blocks = (model.relations.count + RowScorer.block - 1) / RowScorer.block
    while !state.isFinal {
      let action = nextAction(weights, guide)
      if action == .shift {
        state.shift()
        continue
      }
      var label = 0
      if !(action == .left && state.next == n) {
        LabelFeatures.extract(state, view, action: action, into: features)
        var count = LabelFeatures.count
        if let guide {
          GuideFeatures.extractLabel(state, view, guide, action: action, into: features + count)
          count += GuideFeatures.labelCount
        }
        RowScorer.score(
          weights.labels, mask: weights.labelMask, features: features, count: count, blocks: blocks, into: scores)
        label = 1 + RowScorer.best(scores + 1, classes: model.relations.count - 1)
      }
      let relation = model.relations[label]
      state.attach(
        action, label: UInt8(label), marker: view.w[state.top(0)], isMarker: relation == .case_ || relation == .mark,
        isConjunction: relation == .cc)
    }
  }

  private func nextAction(_ weights: SyntaxModel.Pass, _ guide: Guide?) -> ParseState.Action {
    let canShift = state.isLegal(.shift)
    let canLeft = state.isLegal(.left)
    let canRight = state.isLegal(.right)
    if !canLeft, !canRight { return .shift }
    if !canShift, !canRight { return .left }
    if !canShift, !canLeft { return .right }
    ArcFeatures.extract(state, view, into: features)
    var count = ArcFeatures.count
    if let guide {
      GuideFeatures.extract(state, view, guide, into: features + count)
      count += GuideFeatures.count
    }
    let sums = RowScorer.score3(weights.arcs, mask: weights.arcMask, features: features, count: count)
    var best = ParseState.Action.shift
    var score = canShift ? sums[0] : .min
    if canLeft, sums[1] > score { (best, score) = (.left, sums[1]) }
    if canRight, sums[2] > score { best = .right }
    return best
  }

  private func tag(count n: Int) {
    let headline = TagFeatures.headline(words + 2, count: n)
    let classes = model.tagClasses.count
    let blocks = (classes + RowScorer.block - 1) / RowScorer.block
    var (t1, t2): (UInt8, UInt8) = (254, 254)
    for i in 0..<n {
      if tags[i] == 255 { tags[i] = words[i + 2].onlyTag }
      if tags[i] == 255 {
        TagFeatures.extract(words + 2, i, previous: (t1, t2), headline: headline, first: i == 0, into: features)
        RowScorer.score(
          model.tagWeights, mask: model.tagMask, features: features, count: TagFeatures.count, blocks: blocks,
          into: scores)
        tags[i] = UInt8(truncatingIfNeeded: RowScorer.best(scores, classes: classes))
      }
      (t2, t1) = (t1, tags[i])
    }
  }

  private func copy(_ tree: Guide, count n: Int, into result: inout SentenceSyntax) {
    result.tags.removeAll(keepingCapacity: true)
    result.forms.removeAll(keepingCapacity: true)
    result.heads.removeAll(keepingCapacity: true)
    result.relations.removeAll(keepingCapacity: true)
    for i in 0..<n {
      let tag = model.tagClasses[min(Int(tags[i]), model.tagClasses.count - 1)]
      result.tags.append(tag.tag)
      result.forms.append(tag.form)
      let head = Int(tree.heads[i])
      result.heads.append(head == n ? -1 : Int32(head))
      result.relations.append(model.relations[Int(tree.labels[i])])
    }
  }
}
