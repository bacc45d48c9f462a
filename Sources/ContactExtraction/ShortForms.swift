/// A word form of 1 to 16 bytes of ASCII, letters folded to lower case, in two machine words.
struct ShortForm: Equatable {
  let low: UInt64
  let high: UInt64

  /// Nil for other bytes.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    guard count > 0, count <= 16, let base = bytes.baseAddress else { return nil }
    let text = UnsafeRawPointer(base)
    var (low, high): (UInt64, UInt64) = (0, 0)
    // Two reads that may overlap take in every length without looking at bytes outside.
    switch count {
    case 8...:
      low = text.loadUnaligned(as: UInt64.self)
      if count > 8 { high = text.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) >> UInt64(8 * (16 - count)) }
    case 4...:
      let last = UInt64(text.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      low = UInt64(text.loadUnaligned(as: UInt32.self)) | last << UInt64(8 * (count - 4))
    default:
      low =
        UInt64(bytes[0]) | UInt64(bytes[count / 2]) << UInt64(8 * (count / 2)) | UInt64(bytes[count - 1])
        << UInt64(8 * (count - 1))
    }
    guard (low | high) & 0x8080_8080_8080_8080 == 0 else { return nil }
    self.low = Self.lowered(low)
    self.high = Self.lowered(high)
  }

  /// Eight bytes of ASCII with their capital letters made small.
  @inline(__always)
  private static func lowered(_ word: UInt64) -> UInt64 {
    // The high bit of each byte is set from `A` on, and from behind `Z` on.
    let fromA = word &+ 0x3F3F_3F3F_3F3F_3F3F
    let behindZ = word &+ 0x2525_2525_2525_2525
    return word | (fromA & ~behindZ & 0x8080_8080_8080_8080) >> 2
  }
}

/// Finds the ids of short forms.
struct ShortForms: Sendable {
  private struct Slot {
    var low: UInt64
    var high: UInt64
    var id: WordID
  }
  private var slots = [Slot](repeating: Slot(low: 0, high: 0, id: .unknown), count: 64)
  private var count = 0

  /// Complexity: O(1).
  subscript(form: ShortForm) -> WordID {
    slots.withUnsafeBufferPointer { slots in
      var at = Self.hash(form) & (slots.count - 1)
      while slots[at].id.isKnown {
        if slots[at].low == form.low, slots[at].high == form.high { return slots[at].id }
        at = (at + 1) & (slots.count - 1)
      }
      return .unknown
    }
  }

  /// Adds a form that is not there.
  mutating func insert(_ form: ShortForm, _ id: WordID) {
    count += 1
    if count * 4 > slots.count {
      let old = slots
      slots = [Slot](repeating: Slot(low: 0, high: 0, id: .unknown), count: slots.count * 2)
      for slot in old where slot.id.isKnown { place(slot) }
    }
    place(Slot(low: form.low, high: form.high, id: id))
  }

  private mutating func place(_ slot: Slot) {
    var at = Self.hash(slot.low, slot.high) & (slots.count - 1)
    while slots[at].id.isKnown { at = (at + 1) & (slots.count - 1) }
    slots[at] = slot
  }

  private static func hash(_ form: ShortForm) -> Int { hash(form.low, form.high) }

  private static func hash(_ low: UInt64, _ high: UInt64) -> Int {
    let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 40)
  }
}
