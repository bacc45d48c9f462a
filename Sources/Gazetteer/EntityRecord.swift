import TextModel

/// Where the cells of an entity stand in the index, and what is asked of it most.
struct EntityRecord {
  var offset: UInt64 = 0
  var weight: UInt64 = 0
  var aliases: UInt32 = 0
  var roles: UInt32 = 0
  /// The first of the offices that the person held, and their number.
  var firstOffice: UInt32 = 0
  var officeCount: UInt16 = 0
  var id: UInt16 = 0
  var name: UInt16 = 0
  var countries: UInt16 = 0
  var members: UInt16 = 0
  var kind: UInt16 = 0
  /// The first two countries, as `Gazetteer.countryNumber` gives them; 0 for none.
  var firstCountry: UInt16 = 0
  var secondCountry: UInt16 = 0
  var valid: UInt8 = 0
  var type: UInt8 = 0
  var gender: UInt8 = 0

  // The cells stand one after the other in this order.
  var idRange: Range<Int> { Int(offset)..<Int(offset) + Int(id) }
  var nameRange: Range<Int> { idRange.upperBound..<idRange.upperBound + Int(name) }
  var countriesRange: Range<Int> { nameRange.upperBound..<nameRange.upperBound + Int(countries) }
  var membersRange: Range<Int> { countriesRange.upperBound..<countriesRange.upperBound + Int(members) }
  var validRange: Range<Int> { membersRange.upperBound..<membersRange.upperBound + Int(valid) }
  var aliasesRange: Range<Int> { validRange.upperBound..<validRange.upperBound + Int(aliases) }
  var rolesRange: Range<Int> { aliasesRange.upperBound..<aliasesRange.upperBound + Int(roles) }
}

/// A node of the trie of names: one token sequence that starts some name.
struct NameNode {
  /// Hash of the token sequence; 0 where the place is free.
  var hash: UInt64 = 0
  /// Index of the first candidate plus 1, or 0 where no name ends here.
  var surface: UInt32 = 0
  /// A bit for each hash of a token that can follow.
  var following: UInt32 = 0

  /// The surface of a node where a name ends.
  var surfaceIndex: SurfaceIndex { SurfaceIndex(value: surface &- 1) }
}

/// A person who held an office, as the index sorts them: latest start first.
struct OfficeHolder {
  var entity: UInt32
  /// Days; the smallest and largest value stand for an unknown start and an open end.
  var start: Int32
  var end: Int32
}
