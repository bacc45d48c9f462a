import ContactModel
import Foundation
import Recognition
import TestSupport
import Testing
import TextModel

@testable import ContactExtraction

/// A sentence that is passed over before it is parsed states no contact: the same is found when all are parsed.
///
/// The sentences are the examples of all frames, sentences made for all frames, and both with words exchanged at random.
struct RefusalTests {
  private static let parties = [
    "Angela Merkel", "Vladimir Putin", "Barack Obama", "John Kerry", "Iran", "France", "Moscow", "NATO",
    "the United Nations",
    "Reuters", "the BBC", "CNN", "the Harbour Courier", "Turkish officials", "a senior Pakistani official",
    "the official",
    "court officials", "the Russian foreign minister", "his German counterpart", "the ambassador", "the two leaders",
    "she",
    "they", "him", "reporters", "the newspaper El Faro", "the Lantern Trust", "the U.S.-led coalition", "US-Russia",
  ]

  private static let outlets = [
    "the Harbour Courier", "CNN", "Reuters", "the broadcaster Lantern TV", "Lantern Radio", "a Reuters reporter",
    "the newspaper El Faro", "news site Quay Today", "NATO television", "the European Commission website",
    "the Lantern website", "the weekly Beacon",
  ]

  private static let others = """
    to with from of by in on at for before between among involving about after that who whom which and or but as , . ; : " ”
    “ ( ) - – not never will would has had was were is be been being to to with and , the a his their visiting joint talks
    meeting interview letter calls said told asked met wants refused flew went came Monday yesterday officials minister
    spokesman ambassador court news agency television telephone 's ’ neither both each other themselves
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let verbPatterns = [
    "A PAST B.", "A PAST OBJ PREP B.", "A PAST PREP B on Monday.", "A PAST B PRT PREP B.",
    "A PAST PRT PREP B about Syria.",
    "B was PARTICIPLE by A.", "B was PARTICIPLE PREP A.", "OBJ was PARTICIPLE PREP B by A.", "A and B PAST.",
    "A and B PAST OBJ.", "A, who had PARTICIPLE PREP B, left Paris.", "A wants to BASE PREP B.", "A refused to BASE B.",
    "After GERUND PREP B, A left Paris.", "A flew to Geneva to BASE B.", "A said he would BASE B for talks.",
    "B, whom A PAST OBJ, agreed.", "“We are ready,” A PAST B.", "A PAST that B leave.", "A PAST B that it was late.",
    "A PAST B to leave.", "A THIRD OBJ PREP B", "A, B BASE in Vienna", "A photo shows A GERUND B.",
    "A PAST talks between B and A.",
    "A was asked to BASE OBJ PREP B and PAST B.", "A PAST in an interview with B.",
  ]
  private static let nounPatterns = [
    "A held NOUNS PREP B.", "A's NOUN PREP B was long.", "A said in a NOUN PREP B that it was late.",
    "The NOUN of A PREP B ended.",
    "A NOUN by A PREP B was read out.", "The NOUN between A and B ended.", "A B NOUN took place.", "A's NOUNS ended.",
    "A and B had a NOUN in Vienna.", "A NOUN from A PREP B arrived.", "NOUNS involving A and B went on.",
    "In a NOUN, A said B was late.", "A made a NOUN PREP B before the vote.", "The NOUN was chaired by A and B.",
    "A asked B for a NOUN PREP A.", "B received a NOUN from A.", "A, in Geneva for NOUNS PREP B, left.",
  ]

  /// Patterns of what only some frames find.
  private func ownPatterns(of frame: ContactFrame) -> [String] {
    var own: [String] = []
    if frame.options.contains(.outlet) {
      own += [
        "A PAST PREP OUTLET that it was late.", "A PAST PREP OUTLET.", "Angela Merkel PAST PREP NATO television.",
      ]
    }
    if frame.options.contains(.outlet) { own += ["A said in a NOUN PREP OUTLET.", "In an OUTLET NOUN A spoke."] }
    if frame.options.contains(.person) {
      own += ["A PAST PREP B, the chief of France.", "A PAST PREP leaders of NATO."]
    }
    if frame.options.contains(.errand) { own += ["A went to BASE B.", "A travelled to Geneva on Monday to BASE B."] }
    if frame.options.contains(.elliptical) {
      own += ["Talks are due in Berlin. A and B will BASE.", "A summit ended. A had PARTICIPLE PREP B."]
    }
    if frame.category == .noun, frame.particle != nil {
      own += ["A spoke PRT the NOUN PREP B.", "A was PRT a NOUN PREP B.", "A got B PRT the NOUN PREP A."]
    }
    if !frame.governors.isEmpty {
      own += ["A GOVERNOR B's NOUN.", "The NOUN by A was GOVERNOR by B.", "B GOVERNOR a NOUN PRT A."]
    }
    if frame.category == .noun, frame.options.contains(.clause) { own += ["A made a NOUN for B to leave."] }
    if frame.options.contains(.forEvent) { own += ["A PAST B for talks.", "A PAST B in a meeting with A."] }
    if frame.to.contains(.event) {
      own += [
        "A PAST a round between B and A.", "A PAST a second session of B with A.", "A PAST a dinner for B and A.",
      ]
    }
    if frame.options.contains(.event) {
      own += ["A met Angela Merkel. B also attended the NOUN.", "A took part in the NOUNS. He joined these NOUNS."]
    }
    if frame.category == .verb, frame.to.contains(.object) {
      own += ["A arrived with Angela Merkel. Vladimir Putin BASE PREP him.", "John Kerry flew to A to BASE him."]
    }
    if frame.kind == .invite { own += ["The French ambassador was PARTICIPLE to the Iranian Foreign Ministry."] }
    if frame.kind == .invite {
      own += ["A PAST the French ambassador.", "Iran PAST France's envoy PREP the ministry."]
    }
    if frame.options.contains(.reciprocal) {
      own += ["A, B BASE", "A and B, GERUND OBJ, left.", "Both BASE: A and B."]
    }
    return own
  }

  /// Sentences for a frame, parties and patterns drawn at random.
  private func sentences(
    for frame: ContactFrame, in lexicon: ContactLexicon, count: Int, _ random: inout SeededRandom
  ) -> [String] {
    let exceptions = lexicon.irregular[frame.lemma] ?? .init()
    let forms = Inflection(
      verb: frame.lemma, past: exceptions.past, participle: exceptions.participle, gerund: exceptions.gerund)
    let prepositions = (frame.to + frame.from).compactMap { slot in
      if case .preposition(let word) = slot { return lexicon.vocabulary.form(word) }
      return nil
    }
    let patterns = frame.category == .verb ? Self.verbPatterns : Self.nounPatterns
    let own = ownPatterns(of: frame)
    let drawn = (0..<count).compactMap { _ in patterns.randomElement(using: &random) } + own + own
    return drawn.map { pattern in
      pattern.split(separator: " ").map { piece in
        let mark = piece.last.map { ",.:”".contains($0) ? String($0) : "" } ?? ""
        let word = piece.dropLast(mark.count)
        let form: String? =
          switch word {
          case "A", "B": Self.parties.randomElement(using: &random)
          case "OUTLET": Self.outlets.randomElement(using: &random)
          case "A's": Self.parties.randomElement(using: &random).map { $0 + "'s" }
          case "PREP": prepositions.randomElement(using: &random)
          case "OBJ": frame.objects.randomElement(using: &random).map { lexicon.vocabulary.form($0) }
          case "GOVERNOR":
            frame.governors.randomElement(using: &random).map {
              Inflection(verb: lexicon.vocabulary.form($0)).participle[0]
            }
          case "PRT": frame.particle.map { lexicon.vocabulary.form($0) }
          case "PAST": forms.past.first
          case "PARTICIPLE": forms.participle.first
          case "BASE", "NOUN": frame.lemma
          case "THIRD": forms.singular3
          case "GERUND": forms.gerund
          case "NOUNS": Inflection.plural(noun: frame.lemma)
          default: String(word)
          }
        return (form ?? "the matter") + mark
      }.joined(separator: " ")
    }
  }

  /// The sentence with up to three words exchanged, left out, put in or moved, or with another sentence behind it.
  private func changed(_ sentence: String, _ other: String, _ random: inout SeededRandom) -> String {
    var words = sentence.split(separator: " ").map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &random) where words.count > 1 {
      let at = Int.random(in: 0..<words.count, using: &random)
      let word = (Bool.random(using: &random) ? Self.others : Self.parties).randomElement(using: &random) ?? ""
      switch Int.random(in: 0..<6, using: &random) {
      case 0, 1: words[at] = word
      case 2: words.insert(word, at: at)
      case 3: words.remove(at: at)
      case 4: words.swapAt(at, Int.random(in: 0..<words.count, using: &random))
      default:
        let joint = [", who", "and", "; earlier", ", while", "that", "to"].randomElement(using: &random) ?? ""
        words.removeLast()
        words.append(joint)
        words += other.split(separator: " ").map(String.init)
      }
    }
    return words.joined(separator: " ")
  }

  @Test func aRefusedSentenceStatesNoContact() throws {
    let language = try ShippedLanguage.shared.get()
    let lexicon = language.lexicon
    var random = SeededRandom(seed: 2016)
    var sentences: [String] = []
    for frame in lexicon.frames {
      sentences += self.sentences(for: frame, in: lexicon, count: 4, &random)
      // The marks of the parties, `{name:A}`, are no part of the example.
      sentences += [frame.example, frame.counterexample].compactMap { $0 }.map {
        String($0.filter { $0 != "{" }.replacing(":A}", with: "").replacing(":B}", with: ""))
      }
    }
    sentences.shuffle(using: &random)
    for index in sentences.indices {
      sentences.append(changed(sentences[index], sentences.randomElement(using: &random) ?? "", &random))
    }
    let extractor = language.makeExtractor()
    var found = 0
    for start in stride(from: 0, to: sentences.count, by: 12) {
      let text = sentences[start..<min(start + 12, sentences.count)].joined(separator: "\n\n")
      found += Self.check(language.recognize(text), extractor)
    }
    #expect(found > 1000)
  }

  /// Compares what is found with what is found when no sentence is refused, and tells how much that is.
  @discardableResult
  static func check(_ recognized: RecognizedDocument, _ extractor: ContactExtractor) -> Int {
    let found = extractor.found(in: recognized)
    let all = extractor.found(in: recognized, looksFirst: false)
    if found != all {
      for contact in all where !found.contains(contact) {
        let sentence = recognized.document.text(recognized.document.sentences[contact.sentence].range)
        Issue.record("refused, but states '\(contact.construction)': \(sentence)")
      }
      #expect(found == all)
    }
    return all.count
  }
}
