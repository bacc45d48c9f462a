import ContactModel
import TextModel

/// A graph in which people and organizations count as whom they represented at the time of the article.
///
/// A party whose country or organization is unknown, and one that belongs to none (the United Nations), stays itself.
/// Contacts inside one country or organization are left out; those of one article that become alike are one.
struct RollUp {
  let graph: ContactGraph
  /// For the id of each party the id that it counts as; where that differs from article to article, the commonest.
  let partyOf: [String: String]

  init(of graph: ContactGraph, to unit: GraphSelection.Unit, countryName: (String) -> String?) {
    var countries: [String: Party] = [:]
    var organizations: [String: Party] = [:]
    for party in graph.parties {
      if party.type == .country, let code = party.country, countries[code] == nil { countries[code] = party }
      if party.type == .organization { organizations[party.id] = party }
    }
    let targets = graph.appearances.indices.map { index -> Party in
      let (appearance, party) = (graph.appearances[index], graph.parties[graph.partyOfAppearance[index]])
      switch unit {
      case .party: return party
      case .country:
        guard party.type != .country, let code = appearance.country ?? party.country else { return party }
        if let country = countries[code] { return country }
        let country = Party(
          id: "c-" + code.lowercased(), name: countryName(code) ?? code, type: .country, country: code)
        countries[code] = country
        return country
      case .organization:
        guard party.type == .person, let affiliation = appearance.affiliation ?? party.affiliation else { return party }
        let organization = Self.organization(affiliation, known: organizations)
        organizations[organization.id] = organization
        return organization
      }
    }

    var counts: [String: [String: Int]] = [:]
    for contact in graph.contacts {
      for appearance in [contact.fromAppearance, contact.toAppearance] {
        counts[graph.appearances[appearance].id, default: [:]][targets[appearance].id, default: 0] += 1
      }
    }
    partyOf = counts.compactMapValues { $0.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key }

    var assembly = GraphAssembly()
    // Copies take no part: they follow their original.
    let articles = graph.articles.map { article in
      assembly.addArticle(
        article.reference, copyOf: article.copyOf.map { graph.articles[$0].reference.contentHash })
    }
    let appearances = targets.map { assembly.appearance(of: $0) }
    for contact in graph.contacts {
      var contact = contact
      contact.article = articles[contact.article]
      contact.fromAppearance = appearances[contact.fromAppearance]
      contact.toAppearance = appearances[contact.toAppearance]
      assembly.add(contact)
    }
    self.graph = assembly.graph().mergingAlike()
  }

  /// An affiliation is the id of an organization, which its name may follow after a space.
  private static func organization(_ affiliation: String, known: [String: Party]) -> Party {
    let parts = affiliation.split(separator: " ", maxSplits: 1).map(String.init)
    guard let id = parts.first else { return Party(id: affiliation, name: affiliation, type: .organization) }
    return known[id] ?? Party(id: id, name: parts.count > 1 ? parts[1] : id, type: .organization)
  }
}

extension ContactGraph {
  /// One contact for each article, from, to, kind and modality, with the evidence of all.
  fileprivate func mergingAlike() -> ContactGraph {
    var merged: [GraphContact] = []
    for contact in contacts {
      guard let last = merged.last, last.article == contact.article, last.from == contact.from, last.to == contact.to,
        last.kind == contact.kind, last.modality == contact.modality, last.isMutual == contact.isMutual
      else {
        merged.append(contact)
        continue
      }
      var sum = last
      sum.evidence += contact.evidence.filter { sentence in !sum.evidence.contains { $0.text == sentence.text } }
      sum.evidence.sort { $0.sentence < $1.sentence }
      sum.when = last.when ?? contact.when
      sum.venue = last.venue ?? contact.venue
      sum.medium = last.medium ?? contact.medium
      sum.topic = last.topic ?? contact.topic
      sum.cameo = last.cameo ?? contact.cameo
      sum.confidence = max(last.confidence, contact.confidence)
      merged[merged.count - 1] = sum
    }
    return ContactGraph(
      articles: articles, parties: parties, appearances: appearances, partyOfAppearance: partyOfAppearance,
      contacts: merged)
  }
}
