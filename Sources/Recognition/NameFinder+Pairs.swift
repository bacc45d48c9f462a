import Gazetteer
import TextModel

extension NameFinder {
  /// Cuts `Putin-Biden` into two names where the article names both elsewhere; `Mitchell-Innes` stays one.
  ///
  /// Complexity: O(*n*) in the names.
  mutating func splitPairs(_ bytes: [UInt8]) {
    guard spans.contains(where: isPair) else { return }
    let last = lastWords(bytes)
    func isNamed(_ word: Int) -> Bool { last.contains(bytes[Int(words[word].start)..<Int(words[word].end)]) }
    var parts: [NameSpan] = []
    parts.reserveCapacity(spans.count)
    // Where each name begins among the parts.
    var starts: [Int] = []
    starts.reserveCapacity(spans.count)
    for span in spans {
      starts.append(parts.count)
      let (first, second) = (span.words.lowerBound, span.words.upperBound - 1)
      guard isPair(span), isNamed(first), isNamed(second) else {
        parts.append(span)
        continue
      }
      for word in [first, second] {
        parts.append(
          NameSpan(words: word..<word + 1, sentence: span.sentence, surface: surface(of: word), cues: [], title: -1))
      }
    }
    guard parts.count > spans.count else { return }
    spans = parts
    for title in titles.indices {
      if titles[title].owner >= 0 { titles[title].owner = starts[titles[title].owner] }
      if titles[title].person >= 0 { titles[title].person = starts[titles[title].person] }
    }
  }

  /// Two words with capitals that a hyphen joins, by their shape alone.
  private func isPair(_ span: NameSpan) -> Bool {
    let (first, second) = (span.words.lowerBound, span.words.upperBound - 1)
    return span.words.count == 2 && span.surface == nil && span.title < 0
      && words[second].shape.contains(.hyphenBefore) && words[first].token == words[second].token
      && words[first].isCapital && words[second].isCapital
  }

  /// What the gazetteer holds for one word.
  private func surface(of word: Int) -> SurfaceIndex? {
    guard knownAt[word] >= 0 else { return nil }
    let known = matches[Int(knownAt[word])]
    return known.words.count == 1 ? known.surface : nil
  }

  /// The last words of the article's names that no hyphen joins to what stands before them.
  private func lastWords(_ bytes: [UInt8]) -> Set<ArraySlice<UInt8>> {
    var result: Set<ArraySlice<UInt8>> = []
    for span in spans {
      let last = words[span.words.upperBound - 1]
      if !last.shape.contains(.hyphenBefore) { result.insert(bytes[Int(last.start)..<Int(last.end)]) }
    }
    return result
  }
}
