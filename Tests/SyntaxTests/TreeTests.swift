import Syntax
import TestSupport
import Testing
import TextModel

/// Whatever the words are, their heads form one tree.
@Suite struct TreeTests {
  /// Nil if the analysis has as many words and one tree, else what is wrong.
  private func fault(_ syntax: SentenceSyntax, count: Int) -> String? {
    guard syntax.tags.count == count, syntax.forms.count == count, syntax.heads.count == count,
      syntax.relations.count == count
    else { return "lengths differ" }
    if count == 0 { return nil }
    guard syntax.heads.count(where: { $0 == -1 }) == 1 else { return "not one root" }
    for i in 0..<count {
      guard (syntax.relations[i] == .root) == (syntax.heads[i] == -1) else { return "root relation of word \(i)" }
      var (word, steps) = (i, 0)
      while syntax.heads[word] != -1 {
        word = Int(syntax.heads[word])
        steps += 1
        guard word >= 0, word < count, steps <= count else { return "no tree above word \(i)" }
      }
    }
    return nil
  }

  private static let samples = [
    "Keller", "told", "said", ",", ".", "\"", "“", "”", "’s", "and", "the", "President", "met", "with", "in", "to",
    "who",
    "—", "(", ")", "2019", "U.S.", "talks", "", " ", "New York", "ÉLYSÉE", "москва", "東京", "that", "was", "by", "is",
    "?",
  ]

  @Test(arguments: [0, 1, 2, 3, 7, 20, 60, 500])
  func randomWords(count: Int) throws {
    let parser = try ShippedModel.load().makeParser()
    var random = SeededRandom(seed: UInt64(count))
    for round in 0..<(count > 100 ? 3 : 60) {
      var hints: [WordHint] = []
      let words = (0..<count).map { _ in
        hints.append(random.next() % 9 == 0 ? .properName : .none)
        return Self.samples[Int(random.next() % UInt64(Self.samples.count))]
      }
      let syntax = parser.parse(words: words, hints: hints)
      #expect(fault(syntax, count: count) == nil, "round \(round): \(words)")
      for (i, hint) in hints.enumerated() where hint == .properName { #expect(syntax.tags[i] == .properNoun) }
    }
  }

  @Test func randomBytes() throws {
    let parser = try ShippedModel.load().makeParser()
    var random = SeededRandom(seed: 42)
    for round in 0..<200 {
      let bytes = (0..<Int(random.next() % 400)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      var words: [TextRange] = []
      for _ in 0..<Int(random.next() % 40) {
        let start = Int(random.next() % UInt64(bytes.count + 1))
        // Ranges may be empty, overlap or end beyond the text.
        words.append(TextRange(start, start + Int(random.next() % 300)))
      }
      #expect(fault(parser.parse(bytes: bytes, words: words), count: words.count) == nil, "round \(round)")
    }
  }

  @Test func equalInputGivesEqualOutput() throws {
    let model = try ShippedModel.load()
    let (one, other) = (model.makeParser(), model.makeParser())
    let text = "Keller told Olsen that the talks in New York would go on"
    let bytes = Array(text.utf8)
    var ranges: [TextRange] = []
    var start = 0
    for word in text.split(separator: " ") {
      ranges.append(TextRange(start, start + word.utf8.count))
      start += word.utf8.count + 1
    }
    let first = one.parse(bytes: bytes, words: ranges)
    var reused = SentenceSyntax()
    other.parse(bytes: Array("Meet , said the man .".utf8), words: [TextRange(0, 4), TextRange(5, 6)], into: &reused)
    other.parse(bytes: bytes, words: ranges, into: &reused)
    #expect(first == reused)
    #expect(first == other.parse(words: text.split(separator: " ").map(String.init)))
    #expect(one.parse(bytes: bytes, words: ranges) == first)
  }

  private func cost(_ action: ParseState.Action, _ state: ParseState, _ heads: [Int32]) -> Int {
    heads.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { state.cost(action, $0) } ?? 0 }
  }

  /// The dynamic oracle leads to the tree itself, whatever projective tree it is.
  @Test func actionsWithoutCostGiveTheTree() {
    var random = SeededRandom(seed: 7)
    let state = ParseState()
    for _ in 0..<300 {
      let n = 1 + Int(random.next() % 12)
      var heads = [Int32](repeating: Int32(n), count: n + 2)
      /// Gives the words of a range heads inside it, and their top one the head `above`.
      func fill(_ range: Range<Int>, above: Int) {
        guard !range.isEmpty else { return }
        let top = range.lowerBound + Int(random.next() % UInt64(range.count))
        heads[top] = Int32(above)
        fill(range.lowerBound..<top, above: top)
        fill(top + 1..<range.upperBound, above: top)
      }
      fill(0..<n, above: n)
      state.reset(count: n)
      while !state.isFinal {
        let free = ParseState.Action.allCases.filter { action in
          state.isLegal(action) && cost(action, state, heads) == 0
        }
        guard let action = free.randomElement(using: &random) else {
          Issue.record("no action without cost")
          return
        }
        if action == .shift {
          state.shift()
        } else {
          state.attach(action, label: 0, marker: 0, isMarker: false, isConjunction: false)
        }
      }
      #expect((0..<n).map { state.heads[$0] } == Array(heads[0..<n]))
    }
  }

  /// The costs of all actions at once are those of each action, in whatever tree and configuration.
  @Test func costsAtOnce() {
    var random = SeededRandom(seed: 11)
    let state = ParseState()
    for _ in 0..<200 {
      let n = 1 + Int(random.next() % 12)
      let heads = (0..<n + 2).map { $0 < n ? Int32(random.next() % UInt64(n + 1)) : Int32(n + 1) }
      state.reset(count: n)
      while !state.isFinal {
        let costs = ParseState.Action.allCases.map { state.isLegal($0) ? min(2, cost($0, state, heads)) : 3 }
        let next = Int32(state.next)
        let pending = (state.next..<n).filter { state.depth > 0 && Int(heads[$0]) == state.top(0) }
        let behind = (0..<state.depth).filter { heads[Int(state.stack[$0])] == next }
        heads.withUnsafeBufferPointer { buffer in
          guard let base = buffer.baseAddress else { return }
          let standing = state.standing(in: base)
          #expect(standing.code == UInt32(costs[0] * 16 + costs[1] * 4 + costs[2]))
          #expect(standing.pending == UInt32(min(3, pending.count)))
          #expect(standing.firstPending == pending.first ?? n + 1)
          #expect(standing.behind == UInt32(min(3, behind.count)))
        }
        guard let action = ParseState.Action.allCases.filter(state.isLegal).randomElement(using: &random) else {
          Issue.record("no action is possible")
          return
        }
        if action == .shift {
          state.shift()
        } else {
          state.attach(action, label: 0, marker: 0, isMarker: false, isConjunction: false)
        }
      }
    }
  }
}
