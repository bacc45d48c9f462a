import TextModel

/// A set of entity types.
struct TypeSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let person = TypeSet(rawValue: 1 << 0)
  static let country = TypeSet(rawValue: 1 << 1)
  static let organization = TypeSet(rawValue: 1 << 2)
  static let place = TypeSet(rawValue: 1 << 3)

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  init(_ types: [EntityType]) {
    self = types.reduce(into: []) { $0.formUnion(TypeSet($1)) }
  }

  /// The number of types.
  var count: Int { rawValue.nonzeroBitCount }

  func contains(_ type: EntityType) -> Bool { contains(TypeSet(type)) }

  init(_ type: EntityType) {
    switch type {
    case .person: self = .person
    case .country: self = .country
    case .organization: self = .organization
    case .place: self = .place
    }
  }
}
