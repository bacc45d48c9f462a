/// What arc and label features read of each word: parallel arrays with the root and "no word" at the end.
package struct ParseWords {
  /// The word's hash.
  package let w: UnsafePointer<UInt32>
  /// The word's tag class and, for the root and no word, 252 and 253.
  package let p: UnsafePointer<UInt32>
  /// Word and tag together.
  package let wp: UnsafePointer<UInt32>

  package static let rootTag: UInt32 = 252
  package static let noTag: UInt32 = 253

  package init(w: UnsafePointer<UInt32>, p: UnsafePointer<UInt32>, wp: UnsafePointer<UInt32>) {
    self.w = w
    self.p = p
    self.wp = wp
  }

  /// Fills the three arrays, of `count + 2` items each, from attributes and tag classes.
  package static func fill(
    count: Int, words: UnsafePointer<WordAttributes>, tags: UnsafePointer<UInt8>, w: UnsafeMutablePointer<UInt32>,
    p: UnsafeMutablePointer<UInt32>, wp: UnsafeMutablePointer<UInt32>
  ) {
    for i in 0..<count {
      w[i] = words[i].lexical
      p[i] = UInt32(tags[i])
      wp[i] = FeatureHash.mix(words[i].lexical, p[i] &+ 1)
    }
    w[count] = 0x524F_4F54
    p[count] = rootTag
    wp[count] = 0x524F_4F54
    w[count + 1] = 0x4E4F_4E45
    p[count + 1] = noTag
    wp[count + 1] = 0x4E4F_4E45
  }
}
