/// The features that name the relation of a word to its head at the moment the arc is made.
package enum LabelFeatures {
  package static let count = 44

  package static func extract(
    _ state: ParseState, _ words: ParseWords, action: ParseState.Action, into out: UnsafeMutablePointer<UInt32>
  ) {
    typealias H = FeatureHash
    let d = state.top(0)
    let h = action == .left ? state.next : state.top(1)
    let nodes = state.nodes
    let (w, p, wp) = (words.w, words.p, words.wp)
    let labels = state.labels
    let side: UInt32 = action == .left ? 1 : 2
    let gap = action == .left ? h - d : d - h
    let distance = side &* 16 &+ ArcFeatures.bucket(gap)
    let (nd, nh) = (nodes + d, nodes + h)
    let none = state.count + 1
    let (dw, dp, dwp) = (w[d], p[d], wp[d])
    let (hw, hp, hwp) = (w[h], p[h], wp[h])
    let dPrevious = d > 0 ? d - 1 : none
    let dNext = d + 1 <= state.count ? d + 1 : none
    let hPrevious = h > 0 ? h - 1 : none
    let hNext = h + 1 <= state.count ? h + 1 : none
    let mark = nd.pointee.marker
    let headLeft = ArcFeatures.set(nh.pointee.leftLabels)
    let headRight = ArcFeatures.set(nh.pointee.rightLabels)
    let ownLeft = ArcFeatures.set(nd.pointee.leftLabels)
    let ownRight = ArcFeatures.set(nd.pointee.rightLabels)
    let (dl, dr) = (Int(nd.pointee.left1), Int(nd.pointee.right1))
    let (hl, hr) = (Int(nh.pointee.left1), Int(nh.pointee.right1))

    out[0] = H.feature(300, dwp, side)
    out[1] = H.feature(301, dw, side)
    out[2] = H.feature(302, dp, side)
    out[3] = H.feature(303, hwp, side)
    out[4] = H.feature(304, hw, side)
    out[5] = H.feature(305, hp, side)
    out[6] = H.feature(306, dp, hp, side)
    out[7] = H.feature(307, dwp, hp, side)
    out[8] = H.feature(308, dp, hwp, side)
    out[9] = H.feature(309, dw, hw, side)
    out[10] = H.feature(310, dp, hp, distance)
    out[11] = H.feature(311, dw, distance)
    out[12] = H.feature(312, hw, dp, distance)
    out[13] = H.feature(313, mark, dp, side)
    out[14] = H.feature(314, mark, hp, side)
    out[15] = H.feature(315, mark, hw, side)
    out[16] = H.feature(316, mark, dw, side)
    out[17] = H.feature(317, mark, dp, hp, side)
    out[18] = H.feature(318, headLeft, dp, side)
    out[19] = H.feature(319, headRight, dp, side)
    out[20] = H.feature(320, headLeft, hp, dp, side)
    out[21] = H.feature(321, headRight, hp, dp, side)
    out[22] = H.feature(322, headLeft, headRight, hw, side)
    out[23] = H.feature(323, ownLeft, dp, side)
    out[24] = H.feature(324, ownRight, dp, side)
    out[25] = H.feature(325, ownLeft, dp, hp, side)
    out[26] = H.feature(326, ownRight, dp, hp, side)
    out[27] = H.feature(327, ownLeft, ownRight, dw, side)
    out[28] = H.feature(328, p[dl], p[dr], dp, side)
    out[29] = H.feature(329, w[dl], dp, side)
    out[30] = H.feature(330, w[dr], dp, side)
    out[31] = H.feature(331, p[dPrevious], dp, hp, side)
    out[32] = H.feature(332, p[dNext], dp, hp, side)
    out[33] = H.feature(333, p[hPrevious], hp, dp, side)
    out[34] = H.feature(334, p[hNext], hp, dp, side)
    out[35] = H.feature(335, w[dPrevious], dp, side)
    out[36] = H.feature(336, w[dNext], dp, side)
    out[37] = H.feature(337, w[hl], UInt32(labels[hl]), hp, side)
    out[38] = H.feature(338, w[hr], UInt32(labels[hr]), hp, side)
    out[39] = H.feature(339, nd.pointee.cc, dp, hp, side)
    out[40] = H.feature(340, p[state.ahead(0)], p[state.ahead(1)], dp, side)
    out[41] = H.feature(341, p[state.top(1)], p[state.top(2)], dp, side)
    out[42] = H.feature(342, p[dPrevious], p[dNext], dp, hp)
    out[43] = H.feature(343, UInt32(d == 0 ? 1 : 0), hw, dp, side)
  }
}
