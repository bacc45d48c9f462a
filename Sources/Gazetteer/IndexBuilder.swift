import DataTables
import Foundation
import TextModel

/// Compiles checked entity files into one index.
final class IndexBuilder {
  /// One line of one file.
  private struct Line {
    var key: UInt64
    var file: Int32
    var row: Int32
  }

  private let files: [EntityFile]
  private var records: [EntityRecord] = []
  private var blob: [UInt8] = []
  private var words: [String] = [""]
  private var wordNumbers: [String: Int] = ["": 0]
  private let names = NodeTable(capacity: 1024)
  private let capitals = NodeTable(capacity: 1024)
  private var lowerFirsts = [UInt64](repeating: 0, count: LowerCaseFilter.bits / 64)
  /// The surface number of each candidate, and the candidates, in the order of entities.
  private var surfaces: [UInt32] = []
  private var candidates: [Candidate] = []
  private var surfaceCount: UInt32 = 0
  private var capitalSurfaces: [UInt32] = []
  private var capitalCandidates: [Candidate] = []
  private var capitalSurfaceCount: UInt32 = 0
  /// Hash of the name's node for each surface in capitals, to merge with the surface as written.
  private var capitalHashes: [UInt64] = [0]
  private var offices: [String: [OfficeHolder]] = [:]
  private var countries: [(code: String, entity: UInt32)] = []
  private var tokens: [UInt64] = []

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
  }

  /// The index of the files, which have no faults.
  func build(manifest: [UInt8]) -> IndexStorage {
    records.reserveCapacity(lines.count)
    for line in lines { add(line) }
    return finish(manifest: manifest)
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
    for (number, file) in files.enumerated() where !file.addsAliases {
      for row in file.lines.indices {
        let range = file[row, .id].range
        var key: UInt64 = 0
        for place in 0..<8 { key = key << 8 | (place < range.count ? UInt64(file.bytes[range.lowerBound + place]) : 0) }
        lines.append(Line(key: key, file: Int32(number), row: Int32(row)))
      }
    }
    lines.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      if id(a, files).elementsEqual(id(b, files)) { return (a.file, a.row) < (b.file, b.row) }
      return id(a, files).lexicographicallyPrecedes(id(b, files))
    }
    var kept: [Line] = []
    kept.reserveCapacity(lines.count)
    for line in lines {
      guard let last = kept.last, last.key == line.key, id(last, files).elementsEqual(id(line, files)) else {
        kept.append(line)
        continue
      }
      if Int(line.file) >= firstAdditional, Int(last.file) < firstAdditional {
        kept[kept.count - 1] = line
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
    return kept
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

  private func number(of word: String) -> Int {
    if let known = wordNumbers[word] { return known }
    words.append(word)
    wordNumbers[word] = words.count - 1
    return words.count - 1
  }

  private func add(_ line: Line) {
    let file = files[Int(line.file)]
    let row = Int(line.row)
    let entity = UInt32(records.count)
    var record = EntityRecord()
    var entry: [UInt8] = []
    func cell(_ column: EntityColumn) -> Range<Int> { file[row, column].range }
    record.id = UInt16(clamping: cell(.id).count)
    record.name = UInt16(clamping: cell(.name).count)
    record.countries = UInt16(clamping: cell(.country).count)
    record.members = UInt16(clamping: cell(.members).count)
    record.valid = UInt16(clamping: cell(.valid).count)
    record.roles = UInt32(cell(.roles).count)
    for column in [EntityColumn.id, .name, .country, .members, .valid, .aliases] {
      entry.append(contentsOf: file.bytes[cell(column)])
    }
    let aliasStart = entry.count - cell(.aliases).count
    if !additions.isEmpty, let more = additions[file.text(file[row, .id])] {
      for line in more {
        let source = files[Int(line.file)]
        if entry.count > aliasStart { entry.append(UInt8(ascii: "|")) }
        entry.append(contentsOf: source.bytes[source[Int(line.row), .aliases].range])
      }
    }
    record.aliases = UInt32(entry.count - aliasStart)
    entry.append(contentsOf: file.bytes[cell(.roles)])
    if !cell(.kind).isEmpty { record.kind = UInt16(clamping: number(of: file.text(file[row, .kind]))) }
    record.type = UInt8(
      clamping: EntityType(bytes: file.bytes[cell(.type)]).flatMap(EntityType.allCases.firstIndex) ?? 0)
    record.gender =
      switch file.bytes[cell(.gender)].first {
      case UInt8(ascii: "m"): 0
      case UInt8(ascii: "f"): 1
      default: 2
      }
    for byte in file.bytes[cell(.weight)] { record.weight = record.weight * 10 + UInt64(byte - 0x30) }
    entry.withUnsafeBufferPointer { bytes in
      addName(bytes, record.nameRange, kind: .name, language: 0, entity: entity, isCanonical: true)
      var start = aliasStart
      let end = aliasStart + Int(record.aliases)
      while start < end {
        var stop = start
        while stop < end, bytes[stop] != UInt8(ascii: "|") { stop += 1 }
        let alias = AliasText(bytes, start..<stop)
        let language =
          alias.language.isEmpty ? 0 : number(of: String(decoding: bytes[alias.language], as: UTF8.self))
        addName(bytes, alias.text, kind: alias.kind, language: language, entity: entity, isCanonical: false)
        start = stop + 1
      }
      addRoles(bytes, record.rolesRange, entity: entity)
      if file.bytes[cell(.type)].elementsEqual("country".utf8) {
        for code in bytes[record.countriesRange].split(separator: UInt8(ascii: "|")) {
          countries.append((String(decoding: code, as: UTF8.self), entity))
        }
      }
    }
    record.offset = UInt64(blob.count)
    records.append(record)
    blob.append(contentsOf: entry)
  }

  // MARK: Names

  private func addName(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, kind: Alias.Kind, language: Int, entity: UInt32,
    isCanonical: Bool
  ) {
    let candidate = Candidate(
      entity: EntityIndex(entity), kind: kind, language: language, isCanonical: isCanonical)
    let name = UnsafeBufferPointer(rebasing: bytes[range])
    addSpelling(name, candidate)
    NameVariants.each(name, kind: kind) { variant in addSpelling(variant, candidate) }
  }

  private func addSpelling(_ name: UnsafeBufferPointer<UInt8>, _ candidate: Candidate) {
    guard let start = cut(name) else { return }
    let place = tokens.withUnsafeBufferPointer { names.insert($0) }
    let surface = names.surface(at: place, else: surfaceCount + 1)
    surfaceCount = max(surfaceCount, surface)
    surfaces.append(surface)
    candidates.append(candidate)
    let first = name[start]
    if first >= 0x61 && first <= 0x7A {
      let bit = TokenScanner.over(name, 0..<name.count) { scanner in
        let prefix = scanner.foldedPrefix(at: start)
        return LowerCaseFilter.bit(prefix.bytes, prefix.count)
      }
      lowerFirsts[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    guard candidate.kind != .acronym, name.contains(where: { ($0 >= 0x61 && $0 <= 0x7A) || $0 >= 0x80 }) else { return }
    var upper = Array(name)
    if name.allSatisfy({ $0 < 0x80 }) {
      for index in upper.indices where upper[index] >= 0x61 && upper[index] <= 0x7A { upper[index] -= 0x20 }
    } else {
      upper = Array(String(decoding: name, as: UTF8.self).uppercased().utf8)
    }
    let spelling = upper
    guard spelling.withUnsafeBufferPointer({ cut($0) }) != nil else { return }
    let capitalPlace = tokens.withUnsafeBufferPointer { capitals.insert($0) }
    let hash = capitals.nodes[capitalPlace].hash
    let capitalSurface = capitals.surface(at: capitalPlace, else: capitalSurfaceCount + 1)
    if capitalSurface > capitalSurfaceCount {
      capitalSurfaceCount = capitalSurface
      capitalHashes.append(hash)
    }
    capitalSurfaces.append(capitalSurface)
    capitalCandidates.append(
      Candidate(entity: candidate.entity, bits: (candidate.bits | Candidate.capitalsBit) & ~Candidate.canonicalBit))
  }

  /// Cuts a name into `tokens`, from its first word on, and returns where that starts; nil where it holds no word.
  private func cut(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    tokens.removeAll(keepingCapacity: true)
    var found: [UInt64] = []
    swap(&found, &tokens)
    let start = TokenScanner.over(name, 0..<name.count) { scanner -> Int? in
      guard let first = scanner.firstWord(from: 0) else { return nil }
      var place: Int? = first
      while let start = place {
        let token = scanner.token(at: start)
        found.append(token.hash)
        place = scanner.start(after: token.end)
      }
      return first
    }
    swap(&found, &tokens)
    return start
  }

  // MARK: Roles

  private func addRoles(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, entity: UInt32) {
    for role in bytes[range].split(separator: UInt8(ascii: "|")) {
      let parts = role.split(separator: UInt8(ascii: "/"), maxSplits: 4, omittingEmptySubsequences: false)
      guard parts.count >= 4 else { continue }
      let start = PartialDate(digits: parts[2]).map { Int32(clamping: $0.interval.first.number) }
      let end = PartialDate(digits: parts[3]).map { Int32(clamping: $0.interval.last.number) }
      let key = String(decoding: parts[0], as: UTF8.self) + "/" + String(decoding: parts[1], as: UTF8.self)
      offices[key, default: []].append(
        OfficeHolder(entity: entity, start: start ?? Int32.min, end: end ?? Int32.max))
    }
  }

  // MARK: Sections

  private func finish(manifest: [UInt8]) -> IndexStorage {
    let (list, starts) = Self.grouped(surfaces, candidates, count: Int(surfaceCount))
    var all = list
    var capitalStarts = [UInt32](repeating: 0, count: Int(capitalSurfaceCount) + 1)
    let (capitalList, groups) = Self.grouped(capitalSurfaces, capitalCandidates, count: Int(capitalSurfaceCount))
    for surface in stride(from: 1, through: Int(capitalSurfaceCount), by: 1) {
      var merged: [Candidate] = []
      // The form in capitals may be a name as it stands, too: UN, and Un.
      let written = names.surface(of: capitalHashes[surface])
      if written != 0 {
        var place = Int(starts[Int(written)]) - 1
        repeat {
          merged.append(Candidate(entity: list[place].entity, bits: list[place].bits & ~Candidate.lastBit))
          place += 1
        } while !list[place - 1].isLast
      }
      var place = Int(groups[surface]) - 1
      repeat {
        let candidate = Candidate(
          entity: capitalList[place].entity, bits: capitalList[place].bits & ~Candidate.lastBit)
        merged.append(candidate)
        place += 1
      } while !capitalList[place - 1].isLast
      if written != 0 { Self.sortKeepingWritten(&merged) }
      capitalStarts[surface] = UInt32(all.count) + 1
      let last = merged.removeLast()
      all.append(contentsOf: merged)
      all.append(Candidate(entity: last.entity, bits: last.bits | Candidate.lastBit))
    }
    names.renumber(starts)
    capitals.renumber(capitalStarts)

    let firsts = HashFilter.words(for: names.firsts)
    let capitalFirsts = HashFilter.words(for: capitals.firsts)
    let pairs = HashFilter.words(for: names.pairs)
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
    let codes = Array(countries.map { "\($0.code) \($0.entity)" }.joined(separator: "\n").utf8)
    let wordBytes = Array(words.joined(separator: "\n").utf8)
    let keyBytes = Array(keys.joined(separator: "\n").utf8)

    // In the order of `IndexStorage.Section`.
    return manifest.withUnsafeBytes { manifest in
      records.withUnsafeBytes { records in
        blob.withUnsafeBytes { blob in
          wordBytes.withUnsafeBytes { words in
            firsts.withUnsafeBytes { firsts in
              capitalFirsts.withUnsafeBytes { capitalFirsts in
                pairs.withUnsafeBytes { pairs in
                  lowerFirsts.withUnsafeBytes { lowers in
                    all.withUnsafeBytes { all in
                      keyBytes.withUnsafeBytes { keys in
                        ranges.withUnsafeBytes { ranges in
                          holders.withUnsafeBytes { holders in
                            codes.withUnsafeBytes { codes in
                              IndexStorage(sections: [
                                manifest, records, blob, words, UnsafeRawBufferPointer(names.nodes),
                                UnsafeRawBufferPointer(capitals.nodes), firsts, capitalFirsts, pairs, lowers, all,
                                keys, ranges, holders, codes,
                              ])
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// Sorts by entity, and leaves of the candidates with equal entity and kind the one that is so written.
  private static func sortKeepingWritten(_ candidates: inout [Candidate]) {
    candidates.sort { a, b in
      a.entity != b.entity
        ? a.entity < b.entity
        : a.bits & 0xFF != b.bits & 0xFF ? a.bits & 0xFF < b.bits & 0xFF : !a.isCapitals && b.isCapitals
    }
    var kept: [Candidate] = []
    for candidate in candidates {
      if let last = kept.last, last.entity == candidate.entity, last.kind == candidate.kind { continue }
      kept.append(candidate)
    }
    candidates = kept
  }

  /// Sorts candidates by surface, each entity and kind once, marks the last of each and gives where each surface starts,
  /// plus 1. Complexity: O(*n*).
  private static func grouped(
    _ surfaces: [UInt32], _ candidates: [Candidate], count: Int
  ) -> (list: [Candidate], starts: [UInt32]) {
    var ends = [UInt32](repeating: 0, count: count + 2)
    for surface in surfaces { ends[Int(surface) + 1] += 1 }
    for index in ends.indices.dropFirst() { ends[index] += ends[index - 1] }
    var sorted = candidates
    var next = ends
    for (surface, candidate) in zip(surfaces, candidates) {
      sorted[Int(next[Int(surface)])] = candidate
      next[Int(surface)] += 1
    }
    var list: [Candidate] = []
    list.reserveCapacity(candidates.count)
    var starts = [UInt32](repeating: 0, count: count + 1)
    for surface in stride(from: 1, through: count, by: 1) {
      let start = list.count
      starts[surface] = UInt32(start) + 1
      for candidate in sorted[Int(ends[surface])..<Int(ends[surface + 1])] {
        // Candidates of one entity come together.
        var earlier = list.count - 1
        while earlier >= start, list[earlier].entity == candidate.entity, list[earlier].kind != candidate.kind {
          earlier -= 1
        }
        if earlier >= start, list[earlier].entity == candidate.entity { continue }
        list.append(candidate)
      }
      let last = list.count - 1
      list[last] = Candidate(entity: list[last].entity, bits: list[last].bits | Candidate.lastBit)
    }
    return (list, starts)
  }
}
