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

  private let sharedRecognized: Shared<RecognizedDocument>
  private let sharedLexicon: Shared<ContactLexicon>
  let sentence: Int
  let words: [Word]
  let syntax: SentenceSyntax
  /// For each word the mentions that end in it, longest first.
  private let mentionsAt: WordLists
  /// For each word the mentions that lie wholly inside it (`US-Russia`), in order of the text.
  private let mentionsIn: WordLists
  private let childLists: WordLists
  let chunks: [Chunk]
  /// What each mention of the sentence stands for, as far as it was asked for.
  private var known: [ResolvedParties?]
  private let firstMention: Int
  /// For each word the chunk that holds it, or -1.
  private let chunkOfWord: [Int32]
  private var counted: [Int: [Int]]?
  private var enumerated: [[Int]]?
  private(set) lazy var times: [TimeExpression] = timeExpressions(article: articleDay)
  /// The day the article appeared, where known.
  let articleDay: Day?

  init(
    recognized shared: Shared<RecognizedDocument>, lexicon: Shared<ContactLexicon>, sentence: Int, words: [Word],
    syntax: SentenceSyntax, mentions: [Int], articleDay: Day?
  ) {
    self.articleDay = articleDay
    sharedRecognized = shared
    sharedLexicon = lexicon
    self.sentence = sentence
    self.words = words
    self.syntax = syntax

    let firstToken = words.first?.tokens.lowerBound ?? 0
    let lastToken = words.last?.tokens.upperBound ?? 0
    var wordOfToken = [Int32](repeating: -1, count: max(0, lastToken - firstToken))
    for (index, word) in words.enumerated() {
      for token in word.tokens { wordOfToken[token - firstToken] = Int32(index) }
    }
    var at: [WordLists.Entry] = []
    var inside: [WordLists.Entry] = []
    at.reserveCapacity(mentions.count)
    inside.reserveCapacity(mentions.count)
    for index in mentions {
      let (tokens, range) = (shared.value.mentions[index].tokens, shared.value.mentions[index].range)
      let last = tokens.upperBound - 1 - firstToken
      guard wordOfToken.indices.contains(last), wordOfToken[last] >= 0 else { continue }
      let word = Int(wordOfToken[last])
      // A nationality inside a title (`U.S. Secretary of State John Kerry`) is no mention of its own here.
      // The name of `BBC Online` ends before its word does.
      if range.end == words[word].range.end || words[word].name == index {
        at.append(.init(word: word, value: index))
      }
      if words[word].name < 0 ? words[word].range.contains(range) : words[word].name == index {
        inside.append(.init(word: word, value: index))
      }
    }
    if at.count > 1 {
      at.sort { a, b in
        guard a.word == b.word else { return a.word < b.word }
        let (first, second) = (shared.value.mentions[a.value].range, shared.value.mentions[b.value].range)
        return (a.value == words[a.word].name ? 0 : 1, -first.count, first.start, a.value)
          < (b.value == words[b.word].name ? 0 : 1, -second.count, second.start, b.value)
      }
    }
    mentionsAt = WordLists(at, count: words.count)
    mentionsIn = WordLists(inside, count: words.count)
    childLists = WordLists(heads: syntax.heads, count: words.count)

    let chunks = Self.chunks(words: words, syntax: syntax, lexicon: lexicon) { word in
      // The clitic 's or a bare apostrophe, straight or curly.
      let first = shared.value.document.bytes[words[word].range.start]
      return first == UInt8(ascii: "'") || first == 0xE2
    } isPersonOrGroup: { word in
      guard words[word].name >= 0 else { return false }
      let mention = shared.value.mentions[words[word].name]
      // `FBI Acting Director Ann Lee` is one phrase, `Blick Austrian Foreign Minister Karin Kneissl` two.
      if mention.type == .person, !mention.title.isEmpty {
        let start = Int(shared.value.document.tokens[mention.title.lowerBound].start)
        return mentions.contains { shared.value.mentions[$0].range.start == start }
      }
      return mention.type == .person || mention.type == .organization
    }
    var chunkOfWord = [Int32](repeating: -1, count: words.count)
    for (index, chunk) in chunks.enumerated() {
      for word in chunk.words { chunkOfWord[word] = Int32(index) }
    }
    self.chunks = chunks
    self.chunkOfWord = chunkOfWord
    firstMention = mentions.first ?? 0
    known = Array(repeating: nil, count: mentions.isEmpty ? 0 : (mentions.last ?? 0) - firstMention + 1)
  }

  var recognized: RecognizedDocument { _read { yield sharedRecognized.value } }
  var lexicon: ContactLexicon { _read { yield sharedLexicon.value } }

  var count: Int { words.count }

  /// The parties of one mention; a place is none unless it stands for its government.
  func references(of index: Int) -> ResolvedParties {
    // An earlier sentence's mention may be asked for, too.
    guard known.indices.contains(index - firstMention) else { return makeReferences(of: index) }
    if let found = known[index - firstMention] { return found }
    let found = makeReferences(of: index)
    known[index - firstMention] = found
    return found
  }

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

  func mentions(endingAt word: Int) -> ArraySlice<Int> { mentionsAt[word] }
  func mentions(inside word: Int) -> ArraySlice<Int> { mentionsIn[word] }

  func children(of word: Int) -> ArraySlice<Int> { childLists[word] }

  func children(of word: Int, _ relation: Relation) -> [Int] {
    let all = childLists[word]
    // Most words have none.
    guard let first = all.firstIndex(where: { syntax.relations[$0] == relation }) else { return [] }
    return all[first...].filter { syntax.relations[$0] == relation }
  }

  func firstChild(of word: Int, _ relation: Relation) -> Int? {
    childLists[word].first { syntax.relations[$0] == relation }
  }

  func firstChild(of word: Int, _ relations: Relation...) -> Int? {
    childLists[word].first { relations.contains(syntax.relations[$0]) }
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
    childLists[word].contains {
      words[$0].id == preposition && syntax.relations[$0] == .case_ && !Self.isInfinitiveMark($0, tags: syntax.tags)
    }
  }

  /// `to` before a verb is no preposition, whatever the parser made of it.
  static func isInfinitiveMark(_ word: Int, tags: [PartOfSpeech]) -> Bool {
    tags[word] == .particle && word + 1 < tags.count && [.verb, .auxiliary, .adverb].contains(tags[word + 1])
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
