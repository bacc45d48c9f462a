/// The columns of an entity file, in the order in which they are written.
enum EntityColumn: Int, CaseIterable {
  case id, type, kind, name, aliases, country, gender, roles, members, valid, weight

  var title: String { "\(self)" }

  /// Columns that a file of entities must name.
  static let required: [EntityColumn] = [.id, .type, .name]
  /// The columns of a file that adds aliases to entities of other files.
  static let addition: [EntityColumn] = [.id, .aliases]
}
