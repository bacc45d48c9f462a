import ContactModel
import Recognition

/// The last meeting or talks that an article told of, for those whom a later sentence adds: `He met Borrell on Monday. Von der
/// Leyen also attended the meeting.`
struct EventBefore {
  /// Index into `Document.sentences`.
  private(set) var sentence = -1
  private var parties: [ResolvedParties.Reference] = []

  /// Notes the contacts that one trigger word of a sentence told of.
  mutating func note(_ contacts: [FoundContact], sentence: Int) {
    let meetings = contacts.filter { $0.isMutual && ($0.kind == .meet || $0.kind == .talks) && $0.modality != .negated }
    guard !meetings.isEmpty else { return }
    self.sentence = sentence
    parties = []
    for contact in meetings {
      for (entity, range) in [(contact.from, contact.fromRange), (contact.to, contact.toRange)]
      where !parties.contains(where: { $0.entity == entity }) {
        parties.append(.init(entity: entity, range: range, score: contact.confidence, form: .name))
      }
    }
  }

  /// Whom those meet who join: people meet people where people were there, else whoever was, unless those who join stand for one
  /// of them.
  func others(than joining: ResolvedParties, in recognized: RecognizedDocument) -> ResolvedParties {
    func isPerson(_ reference: ResolvedParties.Reference) -> Bool {
      recognized.entities[reference.entity].type == .person
    }
    var result = ResolvedParties()
    guard joining.references.allSatisfy(isPerson) || !joining.references.contains(where: isPerson) else {
      return result
    }
    let represented = joining.references.map { recognized.entities[$0.entity] }.filter { $0.type == .person }
    guard
      parties.contains(where: isPerson)
        || !parties.contains(where: { party in
          let country = recognized.entities[party.entity].country
          return country != nil && represented.contains { $0.country == country }
        })
    else { return result }
    let areAllPeople = joining.references.allSatisfy(isPerson) && parties.contains(where: isPerson)
    result.references = parties.filter { party in
      (!areAllPeople || isPerson(party)) && !joining.references.contains { $0.entity == party.entity }
    }
    return result
  }
}
