import DataTables
import Foundation
import TextModel

/// Compiles checked entity files into one index.
struct IndexBuilder: ~Copyable {
  /// One line of one file.
  private struct Line {
    var key: UInt64
    var file: Int32
    var row: Int32
  }

  private let files: [EntityFile]
  private var records: LargeBuffer<EntityRecord>
  private var blob: LargeBuffer<UInt8>
  private var heldOffices: LargeBuffer<HeldOffice>
  private var words: [String] = [""]
  private var wordNumbers: [String: Int] = ["": 0]
  private var offices: [String: [OfficeHolder]] = [:]
  private var countries: [(code: String, entity: UInt32)] = []

  /// All entities by id, and the lines that add aliases to each.
  private let lines: [Line]
  private let additions: [String: [Line]]
  /// What is wrong between the lines: ids that stand twice, aliases for unknown ids.
  let faultsBetweenLines: [DataFault]

  init(files: [EntityFile], firstAdditional: Int) {
    self.files = files
    var faults: [DataFault] = []
    lines = Self.sortedLines(files, firstAdditional, &faults)
    additions = Self.aliasAdditions(files, lines, &faults)
    faultsBetweenLines = faults
    records = LargeBuffer(expected: lines.count)
    blob = LargeBuffer(expected: files.reduce(0) { $0 + $1.bytes.count })
    heldOffices = LargeBuffer(expected: lines.count)
  }

  /// The index of the files, which have no faults.
  mutating func build(manifest: [UInt8]) -> IndexStorage {
    var names = NameIndexBuilder(expected: lines.count)
    for line in lines { add(line, to: &names) }
    return finish(names.finish(), manifest: manifest)
  }

  // MARK: Lines

  private static func id(_ line: Line, _ files: [EntityFile]) -> ArraySlice<UInt8> {
    let file = files[Int(line.file)]
    return file.bytes[file[Int(line.row), .id].range]
  }

  /// The lines of all entities by id, of which each stands once: lines of files from `firstAdditional` on, the user's,
  /// replace earlier ones.
  private static func sortedLines(
    _ files: [EntityFile], _ firstAdditional: Int, _ faults: inout [DataFault]
  ) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(files.reduce(0) { $0 + ($1.addsAliases ? 0 : $1.lines.count) })
    for (number, file) in files.enumerated() where !file.addsAliases {
      for row in file.lines.indices {
        let range = file[row, .id].range
        var key: UInt64 = 0
        for place in 0..<8 { key = key << 8 | (place < range.count ? UInt64(file.bytes[range.lowerBound + place]) : 0) }
        lines.append(Line(key: key, file: Int32(number), row: Int32(row)))
      }
    }
    func precedes(_ a: Line, _ b: Line) -> Bool {
      if a.key != b.key { return a.key < b.key }
      if id(a, files).elementsEqual(id(b, files)) { return (a.file, a.row) < (b.file, b.row) }
      return id(a, files).lexicographicallyPrecedes(id(b, files))
    }
    // Files are usually in the order of ids.
    if !(1..<max(1, lines.count)).allSatisfy({ precedes(lines[$0 - 1], lines[$0]) }) { lines.sort(by: precedes) }
    var kept = 0
    for index in lines.indices {
      let line = lines[index]
      guard kept > 0, lines[kept - 1].key == line.key, id(lines[kept - 1], files).elementsEqual(id(line, files)) else {
        lines[kept] = line
        kept += 1
        continue
      }
      let last = lines[kept - 1]
      if Int(line.file) >= firstAdditional, Int(last.file) < firstAdditional {
        lines[kept - 1] = line
        continue
      }
      let file = files[Int(line.file)]
      let earlier = files[Int(last.file)]
      faults.append(
        DataFault(
          file: file.name, line: Int(file.lines[Int(line.row)]),
          message:
            "has the id '\(String(decoding: id(line, files), as: UTF8.self))', which \(earlier.name):\(earlier.lines[Int(last.row)]) has already; merge the two lines"
        ))
    }
    lines.removeLast(lines.count - kept)
    return lines
  }

  private static func aliasAdditions(
    _ files: [EntityFile], _ lines: [Line], _ faults: inout [DataFault]
  ) -> [String: [Line]] {
    let faulty = files.reduce(into: Set<String>()) { $0.formUnion($1.faultyIDs) }
    var additions: [String: [Line]] = [:]
    for (number, file) in files.enumerated() where file.addsAliases {
      for row in file.lines.indices {
        let text = file.text(file[row, .id])
        if !holds(files, lines, text) {
          if faulty.contains(text) { continue }
          faults.append(
            DataFault(
              file: file.name, line: Int(file.lines[row]),
              message:
                "adds aliases to the unknown id '\(text)'; add its entity to a file with the columns id, type, name"))
          continue
        }
        additions[text, default: []].append(Line(key: 0, file: Int32(number), row: Int32(row)))
      }
    }
    return additions
  }

  private static func holds(_ files: [EntityFile], _ lines: [Line], _ text: String) -> Bool {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if id(lines[middle], files).lexicographicallyPrecedes(text.utf8) { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && id(lines[low], files).elementsEqual(text.utf8)
  }

  // MARK: Entities

  private mutating func number(of word: String) -> Int {
    if let known = wordNumbers[word] { return known }
    words.append(word)
    wordNumbers[word] = words.count - 1
    return words.count - 1
  }

  private mutating func add(_ line: Line, to names: inout NameIndexBuilder) {
    let file = files[Int(line.file)]
    let row = Int(line.row)
    let entity = UInt32(records.count)
    var record = EntityRecord()
    record.offset = UInt64(blob.count)
    @inline(__always) func cell(_ column: EntityColumn) -> Range<Int> { file[row, column].range }
    record.id = UInt16(clamping: cell(.id).count)
    record.name = UInt16(clamping: cell(.name).count)
    record.countries = UInt16(clamping: cell(.country).count)
    record.members = UInt16(clamping: cell(.members).count)
    record.valid = UInt8(clamping: cell(.valid).count)
    record.roles = UInt32(cell(.roles).count)
    if !cell(.kind).isEmpty { record.kind = UInt16(clamping: number(of: file.text(file[row, .kind]))) }
    file.bytes.withUnsafeBufferPointer { bytes in
      func keep(_ column: EntityColumn) { blob.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[cell(column)])) }
      let countries = UnsafeBufferPointer(rebasing: bytes[cell(.country)])
      if countries.count >= 2 { record.firstCountry = UInt16(countries[0]) << 8 | UInt16(countries[1]) }
      if countries.count >= 5 { record.secondCountry = UInt16(countries[3]) << 8 | UInt16(countries[4]) }
      keep(.id)
      keep(.name)
      keep(.country)
      keep(.members)
      keep(.valid)
      let type = EntityType(bytes: bytes[cell(.type)]) ?? .place
      record.type = type.number
      record.gender =
        switch bytes[cell(.gender)].first {
        case UInt8(ascii: "m"): 0
        case UInt8(ascii: "f"): 1
        default: 2
        }
      for byte in bytes[cell(.weight)] { record.weight = record.weight * 10 + UInt64(byte - 0x30) }
      names.add(
        bytes, cell(.name),
        Candidate(entity: EntityIndex(entity), type: type, kind: .name, language: 0, isCanonical: true))
      let aliasStart = blob.count
      addAliases(bytes, cell(.aliases), entity: entity, type, to: &names)
      if !additions.isEmpty, let more = additions[file.text(file[row, .id])] {
        for line in more {
          let source = files[Int(line.file)]
          if blob.count > aliasStart { blob.append(UInt8(ascii: "|")) }
          source.bytes.withUnsafeBufferPointer {
            addAliases($0, source[Int(line.row), .aliases].range, entity: entity, type, to: &names)
          }
        }
      }
      record.aliases = UInt32(blob.count - aliasStart)
      keep(.roles)
      record.firstOffice = UInt32(heldOffices.count)
      addRoles(bytes, cell(.roles), entity: entity)
      record.officeCount = UInt16(clamping: heldOffices.count - Int(record.firstOffice))
      if type == .country {
        for code in bytes[cell(.country)].split(separator: UInt8(ascii: "|")) {
          self.countries.append((String(decoding: code, as: UTF8.self), entity))
        }
      }
    }
    records.append(record)
  }

  private mutating func addAliases(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, entity: UInt32, _ type: EntityType,
    to names: inout NameIndexBuilder
  ) {
    blob.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
    var start = range.lowerBound
    while start < range.upperBound {
      var stop = start
      while stop < range.upperBound, bytes[stop] != UInt8(ascii: "|") { stop += 1 }
      let alias = AliasText(bytes, start..<stop)
      let language = alias.language.isEmpty ? 0 : number(of: String(decoding: bytes[alias.language], as: UTF8.self))
      names.add(
        bytes, alias.text,
        Candidate(
          entity: EntityIndex(entity), type: type, kind: alias.kind, language: language, isCanonical: false))
      start = stop + 1
    }
  }

  // MARK: Roles

  private mutating func addRoles(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, entity: UInt32) {
    if range.isEmpty { return }
    for role in bytes[range].split(separator: UInt8(ascii: "|")) {
      let parts = role.split(separator: UInt8(ascii: "/"), maxSplits: 4, omittingEmptySubsequences: false)
      guard parts.count >= 4 else { continue }
      let start = PartialDate(digits: parts[2]).map { Int32(clamping: $0.interval.first.number) }
      let end = PartialDate(digits: parts[3]).map { Int32(clamping: $0.interval.last.number) }
      let key = String(decoding: parts[0], as: UTF8.self) + "/" + String(decoding: parts[1], as: UTF8.self)
      offices[key, default: []].append(
        OfficeHolder(entity: entity, start: start ?? Int32.min, end: end ?? Int32.max))
      let owner = bytes[parts[1].indices]
      heldOffices.append(
        HeldOffice(
          span: RoleSpan(
            start: RoleSpan.number(bytes, parts[2].startIndex, parts[2].endIndex),
            end: RoleSpan.number(bytes, parts[3].startIndex, parts[3].endIndex)),
          office: UInt16(clamping: number(of: String(decoding: parts[0], as: UTF8.self))),
          country: owner.count == 2 ? UInt16(owner[owner.startIndex]) << 8 | UInt16(owner[owner.startIndex + 1]) : 0,
          ownerStart: UInt32(parts[1].startIndex - range.lowerBound), ownerCount: UInt16(clamping: owner.count)))
    }
  }

  // MARK: Sections

  private mutating func finish(_ sections: consuming NameIndexBuilder.Sections, manifest: [UInt8]) -> IndexStorage {
    var names = sections
    let keys = offices.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var ranges: [UInt32] = [0]
    var holders: [OfficeHolder] = []
    for key in keys {
      let sorted = (offices[key] ?? []).sorted { a, b in
        a.start != b.start ? a.start > b.start : a.end != b.end ? a.end > b.end : a.entity < b.entity
      }
      holders += sorted
      ranges.append(UInt32(holders.count))
    }
    countries.sort { ($0.code, $0.entity) < ($1.code, $1.entity) }
    let codes = countries.map { "\($0.code) \($0.entity)" }.joined(separator: "\n")

    // In the order of `IndexStorage.Section`.
    return IndexStorage(sections: [
      OwnedBytes(manifest), records.take(), blob.take(), OwnedBytes(Array(words.joined(separator: "\n").utf8)),
      names.names.take(), names.capitals.take(), OwnedBytes(names.firsts), OwnedBytes(names.capitalFirsts),
      OwnedBytes(names.lowerFirsts), names.candidates.take(), heldOffices.take(),
      OwnedBytes(Array(keys.joined(separator: "\n").utf8)), OwnedBytes(ranges), OwnedBytes(holders),
      OwnedBytes(Array(codes.utf8)),
    ])
  }
}
