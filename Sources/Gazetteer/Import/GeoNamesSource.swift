import TextModel

/// A GeoNames table: nineteen cells a line, separated by tabs, without a header.
///
/// ```
/// 2950159	Berlin	Berlin	BER,Berlín	52.52437	13.41053	P	PPLC	DE		16	00	11000	11000000	3426354	74	43	Europe/Berlin	2023-01-01
/// ```
struct GeoNamesSource: ImportSource {
  private let options: ImportOptions

  init(_ options: ImportOptions) { self.options = options }

  func entity(of record: [UInt8]) throws(ImportFault) -> Entity? {
    if record.isEmpty { return nil }
    guard let text = String(validating: record, as: UTF8.self) else { throw ImportFault("is not valid UTF-8") }
    let cells = text.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == 19 else {
      throw ImportFault("has \(cells.count) cells where a GeoNames table has 19")
    }
    guard !cells[0].isEmpty, cells[0].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      throw ImportFault("has the id '\(cells[0])', which is no whole number")
    }
    guard let population = cells[14].isEmpty ? 0 : Int(cells[14]), population >= 0 else {
      throw ImportFault("has the population '\(cells[14])', which is no whole number")
    }
    guard population >= options.minimumPopulation, let (type, kind) = Self.kind(cells[6], cells[7]),
      options.types.contains(type)
    else { return nil }
    let name = String(cells[1])
    guard !name.isEmpty else { throw ImportFault("has no name") }
    var entity = Entity(id: Entity.stableID(type, "geonames-\(cells[0])"), type: type, kind: kind, name: name)
    let others = [cells[2]] + cells[3].split(separator: ",")
    entity.aliases = others.map { String($0) }.filter { !isCode($0) }.map { Alias(text: $0) }
    entity.countries = [String(cells[8])].filter(isCountryCode)
    entity.weight = population
    return entity
  }

  /// Type and kind by class and code of the feature; nil for features that news seldom name.
  private static func kind(_ featureClass: Substring, _ code: Substring) -> (EntityType, String)? {
    switch (featureClass, code) {
    case ("P", "PPLC"): (.place, "capital")
    case ("P", _): (.place, "city")
    case ("A", "PCLI"), ("A", "PCLS"): (.country, "state")
    case ("A", "PCLD"), ("A", "TERR"), ("A", "PCLF"): (.country, "territory")
    case ("A", "ADM1"): (.place, "region")
    case ("A", _): (.place, "district")
    default: nil
    }
  }

  /// Codes of airports and the like are no names: `BER`.
  private func isCode(_ name: String) -> Bool {
    name.utf8.count <= 4 && name.utf8.allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x30 && $0 <= 0x39) }
  }
}
