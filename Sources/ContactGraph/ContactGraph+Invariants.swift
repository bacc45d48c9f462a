extension ContactGraph {
  /// Stops the program where the graph breaks a promise of its documentation; for tests.
  ///
  /// Complexity: O(n) in the size of the graph.
  public func _checkInvariants() {
    precondition(
      zip(articles, articles.dropFirst()).allSatisfy {
        ($0.reference.id, $0.reference.contentHash) < ($1.reference.id, $1.reference.contentHash)
      }, "articles are sorted and unique")
    for (index, article) in articles.enumerated() {
      guard let original = article.copyOf else { continue }
      precondition(articles.indices.contains(original) && original != index, "a copy names another article")
      precondition(articles[original].copyOf == nil, "no copy of a copy")
    }
    precondition(zip(parties, parties.dropFirst()).allSatisfy { $0.id < $1.id }, "parties are sorted and unique")
    precondition(parties.allSatisfy { $0.aliases == $0.aliases.sorted() && !$0.aliases.contains($0.name) })
    precondition(appearances.count == partyOfAppearance.count)
    for (appearance, party) in zip(appearances, partyOfAppearance) {
      precondition(parties[party].id == appearance.id, "an appearance belongs to the party of its id")
    }
    precondition(Set(partyOfAppearance).count == parties.count, "every party appears")
    for contact in contacts {
      precondition(contact.from != contact.to, "no contact of a party with itself")
      precondition(!contact.isMutual || contact.from < contact.to, "mutual contacts start at the smaller party")
      precondition(partyOfAppearance[contact.fromAppearance] == contact.from)
      precondition(partyOfAppearance[contact.toAppearance] == contact.to)
      precondition(articles[contact.article].copyOf == nil, "a copy states no contact")
    }
    precondition(contacts == GraphAssembly.sorted(contacts), "contacts are sorted")
    let used = Set(contacts.flatMap { [$0.fromAppearance, $0.toAppearance] })
    precondition(used.count == appearances.count, "every appearance has a contact")
  }
}
