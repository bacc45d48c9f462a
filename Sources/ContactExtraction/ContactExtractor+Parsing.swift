import Syntax
import TextModel

extension ContactExtractor {
  /// Parses the words of a sentence; names keep their tag.
  ///
  /// In a headline every word may be capitalized, which says nothing: words that are no names are read in lower case.
  func parse(_ document: Document, _ words: [SentenceView.Word], isHeadline: Bool) -> SentenceSyntax {
    let hints = words.map { word -> WordHint in
      if word.name >= 0 { return .properName }
      return lexicon.roles(word.id).contains(.pastTense) ? .pastTense : .none
    }
    guard isHeadline else {
      return parser.parse(bytes: document.bytes, words: words.map(\.range), hints: hints)
    }
    var bytes: [UInt8] = []
    var ranges: [TextRange] = []
    for word in words {
      let start = bytes.count
      bytes += document.bytes[word.range.range].map { byte in
        word.name < 0 && byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      }
      ranges.append(TextRange(start, bytes.count))
      bytes.append(0x20)
    }
    return parser.parse(bytes: bytes, words: ranges, hints: hints)
  }
}
