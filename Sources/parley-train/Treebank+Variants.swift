import Syntax

extension Treebank.Sentence {
  /// The sentence with names of several words as one word each, as a recognizer gives them; nil if it has none.
  func withMergedNames() -> Treebank.Sentence? {
    let n = words.count
    // A name is a proper noun with the proper nouns beside it that hang on it as `flat` or `compound`.
    var unit = Array(0..<n)
    for i in 0..<n where words[i].tag == .properNoun && words[i].head < n {
      let head = words[i].head
      guard words[head].tag == .properNoun, words[i].relation == .flat || words[i].relation == .compound else {
        continue
      }
      let range = min(i, head)...max(i, head)
      if range.allSatisfy({ words[$0].tag == .properNoun }) { unit[i] = head }
    }
    func top(_ i: Int) -> Int {
      var i = i
      while unit[i] != i { i = unit[i] }
      return i
    }
    let tops = (0..<n).map(top)
    var groups: [[Int]] = []
    for i in 0..<n {
      if let last = groups.last?.last, tops[last] == tops[i] {
        groups[groups.count - 1].append(i)
      } else {
        groups.append([i])
      }
    }
    guard groups.contains(where: { $0.count > 1 }), Set(groups.map { tops[$0[0]] }).count == groups.count else {
      return nil
    }
    var place = [Int](repeating: groups.count, count: n + 1)
    for (k, group) in groups.enumerated() { for i in group { place[i] = k } }
    var merged: [Treebank.Word] = []
    for group in groups {
      var word = words[tops[group[0]]]
      if group.count > 1 {
        word.form = group.map { words[$0].form }.joined(separator: " ")
        word.penn = "NNP"
        word.hint = .properName
      }
      word.head = place[word.head]
      merged.append(word)
    }
    return Treebank.Sentence(document: document, words: merged)
  }

  /// The sentence as a headline writes it: each longer word with a capital, or in capitals.
  func asHeadline(capitals: Bool) -> Treebank.Sentence {
    var result = self
    for i in result.words.indices {
      let form = result.words[i].form
      if capitals {
        result.words[i].form = form.uppercased()
      } else if i == 0 || form.utf8.count > 3 {
        result.words[i].form = form.prefix(1).uppercased() + form.dropFirst()
      }
    }
    return result
  }

  /// The sentence with its first word in lower case, as after a dateline or a quotation.
  func withLowerStart() -> Treebank.Sentence {
    var result = self
    if let first = result.words.first, first.tag != .properNoun, first.form != "I" {
      result.words[0].form = first.form.lowercased()
    }
    return result
  }
}
