import Foundation
import TextModel

/// A source that entities are imported from, record by record.
protocol ImportSource {
  /// The entity of a record; nil where it is none that is asked for.
  ///
  /// - Throws: `ImportFault` where the record is faulty.
  mutating func entity(of record: [UInt8]) throws(ImportFault) -> Entity?
}

/// What is wrong with a record, to be reported with its line.
struct ImportFault: Error {
  var message: String
  init(_ message: String) { self.message = message }
}

/// The formats that entities can be imported from.
public enum ImportFormat: String, Sendable, CaseIterable {
  /// A JSON dump of Wikidata, one entity a line.
  case wikidata
  /// FollowTheMoney JSON Lines, as OpenSanctions and Aleph publish.
  case ftm
  /// CSV with a header.
  case csv
  /// A GeoNames table: `allCountries.txt`, `cities500.txt`.
  case geonames
}

/// What to import, and how to read it.
public struct ImportOptions: Sendable {
  /// Languages of which names are taken, English first; English names get no language tag.
  public var languages: [String] = ["en"]
  /// Types of which entities are taken.
  public var types: Set<EntityType> = Set(EntityType.allCases)
  /// For CSV: our column for each of its columns.
  public var columns: [String: String] = [:]
  /// For CSV without a column of types.
  public var type: EntityType?
  /// For GeoNames: smaller places are left out.
  public var minimumPopulation = 1000
  /// For Wikidata: type and kind by the QID of a class.
  public var classes: [String: (type: EntityType, kind: String)] = [:]
  /// For Wikidata: country codes by the QID of a country.
  public var countryCodes: [String: String] = [:]
  /// For Wikidata: office class and whose office by the QID of a position.
  public var offices: [String: (office: String, of: String, title: String)] = [:]

  public init() {}
}

extension ImportFormat {
  func source(_ options: ImportOptions) -> any ImportSource {
    switch self {
    case .wikidata: WikidataSource(options)
    case .ftm: FollowTheMoneySource(options)
    case .csv: CSVSource(options)
    case .geonames: GeoNamesSource(options)
    }
  }
}

/// A JSON object as the readers of imports see it.
struct JSONRecord {
  let values: [String: Any]

  init?(_ values: Any?) {
    guard let values = values as? [String: Any] else { return nil }
    self.values = values
  }

  init(line: [UInt8]) throws(ImportFault) {
    let value: Any
    do {
      value = try JSONSerialization.jsonObject(with: Data(line))
    } catch {
      throw ImportFault("is not valid JSON; each line holds one JSON object")
    }
    guard let values = value as? [String: Any] else {
      throw ImportFault("is no JSON object; each line holds one JSON object")
    }
    self.values = values
  }

  subscript(_ key: String) -> JSONRecord? { JSONRecord(values[key]) }
  func text(_ key: String) -> String? { values[key] as? String }
  func number(_ key: String) -> Int? { (values[key] as? NSNumber)?.intValue }
  func records(_ key: String) -> [JSONRecord] { (values[key] as? [Any] ?? []).compactMap { JSONRecord($0) } }
  func texts(_ key: String) -> [String] { (values[key] as? [Any] ?? []).compactMap { $0 as? String } }
}
