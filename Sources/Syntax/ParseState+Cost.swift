extension ParseState {
  /// How many arcs of a tree an action makes unreachable: the dynamic oracle of arc-hybrid parsing (Goldberg and Nivre 2013,
  /// "Training Deterministic Parsers with Non-Deterministic Oracles").
  ///
  /// - Parameter heads: the tree; `count` is the root.
  /// Complexity: O(*n*) in the words of the sentence.
  @inline(__always)
  package func cost(_ action: Action, _ heads: UnsafePointer<Int32>) -> Int {
    var cost = 0
    switch action {
    case .shift:
      let word = Int32(next)
      let head = heads[next]
      for k in 0..<depth {
        let i = stack[k]
        if heads[Int(i)] == word { cost += 1 }
        if i == head, k + 1 < depth { cost += 1 }
      }
    case .left, .right:
      let word = stack[depth - 1]
      let head = heads[Int(word)]
      if head >= next {
        if action == .right || head != next { cost += 1 }
      } else if action == .left, depth > 1, head == stack[depth - 2] {
        cost += 1
      }
      for i in next..<count where heads[i] == word { cost += 1 }
    }
    return cost
  }

  /// What a tree says of the configuration.
  package struct Standing {
    /// The costs of the three actions, at most 2 each, 3 for one that is not possible; in base 4.
    package var code: UInt32
    /// Words to come whose head is the top of the stack, at most 3.
    package var pending: UInt32
    /// The first of them, or the number that stands for none.
    package var firstPending: Int
    /// Words of the stack whose head is the next word, at most 3.
    package var behind: UInt32
  }

  /// The costs of all actions at once. Complexity: O(*n*) in the words of the sentence.
  @inline(__always)
  package func standing(in heads: UnsafePointer<Int32>) -> Standing {
    let b0 = Int32(next)
    let head = heads[next]
    var (behind, deep) = (0, 0)
    for k in 0..<depth {
      if heads[Int(stack[k])] == b0 { behind &+= 1 }
      if stack[k] == head, k &+ 1 < depth { deep &+= 1 }
    }
    var result = Standing(code: 0, pending: 0, firstPending: count + 1, behind: UInt32(min(behind, 3)))
    var (left, right) = (3, 3)
    if depth > 0 {
      let word = stack[depth - 1]
      var pending = 0
      var i = count - 1
      while i >= next {
        if heads[i] == word {
          pending &+= 1
          result.firstPending = i
        }
        i &-= 1
      }
      result.pending = UInt32(min(pending, 3))
      let own = heads[Int(word)]
      if isLegal(.left) {
        left = min(2, pending &+ (own >= b0 ? (own != b0 ? 1 : 0) : depth > 1 && own == stack[depth - 2] ? 1 : 0))
      }
      if isLegal(.right) { right = min(2, pending &+ (own >= b0 ? 1 : 0)) }
    }
    let shift = isLegal(.shift) ? min(2, behind &+ deep) : 3
    result.code = UInt32(shift * 16 + left * 4 + right)
    return result
  }
}
