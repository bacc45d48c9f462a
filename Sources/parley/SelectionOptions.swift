import ArgumentParser
import Parley

/// Which part of the graph is wanted: the same options in `render`, `export`, `report`, `show` and `stats`.
struct SelectionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only the contacts around this party.", valueName: "name"))
  var ego: String?

  @Option(help: ArgumentHelp("How many contacts away from it.", valueName: "number"))
  var hops = 1

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only the contacts between two parties, or the shortest way.", valueName: "name"))
  var between: [String] = []

  @Option(help: ArgumentHelp("Only pairs with so many contacts.", valueName: "number"))
  var minWeight = 1

  @Option(help: ArgumentHelp("Only these kinds: \(Self.names(ContactKind.self)).", valueName: "kinds"))
  var kind: [String] = []

  @Option(
    help: ArgumentHelp(
      "\(Self.names(Modality.self)) or all; actual and planned by default.", valueName: "modalities"))
  var modality: [String] = []

  @Option(help: ArgumentHelp("Only between parties of these types: person, country, organization.", valueName: "types"))
  var type: [String] = []

  @Option(help: ArgumentHelp("Only contacts on this day or later: 2022-01-28, 2022-01 or 2022.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Only contacts on this day or earlier.", valueName: "date"))
  var to: String?

  @Option(help: "Count people as whom they represent: party, country or organization.")
  var by: GraphSelection.Unit = .party

  @Option(help: ArgumentHelp("Only so many parties.", valueName: "number"))
  var top: Int?

  @Option(help: "Choose the top parties by weight, degree or pagerank.")
  var rank: GraphSelection.Ranking = .weight

  @Flag(help: "Only the largest connected part.")
  var component = false

  @Option(help: ArgumentHelp("Only parties with so many others each.", valueName: "number"))
  var kCore: Int?

  func validate() throws {
    _ = try selection()
  }

  /// The selected part of a graph; says on standard error where nothing is left.
  func apply(to graph: ContactGraph) throws -> ContactGraph {
    let countries = CountryNames()
    let selected = try selection().apply(
      to: graph, countryName: { countries.name(of: $0) },
      pageRank: { try GraphMetrics(of: $0, betweennessLimit: 0).pageRank })
    if selected.isEmpty, !graph.isEmpty {
      StandardStreams.note("parley: the selection leaves none of the \(graph.contacts.count) contacts.")
    }
    return selected
  }

  /// The value that the options say.
  func selection() throws -> GraphSelection {
    guard between.isEmpty || between.count == 2 else {
      throw ValidationError("--between takes two names; put a name of several words in quotes.")
    }
    for (option, number) in [("hops", hops), ("min-weight", minWeight), ("top", top ?? 1), ("k-core", kCore ?? 1)]
    where number < 1 {
      throw ValidationError("--\(option) takes a whole number from 1.")
    }
    let modalities = Set(
      try modality.flatMap { try $0 == "all" ? Modality.allCases : Self.choices([$0], option: "modality") })
    return GraphSelection(
      kinds: Set(try Self.choices(kind, option: "kind")),
      modalities: modality.isEmpty ? [.actual, .planned] : modalities,
      types: Set(try Self.choices(type, option: "type")), from: try Self.days(from, option: "from")?.first,
      to: try Self.days(to, option: "to")?.last, unit: by, ego: ego, hops: hops,
      between: between.count == 2 ? GraphSelection.Pair(between[0], between[1]) : nil, minimumWeight: minWeight,
      core: kCore, largestComponent: component, top: top, ranking: rank)
  }

  private static func names<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) -> String
  where Choice.RawValue == String {
    Choice.allCases.map(\.rawValue).joined(separator: ", ")
  }

  /// Values given one by one or separated by commas.
  private static func choices<Choice: RawRepresentable & CaseIterable>(
    _ values: [String], option: String
  ) throws -> [Choice] where Choice.RawValue == String {
    try values.flatMap { $0.split(separator: ",") }.map { value in
      guard let choice = Choice(rawValue: value.lowercased()) else {
        throw ValidationError("--\(option) takes \(names(Choice.self)), not '\(value)'.")
      }
      return choice
    }
  }

  private static func days(_ text: String?, option: String) throws -> DayInterval? {
    guard let text else { return nil }
    guard let date = PartialDate(text) else {
      throw ValidationError("--\(option) takes a date such as 2022-01-28, 2022-01 or 2022, not '\(text)'.")
    }
    return date.interval
  }
}

extension GraphSelection.Unit: ExpressibleByArgument {}
extension GraphSelection.Ranking: ExpressibleByArgument {}
