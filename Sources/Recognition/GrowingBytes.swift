/// Bytes in memory of their own that grows; whoever holds them gives the memory back.
struct GrowingBytes {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(8, capacity)
    base = .allocate(capacity: self.capacity)
  }

  func deallocate() { base.deallocate() }

  /// The bytes, until the next change.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// Makes room for a number of bytes, seven more included that are written over.
  @inline(__always)
  private mutating func reserve(_ asked: Int) {
    if asked &+ 8 > capacity { grow(asked) }
  }

  private mutating func grow(_ asked: Int) {
    capacity = max(2 * capacity, asked + 8)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }

  /// Appends bytes that lie elsewhere.
  @inline(__always)
  mutating func append(_ added: UnsafeBufferPointer<UInt8>) {
    reserve(count &+ added.count)
    guard let from = added.baseAddress else { return }
    (base + count).update(from: from, count: added.count)
    count &+= added.count
  }

  /// Holds these bytes, which lie elsewhere, in place of what it held.
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = 0
    append(bytes)
  }

  /// The bytes of `name` stand at an offset, behind which there are as many.
  @inline(__always)
  func holds(_ name: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard let other = name.baseAddress else { return true }
    var at = 0
    while at < name.count {
      let left = name.count &- at
      if Lexicon.eight(base + offset + at, left) != Lexicon.eight(other + at, left) { return false }
      at &+= 8
    }
    return true
  }

  /// Holds a name, which lies elsewhere, without regard to case, hyphens as spaces, apostrophes left out; false where it is
  /// not of ASCII alone.
  ///
  /// - Complexity: O(*n*) in its bytes, eight at a time where it has no apostrophe.
  mutating func take(folded name: UnsafeBufferPointer<UInt8>) -> Bool {
    count = 0
    reserve(name.count)
    guard let from = name.baseAddress else { return true }
    var at = 0
    while at < name.count {
      let left = name.count &- at
      let x = Lexicon.eight(from + at, left)
      if x & 0x8080_8080_8080_8080 != 0 { return false }
      if Self.bytes(of: x, equalTo: 0x27) | Self.bytes(of: x, equalTo: 0x60) != 0 { return takeEach(name) }
      // A hyphen and a space differ in three bits.
      let hyphens = Self.bytes(of: x, equalTo: 0x2D)
      let folded = Lexicon.lowered(x) ^ (hyphens &>> 4 | hyphens &>> 5 | hyphens &>> 7)
      UnsafeMutableRawPointer(base + at).storeBytes(of: folded.littleEndian, as: UInt64.self)
      at &+= 8
    }
    count = name.count
    return true
  }

  private mutating func takeEach(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in name {
      if byte >= 0x80 { return false }
      if byte == 0x27 || byte == 0x60 { continue }
      base[count] = byte == 0x2D ? 0x20 : byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      count += 1
    }
    return true
  }

  /// High bits set at the bytes of ASCII of `x` that are `byte`.
  @inline(__always)
  private static func bytes(of x: UInt64, equalTo byte: UInt64) -> UInt64 {
    let different = x ^ (byte &* 0x0101_0101_0101_0101)
    return ~((different & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) & ~different & 0x8080_8080_8080_8080
  }
}
