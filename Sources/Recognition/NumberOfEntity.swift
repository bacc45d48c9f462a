import Gazetteer

/// The numbers that one article gives to entities of the gazetteer. Complexity: O(1), amortized.
///
/// An open-addressing table: an article asks it for every meaning of every name.
struct NumberOfEntity {
  private var count = 0
  /// The entity's index plus one in the upper half, its number in the lower; 0 where the slot is free.
  private var slots = [UInt64](repeating: 0, count: 64)

  /// nil for an entity that has none.
  subscript(entity: EntityIndex) -> Int? {
    let mask = slots.count - 1
    var slot = Self.home(entity.value, mask)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == UInt64(entity.value) + 1 { return Int(UInt32(truncatingIfNeeded: slots[slot])) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Gives a number to an entity that has none.
  mutating func insert(_ number: Int, for entity: EntityIndex) {
    count += 1
    if count * 2 > slots.count {
      let old = slots
      slots = [UInt64](repeating: 0, count: old.count * 4)
      for value in old where value != 0 { place(value) }
    }
    place((UInt64(entity.value) + 1) << 32 | UInt64(number))
  }

  private mutating func place(_ value: UInt64) {
    let mask = slots.count - 1
    var slot = Self.home(UInt32(truncatingIfNeeded: (value >> 32) - 1), mask)
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = value
  }

  private static func home(_ entity: UInt32, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (entity &* 0x9E37_79B1) &>> 16) & mask
  }
}
