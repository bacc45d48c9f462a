import TextModel

/// Tags and parses sentences; keeps its scratch space from one to the next, so that none is allocated in between.
///
/// A parser belongs to one thread at a time; `SyntaxModel.makeParser()` makes one for each. Equal input gives equal output.
/// Words are tagged from left to right by a linear classifier, then a greedy arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and
/// Satta 2011) attaches them; every decision sums the weights of hashed features.
public final class SyntaxParser {
  public let model: SyntaxModel
  private let state = ParseState()
  private let reader = WordReader()
  private var capacity = 0
  private var words: UnsafeMutablePointer<WordAttributes>
  private var tags: UnsafeMutablePointer<UInt8>
  private var hashes: UnsafeMutablePointer<UInt32>
  private let features: UnsafeMutablePointer<UInt32>
  private let scores: UnsafeMutablePointer<Int16>

  init(model: SyntaxModel) {
    self.model = model
    words = .allocate(capacity: 0)
    tags = .allocate(capacity: 0)
    hashes = .allocate(capacity: 0)
    features = .allocate(capacity: max(TagFeatures.count, ArcFeatures.count, LabelFeatures.count))
    scores = .allocate(capacity: 256)
  }

  deinit {
    words.deallocate()
    tags.deallocate()
    hashes.deallocate()
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
  /// Complexity: O(*n*) in the words.
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
    analyze(count: n)
    copy(count: n, into: &result)
  }

  /// Analyzes the words of one sentence given as strings.
  public func parse(words: [String], hints: [WordHint] = []) -> SentenceSyntax {
    reserve(words.count)
    for (i, word) in words.enumerated() {
      var word = word
      word.withUTF8 { read($0, at: i, hint: i < hints.count ? hints[i] : .none) }
    }
    analyze(count: words.count)
    var result = SentenceSyntax()
    copy(count: words.count, into: &result)
    return result
  }

  private func reserve(_ n: Int) {
    guard n + 4 > capacity else { return }
    capacity = max(64, (n + 4) * 2)
    words.deallocate()
    tags.deallocate()
    hashes.deallocate()
    words = .allocate(capacity: capacity)
    words.update(repeating: WordAttributes(), count: capacity)
    tags = .allocate(capacity: capacity)
    hashes = .allocate(capacity: capacity * 3)
  }

  /// Two sentinels stand before the first word.
  private func read(_ word: UnsafeBufferPointer<UInt8>, at i: Int, hint: WordHint) {
    words[i + 2] = reader.read(word, lexicon: model.lexicon, hint: hint)
    tags[i] = hint == .properName ? model.properNameClass : 255
  }

  private func analyze(count n: Int) {
    guard n > 0 else { return }
    words[n + 2] = WordAttributes()
    words[n + 3] = WordAttributes()
    tag(count: n)
    let (w, p, wp) = (hashes, hashes + (n + 2), hashes + 2 * (n + 2))
    ParseWords.fill(count: n, words: words + 2, tags: tags, w: w, p: p, wp: wp)
    let view = ParseWords(w: w, p: p, wp: wp)
    state.reset(count: n)
    let blocks = (model.relations.count + RowScorer.block - 1) / RowScorer.block
    while !state.isFinal {
      let action = nextAction(view)
      if action == .shift {
        state.shift()
        continue
      }
      LabelFeatures.extract(state, view, action: action, into: features)
      RowScorer.score(
        model.labelWeights, mask: model.labelMask, features: features, count: LabelFeatures.count, blocks: blocks,
        into: scores)
      let isRoot = action == .left && state.next == n
      let label = isRoot ? 0 : 1 + RowScorer.best(scores + 1, classes: model.relations.count - 1)
      let relation = model.relations[label]
      state.attach(
        action, label: UInt8(label), marker: w[state.top(0)], isMarker: relation == .case_ || relation == .mark,
        isConjunction: relation == .cc)
    }
  }

  private func nextAction(_ view: ParseWords) -> ParseState.Action {
    let canShift = state.isLegal(.shift)
    let canLeft = state.isLegal(.left)
    let canRight = state.isLegal(.right)
    if !canLeft, !canRight { return .shift }
    if !canShift, !canRight { return .left }
    if !canShift, !canLeft { return .right }
    ArcFeatures.extract(state, view, into: features)
    let sums = RowScorer.score4(
      model.arcWeights, mask: model.arcMask, features: features, count: ArcFeatures.count)
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

  private func copy(count n: Int, into result: inout SentenceSyntax) {
    result.tags.removeAll(keepingCapacity: true)
    result.forms.removeAll(keepingCapacity: true)
    result.heads.removeAll(keepingCapacity: true)
    result.relations.removeAll(keepingCapacity: true)
    for i in 0..<n {
      let tag = model.tagClasses[min(Int(tags[i]), model.tagClasses.count - 1)]
      result.tags.append(tag.tag)
      result.forms.append(tag.form)
      let head = Int(state.heads[i])
      result.heads.append(head == n ? -1 : Int32(head))
      result.relations.append(model.relations[Int(state.labels[i])])
    }
  }
}
