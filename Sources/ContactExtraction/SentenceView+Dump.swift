import Syntax

extension SentenceView {
  /// The words with tag, relation and head, one a line, for tests and for looking at the parser's work.
  var dump: String {
    words.indices.map { word in
      let head = self.head(of: word).map { text($0) } ?? "-"
      let mention = mentions(endingAt: word).map { index in
        let mention = recognized.mentions[index]
        return
          "[\(mention.form.rawValue): \(mention.entities.map { recognized.entities[$0].name }.joined(separator: ", "))]"
      }.joined()
      return "\(word)\t\(text(word))\t\(tag(word)) \(syntax.forms[word])\t\(relation(word))\t\(head)\t\(mention)"
    }.joined(separator: "\n")
  }
}
