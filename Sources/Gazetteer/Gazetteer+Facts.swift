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

  /// Calls `body` with the bytes of office and owner, and the years of start and end (0 where open), of each role of a person.
  public func forEachRole(
    _ entity: EntityIndex,
    _ body: (_ office: Slice<UnsafeBufferPointer<UInt8>>, _ of: Slice<UnsafeBufferPointer<UInt8>>, _ span: RoleSpan) ->
      Void
  ) {
    let bytes = cell(record(entity).rolesRange)
    var at = 0
    while at < bytes.count {
      var cuts = (0, 0, 0, 0)
      var fields = 0
      let start = at
      while at < bytes.count, bytes[at] != UInt8(ascii: "|") {
        if bytes[at] == UInt8(ascii: "/"), fields < 4 {
          switch fields {
          case 0: cuts.0 = at
          case 1: cuts.1 = at
          case 2: cuts.2 = at
          default: cuts.3 = at
          }
          fields += 1
        }
        at += 1
      }
      if fields == 3 { cuts.3 = at }
      if fields >= 3 {
        body(
          bytes[start..<cuts.0], bytes[cuts.0 + 1..<cuts.1],
          RoleSpan(start: RoleSpan.number(bytes, cuts.1 + 1, cuts.2), end: RoleSpan.number(bytes, cuts.2 + 1, cuts.3)))
      }
      at += 1
    }
  }
}

/// From when to when an office was held, as comparable numbers `YYYYMMDD`; unknown months and days are 0, an open end is `Int32.max`.
public struct RoleSpan: Hashable, Sendable {
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
