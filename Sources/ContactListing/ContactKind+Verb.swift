import ContactModel

extension ContactKind {
  /// What stands between two parties in a sentence that tells of their contact.
  func verb(isMutual: Bool) -> String {
    switch (self, isMutual) {
    case (.tell, false), (.press, false): "told"
    case (.tell, true), (.press, true): "spoke with"
    case (.call, false): "called"
    case (.call, true): "spoke by phone with"
    case (.meet, _): "met"
    case (.talks, _): "held talks with"
    case (.write, false): "wrote to"
    case (.write, true): "exchanged letters with"
    case (.invite, _): "invited"
    case (.host, _): "hosted"
    }
  }
}
