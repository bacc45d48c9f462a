/// Features of what another parser, which read the sentence from its end, thinks of the next action (after Nivre and McDonald
/// 2008, "Integrating Graph-Based and Transition-Based Dependency Parsers", and Attardi and Dell'Orletta 2009, "Reverse
/// Revision and Linear Tree Combination for Dependency Parsing").
package struct Guide {
  /// The other parser's tree: `count` is the root.
  package let heads: UnsafePointer<Int32>
  package let labels: UnsafePointer<UInt8>

  package init(heads: UnsafePointer<Int32>, labels: UnsafePointer<UInt8>) {
    self.heads = heads
    self.labels = labels
  }
}

package enum GuideFeatures {
  package static let count = 24
  package static let labelCount = 8

  /// Where a word stands as seen from the parser's configuration.
  @inline(__always)
  private static func place(_ word: Int32, _ state: ParseState) -> UInt32 {
    if word == state.count { return 1 }
    if word > state.count { return 2 }
    if word == state.next { return 3 }
    if word > state.next { return 4 }
    if state.depth > 0, word == state.stack[state.depth - 1] { return 5 }
    if state.depth > 1, word == state.stack[state.depth - 2] { return 6 }
    return 7
  }

  package static func extract(
    _ state: ParseState, _ words: ParseWords, _ guide: Guide, into out: UnsafeMutablePointer<UInt32>
  ) {
    typealias H = FeatureHash
    let (w, p, wp) = (words.w, words.p, words.wp)
    let (s0, s1, b0, b1) = (state.top(0), state.top(1), state.next, state.ahead(1))
    let view = state.standing(in: guide.heads)
    let code = view.code
    let (h0, h1, hb) = (guide.heads[s0], guide.heads[s1], guide.heads[b0])
    let (l0, l1, lb) = (UInt32(guide.labels[s0]), UInt32(guide.labels[s1]), UInt32(guide.labels[b0]))
    let (q0, q1, qb) = (place(h0, state), place(h1, state), place(hb, state))
    let (pending, behind) = (view.pending, view.behind)
    let firstPending = view.firstPending
    let mark0 = state.nodes[s0].marker
    out[0] = H.feature(400, code)
    out[1] = H.feature(401, code, p[s0], p[b0])
    out[2] = H.feature(402, code, p[s1], p[s0])
    out[3] = H.feature(403, code, w[s0])
    out[4] = H.feature(404, code, w[b0])
    out[5] = H.feature(405, code &* 256 &+ p[s1], p[s0], p[b0])
    out[6] = H.feature(406, code, mark0)
    out[7] = H.feature(407, code, w[s1])
    out[8] = H.feature(408, q0, l0, p[s0])
    out[9] = H.feature(409, q0, l0, p[s0], p[b0])
    out[10] = H.feature(410, q0, l0, p[s1], p[s0])
    out[11] = H.feature(411, q0, l0, wp[s0])
    out[12] = H.feature(412, q0, p[Int(h0)], p[s0])
    out[13] = H.feature(413, qb, lb, p[b0])
    out[14] = H.feature(414, qb, lb, p[b0], p[s0])
    out[15] = H.feature(415, qb, lb, w[b0])
    out[16] = H.feature(416, q1, l1, p[s1], p[s0])
    out[17] = H.feature(417, pending, p[s0], p[b0])
    out[18] = H.feature(418, pending, UInt32(guide.labels[firstPending]), p[s0])
    out[19] = H.feature(419, behind, p[b0], p[s0])
    out[20] = H.feature(420, code &* 256 &+ p[s0], p[b0], p[b1])
    out[21] = H.feature(421, code, ArcFeatures.bucket(b0 - s0), ArcFeatures.bucket(s0 - s1))
    out[22] = H.feature(422, q0 &* 16 &+ qb, l0, lb)
    out[23] = H.feature(423, code, pending, behind, l0)
  }

  /// The relation of a word in the other parser's tree, and whether its head there is `head`.
  @inline(__always)
  static func label(_ guide: Guide, of word: Int, under head: Int) -> UInt32 {
    UInt32(guide.labels[word]) &* 2 &+ (guide.heads[word] == Int32(head) ? 1 : 0)
  }

  package static func extractLabel(
    _ state: ParseState, _ words: ParseWords, _ guide: Guide, action: ParseState.Action,
    into out: UnsafeMutablePointer<UInt32>
  ) {
    typealias H = FeatureHash
    let d = state.top(0)
    let h = action == .left ? state.next : state.top(1)
    let label = label(guide, of: d, under: h)
    out[0] = H.feature(430, label)
    out[1] = H.feature(431, label, words.p[d], words.p[h])
    out[2] = H.feature(432, label, words.w[d])
    out[3] = H.feature(433, label, words.w[h])
    out[4] = H.feature(434, label, state.nodes[d].marker)
    out[5] = H.feature(435, UInt32(guide.labels[h]), words.p[d], words.p[h], label)
    out[6] = H.feature(436, words.p[Int(guide.heads[d])], words.p[d], label)
    out[7] = H.feature(
      437, label, ArcFeatures.set(state.nodes[h].leftLabels), words.p[h])
  }
}
