import Syntax

/// The classes and the lexicon of a treebank.
final class Inventory {
  private(set) var classes: [SyntaxModel.TagClass] = []
  private var classOfPenn: [String: UInt8] = [:]
  private var classOfTag: [PartOfSpeech: UInt8] = [:]
  let relations: [Relation]
  private var classOfRelation: [Relation: UInt8] = [:]
  let slots: UnsafeMutableBufferPointer<Lexicon.Entry>
  let properName: UInt8

  var lexicon: Lexicon { Lexicon(slots: UnsafeBufferPointer(slots)) }

  /// Settings that measuring on the development part chose.
  struct Settings {
    /// Pairs of universal and Penn tag that are rarer are folded into the most frequent pair of the universal tag.
    var rarestPair = 5
    /// Words that are rarer have no tags in the lexicon.
    var rarestAmbiguity = 3
    /// Words of one tag that are at least so frequent skip the tagger.
    var rarestOnlyTag = 15
    /// Words that are rarer are read by the parser as their ending.
    var rarestLexical = 2
  }

  /// - Parameter dictionary: classes of words in small letters.
  init(_ treebank: Treebank, dictionary: [String: WordClass], settings: Settings = Settings()) {
    var pairs: [String: Int] = [:]
    var relationCounts: [Relation: Int] = [:]
    for sentence in treebank.sentences {
      for word in sentence.words {
        pairs[word.tag.name + "/" + word.penn, default: 0] += 1
        relationCounts[word.relation, default: 0] += 1
      }
    }
    let tags = Dictionary(uniqueKeysWithValues: PartOfSpeech.allCases.map { ($0.name, $0) })
    for (pair, count) in pairs.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let cells = pair.split(separator: "/", maxSplits: 1).map(String.init)
      guard let tag = tags[cells[0]] else { continue }
      if count >= settings.rarestPair || classOfTag[tag] == nil {
        let index = UInt8(classes.count)
        classes.append(SyntaxModel.TagClass(tag: tag, form: Treebank.form(penn: cells[1])))
        classOfPenn[pair] = index
        if classOfTag[tag] == nil { classOfTag[tag] = index }
      }
    }
    relations = [.root] + Relation.allCases.filter { $0 != .root && relationCounts[$0, default: 0] > 2 }
    for (i, relation) in relations.enumerated() { classOfRelation[relation] = UInt8(i) }
    properName = classOfPenn["PROPN/NNP"] ?? 0
    slots = .allocate(capacity: 1 << 17)
    slots.initialize(repeating: Lexicon.Entry())
    fillLexicon(treebank, settings, dictionary)
  }

  deinit {
    slots.deallocate()
  }

  func tagClass(_ word: Treebank.Word) -> UInt8 {
    classOfPenn[word.tag.name + "/" + word.penn] ?? classOfTag[word.tag] ?? 0
  }

  func labelClass(_ relation: Relation) -> UInt8 {
    classOfRelation[relation] ?? classOfRelation[relation.universal] ?? 1
  }

  private func fillLexicon(_ treebank: Treebank, _ settings: Settings, _ dictionary: [String: WordClass]) {
    struct Count {
      var total = 0
      var tags: [UInt8: Int] = [:]
    }
    var exact: [UInt32: Count] = [:]
    var lower: [UInt32: Count] = [:]
    let reader = WordReader()
    let empty = Lexicon(slots: UnsafeBufferPointer(start: nil, count: 0))
    for sentence in treebank.sentences {
      for word in sentence.words {
        let bytes = Array(word.form.utf8)
        let read = bytes.withUnsafeBufferPointer { reader.read($0, lexicon: empty, hint: .none) }
        let tag = tagClass(word)
        exact[read.exact, default: Count()].total += 1
        exact[read.exact, default: Count()].tags[tag, default: 0] += 1
        lower[read.lower, default: Count()].total += 1
        lower[read.lower, default: Count()].tags[tag, default: 0] += 1
      }
    }
    var ambiguities: [[UInt8]: UInt16] = [:]
    var classes: [UInt32: WordClass] = [:]
    for (word, wordClass) in dictionary {
      let bytes = Array(word.utf8)
      classes[bytes.withUnsafeBufferPointer { reader.read($0, lexicon: empty, hint: .none) }.lower] = wordClass
    }
    let keys = Set(exact.keys).union(lower.keys).union(classes.keys).sorted()
    for key in keys {
      let count = exact[key] ?? lower[key] ?? Count()
      let isLower = lower[key] != nil
      let frequent = isLower && lower[key, default: Count()].total >= settings.rarestLexical
      guard count.total >= settings.rarestAmbiguity || frequent || classes[key] != nil else { continue }
      var ambiguity: UInt16 = count.total > 0 ? 1 : 0
      var only: UInt8 = 255
      if count.total >= settings.rarestAmbiguity {
        let kept = count.tags.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
          .filter { $0.value * 30 >= count.total }.prefix(4).map(\.key)
        let next = UInt16(ambiguities.count + 2)
        ambiguity = ambiguities[Array(kept), default: next]
        ambiguities[Array(kept)] = ambiguity
        if count.total >= settings.rarestOnlyTag, let best = count.tags.max(by: { $0.value < $1.value }),
          best.value * 1000 >= count.total * 998
        {
          only = best.key
        }
      }
      var i = Int(key) & (slots.count - 1)
      while !slots[i].isEmpty { i = (i + 1) & (slots.count - 1) }
      slots[i] = Lexicon.Entry(
        key: key, ambiguity: ambiguity, onlyTag: only, isFrequent: frequent, wordClass: classes[key] ?? [])
    }
  }
}
