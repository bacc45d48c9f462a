import DataTables
import TextModel

/// The rules that one line of an entity file must keep.
struct EntityLineRules {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The cells of the line.
  let cells: UnsafeBufferPointer<EntityFile.Cell>
  /// The cell of each `EntityColumn`; -1 where the file has none.
  let columns: [Int]
  let file: String
  let line: Int

  private func slice(_ column: EntityColumn) -> Slice<UnsafeBufferPointer<UInt8>> {
    let place = columns[column.rawValue]
    return bytes[place < 0 ? 0..<0 : cells[place].range]
  }

  private func codes(_ column: EntityColumn) -> [Slice<UnsafeBufferPointer<UInt8>>] {
    let cell = slice(column)
    return cell.isEmpty ? [] : cell.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
  }

  private func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }

  func check(addsAliases: Bool, faults: inout [DataFault]) {
    func fault(_ message: String) { faults.append(DataFault(file: file, line: line, message: message)) }
    let id = slice(.id)
    if id.isEmpty {
      fault("lacks an id; give a Wikidata QID or an id of your own such as 'p-ada-lovelace'")
    } else if !Self.isID(id) {
      fault(
        "has the id '\(text(id))'; an id is a Wikidata QID or lower-case letters, digits and hyphens after p-, o-, c- or l-"
      )
    }
    checkAliases(required: addsAliases, faults: &faults)
    if addsAliases { return }
    if EntityType(bytes: slice(.type)) == nil {
      fault(
        slice(.type).isEmpty
          ? "lacks a type; give one of \(Self.list(EntityType.allCases))"
          : "has the unknown type '\(text(slice(.type)))'; known are \(Self.list(EntityType.allCases))")
    }
    if slice(.name).isEmpty { fault("lacks a name") }
    for column in [EntityColumn.name, .country, .members] where slice(column).count > Self.longestCell {
      fault("has more than \(Self.longestCell) bytes in the column '\(column.title)'; shorten it")
    }
    if !slice(.kind).allSatisfy({ ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x5F || ($0 >= 0x30 && $0 <= 0x39) }) {
      fault("has the kind '\(text(slice(.kind)))'; a kind is one lower-case word, with _ for spaces")
    }
    for code in codes(.country) where !Self.isCountryCode(code) {
      fault("has the country '\(text(code))'; a country is two capital letters (ISO 3166-1 alpha-2)")
    }
    for code in codes(.members) where !Self.isCountryCode(code) {
      fault("has the member '\(text(code))'; a member is two capital letters (ISO 3166-1 alpha-2)")
    }
    let gender = slice(.gender)
    if !gender.isEmpty, !(gender.count == 1 && (gender.first == UInt8(ascii: "m") || gender.first == UInt8(ascii: "f")))
    {
      fault("has the gender '\(text(gender))'; give m, f or nothing")
    }
    checkRoles(faults: &faults)
    checkValidity(faults: &faults)
    let weight = slice(.weight)
    if !weight.isEmpty, weight.count > 18 || !weight.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      fault("has the weight '\(text(weight))'; a weight is a whole number of at most 18 digits")
    }
  }

  static let longestCell = 60_000

  private static func list<T: RawRepresentable>(_ cases: [T]) -> String where T.RawValue == String {
    cases.map(\.rawValue).joined(separator: ", ")
  }

  private func checkAliases(required: Bool, faults: inout [DataFault]) {
    let cell = slice(.aliases)
    func fault(_ message: String) { faults.append(DataFault(file: file, line: line, message: message)) }
    if cell.isEmpty {
      if required { fault("adds no alias; give one or remove the line") }
      return
    }
    var start = cell.startIndex
    while start <= cell.endIndex {
      var end = start
      while end < cell.endIndex, bytes[end] != UInt8(ascii: "|") { end += 1 }
      if let problem = AliasText.problem(in: bytes, start..<end) { fault(problem) }
      start = end + 1
    }
  }

  private func checkRoles(faults: inout [DataFault]) {
    func fault(_ message: String) { faults.append(DataFault(file: file, line: line, message: message)) }
    let cell = slice(.roles)
    if cell.isEmpty { return }
    for role in cell.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false) {
      let parts = role.split(separator: UInt8(ascii: "/"), maxSplits: 4, omittingEmptySubsequences: false)
      guard parts.count >= 4 else {
        fault(
          "has the role '\(text(role))'; a role is office/of/start/end/title, of which all but the office may be empty")
        continue
      }
      if parts[0].isEmpty || !parts[0].allSatisfy({ ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x5F }) {
        fault("has a role with the office '\(text(parts[0]))'; an office is one lower-case word, with _ for spaces")
      }
      checkSpan(parts[2], parts[3], of: "role '\(text(role))'", faults: &faults)
    }
  }

  private func checkValidity(faults: inout [DataFault]) {
    let cell = slice(.valid)
    if cell.isEmpty { return }
    let parts = cell.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      faults.append(
        DataFault(
          file: file, line: line,
          message: "has the validity '\(text(cell))'; a validity is start/end, of which either may be empty"))
      return
    }
    checkSpan(parts[0], parts[1], of: "validity", faults: &faults)
  }

  private func checkSpan(
    _ start: some Sequence<UInt8>, _ end: some Sequence<UInt8>, of what: @autoclosure () -> String,
    faults: inout [DataFault]
  ) {
    func date(_ bytes: some Sequence<UInt8>) -> PartialDate? {
      guard bytes.first(where: { _ in true }) != nil else { return nil }
      if let date = PartialDate(digits: bytes) { return date }
      faults.append(
        DataFault(
          file: file, line: line,
          message: "has the date '\(text(bytes))' in its \(what()); a date is YYYY, YYYY-MM or YYYY-MM-DD"))
      return nil
    }
    if let first = date(start), let last = date(end), first.interval.first > last.interval.last {
      faults.append(DataFault(file: file, line: line, message: "ends before it starts in its \(what())"))
    }
  }

  private static func isCountryCode(_ code: some Collection<UInt8>) -> Bool {
    code.count == 2 && code.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }

  static func isID(_ id: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = id.first else { return false }
    let rest = id.dropFirst()
    if first == UInt8(ascii: "Q") {
      return !rest.isEmpty && rest.count <= 18 && rest.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
    switch first {
    case UInt8(ascii: "p"), UInt8(ascii: "o"), UInt8(ascii: "c"), UInt8(ascii: "l"): break
    default: return false
    }
    guard rest.first == UInt8(ascii: "-"), rest.count > 1, id.count <= 200 else { return false }
    return rest.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
  }
}

extension EntityType {
  init?(bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    // Their names differ in length.
    let (type, name): (EntityType, StaticString)
    switch bytes.count {
    case 5: (type, name) = (.place, "place")
    case 6: (type, name) = (.person, "person")
    case 7: (type, name) = (.country, "country")
    case 12: (type, name) = (.organization, "organization")
    default: return nil
    }
    guard UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount).elementsEqual(bytes) else {
      return nil
    }
    self = type
  }

  /// The number by which the index names the type.
  var number: UInt8 {
    switch self {
    case .person: 0
    case .country: 1
    case .organization: 2
    case .place: 3
    }
  }

  init?(number: UInt8) {
    switch number {
    case 0: self = .person
    case 1: self = .country
    case 2: self = .organization
    case 3: self = .place
    default: return nil
    }
  }
}

extension PartialDate {
  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` from bytes; nil for anything else.
  init?(digits bytes: some Sequence<UInt8>) {
    var fields = (0, 0, 0)
    var place = 0
    for byte in bytes {
      switch place {
      case 0..<4, 5..<7, 8..<10:
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        let digit = Int(byte) - 0x30
        if place < 4 {
          fields.0 = fields.0 * 10 + digit
        } else if place < 7 {
          fields.1 = fields.1 * 10 + digit
        } else {
          fields.2 = fields.2 * 10 + digit
        }
      case 4, 7:
        guard byte == 0x2D else { return nil }
      default:
        return nil
      }
      place += 1
    }
    switch place {
    case 4: self.init(year: fields.0)
    case 7 where (1...12).contains(fields.1): self.init(year: fields.0, month: fields.1)
    case 10:
      let date = PartialDate(year: fields.0, month: fields.1, day: fields.2)
      guard (1...12).contains(fields.1), fields.2 >= 1,
        Day(year: fields.0, month: fields.1, day: fields.2).date == date
      else { return nil }
      self = date
    default: return nil
    }
  }
}
