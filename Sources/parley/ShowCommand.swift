import ArgumentParser
import Foundation
import Parley

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print who spoke to whom, when, how often, with the sentences behind it.",
    discussion: """
      Without a name: the pairs with most contacts. With one name: the contacts of that party. With two: what was \
      between them.

        parley show graph.parley
        parley show graph.parley macron
        parley show graph.parley macron putin --from 2022
      """)

  @Argument(help: "The graph file that parley build made.")
  var graph: String

  @Argument(help: ArgumentHelp("A party, or two: any of its names, in any case.", valueName: "name"))
  var names: [String] = []

  @Option(help: ArgumentHelp("How many pairs or contacts are listed; 0 for all.", valueName: "number"))
  var limit = 20

  @Flag(help: "Print JSON Lines, one contact a line.")
  var json = false

  @OptionGroup(title: "Selection")
  var selection: SelectionOptions

  func validate() throws {
    if names.count > 2 {
      throw ValidationError("show takes at most two names; put a name of several words in quotes.")
    }
    if limit < 0 { throw ValidationError("--limit takes a whole number from 0.") }
  }

  func run() throws {
    let selected = try selection.apply(to: try StoredGraph.open(graph).graph())
    let lookup = PartyNames(selected)
    let parties = try names.map { try lookup.party($0) }
    if json { return try printLines(selected, parties: parties) }
    let environment = ProcessInfo.processInfo.environment
    let noColor = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let style = ListingStyle(
      width: StandardStreams.outputColumns ?? environment["COLUMNS"].flatMap { Int($0) } ?? 80,
      isColored: StandardStreams.outputIsTerminal && !noColor, limit: limit == 0 ? nil : limit)
    let listing = ContactListing(selected, style: style)
    switch parties.count {
    case 0: StandardStreams.write(listing.pairs())
    case 1: StandardStreams.write(listing.contacts(of: parties[0]))
    default: StandardStreams.write(listing.contacts(between: parties[0], and: parties[1]))
    }
  }

  private func printLines(_ graph: ContactGraph, parties: [Int]) throws {
    guard let format = ExportFormats.named("jsonl") else { return }
    let wanted = graph.keeping { index in
      let ends = [graph.contacts[index].from, graph.contacts[index].to]
      return parties.allSatisfy { ends.contains($0) }
    }
    let sink = ByteSink { StandardStreams.write($0) }
    format.write(ExportContent(wanted, grouping: .contacts, metrics: nil), to: [sink])
    try sink.finish()
  }
}
