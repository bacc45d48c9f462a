import Recognition
import Syntax
import TextModel

/// One sentence as the extraction rules see it: words with their syntax, and the mentions that each word holds.
///
/// A proper name is one word, however many tokens it has. All indexes of words are from 0 within the sentence.
///
/// A class, so that the rules share it without copying; it does not change once made.
final class SentenceView {
  struct Word {
    var tokens: Range<Int>
    var range: TextRange
    var id: WordID
    /// Index of the name mention that the word is, or -1.
    var name: Int
    /// The word begins with a noun that says what outlet the name is: `news site Galway Now`.
    var isDescribedOutlet = false
    /// The word ends what stands for a party by a noun: `states` in `EU states`.
    var isRepresentative = false
  }

  let recognized: RecognizedDocument
  let lexicon: ContactLexicon
  let sentence: Int
  let words: [Word]
  let syntax: SentenceSyntax
  /// For each word the mentions that end in it, longest first.
  private let mentionsAt: [[Int]]
  /// For each word the mentions that lie wholly inside it (`US-Russia`), in order of the text.
  private let mentionsIn: [[Int]]
  private let childStart: [Int]
  private let childList: [Int]
  let chunks: [Chunk]
  /// For each word the chunk that holds it, or -1.
  private let chunkOfWord: [Int32]
  private var counted: [Int: [Int]]?
  private var enumerated: [[Int]]?
  private(set) lazy var times: [TimeExpression] = timeExpressions(article: articleDay)
  /// The day the article appeared, where known.
  let articleDay: Day?

  init(
    recognized: RecognizedDocument, lexicon: ContactLexicon, sentence: Int, words: [Word], syntax: SentenceSyntax,
    mentions: [Int], articleDay: Day?
  ) {
    self.articleDay = articleDay
    self.recognized = recognized
    self.lexicon = lexicon
    self.sentence = sentence
    self.words = words
    self.syntax = syntax

    let firstToken = words.first?.tokens.lowerBound ?? 0
    let lastToken = words.last?.tokens.upperBound ?? 0
    var wordOfToken = [Int32](repeating: -1, count: max(0, lastToken - firstToken))
    for (index, word) in words.enumerated() {
      for token in word.tokens { wordOfToken[token - firstToken] = Int32(index) }
    }
    var at: [[Int]] = Array(repeating: [], count: words.count)
    var inside: [[Int]] = Array(repeating: [], count: words.count)
    for index in mentions {
      let mention = recognized.mentions[index]
      let last = mention.tokens.upperBound - 1 - firstToken
      guard wordOfToken.indices.contains(last), wordOfToken[last] >= 0 else { continue }
      let word = Int(wordOfToken[last])
      // A nationality inside a title (`U.S. Secretary of State John Kerry`) is no mention of its own here.
      // The name of `BBC Online` ends before its word does.
      if mention.range.end == words[word].range.end || words[word].name == index { at[word].append(index) }
      if words[word].name < 0 ? words[word].range.contains(mention.range) : words[word].name == index {
        inside[word].append(index)
      }
    }
    for word in at.indices where at[word].count > 1 {
      at[word].sort {
        let (a, b) = (recognized.mentions[$0].range, recognized.mentions[$1].range)
        return ($0 == words[word].name ? 0 : 1, -a.count, a.start, $0) < (
          $1 == words[word].name ? 0 : 1, -b.count, b.start, $1
        )
      }
    }
    mentionsAt = at
    mentionsIn = inside

    var start = Array(repeating: 0, count: words.count + 1)
    for head in syntax.heads where head >= 0 { start[Int(head) + 1] += 1 }
    for index in 1..<start.count { start[index] += start[index - 1] }
    var fill = start
    var list = Array(repeating: 0, count: start[words.count])
    for (word, head) in syntax.heads.enumerated() where head >= 0 {
      list[fill[Int(head)]] = word
      fill[Int(head)] += 1
    }
    childStart = start
    childList = list
    let bytes = recognized.document.bytes
    let chunks = Self.chunks(words: words, syntax: syntax, lexicon: lexicon) { word in
      // The clitic 's or a bare apostrophe, straight or curly.
      let first = bytes[words[word].range.start]
      return first == UInt8(ascii: "'") || first == 0xE2
    } isPersonOrGroup: { word in
      guard words[word].name >= 0 else { return false }
      let mention = recognized.mentions[words[word].name]
      // `ICE Acting Director Thomas Homan` is one phrase, `Handelsblatt Saudi Foreign Minister Adel al-Jubeir` two.
      if mention.type == .person, !mention.title.isEmpty {
        let start = Int(recognized.document.tokens[mention.title.lowerBound].start)
        return mentions.contains { recognized.mentions[$0].range.start == start }
      }
      return mention.type == .person || mention.type == .organization
    }
    var chunkOfWord = [Int32](repeating: -1, count: words.count)
    for (index, chunk) in chunks.enumerated() {
      for word in chunk.words { chunkOfWord[word] = Int32(index) }
    }
    self.chunks = chunks
    self.chunkOfWord = chunkOfWord
  }

  var count: Int { words.count }

  /// What numbers count, as indexes of chunks; found when first asked for, since most sentences never ask. While they
  /// are being found there are none: the search asks for the parties of chunks itself.
  var countedLists: [Int: [Int]] {
    if let counted { return counted }
    counted = [:]
    let found = Self.countedLists(in: self)
    counted = found
    return found
  }

  /// Lists of three and more parties, as indexes of chunks; found when first asked for.
  var enumerations: [[Int]] {
    if let enumerated { return enumerated }
    enumerated = []
    let found = Self.enumerations(in: self)
    enumerated = found
    return found
  }

  /// The chunk that holds a word.
  func chunkIndex(of word: Int) -> Int? {
    guard words.indices.contains(word), chunkOfWord[word] >= 0 else { return nil }
    return Int(chunkOfWord[word])
  }

  /// The chunk that starts with a word.
  func chunkIndex(startingAt word: Int) -> Int? {
    chunkIndex(of: word).flatMap { chunks[$0].words.lowerBound == word ? $0 : nil }
  }

  func mentions(endingAt word: Int) -> [Int] { mentionsAt[word] }
  func mentions(inside word: Int) -> [Int] { mentionsIn[word] }

  func children(of word: Int) -> ArraySlice<Int> { childList[childStart[word]..<childStart[word + 1]] }

  func children(of word: Int, _ relation: Relation) -> [Int] {
    children(of: word).filter { syntax.relations[$0] == relation }
  }

  func firstChild(of word: Int, _ relations: Relation...) -> Int? {
    children(of: word).first { relations.contains(syntax.relations[$0]) }
  }

  func head(of word: Int) -> Int? {
    let head = Int(syntax.heads[word])
    return head >= 0 ? head : nil
  }

  func relation(_ word: Int) -> Relation { syntax.relations[word] }
  func tag(_ word: Int) -> PartOfSpeech { syntax.tags[word] }
  func id(_ word: Int) -> WordID { words[word].id }
  func roles(_ word: Int) -> ContactLexicon.GrammarRoles { lexicon.roles(words[word].id) }

  func hasPreposition(_ word: Int, _ preposition: WordID) -> Bool {
    children(of: word, .case_).contains { words[$0].id == preposition }
  }

  func isVerb(_ word: Int) -> Bool {
    tag(word) == .verb || tag(word) == .auxiliary
  }

  /// The word is a noun, or a verb form that its place in the sentence shows to be one.
  func isNoun(_ word: Int) -> Bool {
    tag(word) == .noun || tag(word) == .properNoun
  }

  func endsInIng(_ word: Int) -> Bool {
    let range = words[word].range
    let bytes = recognized.document.bytes
    guard range.count > 4 else { return false }
    return bytes[range.end - 3] == UInt8(ascii: "i") && bytes[range.end - 2] == UInt8(ascii: "n")
      && bytes[range.end - 1] == UInt8(ascii: "g")
  }

  /// Whether some form of one of the lemmas is the word.
  func isVerb(_ word: Int, ofLemma lemma: WordID) -> Bool {
    lexicon.info(words[word].id).verbLemmas.contains(lemma)
  }

  func text(_ word: Int) -> String { recognized.document.text(words[word].range) }
}
