import ArgumentParser
import DataTables
import Foundation
import Syntax

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains a model; the same files and seed give the same bytes.")

  @Option(help: "The treebank to learn from, CoNLL-U.")
  var train: String
  @Option(help: "A treebank to measure on when the model is written.")
  var dev: String?
  @Option(help: "A table of irregular forms: form, lemma, Penn tag.")
  var irregular = "Gazetteers/en/irregular-forms.tsv"
  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String
  @Option(help: "The seed of the order of sentences and of the exploration.")
  var seed: UInt64 = 1
  @Option(help: "Rounds over the treebank for the parser's last pass.")
  var epochs = 12
  @Option(help: "Rounds over the treebank for the tagger.")
  var tagEpochs = 8
  @Option(help: "Share of sentences that are learnt in another writing or with merged names.")
  var variants = 0.2
  @Option(help: "Share of the parser's own decisions that are followed while learning.")
  var exploration = 0.9
  @Option(help: "Binary logarithm of the tagger's table in bytes.")
  var tagBits = 21
  @Option(
    help:
      "Binary logarithm of the rows of the parser's actions, of three bytes; the first two passes have half as many.")
  var arcBits = 20
  @Option(help: "Binary logarithm of the table of relations in bytes.")
  var labelBits = 20

  @Option(help: "Rounds over the treebank for each of the parser's first two passes.")
  var guideEpochs = 6
  @Option(help: "By how much the right class must beat the others before a decision counts as learnt.")
  var margin: Float = 60

  func run() throws {
    let started = Date()
    func report(_ text: String) {
      let time = String(format: "%6.1f s  ", Date().timeIntervalSince(started))
      FileHandle.standardError.write(Data((time + text + "\n").utf8))
    }
    let treebank = try Treebank(contentsOf: train)
    let inventory = Inventory(treebank)
    report(
      "\(treebank.sentences.count) sentences, \(inventory.classes.count) tag classes, \(inventory.relations.count) relations"
    )
    var random = SeededRandom(seed: seed)
    var groups: [TrainingGroup] = []
    for sentence in treebank.sentences {
      var variants = [sentence, sentence.asHeadline(capitals: random.fraction() < 0.25), sentence.withLowerStart()]
      if let merged = sentence.withMergedNames() { variants += [merged, merged, merged] }
      groups.append(TrainingGroup(variants: variants.map { TrainingSentence($0, inventory: inventory) }))
    }
    let lemmas = try LemmaCollector(
      treebank,
      irregular: DataTable(contentsOf: URL(fileURLWithPath: irregular), required: ["form", "lemma", "tag"])
    ).sections()

    // The parser must learn from tags as wrong as those it will see: each fold is tagged by a tagger of the others.
    let folds = 5
    for fold in 0..<folds {
      let tagger = TaggerTrainer(inventory: inventory, bits: tagBits, margin: margin)
      tagger.train(
        groups.filter { $0.variants[0].document % folds != fold }, epochs: max(3, tagEpochs / 2), share: variants,
        random: &random)
      for group in groups where group.variants[0].document % folds == fold {
        for sentence in group.variants { sentence.predicted = tagger.tag(sentence) }
      }
    }
    let right = groups.reduce(0) { sum, group in
      sum + zip(group.variants[0].predicted, group.variants[0].tags).filter { $0 == $1 }.count
    }
    let total = groups.reduce(0) { $0 + $1.variants[0].count }
    report(String(format: "tags by taggers that had not seen them: %.2f %% right", 100 * Double(right) / Double(total)))
    let tagger = TaggerTrainer(inventory: inventory, bits: tagBits, margin: margin)
    tagger.train(groups, epochs: tagEpochs, share: variants, random: &random)
    report("tagger trained")
    // Three passes, each guided by the one before; a guide must be as wrong as those that the pass will see.
    let first = parser(backward: false, guided: false, isLast: false, inventory: inventory)
    first.train(groups, epochs: guideEpochs, share: variants, exploration: exploration, random: &random) { _ in }
    report("first pass trained")
    jackknife(groups, folds: folds, backward: false, guided: false, inventory: inventory, random: &random)
    report("guides of the first pass made")
    let backward = parser(backward: true, guided: true, isLast: false, inventory: inventory)
    backward.train(groups, epochs: guideEpochs, share: variants, exploration: exploration, random: &random) { _ in }
    report("second pass trained")
    jackknife(groups, folds: folds, backward: true, guided: true, inventory: inventory, random: &random)
    report("guides of the second pass made")
    let last = parser(backward: false, guided: true, isLast: true, inventory: inventory)
    last.train(groups, epochs: epochs, share: variants, exploration: exploration, random: &random) {
      report("round \($0 + 1) of the last pass")
    }
    let file = ModelFormat.file(sections: [
      inventory.classes.flatMap { [$0.tag.rawValue, $0.form.rawValue] },
      inventory.relations.map(\.rawValue),
      Array(UnsafeRawBufferPointer(inventory.slots)),
      tagger.table(), first.arcTable(), first.labelTable(), backward.arcTable(), backward.labelTable(),
      last.arcTable(), last.labelTable(), lemmas.slots, lemmas.text,
    ])
    try Data(file).write(to: URL(fileURLWithPath: output), options: .atomic)
    report("wrote \(file.count) bytes")
    if let dev {
      print(
        try Evaluation(
          model: SyntaxModel(contentsOf: URL(fileURLWithPath: output)), treebank: Treebank(contentsOf: dev)))
    }
  }

  private func parser(backward: Bool, guided: Bool, isLast: Bool, inventory: Inventory) -> ParserTrainer {
    ParserTrainer(
      inventory: inventory, backward: backward, guided: guided, arcBits: isLast ? arcBits : arcBits - 1,
      labelBits: isLast ? labelBits : labelBits - 1, margin: margin)
  }

  /// Replaces the guide of every sentence by the tree of a parser that has not seen its document.
  private func jackknife(
    _ groups: [TrainingGroup], folds: Int, backward: Bool, guided: Bool, inventory: Inventory,
    random: inout SeededRandom
  ) {
    var trees: [[(heads: [Int32], labels: [UInt8])]] = Array(repeating: [], count: groups.count)
    for fold in 0..<folds {
      let guide = parser(backward: backward, guided: guided, isLast: false, inventory: inventory)
      guide.train(
        groups.filter { $0.variants[0].document % folds != fold }, epochs: guideEpochs, share: variants,
        exploration: exploration, random: &random
      ) { _ in }
      for (i, group) in groups.enumerated() where group.variants[0].document % folds == fold {
        trees[i] = group.variants.map { guide.parse($0) }
      }
    }
    for (group, trees) in zip(groups, trees) {
      for (sentence, tree) in zip(group.variants, trees) { (sentence.guideHeads, sentence.guideLabels) = tree }
    }
  }
}
