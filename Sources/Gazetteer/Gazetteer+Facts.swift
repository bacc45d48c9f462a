import TextModel

/// What is asked of many candidates in a row: read without allocating.
extension Gazetteer {
  /// A country's ISO 3166-1 alpha-2 code as a number: first letter times 256 plus second; 0 for none.
  public typealias CountryNumber = UInt16

  /// The number of a country's code; 0 where the text is no code.
  public static func countryNumber(_ code: String) -> CountryNumber {
    let bytes = Array(code.utf8)
    return bytes.count == 2 ? UInt16(bytes[0]) << 8 | UInt16(bytes[1]) : 0
  }

  /// The first two countries of an entity.
  public func countryNumbers(_ entity: EntityIndex) -> (first: CountryNumber, second: CountryNumber) {
    let record = record(entity)
    return (record.firstCountry, record.secondCountry)
  }

  /// The entity exists only for a time.
  public func hasValidity(_ entity: EntityIndex) -> Bool { record(entity).valid > 0 }

  /// The bytes of the common English name.
  public func nameBytes(_ entity: EntityIndex) -> UnsafeBufferPointer<UInt8> { cell(record(entity).nameRange) }

  /// Calls `body` with the bytes of each family name of a person.
  public func forEachSurname(_ entity: EntityIndex, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) {
    let bytes = cell(record(entity).aliasesRange)
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "|") { end += 1 }
      if end > start, bytes[end - 1] == UInt8(ascii: "}") {
        let alias = AliasText(bytes, start..<end)
        if alias.kind == .surname { body(bytes[alias.text]) }
      }
      start = end + 1
    }
  }

  /// The offices that a person held, in the order of the file. The memory is the gazetteer's.
  public func heldOffices(_ entity: EntityIndex) -> UnsafeBufferPointer<HeldOffice> {
    let record = record(entity)
    let first = Int(record.firstOffice)
    let end = first + Int(record.officeCount)
    guard end <= storage.heldOffices.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(rebasing: storage.heldOffices[first..<end])
  }

  /// The bytes of the owner of an office that an entity held: a country's code, or the id of an organization.
  public func ownerBytes(_ office: HeldOffice, heldBy entity: EntityIndex) -> UnsafeBufferPointer<UInt8> {
    let start = record(entity).rolesRange.lowerBound + Int(office.ownerStart)
    return cell(start..<start + Int(office.ownerCount))
  }

  /// The number by which a class of office stands in `HeldOffice`; nil where nobody held such an office.
  ///
  /// - Complexity: O(*n*) in the kinds, languages and offices that the gazetteer knows.
  public func officeNumber(_ office: String) -> UInt16? { wordNumber(office) }

  /// The number of the kind of an entity: see `kindNumber(_:)`.
  public func kindNumber(of entity: EntityIndex) -> UInt16 { record(entity).kind }

  /// The number by which a kind stands in `kindNumber(of:)`; nil where no entity is of the kind.
  ///
  /// - Complexity: O(*n*) in the kinds, languages and offices that the gazetteer knows.
  public func kindNumber(_ kind: String) -> UInt16? { wordNumber(kind) }
}

/// One office that a person held, in numbers.
public struct HeldOffice: Hashable, Sendable, BitwiseCopyable {
  public let span: RoleSpan
  /// Class of the office, as `Gazetteer.officeNumber` gives it.
  public let office: UInt16
  /// The country whose office it is; 0 where it is another's.
  public let country: Gazetteer.CountryNumber
  /// Where the owner stands in the cell of the roles.
  let ownerStart: UInt32
  let ownerCount: UInt16
}

/// From when to when an office was held, as comparable numbers `YYYYMMDD`; unknown months and days are 0, an open end is `Int32.max`.
public struct RoleSpan: Hashable, Sendable, BitwiseCopyable {
  public let start: Int32
  public let end: Int32

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; 0 for an empty cell.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> Int32 {
    var value: Int32 = 0
    var digits = 0
    for at in from..<max(from, to) where bytes[at] >= 0x30 && bytes[at] <= 0x39 && digits < 8 {
      value = value * 10 + Int32(bytes[at] - 0x30)
      digits += 1
    }
    while digits > 0, digits < 8 {
      value *= 10
      digits += 1
    }
    return value
  }

  init(start: Int32, end: Int32) {
    self.start = start
    // The last day that an incomplete end can mean.
    self.end = end == 0 ? Int32.max : end % 10_000 == 0 ? end + 1299 : end % 100 == 0 ? end + 99 : end
  }

  /// The number of a date; an incomplete one is its middle.
  public static func number(_ date: PartialDate) -> Int32 {
    Int32(clamping: date.year) * 10_000 + Int32(date.month ?? 7) * 100 + Int32(date.day ?? 15)
  }

  /// The office was held on a date.
  public func contains(_ number: Int32) -> Bool { start <= number && number <= end }
}
