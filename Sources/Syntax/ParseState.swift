/// The configuration of an arc-hybrid parser: a stack, the words still to come and the arcs so far.
///
/// The root stands behind the last word (Ballesteros and Nivre 2013, "Going to the Roots of Dependency Parsing"); it takes
/// its only child when all other words have their head, so that the result is always a tree with one root.
/// Words are numbered from 0; `count` is the root and `count + 1` stands for no word.
package final class ParseState {
  package enum Action: Int, CaseIterable {
    /// Moves the next word onto the stack.
    case shift
    /// The next word becomes the head of the top of the stack, which is popped.
    case left
    /// The second of the stack becomes the head of the top, which is popped.
    case right
  }

  /// The fields that change stand behind a pointer that does not, so that reading them checks nothing at run time.
  private struct Fields {
    var count = 0
    var next = 0
    var depth = 0
    var capacity = 0
    var stack = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
    var heads = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
    var labels = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
    var nodes = UnsafeMutablePointer<Node>.allocate(capacity: 0)
  }
  private let fields: UnsafeMutablePointer<Fields>

  @inline(__always) package var count: Int { fields.pointee.count }
  @inline(__always) package var next: Int { fields.pointee.next }
  @inline(__always) package var depth: Int { fields.pointee.depth }
  @inline(__always) package var stack: UnsafeMutablePointer<Int32> { fields.pointee.stack }
  @inline(__always) package var heads: UnsafeMutablePointer<Int32> { fields.pointee.heads }
  @inline(__always) package var labels: UnsafeMutablePointer<UInt8> { fields.pointee.labels }
  @inline(__always) package var nodes: UnsafeMutablePointer<Node> { fields.pointee.nodes }

  /// What the features read of a word's children.
  package struct Node {
    package var left1: Int32
    package var left2: Int32
    package var right1: Int32
    package var right2: Int32
    package var leftCount: UInt32
    package var rightCount: UInt32
    package var leftLabels: UInt64
    package var rightLabels: UInt64
    /// The word that marks this one's role: its `case` or `mark` child's hash, or 0.
    package var marker: UInt32
    package var cc: UInt32
  }

  package init() {
    fields = .allocate(capacity: 1)
    fields.initialize(to: Fields())
  }

  deinit {
    deallocateArrays()
    fields.deinitialize(count: 1)
    fields.deallocate()
  }

  private func deallocateArrays() {
    stack.deallocate()
    heads.deallocate()
    labels.deallocate()
    nodes.deallocate()
  }

  /// Starts over with a sentence of `count` words.
  package func reset(count: Int) {
    if count + 2 > fields.pointee.capacity {
      let capacity = max(64, (count + 2) * 2)
      deallocateArrays()
      fields.pointee.capacity = capacity
      fields.pointee.stack = .allocate(capacity: capacity)
      fields.pointee.heads = .allocate(capacity: capacity)
      fields.pointee.labels = .allocate(capacity: capacity)
      fields.pointee.nodes = .allocate(capacity: capacity)
    }
    fields.pointee.count = count
    fields.pointee.next = 0
    fields.pointee.depth = 0
    let none = Int32(count + 1)
    let empty = Node(
      left1: none, left2: none, right1: none, right2: none, leftCount: 0, rightCount: 0, leftLabels: 0, rightLabels: 0,
      marker: 0, cc: 0)
    nodes.update(repeating: empty, count: count + 2)
    heads.update(repeating: -1, count: count + 2)
    labels.update(repeating: 255, count: count + 2)
  }

  package var isFinal: Bool { next == count && depth == 0 }

  @inline(__always)
  package func isLegal(_ action: Action) -> Bool {
    switch action {
    case .shift: next < count
    case .left: depth > 0 && (next < count || depth == 1)
    case .right: depth > 1
    }
  }

  /// Word `k` from the top of the stack, or the number that stands for none.
  @inline(__always)
  package func top(_ k: Int) -> Int {
    depth > k ? Int(stack[depth - 1 - k]) : count + 1
  }

  /// Word `k` after the next one, the root at the end, or the number that stands for none.
  @inline(__always)
  package func ahead(_ k: Int) -> Int {
    next + k <= count ? next + k : count + 1
  }

  @inline(__always)
  package func shift() {
    stack[depth] = Int32(next)
    fields.pointee.depth += 1
    fields.pointee.next += 1
  }

  /// Gives the top of the stack its head with a label, and pops it. `marker` is the word's hash, kept at its head
  /// where the label says that it marks the head's role.
  @inline(__always)
  package func attach(_ action: Action, label: UInt8, marker: UInt32, isMarker: Bool, isConjunction: Bool) {
    let dependent = Int(stack[depth - 1])
    fields.pointee.depth -= 1
    let head: Int
    if action == .left {
      head = next
      let old = nodes[head].left1
      nodes[head].left2 = old
      nodes[head].left1 = Int32(dependent)
      nodes[head].leftCount += 1
      nodes[head].leftLabels |= 1 << UInt64(label & 63)
    } else {
      head = Int(stack[depth - 1])
      let old = nodes[head].right1
      nodes[head].right2 = old
      nodes[head].right1 = Int32(dependent)
      nodes[head].rightCount += 1
      nodes[head].rightLabels |= 1 << UInt64(label & 63)
    }
    if isMarker { nodes[head].marker = marker }
    if isConjunction { nodes[head].cc = marker }
    heads[dependent] = Int32(head)
    labels[dependent] = label
  }
}
