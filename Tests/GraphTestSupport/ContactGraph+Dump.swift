import ContactGraph
import ContactModel

extension ContactGraph {
  /// One line for each party and each contact, to be compared with an expected text.
  public var dump: String {
    let partyLines = parties.map { party in
      "\(party.id) \(party.type.rawValue) \(party.name) [\(party.aliases.joined(separator: ", "))]"
        + (party.country.map { " \($0)" } ?? "")
    }
    let contactLines = contacts.map { contact in
      let arrow = contact.isMutual ? "--" : "->"
      return "\(parties[contact.from].name) \(arrow) \(parties[contact.to].name) \(contact.kind.rawValue)"
        + " \(contact.modality.rawValue) \(articles[contact.article].reference.id)"
    }
    return (partyLines + contactLines).joined(separator: "\n")
  }
}
