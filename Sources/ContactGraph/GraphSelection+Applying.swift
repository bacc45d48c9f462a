import ContactModel
import TextModel

extension GraphSelection {
  /// The selected part of a graph.
  ///
  /// - Parameters:
  ///   - countryName: the English name of a country's code, for countries that are no party themselves.
  ///   - pageRank: PageRank of each party of a graph; asked for only where the ranking is by it.
  /// - Throws: `PartyNameError` where a name is unknown or ambiguous; what `pageRank` throws.
  ///
  /// Complexity: O(n log n) in the number of contacts.
  public func apply(
    to graph: ContactGraph, countryName: (String) -> String? = { _ in nil },
    pageRank: (ContactGraph) throws -> [Double]
  ) throws -> ContactGraph {
    var selected = graph.keeping { index in
      let contact = graph.contacts[index]
      return (kinds.isEmpty || kinds.contains(contact.kind)) && modalities.contains(contact.modality)
        && isInPeriod(graph.days(of: contact))
    }
    // A person can be asked for by name even where people count as their countries.
    let names = PartyNames(selected)
    var rolled: [String: String] = [:]
    if unit != .party {
      let rollUp = RollUp(of: selected, to: unit, countryName: countryName)
      rolled = rollUp.partyOf
      selected = rollUp.graph
    }
    if !types.isEmpty {
      let parties = selected.parties
      selected = selected.keepingParties { types.contains(parties[$0].type) }
    }
    if let ego {
      let party = try Self.party(ego, in: selected, names: names, rolled: rolled)
      let distance = selected.distances(from: party)
      selected = selected.keepingParties { distance[$0].map { $0 <= hops } ?? false }
    }
    if let between {
      let one = try Self.party(between.one, in: selected, names: names, rolled: rolled)
      let other = try Self.party(between.other, in: selected, names: names, rolled: rolled)
      selected = selected.keepingShortestPaths(from: one, to: other)
    }
    if minimumWeight > 1 {
      let strong = Set(selected.edges().filter { $0.weight >= minimumWeight }.flatMap(\.contacts))
      selected = selected.keeping { strong.contains($0) }
    }
    if let core {
      let coreness = selected.coreness()
      selected = selected.keepingParties { coreness[$0] >= core }
    }
    if largestComponent {
      let component = selected.components()
      selected = selected.keepingParties { component[$0] == 0 }
    }
    if let top, top < selected.parties.count {
      let scores = try scores(selected, pageRank)
      let order = selected.parties.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
      let kept = Set(order.prefix(top))
      selected = selected.keepingParties { kept.contains($0) }
    }
    return selected
  }

  private func isInPeriod(_ days: DayInterval?) -> Bool {
    guard from != nil || to != nil else { return true }
    guard let days else { return false }
    return (from.map { days.last >= $0 } ?? true) && (to.map { days.first <= $0 } ?? true)
  }

  private func scores(_ graph: ContactGraph, _ pageRank: (ContactGraph) throws -> [Double]) throws -> [Double] {
    switch ranking {
    case .weight:
      var weights = [Double](repeating: 0, count: graph.parties.count)
      for contact in graph.contacts {
        weights[contact.from] += 1
        weights[contact.to] += 1
      }
      return weights
    case .degree: return graph.neighbours().map { Double($0.count) }
    case .pagerank: return try pageRank(graph)
    }
  }

  private static func party(
    _ name: String, in graph: ContactGraph, names: PartyNames, rolled: [String: String]
  ) throws(PartyNameError) -> Int {
    do { return try PartyNames(graph).party(name) } catch {
      guard case .unknown = error.reason, let index = try? names.party(name) else { throw error }
      let id = names.graph.parties[index].id
      guard let target = graph.parties.firstIndex(where: { $0.id == rolled[id] ?? id }) else { throw error }
      return target
    }
  }
}
