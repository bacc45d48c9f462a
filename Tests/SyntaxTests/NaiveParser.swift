@testable import Syntax

/// What the parser does, in plain loops: no vectors, no batches, no lanes in turns.
struct NaiveParser {
  let model: SyntaxModel

  /// The classes' sums of the rows of features.
  private func sums(_ table: SyntaxModel.Table, _ features: [UInt32], classes: Int) -> [Int] {
    (0..<classes).map { c in features.reduce(0) { $0 + Int(table.weights[Int($1 & table.mask) + c]) } }
  }

  /// The sums of actions: nothing for a shift, and no row that belongs to another feature.
  private func actionSums(_ table: SyntaxModel.Table, _ features: [UInt32]) -> [Int] {
    var sums = [0, 0, 0]
    for feature in features {
      let row = table.weights + Int(feature & table.mask) * 3
      guard row[2] == Int8(truncatingIfNeeded: feature >> 24) else { continue }
      sums[1] += Int(row[0])
      sums[2] += Int(row[1])
    }
    return sums
  }

  /// The first of the choices with the greatest sum, and by how much it beats the others.
  private func best(of choices: [Int], _ sums: [Int]) -> (choice: Int, margin: Int) {
    var best = choices[0]
    for choice in choices where sums[choice] > sums[best] { best = choice }
    let second = choices.filter { $0 != best }.map { sums[$0] }.max() ?? -1_000_000
    return (best, sums[best] - second)
  }

  private func features(_ extract: (UnsafeMutablePointer<UInt32>) -> Int) -> [UInt32] {
    var features = [UInt32](repeating: 0, count: 256)
    let count = features.withUnsafeMutableBufferPointer { buffer in buffer.baseAddress.map(extract) ?? 0 }
    return Array(features.prefix(count))
  }

  func parse(words: [String], hints: [WordHint]) -> SentenceSyntax {
    var result = SentenceSyntax()
    guard !words.isEmpty else { return result }
    let attributes = self.attributes(words, hints)
    let tags = self.tags(attributes, hints)
    var (heads, labels): ([Int], [UInt8]) = ([], [])
    for k in model.passes.indices {
      let before = (heads, labels)
      var isClear = true
      (heads, labels) = pass(k, attributes, tags, guide: k == 0 ? nil : (heads, labels), isClear: &isClear)
      if isClear || (k > 0 && (heads, labels) == before) { break }
    }
    result.tags = tags.map { model.tagClasses[Int($0)].tag }
    result.forms = tags.map { model.tagClasses[Int($0)].form }
    result.heads = heads.map { $0 == words.count ? -1 : Int32($0) }
    result.relations = labels.map { model.relations[Int($0)] }
    return result
  }

  /// With two sentinels before and behind.
  private func attributes(_ words: [String], _ hints: [WordHint]) -> [WordAttributes] {
    let reader = WordReader()
    let read = zip(words, hints).map { word, hint in
      var word = hint == .possessive ? "'s" : word
      return word.withUTF8 { reader.read($0, lexicon: model.lexicon, hint: hint) }
    }
    let none = [WordAttributes(), WordAttributes()]
    return none + read + none
  }

  private func tags(_ attributes: [WordAttributes], _ hints: [WordHint]) -> [UInt8] {
    var tags: [UInt8] = []
    attributes.withUnsafeBufferPointer { all in
      guard let words = all.baseAddress.map({ $0 + 2 }) else { return }
      let headline = TagFeatures.headline(words, count: hints.count)
      for (i, hint) in hints.enumerated() {
        let previous = (i > 0 ? tags[i - 1] : 254, i > 1 ? tags[i - 2] : 254)
        let known: UInt8 =
          switch hint {
          case .none: words[i].onlyTag
          case .properName: model.properNameClass
          case .pastTense: model.pastTenseClass
          case .singularNoun: model.singularNounClass
          case .pluralNoun: model.pluralNounClass
          case .possessive: model.possessiveClass
          }
        let classes = Array(model.tagClasses.indices)
        let coarse = features {
          CoarseFeatures.tag(words, i, previous: previous, headline: headline, first: i == 0, into: $0)
        }
        let clear = best(of: classes, sums(model.coarseTags, coarse, classes: classes.count))
        let whole = features {
          TagFeatures.extract(words, i, previous: previous, headline: headline, first: i == 0, into: $0)
          return TagFeatures.count
        }
        let all = best(of: classes, sums(model.tags, whole, classes: classes.count))
        let tag = clear.margin >= Int(model.margins.tag) ? clear.choice : all.choice
        tags.append(known == 255 ? UInt8(tag) : known)
      }
    }
    return tags
  }

  /// The tree in the order of the text; the root is the number behind the last word.
  private func pass(
    _ k: Int, _ attributes: [WordAttributes], _ tags: [UInt8], guide: ([Int], [UInt8])?, isClear: inout Bool
  ) -> ([Int], [UInt8]) {
    let (pass, n, state) = (model.passes[k], tags.count, ParseState())
    var view = ParseWords()
    defer { view.deallocate() }
    attributes.withUnsafeBufferPointer { all in
      tags.withUnsafeBufferPointer { tags in
        guard let words = all.baseAddress, let tags = tags.baseAddress else { return }
        view.fill(count: n, words: words + 2, tags: tags, isFinite: model.isFinite, backward: pass.isBackward)
      }
    }
    /// In the order of reading; the same function turns it back.
    func turned(_ tree: ([Int], [UInt8])) -> ([Int], [UInt8]) {
      guard pass.isBackward else { return tree }
      return (tree.0.reversed().map { $0 == n ? n : n - 1 - $0 }, tree.1.reversed())
    }
    let tree = guide.map(turned)
    let guideHeads = (tree?.0.map(Int32.init) ?? []) + [Int32(n + 1), Int32(n + 1)]
    let guideLabels = (tree?.1 ?? []) + [255, 255]
    state.reset(count: n)
    guideHeads.withUnsafeBufferPointer { heads in
      guideLabels.withUnsafeBufferPointer { labels in
        guard let heads = heads.baseAddress, let labels = labels.baseAddress else { return }
        let guide = guide == nil ? nil : Guide(heads: heads, labels: labels)
        while !state.isFinal {
          let (action, isSure) = self.action(pass, state, view, guide)
          isClear = isClear && isSure
          guard action != .shift else {
            state.shift()
            continue
          }
          let label = action == .left && state.next == n ? 0 : self.label(pass, state, view, guide, action)
          let relation = model.relations[label]
          state.attach(
            action, label: UInt8(label), marker: view.w[state.top(0)], isMarker: [.case_, .mark].contains(relation),
            isConjunction: relation == .cc)
        }
      }
    }
    return turned(((0..<n).map { Int(state.heads[$0]) }, (0..<n).map { state.labels[$0] }))
  }

  private func action(
    _ pass: SyntaxModel.Pass, _ state: ParseState, _ view: ParseWords, _ guide: Guide?
  ) -> (ParseState.Action, isSure: Bool) {
    let legal = ParseState.Action.allCases.filter { state.isLegal($0) }
    guard legal.count > 1 else { return (legal[0], true) }
    let coarse = features { CoarseFeatures.action(state, view, guide, into: $0) }
    let clear = best(of: legal.map(\.rawValue), actionSums(pass.coarseArcs, coarse))
    if clear.margin >= Int(pass.margins.arc) { return (ParseState.Action.allCases[clear.choice], true) }
    let whole = features {
      ArcFeatures.extract(state, view, into: $0)
      guard let guide else { return ArcFeatures.count }
      GuideFeatures.extract(state, view, guide, into: $0 + ArcFeatures.count)
      return ArcFeatures.count + GuideFeatures.count
    }
    let all = best(of: legal.map(\.rawValue), actionSums(pass.arcs, whole))
    return (ParseState.Action.allCases[all.choice], all.margin >= Int(ParseLane.clearMargin))
  }

  private func label(
    _ pass: SyntaxModel.Pass, _ state: ParseState, _ view: ParseWords, _ guide: Guide?, _ action: ParseState.Action
  ) -> Int {
    let classes = model.relations.count
    let coarse = features { CoarseFeatures.label(state, view, guide, action: action, into: $0) }
    let clear = best(of: Array(1..<classes), sums(pass.coarseLabels, coarse, classes: classes))
    if clear.margin >= Int(pass.margins.label) { return clear.choice }
    let whole = features {
      LabelFeatures.extract(state, view, action: action, into: $0)
      guard let guide else { return LabelFeatures.count }
      GuideFeatures.extractLabel(state, view, guide, action: action, into: $0 + LabelFeatures.count)
      return LabelFeatures.count + GuideFeatures.labelCount
    }
    return best(of: Array(1..<classes), sums(pass.labels, whole, classes: classes)).choice
  }
}
