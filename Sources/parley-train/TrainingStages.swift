import Syntax

/// The stages of a training: each learns from what the ones before gave for sentences that they had not seen, because it will
/// see results as wrong as those.
struct TrainingStages {
  let groups: [TrainingGroup]
  let inventory: Inventory
  let settings: TrainCommand
  /// For each fold, the sentences of all other folds.
  private let others: [[TrainingGroup]]

  init(groups: [TrainingGroup], inventory: Inventory, settings: TrainCommand) {
    self.groups = groups
    self.inventory = inventory
    self.settings = settings
    others = (0..<settings.folds).map { fold in groups.filter { $0.fold(of: settings.folds) != fold } }
  }

  /// The tagger; sentences get the tags of taggers that had not seen their document.
  func tagger(part: Int) -> TaggerTrainer {
    let taggers = trained(part: part, hasFolds: true) { groups, _, part in
      let tagger = TaggerTrainer(
        inventory: inventory, bits: settings.tagBits, coarseBits: settings.coarseTagBits, margin: settings.margin,
        coarseMargin: settings.coarseMargin)
      var random = SeededRandom(seed: settings.seed, part: part)
      tagger.train(groups, epochs: settings.tagEpochs, share: settings.variants, random: &random)
      return tagger
    } add: {
      $0.add($1)
    }
    for (fold, tagger) in taggers.dropFirst().enumerated() {
      for group in groups where group.fold(of: settings.folds) == fold {
        for sentence in group.variants { sentence.predicted = tagger.tag(sentence) }
      }
    }
    return taggers[0]
  }

  /// The share of the predicted tags that are right.
  var rightTags: Double {
    var (right, total) = (0, 0)
    for sentence in groups.map({ $0.variants[0] }) {
      total += sentence.count
      right += zip(sentence.predicted, sentence.tags).count { $0 == $1 }
    }
    return Double(right) / Double(max(1, total))
  }

  /// A pass of the parser; but for the last one, the trees of parsers that had not seen their document become the guides of
  /// the sentences.
  func pass(part: Int, backward: Bool, guided: Bool, isLast: Bool = false) -> ParserTrainer {
    let halved = isLast ? 0 : 1
    let bits = ParserTrainer.Bits(
      coarseArcs: settings.coarseArcBits, arcs: settings.arcBits - halved, coarseLabels: settings.coarseLabelBits,
      labels: settings.labelBits - halved)
    func learn(
      _ groups: [TrainingGroup], part: Int, bits: ParserTrainer.Bits, epochs: Int,
      rows: (coarse: ParserTrainer.Rows, arcs: ParserTrainer.Rows)
    ) -> ParserTrainer {
      let parser = ParserTrainer(
        inventory: inventory, backward: backward, guided: guided, bits: bits, margin: settings.margin,
        coarseMargin: settings.coarseMargin, rows: rows)
      var random = SeededRandom(seed: settings.seed, part: part)
      parser.train(
        groups, epochs: epochs, share: settings.variants, exploration: settings.exploration, random: &random)
      return parser
    }
    // A first training in tables that hold all features tells which of them deserve a row of the small ones.
    var whole = bits
    (whole.coarseArcs, whole.arcs) = (22, 24)
    let owners = ConcurrentTraining.map(isLast ? 1 : 1 + settings.folds) { fold in
      learn(
        fold == 0 ? groups : others[fold - 1], part: part * 1000 + 900 + fold, bits: whole,
        epochs: settings.scoutEpochs,
        rows: (.all, .all)
      ).owners(bits)
    }
    let parsers = trained(part: part, hasFolds: !isLast) { groups, fold, part in
      learn(
        groups, part: part, bits: bits, epochs: isLast ? settings.epochs : settings.guideEpochs,
        rows: (.owned(owners[fold].coarse), .owned(owners[fold].arcs)))
    } add: {
      $0.add($1)
    }
    var trees: [[(heads: [Int32], labels: [UInt8])]] = Array(repeating: [], count: groups.count)
    for (fold, parser) in parsers.dropFirst().enumerated() {
      for (i, group) in groups.enumerated() where group.fold(of: settings.folds) == fold {
        trees[i] = group.variants.map { parser.parse($0) }
      }
    }
    for (group, trees) in zip(groups, trees) {
      for (sentence, tree) in zip(group.variants, trees) { (sentence.guideHeads, sentence.guideLabels) = tree }
    }
    return parsers[0]
  }

  /// A learner of all sentences and, if asked for, one for each fold that sees only the others. Each is the sum of some that
  /// differ by their seeds, which costs nothing where it is used (the scores of linear models add up).
  ///
  /// - Parameter train: gets the sentences, 0 for all or one more than the fold, and the number of its part of the seed.
  private func trained<Learner>(
    part: Int, hasFolds: Bool, _ train: @escaping ([TrainingGroup], Int, Int) -> Learner,
    add: (Learner, Learner) -> Void
  ) -> [Learner] {
    let votes = max(1, hasFolds ? settings.votes : settings.lastVotes)
    let sets = hasFolds ? [groups] + others : [groups]
    let learners = ConcurrentTraining.map(sets.count * votes) { job in
      train(sets[job / votes], job / votes, part * 1000 + job)
    }
    return sets.indices.map { set in
      for vote in 1..<votes { add(learners[set * votes], learners[set * votes + vote]) }
      return learners[set * votes]
    }
  }
}
