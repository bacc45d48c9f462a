import DataTables
import Foundation
import TextModel

/// All entities that Parley knows, with their names, offices and countries, compiled for lookup and longest match.
///
/// Cheap to copy and safe to share between threads: the values are read from one immutable, usually memory-mapped index.
public struct Gazetteer: Sendable {
  let storage: IndexStorage
  private let words: [String]
  /// Where each key of an office starts among the keys.
  let officeStarts: [UInt32]
  private let countryList: [(code: String, entity: EntityIndex)]

  init(storage: IndexStorage) {
    self.storage = storage
    officeStarts = Self.lineStarts(storage.bytes(.officeKeys))
    words = String(decoding: storage.bytes(.words), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    countryList = String(decoding: storage.bytes(.countries), as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ")
      guard parts.count == 2, let entity = UInt32(parts[1]) else { return nil }
      return (String(parts[0]), EntityIndex(entity))
    }
  }

  private static func lineStarts(_ bytes: UnsafeRawBufferPointer) -> [UInt32] {
    var starts: [UInt32] = []
    var isStart = true
    for (at, byte) in bytes.enumerated() {
      if isStart { starts.append(UInt32(at)) }
      isStart = byte == 0x0A
    }
    return starts
  }

  /// The number of entities.
  public var count: Int { storage.records.count }

  /// All entities, in the order of their ids.
  public var entities: some RandomAccessCollection<EntityIndex> {
    (0..<count).lazy.map { EntityIndex(UInt32($0)) }
  }

  // MARK: One entity

  @inline(__always) func record(_ entity: EntityIndex) -> EntityRecord {
    let records = storage.records
    precondition(Int(entity.value) < records.count, "entity of another gazetteer")
    return records[Int(entity.value)]
  }

  func cell(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    let blob = storage.blob
    guard range.upperBound <= blob.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(rebasing: blob[range])
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: cell(range), as: UTF8.self) }

  private func word(_ number: Int) -> String { number < words.count ? words[number] : "" }

  /// The number of kinds, languages and offices that the gazetteer knows, which are numbered together.
  public var wordCount: Int { words.count }

  func wordNumber(_ word: String) -> UInt16? { words.firstIndex(of: word).flatMap { UInt16(exactly: $0) } }

  public func id(_ entity: EntityIndex) -> String { text(record(entity).idRange) }

  /// The common English name.
  public func name(_ entity: EntityIndex) -> String { text(record(entity).nameRange) }

  public func type(_ entity: EntityIndex) -> EntityType {
    EntityType(number: record(entity).type) ?? .place
  }

  /// Finer than type: `outlet`, `city`, `ministry`; empty where unknown.
  public func kind(_ entity: EntityIndex) -> String { word(Int(record(entity).kind)) }

  public func gender(_ entity: EntityIndex) -> Gender {
    switch record(entity).gender {
    case 0: .male
    case 1: .female
    default: .unknown
    }
  }

  /// The larger, the likelier the entity is meant; 0 where unknown.
  public func weight(_ entity: EntityIndex) -> Int { Int(clamping: record(entity).weight) }

  /// ISO 3166-1 alpha-2 codes; for a country its own.
  public func countries(_ entity: EntityIndex) -> [String] { values(record(entity).countriesRange) }

  /// Codes of the member countries of an organization.
  public func members(_ entity: EntityIndex) -> [String] { values(record(entity).membersRange) }

  private func values(_ range: Range<Int>) -> [String] {
    cell(range).split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The offices that a person held, as the file gives them. Complexity: O(*n*) in the length of the cell.
  public func roles(_ entity: EntityIndex) -> [Role] {
    cell(record(entity).rolesRange).split(separator: UInt8(ascii: "|")).compactMap { role in
      let parts = role.split(separator: UInt8(ascii: "/"), maxSplits: 4, omittingEmptySubsequences: false)
      guard parts.count >= 4 else { return nil }
      return Role(
        office: String(decoding: parts[0], as: UTF8.self), of: String(decoding: parts[1], as: UTF8.self),
        span: DateSpan(start: PartialDate(digits: parts[2]), end: PartialDate(digits: parts[3])),
        title: parts.count > 4 ? String(decoding: parts[4], as: UTF8.self) : "")
    }
  }

  /// From when to when the entity existed.
  public func validity(_ entity: EntityIndex) -> DateSpan {
    let parts = cell(record(entity).validRange).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2 else { return DateSpan() }
    return DateSpan(start: PartialDate(digits: parts[0]), end: PartialDate(digits: parts[1]))
  }

  /// All names of the entity but the common English one. Complexity: O(*n*) in the length of the cell.
  public func aliases(_ entity: EntityIndex) -> [Alias] {
    let bytes = cell(record(entity).aliasesRange)
    return bytes.split(separator: UInt8(ascii: "|")).map { part in
      let alias = AliasText(bytes, part.startIndex..<part.endIndex)
      return Alias(
        text: String(decoding: bytes[alias.text], as: UTF8.self), kind: alias.kind,
        language: String(decoding: bytes[alias.language], as: UTF8.self))
    }
  }

  /// Everything about one entity. Complexity: O(*n*) in the length of its line.
  public func entity(_ entity: EntityIndex) -> Entity {
    Entity(
      id: id(entity), type: type(entity), kind: kind(entity), name: name(entity), aliases: aliases(entity),
      countries: countries(entity), gender: gender(entity), roles: roles(entity), members: members(entity),
      validity: validity(entity), weight: weight(entity))
  }

  /// The entity with an id; nil where there is none. Complexity: O(log *n*).
  public func index(ofID id: String) -> EntityIndex? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if cell(record(EntityIndex(UInt32(middle))).idRange).lexicographicallyPrecedes(id.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < count, cell(record(EntityIndex(UInt32(low))).idRange).elementsEqual(id.utf8) else { return nil }
    return EntityIndex(UInt32(low))
  }

  // MARK: Candidates

  /// What a written form can mean: every entity that has it as a name.
  public func candidates(of surface: SurfaceIndex) -> CandidateList {
    CandidateList(storage: storage, from: Int(surface.value))
  }

  /// BCP 47 code of the language of the name by which a candidate was found; empty for English.
  public func language(_ candidate: Candidate) -> String { word(candidate.languageNumber) }

  // MARK: Countries

  /// Codes of all countries, each once, sorted.
  public var countryCodes: [String] {
    var codes: [String] = []
    for country in countryList where codes.last != country.code { codes.append(country.code) }
    return codes
  }

  /// The countries that had a code, today's first. Complexity: O(*n*) in the number of countries.
  public func countries(code: String) -> [EntityIndex] {
    countryList.filter { $0.code == code }.map(\.entity).sorted { a, b in
      let ends = (validity(a).end != nil, validity(b).end != nil)
      if ends.0 != ends.1 { return !ends.0 }
      let weights = (weight(a), weight(b))
      return weights.0 != weights.1 ? weights.0 > weights.1 : a < b
    }
  }

  /// The country of a code, today's where several had it; nil for an unknown code.
  public func country(code: String) -> EntityIndex? { countries(code: code).first }
}
