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
}
