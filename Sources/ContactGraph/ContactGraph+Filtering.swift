extension ContactGraph {
  /// The graph of those contacts, with their parties, and the articles that report them; parties keep the names of the whole graph.
  ///
  /// Complexity: O(n) in the size of the graph.
  public func keeping(_ isKept: (_ contact: Int) -> Bool) -> ContactGraph {
    let kept = contacts.indices.filter(isKept)
    var usesParty = [Bool](repeating: false, count: parties.count)
    var usesAppearance = [Bool](repeating: false, count: appearances.count)
    var usesArticle = [Bool](repeating: false, count: articles.count)
    for index in kept {
      let contact = contacts[index]
      usesParty[contact.from] = true
      usesParty[contact.to] = true
      usesAppearance[contact.fromAppearance] = true
      usesAppearance[contact.toAppearance] = true
      usesArticle[contact.article] = true
    }
    for (index, article) in articles.enumerated() {
      if let original = article.copyOf, usesArticle[original] { usesArticle[index] = true }
    }
    if kept.count == contacts.count, usesArticle.allSatisfy(\.self) { return self }
    let (partyOrder, newParty) = Self.positions(of: usesParty)
    let (appearanceOrder, newAppearance) = Self.positions(of: usesAppearance)
    let (articleOrder, newArticle) = Self.positions(of: usesArticle)
    return ContactGraph(
      articles: articleOrder.map { index in
        GraphArticle(reference: articles[index].reference, copyOf: articles[index].copyOf.map { newArticle[$0] })
      },
      parties: partyOrder.map { parties[$0] }, appearances: appearanceOrder.map { appearances[$0] },
      partyOfAppearance: appearanceOrder.map { newParty[partyOfAppearance[$0]] },
      contacts: kept.map { index in
        var contact = contacts[index]
        contact.article = newArticle[contact.article]
        contact.from = newParty[contact.from]
        contact.to = newParty[contact.to]
        contact.fromAppearance = newAppearance[contact.fromAppearance]
        contact.toAppearance = newAppearance[contact.toAppearance]
        return contact
      })
  }

  /// The graph of the contacts between those parties.
  public func keepingParties(_ isKept: (_ party: Int) -> Bool) -> ContactGraph {
    let kept = parties.indices.map(isKept)
    return keeping { kept[contacts[$0].from] && kept[contacts[$0].to] }
  }

  private static func positions(of used: [Bool]) -> (order: [Int], new: [Int]) {
    let order = used.indices.filter { used[$0] }
    var new = [Int](repeating: -1, count: used.count)
    for (position, index) in order.enumerated() { new[index] = position }
    return (order, new)
  }
}
