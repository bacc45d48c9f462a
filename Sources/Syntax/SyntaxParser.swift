import TextModel

/// Tags and parses sentences; keeps its scratch space from one to the next, so that none is allocated in between.
///
/// A parser belongs to one thread at a time; `SyntaxModel.makeParser()` makes one for each. Equal input gives equal output.
/// Words are tagged from left to right by a linear classifier, then a greedy arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and
/// Satta 2011) attaches them in up to three passes, forward, backward and forward again, each with the tree of the one before
/// as its guide; a pass is the last where all its decisions were clear or its guide stayed as it was. Every decision sums
/// the weights of hashed features; most are clear from the few of `CoarseFeatures`.
public final class SyntaxParser {
  /// The words of one sentence.
  public struct Sentence {
    /// Where each word stands in the text (bytes); a name of several words may be one of them.
    public var words: [TextRange]
    /// What is known of each word, or empty.
    public var hints: [WordHint]

    public init(words: [TextRange], hints: [WordHint] = []) {
      self.words = words
      self.hints = hints
    }
  }

  public let model: SyntaxModel
  private let reader = WordReader()
  private var lanes: [ParseLane]
  private let recordsDecisions: Bool
  /// So many sentences are parsed in turns: more would push each other out of the cache.
  private static let turns = 2
  /// So many sentences go through a pass before the next pass.
  private static let batch = 32

  /// - Parameter recordsDecisions: fills `decisions`.
  init(model: SyntaxModel, recordsDecisions: Bool) {
    self.model = model
    self.recordsDecisions = recordsDecisions
    lanes = [ParseLane(recordsDecisions: recordsDecisions)]
  }

  /// What the coarse features would have decided where the full tables did, if the parser was made to record it.
  package var decisions: [CoarseMargins.Decision] { lanes.flatMap { $0.decisions ?? [] } }

  /// Analyzes the words of one sentence.
  ///
  /// - Parameters:
  ///   - bytes: the UTF-8 bytes of a text.
  ///   - words: where each word stands in it (bytes); a name of several words may be one of them.
  ///   - hints: what is known of each word, or empty.
  /// - Returns: tags, forms, heads and relations, one for each word; empty for no words.
  /// Complexity: O(*n*) in the words, but for guides, whose look-ahead is O(*n*) for each word of a very long sentence.
  public func parse(bytes: [UInt8], words: [TextRange], hints: [WordHint] = []) -> SentenceSyntax {
    var result = SentenceSyntax()
    parse(bytes: bytes, words: words, hints: hints, into: &result)
    return result
  }

  /// Analyzes the words of one sentence into storage that is used again.
  public func parse(bytes: [UInt8], words: [TextRange], hints: [WordHint] = [], into result: inout SentenceSyntax) {
    read(bytes, Sentence(words: words, hints: hints), into: lanes[0])
    lanes[0].tag(by: model)
    attach(count: 1)
    lanes[0].copy(into: &result, by: model)
  }

  /// Analyzes several sentences of one text: each as if alone, but faster, since the weights of one pass serve all before
  /// those of the next are needed.
  ///
  /// - Returns: one analysis for each sentence.
  public func parse(bytes: [UInt8], sentences: [Sentence]) -> [SentenceSyntax] {
    parse(bytes: bytes, sentences: sentences) { _, _ in true }.map { $0 ?? SentenceSyntax() }
  }

  /// Analyzes those sentences of one text whose tags show them worth it; the others cost no more than their tags.
  ///
  /// - Parameter isWanted: told the number of a sentence and its tags, whether it is to be parsed; asked once for each.
  /// - Returns: for each sentence its analysis; nil where it is not wanted.
  public func parse(
    bytes: [UInt8], sentences: [Sentence], where isWanted: (Int, [PartOfSpeech]) -> Bool
  ) -> [SentenceSyntax?] {
    var results = [SentenceSyntax?](repeating: nil, count: sentences.count)
    // The sentences of the first lanes.
    var batch: [Int] = []
    func parseBatch() {
      attach(count: batch.count)
      for (lane, index) in zip(lanes, batch) {
        var result = SentenceSyntax()
        lane.copy(into: &result, by: model)
        results[index] = result
      }
      batch.removeAll(keepingCapacity: true)
    }
    for (index, sentence) in sentences.enumerated() {
      if lanes.count == batch.count { lanes.append(ParseLane(recordsDecisions: recordsDecisions)) }
      let lane = lanes[batch.count]
      read(bytes, sentence, into: lane)
      lane.tag(by: model)
      guard isWanted(index, lane.partsOfSpeech(by: model)) else { continue }
      batch.append(index)
      if batch.count == Self.batch { parseBatch() }
    }
    parseBatch()
    return results
  }

  /// Analyzes the words of one sentence given as strings.
  public func parse(words: [String], hints: [WordHint] = []) -> SentenceSyntax {
    lanes[0].reset(count: words.count)
    for (i, word) in words.enumerated() {
      var word = word
      word.withUTF8 { lanes[0].read($0, at: i, hint: i < hints.count ? hints[i] : .none, by: reader, model) }
    }
    lanes[0].tag(by: model)
    attach(count: 1)
    var result = SentenceSyntax()
    lanes[0].copy(into: &result, by: model)
    return result
  }

  private func read(_ bytes: [UInt8], _ sentence: Sentence, into lane: ParseLane) {
    lane.reset(count: sentence.words.count)
    bytes.withUnsafeBufferPointer { bytes in
      for (i, word) in sentence.words.enumerated() {
        let range = word.range.clamped(to: 0..<bytes.count)
        let hint = i < sentence.hints.count ? sentence.hints[i] : .none
        lane.read(UnsafeBufferPointer(rebasing: bytes[range]), at: i, hint: hint, by: reader, model)
      }
    }
  }

  /// Parses the sentences of the first lanes, whose words are tagged.
  private func attach(count: Int) {
    var open = lanes[..<count].filter { !$0.isFinished }
    let relations = model.relations
    for (k, pass) in model.passes.enumerated() {
      for lane in open { lane.begin(k, of: model) }
      // `open` keeps them alive: counting references at every step would take as long as some steps.
      let waiting = open.map(Unmanaged.passUnretained)
      var next = min(Self.turns, waiting.count)
      var running = Array(waiting[..<next])
      while !running.isEmpty {
        for i in running.indices.reversed()
        where !running[i]._withUnsafeGuaranteedRef({ $0.advance(pass, relations) }) {
          running[i]._withUnsafeGuaranteedRef { $0.end() }
          if next < waiting.count {
            running[i] = waiting[next]
            next += 1
          } else {
            running.remove(at: i)
          }
        }
      }
      open.removeAll { $0.isFinished }
    }
  }
}
