/// A fast 64-bit hash of bytes that tells damaged and changed files; it is no defence against forgery.
///
/// Method: four lanes of 64-bit multiply-fold, after wyhash (W. Yi, 2019). Complexity: O(*n*).
enum Checksum {
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (
      0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5895_65F9_3A1D_4E97
    )
    guard let base = bytes.baseAddress else { return lanes.0 }
    var place = 0
    @inline(__always) func load(_ offset: Int) -> UInt64 {
      (base + place + offset).loadUnaligned(as: UInt64.self)
    }
    @inline(__always) func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
      let product = a.multipliedFullWidth(by: b)
      return product.high ^ product.low
    }
    while place + 64 <= bytes.count {
      lanes.0 = mixed(load(0) ^ lanes.0, load(8) ^ 0x9E37_79B9_7F4A_7C15)
      lanes.1 = mixed(load(16) ^ lanes.1, load(24) ^ 0xBF58_476D_1CE4_E5B9)
      lanes.2 = mixed(load(32) ^ lanes.2, load(40) ^ 0x94D0_49BB_1331_11EB)
      lanes.3 = mixed(load(48) ^ lanes.3, load(56) ^ 0xD6E8_FEB8_6659_FD93)
      place += 64
    }
    var hash = mixed(lanes.0 ^ 0x2545_F491_4F6C_DD1D, lanes.1) ^ mixed(lanes.2 ^ 0x9E6C_63D0_676A_9A99, lanes.3)
    while place < bytes.count {
      var x: UInt64 = 0
      for offset in 0..<min(8, bytes.count - place) { x |= UInt64(bytes[place + offset]) << UInt64(8 * offset) }
      hash = mixed(hash ^ x, 0xA076_1D64_78BD_642F) &+ 0x9E37_79B9_7F4A_7C15
      place += 8
    }
    return mixed(hash ^ UInt64(bytes.count), 0xE703_7ED1_A0B4_28DB)
  }
}
