/// The features of the tagger for one word: the word, its neighbours and the tags given before.
package enum TagFeatures {
  package static let count = 42

  /// Writes the hashes of the features of word `i`.
  ///
  /// - Parameters:
  ///   - words: the words of the sentence, with two sentinels before the first and two after the last.
  ///   - previous: the tag classes of the words `i - 1` and `i - 2`, or 254 before the start.
  ///   - headline: 1 where most words begin with a capital, 2 where all letters are capitals.
  ///   - out: room for `count` hashes.
  package static func extract(
    _ words: UnsafePointer<WordAttributes>, _ i: Int, previous: (UInt8, UInt8), headline: UInt32, first: Bool,
    into out: UnsafeMutablePointer<UInt32>
  ) {
    let w = words + i
    let (a, b, c, d, e) = (w - 2, w - 1, w, w + 1, w + 2)
    let t1 = UInt32(previous.0) &+ 1
    let t2 = UInt32(previous.1) &+ 1
    let shape = c.pointee.shape ^ (first ? 0x5555 : 0)
    typealias H = FeatureHash
    out[0] = H.feature(0, c.pointee.exact)
    out[1] = H.feature(1, c.pointee.lower)
    out[2] = H.feature(2, c.pointee.prefix1)
    out[3] = H.feature(3, c.pointee.prefix2)
    out[4] = H.feature(4, c.pointee.prefix3)
    out[5] = H.feature(5, c.pointee.suffix1)
    out[6] = H.feature(6, c.pointee.suffix2)
    out[7] = H.feature(7, c.pointee.suffix3)
    out[8] = H.feature(8, c.pointee.suffix4)
    out[9] = H.feature(9, shape, headline)
    out[10] = H.feature(10, c.pointee.ambiguity)
    out[11] = H.feature(11, c.pointee.lower, t1)
    out[12] = H.feature(12, t1)
    out[13] = H.feature(13, t2)
    out[14] = H.feature(14, t1, t2)
    out[15] = H.feature(15, b.pointee.lower)
    out[16] = H.feature(16, a.pointee.lower)
    out[17] = H.feature(17, d.pointee.lower)
    out[18] = H.feature(18, e.pointee.lower)
    out[19] = H.feature(19, b.pointee.suffix3)
    out[20] = H.feature(20, d.pointee.suffix3)
    out[21] = H.feature(21, d.pointee.ambiguity)
    out[22] = H.feature(22, e.pointee.ambiguity)
    out[23] = H.feature(23, c.pointee.ambiguity, t1)
    out[24] = H.feature(24, d.pointee.ambiguity, t1)
    out[25] = H.feature(25, c.pointee.ambiguity, d.pointee.ambiguity)
    out[26] = H.feature(26, b.pointee.lower, c.pointee.lower)
    out[27] = H.feature(27, c.pointee.lower, d.pointee.lower)
    out[28] = H.feature(28, c.pointee.suffix3, t1)
    out[29] = H.feature(29, c.pointee.suffix2, shape)
    out[30] = H.feature(30, b.pointee.shape, c.pointee.shape, d.pointee.shape)
    out[31] = H.feature(31, c.pointee.ambiguity, t1, t2)
    out[32] = H.feature(32, c.pointee.lower, t1, t2)
    out[33] = H.feature(33, c.pointee.ambiguity, t1, d.pointee.ambiguity)
    out[34] = H.feature(34, b.pointee.lower, d.pointee.lower)
    out[35] = H.feature(35, d.pointee.ambiguity, e.pointee.ambiguity)
    out[36] = H.feature(36, c.pointee.prefix4)
    out[37] = H.feature(37, c.pointee.lower, shape, headline)
    out[38] = H.feature(38, c.pointee.suffix3, d.pointee.ambiguity)
    out[39] = H.feature(39, c.pointee.lower, d.pointee.suffix2)
    out[40] = H.feature(40, c.pointee.lower, d.pointee.ambiguity, e.pointee.ambiguity)
    out[41] = H.feature(41, a.pointee.lower, b.pointee.lower)
  }
}

extension TagFeatures {
  /// How the sentence is written: 1 where most words begin with a capital, 2 where nearly all letters are capitals, else 0.
  package static func headline(_ words: UnsafePointer<WordAttributes>, count: Int) -> UInt32 {
    var (letters, capitalized, capitals) = (0, 0, 0)
    for i in 0..<count where words[i].flags & 2 != 0 {
      letters += 1
      if words[i].flags & 1 != 0 { capitalized += 1 }
      if words[i].flags & 8 != 0 { capitals += 1 }
    }
    guard letters >= 3 else { return 0 }
    return capitals * 10 >= letters * 8 ? 2 : capitalized * 10 >= letters * 6 ? 1 : 0
  }
}
