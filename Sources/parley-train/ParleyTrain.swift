import ArgumentParser

/// Trains and measures the syntax model.
@main
struct ParleyTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parley-train",
    abstract: "Trains the tagger, parser and lemmatizer on a Universal Dependencies treebank.",
    subcommands: [TrainCommand.self, MarginsCommand.self, EvaluateCommand.self],
    defaultSubcommand: TrainCommand.self)
}
