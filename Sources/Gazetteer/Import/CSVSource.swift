import TextModel

/// CSV (RFC 4180) with a header, whose columns are mapped to ours: `name=Name,aliases=AKA`.
///
/// Several values of a cell are separated by `|` or `;`. Without a column for ids they are made of type and name.
struct CSVSource: ImportSource {
  private let options: ImportOptions
  /// The index in the record of each of our columns.
  private var places: [EntityColumn: Int]?
  private var width = 0

  init(_ options: ImportOptions) { self.options = options }

  mutating func entity(of record: [UInt8]) throws(ImportFault) -> Entity? {
    if record.isEmpty { return nil }
    guard let text = String(validating: record, as: UTF8.self) else { throw ImportFault("is not valid UTF-8") }
    let cells = try Self.cells(text)
    guard let places else {
      try readHeader(cells)
      return nil
    }
    guard cells.count == width else {
      throw ImportFault("has \(cells.count) cells where the header names \(width)")
    }
    func cell(_ column: EntityColumn) -> String {
      places[column].map { cells[$0].split(separator: " ").joined(separator: " ") } ?? ""
    }
    func values(_ column: EntityColumn) -> [String] {
      cell(column).split(whereSeparator: { $0 == "|" || $0 == ";" }).map {
        $0.split(separator: " ").joined(separator: " ")
      }
      .filter { !$0.isEmpty }
    }
    let written = cell(.type).lowercased()
    guard let type = written.isEmpty ? options.type : EntityType(rawValue: written) else {
      throw ImportFault(
        written.isEmpty
          ? "has no type; map a column to 'type' or give --type"
          : "has the unknown type '\(cell(.type))'; known are person, country, organization, place")
    }
    guard options.types.contains(type) else { return nil }
    let name = cell(.name)
    guard !name.isEmpty else { throw ImportFault("has no name") }
    var entity = Entity(
      id: cell(.id).isEmpty ? Entity.stableID(type, name) : Self.id(cell(.id), type), type: type,
      kind: cell(.kind).lowercased().split(separator: " ").joined(separator: "_"), name: name)
    entity.aliases = values(.aliases).map { Alias(text: $0, kind: isAcronym($0) ? .acronym : .name) }
    entity.countries = values(.country).map { $0.uppercased() }
    if let wrong = entity.countries.first(where: { !isCountryCode($0) }) {
      throw ImportFault("has the country '\(wrong)'; a country is two letters (ISO 3166-1 alpha-2)")
    }
    switch cell(.gender).lowercased() {
    case "": break
    case "m", "male": entity.gender = .male
    case "f", "female": entity.gender = .female
    default: throw ImportFault("has the gender '\(cell(.gender))'; known are m, f, male, female")
    }
    if !cell(.weight).isEmpty {
      guard let weight = Int(cell(.weight)), weight >= 0 else {
        throw ImportFault("has the weight '\(cell(.weight))', which is no whole number")
      }
      entity.weight = weight
    }
    return entity
  }

  /// An id of the source, kept where it is one of ours, else made into one.
  private static func id(_ id: String, _ type: EntityType) -> String {
    let bytes = Array(id.utf8)
    let cell = EntityFile.Cell(start: 0, count: UInt32(bytes.count))
    let isOurs = bytes.withUnsafeBufferPointer { EntityLineRules.isID(Slice(base: $0, bounds: cell.range)) }
    return isOurs ? id : Entity.stableID(type, id)
  }

  private mutating func readHeader(_ cells: [String]) throws(ImportFault) {
    var places: [EntityColumn: Int] = [:]
    for (ours, theirs) in options.columns.sorted(by: { $0.key < $1.key }) {
      guard let column = EntityColumn.allCases.first(where: { $0.title == ours }),
        ![.roles, .members, .valid].contains(column)
      else {
        throw ImportFault(
          "cannot be mapped to '\(ours)'; known are id, type, kind, name, aliases, country, gender, weight")
      }
      guard let place = cells.firstIndex(of: theirs) else {
        throw ImportFault("lacks the column '\(theirs)'; it names \(cells.joined(separator: ", "))")
      }
      places[column] = place
    }
    // Columns that bear our names need no mapping.
    for column in EntityColumn.allCases where places[column] == nil && ![.roles, .members, .valid].contains(column) {
      if let place = cells.firstIndex(of: column.title) { places[column] = place }
    }
    guard places[.name] != nil else {
      throw ImportFault("lacks a column for the name; map one, as in --map name=\(cells.first ?? "Name")")
    }
    self.places = places
    width = cells.count
  }

  /// The header was read; without it no record can be.
  var hasHeader: Bool { places != nil }

  static func cells(_ text: String) throws(ImportFault) -> [String] {
    var cells: [String] = []
    var cell = ""
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    var quoted = false
    while let scalar = next {
      next = scalars.next()
      if quoted {
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if next == "\"" {
          cell.unicodeScalars.append(scalar)
          next = scalars.next()
        } else {
          quoted = false
        }
      } else if scalar == "\"", cell.isEmpty {
        quoted = true
      } else if scalar == "," {
        cells.append(cell)
        cell = ""
      } else {
        cell.unicodeScalars.append(scalar)
      }
    }
    if quoted { throw ImportFault("has an open quotation mark") }
    cells.append(cell)
    return cells
  }
}
