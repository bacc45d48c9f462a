import ContactModel

extension ContactKind {
  /// The place of the kind in the order in which outputs list kinds.
  public var rank: Int {
    switch self {
    case .tell: 0
    case .press: 1
    case .call: 2
    case .meet: 3
    case .talks: 4
    case .write: 5
    case .invite: 6
    case .host: 7
    }
  }
}

extension Modality {
  /// The place of the modality in the order in which outputs list modalities.
  public var rank: Int {
    switch self {
    case .actual: 0
    case .planned: 1
    case .negated: 2
    case .uncertain: 3
    }
  }
}
