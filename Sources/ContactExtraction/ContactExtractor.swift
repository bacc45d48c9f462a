import ContactModel
import Recognition
import Syntax
import TextModel

/// Finds the contacts that an article states.
///
/// One extractor serves one thread at a time: it holds the parser's scratch memory.
public final class ContactExtractor {
  private let sharedLexicon: Shared<ContactLexicon>
  let parser: SyntaxParser

  /// - Parameters:
  ///   - lexicon: the contact frames of a language.
  ///   - syntax: the model of the same language.
  public init(lexicon: ContactLexicon, syntax: SyntaxModel) {
    sharedLexicon = Shared(lexicon)
    self.parser = syntax.makeParser()
  }

  var lexicon: ContactLexicon { _read { yield sharedLexicon.value } }

  /// The contacts of one article, each with its evidence.
  ///
  /// Only sentences with a trigger word and a mention are parsed. Complexity: O(*n*) in the tokens of the article.
  public func contacts(in recognized: RecognizedDocument) -> ArticleContacts {
    ContactMerging(recognized: recognized).merge(found(in: recognized))
  }

  /// What each trigger word tells, in the order of the text.
  ///
  /// - Parameter looksFirst: passes over sentences whose words and tags tell that no frame can use them; nothing is lost by it.
  func found(in recognized: RecognizedDocument, looksFirst: Bool = true) -> [FoundContact] {
    var found: [FoundContact] = []
    visitTriggers(of: recognized, all: !looksFirst) { _, _, _, result in
      if case .success(let contacts) = result { found += contacts }
    }
    return found
  }

  /// What was made of every trigger word of the article, in the order of the text.
  public func explain(_ recognized: RecognizedDocument) -> [TriggerOutcome] {
    var outcomes: [TriggerOutcome] = []
    visitTriggers(of: recognized, all: true) { sentence, range, frame, result in
      switch result {
      case .success(let contacts):
        let details = contacts.map { contact in
          let names = [contact.from, contact.to].map { recognized.entities[$0].name }
          let arrow = contact.isMutual ? "↔" : "→"
          return
            "\(names[0]) \(arrow) \(names[1]) (\(contact.kind.rawValue), \(contact.modality.rawValue)): \(contact.construction)"
        }
        outcomes.append(.init(sentence: sentence, trigger: range, lemma: frame.lemma, reason: .found, details: details))
      case .failure(let none):
        outcomes.append(.init(sentence: sentence, trigger: range, lemma: frame.lemma, reason: none.reason))
      }
    }
    return outcomes
  }

  /// The syntax of each sentence that was parsed, one block a sentence, for tests and for looking at the parser's work.
  public func dumpSyntax(of recognized: RecognizedDocument) -> String {
    var result = ""
    visitViews(of: recognized, all: true) {
      result += recognized.document.text(recognized.document.sentences[$0.sentence].range) + "\n" + $0.dump + "\n\n"
    }
    return result
  }

  private func visitTriggers(
    of recognized: RecognizedDocument, all: Bool,
    _ visit: (Int, TextRange, ContactFrame, Result<[FoundContact], NoContact>) -> Void
  ) {
    var before = EventBefore()
    visitViews(of: recognized, all: all) { view in
      let rule = SentenceRules(view: view, eventBefore: view.sentence - before.sentence < 4 ? before : EventBefore())
      for word in 0..<view.count where lexicon.isTrigger(view.id(word)) && view.words[word].name < 0 {
        guard let (frame, result) = rule.contacts(at: word) else { continue }
        if case .success(let contacts) = result { before.note(contacts, sentence: view.sentence) }
        visit(view.sentence, view.words[word].range, frame, result)
      }
    }
  }

  /// Parses the sentences that can state a contact: those with a trigger word and mentions of two parties; `all` those
  /// with a trigger word and any mention.
  private func visitViews(of recognized: RecognizedDocument, all: Bool, _ visit: (SentenceView) -> Void) {
    let document = recognized.document
    let articleDay = document.date.flatMap { $0.day == nil ? nil : $0.interval.first }
    var nextMention = 0
    var cuts: [CutSentence] = []
    for (index, sentence) in document.sentences.enumerated() {
      var mentions: [Int] = []
      while nextMention < recognized.mentions.count, recognized.mentions[nextMention].range.start < sentence.range.end {
        if recognized.mentions[nextMention].range.start >= sentence.range.start { mentions.append(nextMention) }
        nextMention += 1
      }
      guard !mentions.isEmpty, Self.isRead(sentence.role), sentence.tokens.count <= 160 else { continue }
      let ids = lexicon.ids(of: sentence.tokens, in: document)
      guard ids.contains(where: lexicon.isTrigger),
        all || Self.namesTwoParties(mentions, in: recognized) || mayMeanEarlierOne(ids)
          || Self.mayMeanAnotherOne(mentions, in: recognized)
      else { continue }
      let words = words(of: recognized, sentence: index, mentions: mentions, ids: ids)
      let evidence = all ? nil : evidence(in: words, mentions, sentence: index, of: recognized)
      guard all || evidence.map({ hasFittingTrigger(words, $0) }) ?? false else { continue }
      cuts.append(
        CutSentence(
          sentence: index, mentions: mentions, words: words, evidence: evidence ?? SentenceEvidence()))
    }
    let shared = Shared(recognized)
    let parses = parse(document, cuts) { all || hasFittingTrigger($0, tags: $1, document: document) }
    for (cut, syntax) in zip(cuts, parses) {
      guard var syntax else { continue }
      tagTriggerVerbs(in: &syntax, words: cut.words, document: document)
      repair(&syntax, words: cut.words)
      splitClauses(in: &syntax, words: cut.words, document: document)
      visit(
        SentenceView(
          recognized: shared, lexicon: sharedLexicon, sentence: cut.sentence, words: cut.words, syntax: syntax,
          mentions: cut.mentions, articleDay: articleDay))
    }
  }

  /// A sentence to be parsed, cut into words.
  struct CutSentence {
    /// Index into `Document.sentences`.
    var sentence: Int
    var mentions: [Int]
    var words: [SentenceView.Word]
    var evidence: SentenceEvidence
  }

  /// The token behind words that only say where somebody is: `, left,` or `From left,` in a picture, `visiting` before a name.
  ///
  /// - Parameter ids: the words of the sentence's tokens.
  private func behindPlaceWords(_ document: Document, _ token: Int, in sentence: Range<Int>, _ ids: [WordID]) -> Int {
    func id(_ token: Int) -> WordID { sentence.contains(token) ? ids[token - sentence.lowerBound] : .unknown }
    func isMark(_ token: Int, _ marks: String) -> Bool {
      guard sentence.contains(token), document.tokens[token].range.count == 1 else { return false }
      return marks.utf8.contains(document.bytes[Int(document.tokens[token].start)])
    }
    // `told visiting Economy Minister Sigmar Gabriel`: who came, not what somebody does.
    if lexicon.roles(id(token)).contains(.epithet), takesName(id(token - 1)), sentence.contains(token + 1),
      document.tokens[token + 1].shape.contains(.capitalized)
    {
      return token + 1
    }
    guard lexicon.roles(id(token + 1)).contains(.captionPlace) else { return token }
    if isMark(token, ",("), isMark(token + 2, ",)") { return token + 3 }
    if token == sentence.lowerBound, id(token) == lexicon.prepositions.from, isMark(token + 2, ",:") {
      return token + 3
    }
    return token
  }

  /// The token with which the words begin that say of an outlet behind them what it is: `news site` in `told news site Galway
  /// Now`, `mass-circulation daily` in `the mass-circulation daily Bild`; the outlet's own token where there are none.
  ///
  /// They make one word with the name, for the parser takes the noun for an addressee of its own.
  private func startOfDescription(_ document: Document, _ name: Int, in sentence: Range<Int>, _ ids: [WordID]) -> Int {
    func roles(_ token: Int) -> ContactLexicon.GrammarRoles { lexicon.roles(ids[token - sentence.lowerBound]) }
    guard sentence.contains(name - 1), roles(name - 1).contains(.outletNoun),
      !document.tokens[name - 1].shape.contains(.capitalized)
    else { return name }
    var start = name - 1
    while sentence.contains(start - 1), name - start < 5, !document.tokens[start - 1].shape.contains(.capitalized),
      roles(start - 1).contains(.outletModifier) || isCompound(document, start - 1)
    {
      start -= 1
    }
    return start
  }

  /// The end of an outlet's name with the service behind it: `BBC Online`, `Sky News Radio`.
  private func endOfService(_ document: Document, _ end: Int, in sentence: Range<Int>, _ ids: [WordID]) -> Int {
    guard sentence.contains(end), document.tokens[end].shape.contains(.capitalized),
      !lexicon.roles(ids[end - sentence.lowerBound]).isDisjoint(with: [.outletName, .outletModifier])
    else { return end }
    return end + 1
  }

  /// `mass-circulation`, `left-leaning`.
  private func isCompound(_ document: Document, _ token: Int) -> Bool {
    let bytes = document.bytes[document.tokens[token].range.range]
    return bytes.count > 2 && bytes.dropFirst().dropLast().contains(UInt8(ascii: "-"))
  }

  /// A verb of contact or `with`.
  private func takesName(_ word: WordID) -> Bool {
    !lexicon.info(word).verbLemmas.isEmpty || word == lexicon.prepositions.with
  }

  /// Nothing but a dash without spaces stands between two names.
  private func isPair(_ document: Document, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
    let dash = first.upperBound
    guard second.lowerBound == dash + 1 else { return false }
    let token = document.tokens[dash]
    return token.range.count == 3 && document.tokens[dash - 1].end == token.start
      && document.tokens[dash + 1].start == token.end && document.text(token.range) == "\u{2013}"
  }

  private static func isRead(_ role: Region.Role) -> Bool {
    switch role {
    case .headline, .standfirst, .body, .caption: true
    case .date, .dateline, .byline, .footer: false
    }
  }

  /// Cuts a sentence into words, a name being one.
  private func words(
    of recognized: RecognizedDocument, sentence index: Int, mentions: [Int], ids: [WordID]
  ) -> [SentenceView.Word] {
    let document = recognized.document
    let sentence = document.sentences[index]
    var words: [SentenceView.Word] = []
    words.reserveCapacity(sentence.tokens.count)
    // A name is one word, its title included: `U.S. Secretary of State John Kerry`.
    var names: [(mention: Int, tokens: Range<Int>)] = []
    var described = Set<Int>()
    var nouns = Set<Int>()
    for index in mentions where recognized.mentions[index].form == .representative {
      let tokens = recognized.mentions[index].tokens
      if tokens.count > 1 { nouns.insert(tokens.upperBound - 1) }
    }
    for index in mentions where recognized.mentions[index].form == .name {
      let mention = recognized.mentions[index]
      guard !mention.tokens.isEmpty, sentence.tokens.contains(mention.tokens.lowerBound) else { continue }
      var start = mention.title.isEmpty ? mention.tokens.lowerBound : mention.title.lowerBound
      if let entity = mention.entities.first,
        recognized.entities[entity].kind == "outlet"
          || !recognized.entities[entity].isKnown && recognized.entities[entity].type == .organization
      {
        start = startOfDescription(document, start, in: sentence.tokens, ids)
        if start < mention.tokens.lowerBound { described.insert(index) }
      }
      var end = min(mention.tokens.upperBound, sentence.tokens.upperBound)
      if let entity = mention.entities.first, recognized.entities[entity].kind == "outlet" {
        end = endOfService(document, end, in: sentence.tokens, ids)
      }
      names.append((index, max(start, sentence.tokens.lowerBound)..<end))
    }
    names.sort { ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count) }
    var next = 0
    var token = sentence.tokens.lowerBound
    while token < sentence.tokens.upperBound {
      let behind = behindPlaceWords(document, token, in: sentence.tokens, ids)
      if behind > token {
        token = behind
        continue
      }
      while next < names.count, names[next].tokens.lowerBound < token { next += 1 }
      if next + 1 < names.count, names[next].tokens.lowerBound == token,
        isPair(document, names[next].tokens, names[next + 1].tokens)
      {
        // `the Biden–Putin call`: one word with two names in it, as with a hyphen.
        let tokens = token..<names[next + 1].tokens.upperBound
        let range = TextRange(
          Int(document.tokens[tokens.lowerBound].start), Int(document.tokens[tokens.upperBound - 1].end))
        words.append(.init(tokens: tokens, range: range, id: .unknown, name: -1))
        token = tokens.upperBound
      } else if next < names.count, names[next].tokens.lowerBound == token {
        let (mention, tokens) = names[next]
        let range = TextRange(
          Int(document.tokens[tokens.lowerBound].start), Int(document.tokens[tokens.upperBound - 1].end))
        // A name inside a longer token (`US-Russia`) leaves the token as it is.
        let isWhole =
          recognized.mentions[mention].range.end
          == Int(document.tokens[recognized.mentions[mention].tokens.upperBound - 1].end)
          && recognized.mentions[mention].range.start
            == Int(document.tokens[recognized.mentions[mention].tokens.lowerBound].start)
        let id = isWhole || tokens.count > 1 ? WordID.unknown : ids[token - sentence.tokens.lowerBound]
        words.append(
          .init(
            tokens: tokens, range: range, id: id, name: isWhole ? mention : -1,
            isDescribedOutlet: described.contains(mention)))
        token = tokens.upperBound
      } else {
        let id = ids[token - sentence.tokens.lowerBound]
        words.append(
          .init(
            tokens: token..<token + 1, range: document.tokens[token].range, id: id, name: -1,
            isRepresentative: nouns.contains(token)))
        token += 1
      }
    }
    return words
  }
}
