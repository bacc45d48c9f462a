import ArgumentParser
import Parley

@main
struct ParleyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parley",
    abstract: "Reads news articles and answers who spoke to whom.")
}
