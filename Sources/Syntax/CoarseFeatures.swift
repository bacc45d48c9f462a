/// The few features that make most decisions: one that they win by a clear margin needs no others (after Strubell and others
/// 2015, "Learning Dynamic Feature Selection for Fast Sequential Prediction").
///
/// They were chosen one by one, each the one that lowered the loss on sentences not learnt from the most. Each function writes
/// the hashes of its features to `out` and returns their number.
package enum CoarseFeatures {
  private typealias H = FeatureHash

  /// Of the tag of word `i`, from what `TagFeatures.extract` reads.
  @inline(__always)
  package static func tag(
    _ words: UnsafePointer<WordAttributes>, _ i: Int, previous: (UInt8, UInt8), headline: UInt32, first: Bool,
    into out: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let (b, c, d) = (words + i - 1, words + i, words + i + 1)
    let t1 = UInt32(previous.0) &+ 1
    let t2 = UInt32(previous.1) &+ 1
    let shape = c.pointee.shape ^ (first ? 0x5555 : 0)
    out[0] = H.feature(500, c.pointee.ambiguity)
    out[1] = H.feature(501, t1)
    out[2] = H.feature(502, d.pointee.ambiguity)
    out[3] = H.feature(503, c.pointee.suffix2, shape)
    out[4] = H.feature(504, c.pointee.suffix1)
    out[5] = H.feature(505, c.pointee.prefix4)
    out[6] = H.feature(506, c.pointee.suffix3, d.pointee.ambiguity)
    out[7] = H.feature(507, t1, t2)
    out[8] = H.feature(508, shape, headline)
    out[9] = H.feature(509, b.pointee.lower)
    out[10] = H.feature(510, c.pointee.lower, d.pointee.suffix2)
    out[11] = H.feature(511, c.pointee.ambiguity, t1)
    out[12] = H.feature(512, c.pointee.lower)
    out[13] = H.feature(513, d.pointee.ambiguity, t1)
    return 14
  }

  /// Of the next action.
  @inline(__always)
  package static func action(
    _ state: ParseState, _ words: ParseWords, _ guide: Guide?, into out: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let (w, p, wp, labels) = (words.w, words.p, words.wp, state.labels)
    let (s0, s1, b0, b1) = (state.top(0), state.top(1), state.next, state.ahead(1))
    let (n0, n1, m0) = (state.nodes + s0, state.nodes + s1, state.nodes + b0)
    let (s0w, s1w, b0w) = (w[s0], w[s1], w[b0])
    let (s0p, s1p, b0p, b1p) = (p[s0], p[s1], p[b0], p[b1])
    let (s0l, s0r, s1r) = (Int(n0.pointee.left1), Int(n0.pointee.right1), Int(n1.pointee.right1))
    let before = b0 > 0 ? b0 - 1 : state.count + 1
    out[0] = H.feature(520, b0p)
    out[1] = H.feature(521, w[s0r], UInt32(labels[s0r]))
    out[2] = H.feature(522, wp[s0], b1p)
    out[3] = H.feature(523, w[before], s0p, b0w)
    out[4] = H.feature(524, s0w, b0p, w[Int(words.nextFinite[b1])])
    if let guide {
      let view = state.standing(in: guide.heads)
      out[5] = H.feature(530, view.code)
      out[6] = H.feature(531, view.code, view.pending, view.behind, UInt32(guide.labels[s0]))
      out[7] = H.feature(532, s0p, p[s0r], b0p)
      out[8] = H.feature(533, s1p, p[s1r], p[Int(n1.pointee.right2)])
      out[9] = H.feature(534, s0w, UInt32(labels[s0l]), UInt32(labels[s0r]))
      out[10] = H.feature(535, s1p, s0p, b0w)
      out[11] = H.feature(536, b0w, w[b1])
      return 12
    }
    let b0l = Int(m0.pointee.left1)
    let (c0, cb) = (words.counts[s0], words.counts[b0])
    let between = min(cb.finite &- c0.finite, 3)
    let commas = min(cb.commas &- c0.commas, 3)
    out[5] = H.feature(540, s1p)
    out[6] = H.feature(541, s1p, s0p)
    out[7] = H.feature(542, b0p, b1p)
    out[8] = H.feature(543, s0p, UInt32(truncatingIfNeeded: min(state.depth, 3)))
    out[9] = H.feature(544, s0w, b0w)
    out[10] = H.feature(545, s1w, s0w, b0p)
    out[11] = H.feature(546, wp[s1], b0p)
    out[12] = H.feature(547, wp[s1], wp[b0])
    out[13] = H.feature(548, s0p, p[b0l], b0p)
    out[14] = H.feature(549, w[b0l], UInt32(labels[b0l]))
    out[15] = H.feature(550, w[s0l], UInt32(labels[s0l]))
    out[16] = H.feature(551, w[s1r], UInt32(labels[s1r]))
    out[17] = H.feature(552, b0w, min(m0.pointee.leftCount, 3))
    out[18] = H.feature(553, s0w, min(n0.pointee.leftCount, 3) &* 4 &+ min(n0.pointee.rightCount, 3))
    out[19] = H.feature(554, s0p, ArcFeatures.set(n0.pointee.leftLabels), ArcFeatures.set(n0.pointee.rightLabels))
    out[20] = H.feature(555, s1w, n0.pointee.marker)
    out[21] = H.feature(556, s1w, n0.pointee.marker, s0w)
    out[22] = H.feature(557, s0p, b0p, ArcFeatures.bucket(b0 &- s0))
    out[23] = H.feature(558, s0p, b0p, between &* 4 &+ commas)
    return 24
  }

  /// Of the relation of the arc that `action` makes.
  @inline(__always)
  package static func label(
    _ state: ParseState, _ words: ParseWords, _ guide: Guide?, action: ParseState.Action,
    into out: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let d = state.top(0)
    let h = action == .left ? state.next : state.top(1)
    let (w, p) = (words.w, words.p)
    let side: UInt32 = action == .left ? 1 : 2
    let (nd, nh) = (state.nodes + d, state.nodes + h)
    let (dw, dp, hw) = (w[d], p[d], w[h])
    let mark = nd.pointee.marker
    let ownLeft = ArcFeatures.set(nd.pointee.leftLabels)
    let (dl, dr, hl) = (Int(nd.pointee.left1), Int(nd.pointee.right1), Int(nh.pointee.left1))
    out[0] = H.feature(570, mark, dp, side)
    out[1] = H.feature(571, p[h], side)
    out[2] = H.feature(572, ownLeft, dp, side)
    out[3] = H.feature(573, dw, side)
    out[4] = H.feature(574, mark, hw, side)
    out[5] = H.feature(575, w[dl], dp, side)
    out[6] = H.feature(576, ArcFeatures.set(nh.pointee.leftLabels), dp, side)
    out[7] = H.feature(577, ArcFeatures.set(nh.pointee.rightLabels), dp, side)
    out[8] = H.feature(578, w[hl], UInt32(state.labels[hl]), p[h], side)
    out[9] = H.feature(579, p[dl], p[dr], dp, side)
    out[10] = H.feature(580, hw, side)
    out[11] = H.feature(581, ownLeft, ArcFeatures.set(nd.pointee.rightLabels), dw, side)
    guard let guide else { return 12 }
    out[12] = H.feature(582, GuideFeatures.label(guide, of: d, under: h))
    return 13
  }
}
