/// Hashes of 32 bits for features: few operations, the same on every machine and in every run.
///
/// The multipliers are those of MurmurHash3 and xxHash (both in the public domain).
package enum FeatureHash {
  @inline(__always)
  package static func seed(_ template: UInt32) -> UInt32 { (template &+ 1) &* 0x9E37_79B1 }

  @inline(__always)
  package static func mix(_ h: UInt32, _ value: UInt32) -> UInt32 {
    let x = (h ^ value) &* 0x85EB_CA6B
    return x ^ (x >> 15)
  }

  @inline(__always)
  package static func finish(_ h: UInt32) -> UInt32 {
    let x = h &* 0xC2B2_AE35
    return x ^ (x >> 16)
  }

  @inline(__always)
  package static func feature(_ template: UInt32, _ a: UInt32) -> UInt32 {
    finish(mix(seed(template), a))
  }

  @inline(__always)
  package static func feature(_ template: UInt32, _ a: UInt32, _ b: UInt32) -> UInt32 {
    finish(mix(mix(seed(template), a), b))
  }

  @inline(__always)
  package static func feature(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 {
    finish(mix(mix(mix(seed(template), a), b), c))
  }

  @inline(__always)
  package static func feature(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt32 {
    finish(mix(mix(mix(mix(seed(template), a), b), c), d))
  }
}
