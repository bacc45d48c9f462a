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
  @Option(
    help:
      "A treebank by which to measure once more, with the commas of the files hung as it hangs them: treebanks differ in that."
  )
  var commasOf: String?
  @Argument(help: "CoNLL-U files.")
  var files: [String]

  func run() throws {
    let model = try SyntaxModel(contentsOf: URL(fileURLWithPath: model))
    let convention = try commasOf.map { CommaConvention(of: try Treebank(contentsOf: $0)) }
    for file in files {
      var treebank = try Treebank(contentsOf: file)
      let evaluation = Evaluation(model: model, treebank: treebank)
      print("\(file): \(evaluation)")
      if relations { print(evaluation.table) }
      if let convention {
        treebank.sentences = treebank.sentences.map(convention.hanging)
        print("\(file), its commas moved: \(Evaluation(model: model, treebank: treebank))")
      }
    }
  }
}
