import Syntax
import TextModel

extension ContactExtractor {
  /// Parses sentences of one article; names keep their tag.
  ///
  /// In a headline every word may be capitalized, which says nothing: words that are no names are read in lower case.
  ///
  /// - Parameter isWanted: told a sentence and its tags, whether its arcs are needed.
  /// - Returns: for each sentence its syntax; nil where it is not wanted.
  func parse(
    _ document: Document, _ cuts: [CutSentence], where isWanted: (CutSentence, [PartOfSpeech]) -> Bool
  ) -> [SentenceSyntax?] {
    // The words of headlines stand behind the text once more, in lower case.
    var bytes = document.bytes
    let sentences = cuts.map { cut in
      let isHeadline = document.sentences[cut.sentence].role == .headline
      return sentence(
        document, cut.words,
        cut.words.map { word in
          guard isHeadline, word.name < 0 else { return word.range }
          let start = bytes.count
          bytes += document.bytes[word.range.range].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
          return TextRange(start, bytes.count)
        })
    }
    return parser.parse(bytes: bytes, sentences: sentences) { isWanted(cuts[$0], $1) }
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
