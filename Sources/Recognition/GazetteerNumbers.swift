import Gazetteer
import TextModel

/// The gazetteer's numbers for what the rules ask of entities, so that no text is compared: kinds, and offices of titles.
struct GazetteerNumbers: Sendable {
  /// Kinds that rules ask for by themselves.
  enum Kind: String, CaseIterable {
    case capital
    case outlet
    case party
    case armedGroup = "armed_group"
  }

  let capital: UInt16
  let outlet: UInt16
  let party: UInt16
  let armedGroup: UInt16
  /// For each kind by its number: it is part of a state.
  private let isOfState: [Bool]
  private let numbers: [String: UInt16]
  /// For each title of the rules the numbers of its offices that somebody held.
  let offices: [[UInt16]]

  init(_ gazetteer: Gazetteer, _ rules: RecognitionRules) {
    var numbers: [String: UInt16] = [:]
    // Kinds of the rules that no entity has stand behind those of the gazetteer.
    var next = gazetteer.wordCount
    func number(_ kind: String) -> UInt16 {
      if let known = numbers[kind] { return known }
      let number = gazetteer.kindNumber(kind) ?? UInt16(clamping: next)
      if Int(number) == next { next += 1 }
      numbers[kind] = number
      return number
    }
    capital = number(Kind.capital.rawValue)
    outlet = number(Kind.outlet.rawValue)
    party = number(Kind.party.rawValue)
    armedGroup = number(Kind.armedGroup.rawValue)
    for kind in rules.institutions.values.map(\.kind).sorted() { _ = number(kind) }
    for kind in rules.anaphors.values.flatMap(\.kinds).sorted() { _ = number(kind) }
    let ofState = rules.stateKinds.sorted().map(number)
    var isOfState = [Bool](repeating: false, count: next)
    for kind in ofState { isOfState[Int(kind)] = true }
    self.isOfState = isOfState
    self.numbers = numbers
    offices = rules.titles.map { $0.offices.compactMap(gazetteer.officeNumber) }
  }

  /// The number of a kind that the rules name.
  func kind(_ kind: String) -> UInt16 { numbers[kind] ?? 0 }

  /// The kind is part of a state, so that careful readers accept the country in its place.
  func isOfState(_ kind: UInt16) -> Bool { Int(kind) < isOfState.count && isOfState[Int(kind)] }
}
