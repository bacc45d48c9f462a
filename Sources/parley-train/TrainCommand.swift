import ArgumentParser
import DataTables
import Foundation
import Syntax

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains a model; the same files and seed give the same bytes.")

  @Option(help: "The treebank to learn from, CoNLL-U.")
  var train: String
  @Option(help: "More sentences for the parser to learn from, CoNLL-U, as news writes them.")
  var news = "Gazetteers/en/news-sentences.conllu"
  @Option(help: "How often each of those is taken.")
  var newsRepeats = 3
  @Option(help: "A treebank to choose margins and to measure on when the model is written.")
  var dev: String
  @Option(help: "A table of irregular forms: form, lemma, Penn tag.")
  var irregular = "Gazetteers/en/irregular-forms.tsv"
  @Option(help: "A table of words in small letters and their classes.")
  var dictionary = "Gazetteers/en/dictionary.tsv"
  @Option(help: "A table of given names.")
  var givenNames = "Gazetteers/en/given-names.tsv"
  @Option(help: "A table of family names.")
  var surnames = "Gazetteers/en/surnames.tsv"
  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String
  @Option(help: "The seed of the order of sentences and of the exploration.")
  var seed: UInt64 = 1
  @Option(help: "Rounds over the treebank for the parser's last pass.")
  var epochs = 8
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
  @Option(help: "Binary logarithm of the table of relations in bytes; the first two passes have half as many.")
  var labelBits = 20
  @Option(help: "Binary logarithm of the tagger's table of the few features that tell most tags, in bytes.")
  var coarseTagBits = 18
  @Option(help: "Binary logarithm of the rows of the few features that decide most of the parser's actions.")
  var coarseArcBits = 16
  @Option(help: "Binary logarithm of the table of the few features that tell most relations, in bytes.")
  var coarseLabelBits = 17
  /// What the margins of the shipped model were chosen with.
  static let share = 0.002
  @Option(help: "The share of decisions that may fall otherwise than the full tables make them.")
  var share = Self.share

  @Option(help: "Rounds over the treebank for each of the parser's first two passes.")
  var guideEpochs = 6
  @Option(help: "By how much the right class must beat the others before a decision counts as learnt.")
  var margin: Float = 60
  @Option(
    help:
      "The same where few features are summed: many decisions cannot be learnt, and a greater margin would have them pull at the weights of all others."
  )
  var coarseMargin: Float = 10

  @Option(help: "Learners with different seeds whose weights are added up at each stage.")
  var votes = 2
  @Option(help: "The same for the last pass.")
  var lastVotes = 4
  @Option(help: "Rounds over the treebank in which the features of the parser's tables are chosen.")
  var scoutEpochs = 2
  @Option(help: "Parts of the treebank; what a stage learns of the one before comes from learners of the other parts.")
  var folds = 5

  func run() throws {
    let started = Date()
    func report(_ text: String) {
      let time = String(format: "%6.1f s  ", Date().timeIntervalSince(started))
      FileHandle.standardError.write(Data((time + text + "\n").utf8))
    }
    let treebank = try Treebank(contentsOf: train)
    func table(_ file: String, _ columns: [String], optional: [String] = []) throws -> DataTable {
      try DataTable(contentsOf: URL(fileURLWithPath: file), required: columns, optional: optional)
    }
    let irregular = try table(irregular, ["form", "lemma", "tag"])
    let words = try WordClassReader(
      dictionary: table(dictionary, ["word", "classes"]),
      givenNames: table(givenNames, ["name"], optional: ["gender", "countries"]),
      surnames: table(surnames, ["name"], optional: ["countries"]), irregular: irregular)
    let inventory = Inventory(treebank, dictionary: words.classes)
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
    for sentence in try Treebank(contentsOf: news).sentences {
      var variants = [sentence]
      if let merged = sentence.withMergedNames() { variants += [merged, merged] }
      let group = TrainingGroup(variants: variants.map { TrainingSentence($0, inventory: inventory) })
      groups += Array(repeating: group, count: newsRepeats)
    }
    let lemmas = try LemmaCollector(treebank, irregular: irregular).sections()

    let stages = TrainingStages(groups: groups, inventory: inventory, settings: self)
    let tagger = stages.tagger(part: 1)
    report(String(format: "taggers trained: %.2f %% of the tags of unseen sentences are right", stages.rightTags * 100))
    // Three passes, each guided by the one before.
    let first = stages.pass(part: 2, backward: false, guided: false)
    report("first pass trained")
    let backward = stages.pass(part: 3, backward: true, guided: true)
    report("second pass trained")
    let last = stages.pass(part: 4, backward: false, guided: true, isLast: true)
    report("last pass trained")
    let file = ModelFormat.file(
      sections: [
        inventory.classes.flatMap { [$0.tag.rawValue, $0.form.rawValue] },
        inventory.relations.map(\.rawValue),
        CoarseMargins.never.bytes,
        Array(UnsafeRawBufferPointer(inventory.slots)),
      ] + tagger.tables + first.tables + backward.tables + last.tables + [lemmas.slots, lemmas.text])
    try Data(file).write(to: URL(fileURLWithPath: output), options: .atomic)
    report("wrote \(file.count) bytes")
    let url = URL(fileURLWithPath: output)
    let devTreebank = try Treebank(contentsOf: dev)
    report("margins \(try MarginsCommand.rewrite(url, share: share, dev: devTreebank, to: output))")
    print(Evaluation(model: try SyntaxModel(contentsOf: url), treebank: devTreebank))
  }
}
