import Foundation
import Syntax
import TextModel

/// How well and how fast a model does on a treebank: gold words, predicted tags, relation subtypes ignored, seconds of
/// processor time.
struct Evaluation: CustomStringConvertible {
  private(set) var words = 0
  private(set) var sentences = 0
  private(set) var tags = 0
  private(set) var forms = 0
  private(set) var heads = 0
  private(set) var labels = 0
  private(set) var fullLabels = 0
  private(set) var lemmas = 0
  private(set) var seconds = 0.0
  /// For each relation of the treebank: words, right heads, right heads and labels.
  private(set) var byRelation: [Relation: (words: Int, heads: Int, labels: Int)] = [:]

  init(model: SyntaxModel, treebank: Treebank) {
    let parser = model.makeParser()
    var bytes: [UInt8] = []
    let inputs = treebank.sentences.map { sentence in
      SyntaxParser.Sentence(
        words: sentence.words.map { word in
          bytes += Array(word.form.utf8)
          return TextRange(bytes.count - word.form.utf8.count, bytes.count)
        })
    }
    let results = parser.parse(bytes: bytes, sentences: inputs)
    // The least of some times is the one that other work of the machine disturbed least.
    seconds =
      (0..<5).map { _ in
        let start = clock()
        _ = parser.parse(bytes: bytes, sentences: inputs)
        return Double(clock() - start) / Double(CLOCKS_PER_SEC)
      }.min() ?? 0
    for (sentence, syntax) in zip(treebank.sentences, results) {
      sentences += 1
      for (i, word) in sentence.words.enumerated() {
        words += 1
        if syntax.tags[i] == word.tag { tags += 1 }
        if syntax.forms[i] == Treebank.form(penn: word.penn) { forms += 1 }
        if model.lemma(of: word.form, tag: syntax.tags[i], form: syntax.forms[i]).lowercased()
          == word.lemma.lowercased()
        {
          lemmas += 1
        }
        byRelation[word.relation, default: (0, 0, 0)].words += 1
        let head = word.head == sentence.words.count ? -1 : word.head
        guard Int(syntax.heads[i]) == head else { continue }
        heads += 1
        byRelation[word.relation, default: (0, 0, 0)].heads += 1
        if syntax.relations[i].universal == word.relation.universal {
          labels += 1
          byRelation[word.relation, default: (0, 0, 0)].labels += 1
        }
        if syntax.relations[i] == word.relation { fullLabels += 1 }
      }
    }
  }

  /// A line for each relation, the most frequent first.
  var table: String {
    byRelation.sorted { ($1.value.words, $0.key.rawValue) < ($0.value.words, $1.key.rawValue) }.map {
      relation, counts in
      func percent(_ n: Int) -> String { String(format: "%6.2f", 100 * Double(n) / Double(counts.words)) }
      return "\(relation.name)\t\(counts.words)\t\(percent(counts.heads))\t\(percent(counts.labels))"
    }.joined(separator: "\n")
  }

  var description: String {
    func percent(_ n: Int) -> String { String(format: "%.2f", 100 * Double(n) / Double(max(1, words))) }
    return
      "UPOS \(percent(tags)) forms \(percent(forms)) lemmas \(percent(lemmas)) UAS \(percent(heads)) LAS \(percent(labels)) "
      + "(with subtypes \(percent(fullLabels))), \(String(format: "%.0f", Double(sentences) / seconds)) sentences/s and "
      + "\(String(format: "%.0f", Double(words) / seconds)) words/s of processor time"
  }
}
