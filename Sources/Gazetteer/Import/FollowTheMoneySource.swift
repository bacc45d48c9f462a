import TextModel

/// FollowTheMoney JSON Lines: people and organizations of OpenSanctions and Aleph.
///
/// ```
/// {"id":"NK-1","schema":"Person","properties":{"name":["Ada Lovelace"],"nationality":["gb"],"gender":["female"]}}
/// ```
struct FollowTheMoneySource: ImportSource {
  private let options: ImportOptions

  init(_ options: ImportOptions) { self.options = options }

  func entity(of record: [UInt8]) throws(ImportFault) -> Entity? {
    if record.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { return nil }
    let item = try JSONRecord(line: record)
    guard let schema = item.text("schema") else { throw ImportFault("lacks the field 'schema'") }
    let type: EntityType
    let kind: String
    switch schema {
    case "Person": (type, kind) = (.person, "")
    case "Organization": (type, kind) = (.organization, "")
    case "Company": (type, kind) = (.organization, "company")
    case "PublicBody": (type, kind) = (.organization, "public_body")
    default: return nil
    }
    guard options.types.contains(type) else { return nil }
    guard let own = item.text("id"), !own.isEmpty else { throw ImportFault("lacks the field 'id'") }
    guard let properties = item["properties"] else { throw ImportFault("lacks the field 'properties'") }
    guard let name = item.text("caption") ?? properties.texts("name").first, !name.isEmpty else {
      throw ImportFault("has no name")
    }
    let wikidata = ([own] + properties.texts("wikidataId")).first { id in
      id.hasPrefix("Q") && id.count > 1 && id.dropFirst().utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
    var entity = Entity(id: wikidata ?? Entity.stableID(type, own), type: type, kind: kind, name: name)
    let others = ["name", "alias", "previousName"].flatMap { properties.texts($0) }
    entity.aliases =
      others.map { Alias(text: $0, kind: isAcronym($0) ? .acronym : .name) }
      + properties.texts("abbreviation").map { Alias(text: $0, kind: .acronym) }
    let codes = ["nationality", "citizenship", "country", "jurisdiction", "mainCountry"]
      .flatMap { properties.texts($0) }.map { $0.uppercased() }
    entity.countries = codes.reduce(into: []) { if isCountryCode($1), !$0.contains($1) { $0.append($1) } }
    entity.gender =
      switch properties.texts("gender").first?.lowercased() {
      case "male", "m": .male
      case "female", "f": .female
      default: .unknown
      }
    return entity
  }
}
