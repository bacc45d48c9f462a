import ArgumentParser
import Foundation
import Syntax

struct MarginsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "margins",
    abstract: "Chooses on a treebank how clear a decision of a model's coarse features must be, and writes the model.",
    discussion: """
      For each kind of decision (tags; actions and relations of each pass) it is the least margin with which at most a share \
      of all decisions falls otherwise than the full tables make it. Training does the same at its end.
      """)

  @Option(help: "The model file.")
  var model: String
  @Option(help: "A treebank that the model has not learnt from, CoNLL-U.")
  var dev: String
  @Option(help: "The share of the decisions.")
  var share = TrainCommand.share
  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  func run() throws {
    let treebank = try Treebank(contentsOf: dev)
    let margins = try Self.rewrite(URL(fileURLWithPath: model), share: share, dev: treebank, to: output)
    print("margins \(margins)")
    print(Evaluation(model: try SyntaxModel(contentsOf: URL(fileURLWithPath: output)), treebank: treebank))
  }

  /// Writes a model with the margins that a treebank calls for.
  ///
  /// - Returns: the margins.
  @discardableResult
  static func rewrite(_ url: URL, share: Double, dev: Treebank, to output: String) throws -> CoarseMargins {
    let parser = try SyntaxModel(contentsOf: url, margins: .never).makeParser(recordsDecisions: true)
    for sentence in dev.sentences { _ = parser.parse(words: sentence.words.map(\.form)) }
    let margins = CoarseMargins(share: share, of: parser.decisions)
    let file = try ModelFile(contentsOf: url)
    let sections = ModelFormat.Section.allCases.map { $0 == .margins ? margins.bytes : Array(file[$0]) }
    try Data(ModelFormat.file(sections: sections)).write(to: URL(fileURLWithPath: output), options: .atomic)
    return margins
  }
}
