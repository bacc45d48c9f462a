import ArgumentParser
import Foundation
import Syntax

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Measures a model on treebanks with gold tokens.")

  @Option(help: "The model file.")
  var model: String
  @Flag(help: "Also prints words, right heads and right labels for each relation.")
  var relations = false
  @Argument(help: "CoNLL-U files.")
  var files: [String]

  func run() throws {
    let model = try SyntaxModel(contentsOf: URL(fileURLWithPath: model))
    for file in files {
      let evaluation = Evaluation(model: model, treebank: try Treebank(contentsOf: file))
      print("\(file): \(evaluation)")
      if relations { print(evaluation.table) }
    }
  }
}
