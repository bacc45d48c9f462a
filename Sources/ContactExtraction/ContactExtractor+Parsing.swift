import Syntax
import TextModel

extension ContactExtractor {
  /// Parses sentences of one article; names keep their tag.
  ///
  /// In a headline every word may be capitalized, which says nothing: words that are no names are read in lower case.
  func parse(_ document: Document, _ cuts: [CutSentence]) -> [SentenceSyntax] {
    let isHeadline = cuts.map { document.sentences[$0.sentence].role == .headline }
    let others = parser.parse(
      bytes: document.bytes,
      sentences: cuts.indices.lazy.filter { !isHeadline[$0] }.map {
        sentence(document, cuts[$0].words, cuts[$0].words.map(\.range))
      })
    var next = others.makeIterator()
    return cuts.indices.map { i in
      isHeadline[i] ? parseHeadline(document, cuts[i].words) : next.next() ?? SentenceSyntax()
    }
  }

  private func parseHeadline(_ document: Document, _ words: [SentenceView.Word]) -> SentenceSyntax {
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
    let sentence = sentence(document, words, ranges)
    return parser.parse(bytes: bytes, words: sentence.words, hints: sentence.hints)
  }

  private func sentence(
    _ document: Document, _ words: [SentenceView.Word], _ ranges: [TextRange]
  ) -> SyntaxParser.Sentence {
    SyntaxParser.Sentence(
      words: ranges,
      hints: words.indices.map { index in
        let word = words[index]
        if word.name >= 0 { return .properName }
        if word.isRepresentative {
          return document.bytes[word.range.end - 1] == UInt8(ascii: "s") ? .pluralNoun : .singularNoun
        }
        if document.tokens[word.tokens.lowerBound].isBarePossessive { return .possessive }
        let roles = lexicon.roles(word.id)
        // `Joining Merkel on the call were Macron and Draghi`.
        if roles.contains(.copula), index + 1 < words.count, words[index + 1].name >= 0 { return .pastTense }
        return roles.contains(.pastTense) ? .pastTense : .none
      })
  }
}
