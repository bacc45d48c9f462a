import Gazetteer
import TextModel

/// Recognizes the persons, countries, organizations and places of an article and links every mention to one entity.
///
/// ```
/// let recognizer = Recognizer(gazetteer: gazetteer, language: try RecognitionRules(folder: url))
/// let recognized = recognizer.recognize(document)
/// recognized.mentions.map { recognized.document.text($0.range) }
/// ```
///
/// A pure function of the document: equal input gives equal output.
public struct Recognizer: Sendable {
  public let gazetteer: Gazetteer
  public let language: RecognitionRules
  /// Today's country of each code.
  let states: [Gazetteer.CountryNumber: EntityIndex]
  let numbers: GazetteerNumbers
  private let pool = RecognitionBufferPool()

  public init(gazetteer: Gazetteer, language: RecognitionRules) {
    self.gazetteer = gazetteer
    self.language = language
    var states: [Gazetteer.CountryNumber: EntityIndex] = [:]
    for code in gazetteer.countryCodes { states[Gazetteer.countryNumber(code)] = gazetteer.country(code: code) }
    self.states = states
    numbers = GazetteerNumbers(gazetteer, language)
  }

  /// The document with its mentions and entities. Any document is accepted. Complexity: O(*n*) in its bytes.
  public func recognize(_ document: Document) -> RecognizedDocument {
    recognize(document, explains: false).recognized
  }

  /// As `recognize(_:)`, and for each mention what its name could have meant.
  ///
  /// - Parameter looksAtAllWords: see `NameFinder`.
  func recognize(_ document: Document, explains: Bool, looksAtAllWords: Bool = false) -> (
    recognized: RecognizedDocument, candidates: [[RankedCandidate]]
  ) {
    var buffers = pool.take()
    defer { pool.give(buffers) }
    WordReader(lexicon: language.lexicon).read(document, into: &buffers)
    let (words, sentences) = (buffers.words, buffers.sentences)
    let (known, knownAt) = knownMatches(document, words, &buffers.matches)
    var finder = NameFinder(rules: language, words: words, knownAt: knownAt, matches: known) { range in
      let text = document.text(TextRange(Int(words[range.lowerBound].start), Int(words[range.upperBound - 1].end)))
      return gazetteer.surface(exactly: text).map(typesMeant) ?? []
    }
    finder.looksAtAllWords = looksAtAllWords
    for (index, range) in sentences.enumerated() where document.sentences[index].role != .date {
      finder.find(index, range)
    }
    finder.splitPairs(document.bytes)
    let cues = CueReader(
      words: words, sentences: sentences, roles: document.sentences.map(\.role), titles: finder.titles, rules: language,
      startsCountry: { knownAt[$0] >= 0 && known[Int(knownAt[$0])].isPlaceName })
    for index in finder.spans.indices { finder.spans[index].cues = cues.cues(finder.spans[index]) }
    var linker = Linker(
      RecognitionContext(
        document: document, recognizer: self, words: words, sentences: sentences, titles: finder.titles,
        spans: finder.spans, explains: explains))
    linker.link()
    var builder = MentionBuilder(linker: linker)
    builder.build()
    return builder.result()
  }

  /// The gazetteer's matches that begin and end with words of the document, and for each word the match that starts there.
  private func knownMatches(_ document: Document, _ words: [Word], _ found: inout [SurfaceMatch]) -> (
    [NameFinder.KnownMatch], [Int32]
  ) {
    found.removeAll(keepingCapacity: true)
    gazetteer.matches(in: document.bytes, overlap: .noNested, into: &found)
    gazetteer.bringNear(found)
    var matches: [NameFinder.KnownMatch] = []
    matches.reserveCapacity(found.count)
    var starts = [Int32](repeating: -1, count: words.count)
    var at = 0
    for match in found {
      while at < words.count, Int(words[at].start) < match.start { at += 1 }
      guard at < words.count, Int(words[at].start) == match.start else { continue }
      var last = at
      while last < words.count, Int(words[last].end) < match.end { last += 1 }
      guard last < words.count else { continue }
      if Int(words[last].end) != match.end {
        // A full stop that the token takes and the match does not: `U.S.` at the end of a sentence.
        guard Int(words[last].end) == match.end + 1, document.bytes[match.end] == UInt8(ascii: ".") else { continue }
      }
      let meaning = meaning(of: gazetteer.candidates(of: match.surface))
      if last == at, (0x61...0x7A).contains(document.bytes[match.start]) {
        // `told dpa`: only organizations write themselves so, and no word of the language is one.
        guard meaning.types == .organization, !words[at].has([.vocabulary, .functionWord]) else { continue }
      }
      if let before = matches.last, before.words.upperBound > at {
        // `the Journal du Dimanche`: of two names that overlap the first, unless it only adds the article.
        guard before.words.lowerBound == at - 1, words[at - 1].has(.article) else { continue }
        starts[at - 1] = -1
        matches.removeLast()
      }
      starts[at] = Int32(matches.count)
      matches.append(
        NameFinder.KnownMatch(
          words: at..<last + 1, surface: match.surface, types: meaning.types, isPlaceName: meaning.isPlaceName,
          isOutlet: words[at].has(.titleStart) && areOutlets(gazetteer.candidates(of: match.surface))))
    }
    return (matches, starts)
  }

  private func meaning(of list: CandidateList) -> (types: TypeSet, isPlaceName: Bool) {
    var types: TypeSet = []
    var isPlaceName = false
    for candidate in list {
      let type = TypeSet(candidate.type)
      types.formUnion(type)
      if !type.isDisjoint(with: [.country, .place]), candidate.kind == .name { isPlaceName = true }
    }
    return (types, isPlaceName)
  }

  private func areOutlets(_ list: CandidateList) -> Bool {
    list.allSatisfy { gazetteer.kindNumber(of: $0.entity) == numbers.outlet }
  }

  private func typesMeant(_ surface: SurfaceIndex) -> TypeSet {
    var types: TypeSet = []
    for candidate in gazetteer.candidates(of: surface) { types.formUnion(TypeSet(candidate.type)) }
    return types
  }
}
