import Gazetteer
import TextModel

extension NameFinder {
  /// Cuts `Putin-Biden` into two names where the article names both elsewhere; `Mitchell-Innes` stays one.
  ///
  /// Complexity: O(*n*) in the names, and again so for each name of two words joined by a hyphen.
  mutating func splitPairs(_ bytes: [UInt8]) {
    var index = 0
    while index < spans.count {
      defer { index += 1 }
      let span = spans[index]
      let (first, second) = (span.words.lowerBound, span.words.upperBound - 1)
      guard span.words.count == 2, span.surface == nil, span.title < 0, words[second].shape.contains(.hyphenBefore),
        words[first].token == words[second].token, words[first].isCapital, words[second].isCapital,
        endsName(first, bytes, except: index), endsName(second, bytes, except: index)
      else { continue }
      spans[index] = NameSpan(
        words: first..<second, sentence: span.sentence, surface: surface(of: first), cues: [], title: -1)
      spans.insert(
        NameSpan(
          words: second..<second + 1, sentence: span.sentence, surface: surface(of: second), cues: [], title: -1),
        at: index + 1)
      for title in titles.indices {
        if titles[title].owner > index { titles[title].owner += 1 }
        if titles[title].person > index { titles[title].person += 1 }
      }
    }
  }

  /// What the gazetteer holds for one word.
  private func surface(of word: Int) -> SurfaceIndex? {
    guard knownAt[word] >= 0 else { return nil }
    let known = matches[Int(knownAt[word])]
    return known.words.count == 1 ? known.surface : nil
  }

  /// Some other name of the article is the word or ends with it.
  private func endsName(_ word: Int, _ bytes: [UInt8], except own: Int) -> Bool {
    let text = bytes[Int(words[word].start)..<Int(words[word].end)]
    return spans.indices.contains { other in
      guard other != own else { return false }
      let last = words[spans[other].words.upperBound - 1]
      return !last.shape.contains(.hyphenBefore)
        && bytes[Int(last.start)..<Int(last.end)].elementsEqual(text)
    }
  }
}
