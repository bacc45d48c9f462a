import TextModel

extension Gazetteer {
  /// Who held an office, latest start first.
  ///
  /// - Parameters:
  ///   - office: class of the office: `head_of_state`, `foreign_minister`, …
  ///   - of: ISO 3166-1 alpha-2 code, or id of an organization.
  ///   - date: holders on some day of the date; without one those who hold it still, or else the last who did.
  /// - Returns: each person once; empty where none is known. Complexity: O(log *n*) and the holders of the office.
  public func holders(of office: String, in of: String, on date: PartialDate? = nil) -> [EntityIndex] {
    let all = allHolders(of: office, in: of)
    let chosen: [OfficeHolder]
    if let date {
      let asked = date.interval
      chosen = all.filter { Int($0.start) <= asked.last.number && Int($0.end) >= asked.first.number }
    } else {
      let end = all.map(\.end).max()
      chosen = all.filter { $0.end == end }
    }
    var found: [EntityIndex] = []
    for holder in chosen where !found.contains(EntityIndex(holder.entity)) { found.append(EntityIndex(holder.entity)) }
    return found
  }

  /// Every term of an office with its dates, latest start first.
  public func terms(of office: String, in of: String) -> [(holder: EntityIndex, first: Day?, last: Day?)] {
    allHolders(of: office, in: of).map { holder in
      (
        EntityIndex(holder.entity), holder.start == Int32.min ? nil : Day(Int(holder.start)),
        holder.end == Int32.max ? nil : Day(Int(holder.end))
      )
    }
  }

  private func allHolders(of office: String, in of: String) -> [OfficeHolder] {
    let key = Array("\(office)/\(of)".utf8)
    let keys = storage.bytes(.officeKeys)
    var low = 0
    var high = officeStarts.count
    while low < high {
      let middle = (low + high) / 2
      let start = Int(officeStarts[middle])
      var end = middle + 1 < officeStarts.count ? Int(officeStarts[middle + 1]) : keys.count
      if end > start, keys[end - 1] == 0x0A { end -= 1 }
      let line = keys[start..<end]
      if line.elementsEqual(key) { return holders(atLine: middle) }
      if line.lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
    }
    return []
  }

  private func holders(atLine line: Int) -> [OfficeHolder] {
    let count = storage.count(.officeHolders, of: OfficeHolder.self)
    guard line + 1 < storage.count(.officeRanges, of: UInt32.self) else { return [] }
    let first = Int(storage[.officeRanges, UInt32.self, line])
    let end = min(Int(storage[.officeRanges, UInt32.self, line + 1]), count)
    return (first..<max(first, end)).map { storage[.officeHolders, OfficeHolder.self, $0] }
  }
}
