import ContactModel
import DataTables
import Foundation
import Syntax
import TextModel

/// The words by which articles tell of contacts: frames of verbs and nouns, verbs that carry a contact noun, words of
/// modality and of grammar. Everything is read from tables of the language's folder.
public struct ContactLexicon: Sendable {
  /// What the subject of a verb is to the contact noun that the verb governs.
  enum EventRole: String, Sendable {
    case participant
    /// Takes part and receives the others.
    case host
    /// Brings others together without being one of them.
    case third
  }
  struct EventVerb: Sendable {
    var role: EventRole
    var modality: Modality
  }
  /// What a governing word says of what it governs.
  enum ModalEffect: String, Sendable {
    case planned, negated, uncertain
    /// Planned where the sentence reports (`said he would meet`), else uncertain.
    case would
  }
  struct GrammarRoles: OptionSet, Sendable {
    let rawValue: UInt64
    static let negation = GrammarRoles(rawValue: 1 << 0)
    static let futureAdjective = GrammarRoles(rawValue: 1 << 1)
    static let uncertainAdjective = GrammarRoles(rawValue: 1 << 2)
    static let negatedAdjective = GrammarRoles(rawValue: 1 << 3)
    static let phone = GrammarRoles(rawValue: 1 << 4)
    static let written = GrammarRoles(rawValue: 1 << 5)
    static let relative = GrammarRoles(rawValue: 1 << 6)
    static let outletNoun = GrammarRoles(rawValue: 1 << 7)
    static let standingFor = GrammarRoles(rawValue: 1 << 8)
    static let counterpart = GrammarRoles(rawValue: 1 << 9)
    static let reciprocal = GrammarRoles(rawValue: 1 << 10)
    static let mutualAdjective = GrammarRoles(rawValue: 1 << 11)
    static let unnamedPublic = GrammarRoles(rawValue: 1 << 12)
    static let topic = GrammarRoles(rawValue: 1 << 13)
    static let venue = GrammarRoles(rawValue: 1 << 14)
    static let including = GrammarRoles(rawValue: 1 << 15)
    static let collective = GrammarRoles(rawValue: 1 << 16)
    static let personalPronoun = GrammarRoles(rawValue: 1 << 17)
    static let neuterPronoun = GrammarRoles(rawValue: 1 << 18)
    static let partOf = GrammarRoles(rawValue: 1 << 19)
    static let captionPlace = GrammarRoles(rawValue: 1 << 20)
    static let malePronoun = GrammarRoles(rawValue: 1 << 21)
    static let femalePronoun = GrammarRoles(rawValue: 1 << 22)
    static let subordinator = GrammarRoles(rawValue: 1 << 23)
    static let outletName = GrammarRoles(rawValue: 1 << 24)
    /// Stands before the noun that says what kind of outlet a name is: `local` in `the local broadcaster`.
    static let outletModifier = GrammarRoles(rawValue: 1 << 28)
    /// Verbs of going somewhere: `flew`.
    static let motion = GrammarRoles(rawValue: 1 << 32)
    /// Bodies whose unnamed people may stand for one that was named: `court officials`.
    static let body = GrammarRoles(rawValue: 1 << 31)
    /// People who work for an outlet: `reporters`.
    static let journalist = GrammarRoles(rawValue: 1 << 33)
    /// People who are sent to another country: `ambassador`.
    static let envoy = GrammarRoles(rawValue: 1 << 35)
    /// What is written by somebody and tells others something: `resolution`, `report`.
    static let document = GrammarRoles(rawValue: 1 << 34)
    /// What an outlet brings out: `edition`, `programme`.
    static let outletWork = GrammarRoles(rawValue: 1 << 29)
    /// Stands before a name and says only that its bearer came: `visiting`.
    static let epithet = GrammarRoles(rawValue: 1 << 26)
    /// Participles that name who leads a group: `led by`.
    static let leading = GrammarRoles(rawValue: 1 << 27)
    /// Of a part of a country: `local officials` do not speak for it.
    static let local = GrammarRoles(rawValue: 1 << 25)
    /// What people are by their work: `attaché`, `general`.
    static let office = GrammarRoles(rawValue: 1 << 43)
    /// `was`, `were`: an auxiliary, or a verb of its own.
    static let copula = GrammarRoles(rawValue: 1 << 36)
    /// Verbs of taking part in what others hold: `attended`.
    static let attending = GrammarRoles(rawValue: 1 << 38)
    /// People who hold to a party or a faith: `Republicans`.
    static let adherents = GrammarRoles(rawValue: 1 << 42)
    /// Stands before `with`: `along`, `together`.
    static let accompanying = GrammarRoles(rawValue: 1 << 41)
    /// `this`, `these`.
    static let demonstrative = GrammarRoles(rawValue: 1 << 40)
    /// Verbs of having somebody go somewhere: `sent`.
    static let sending = GrammarRoles(rawValue: 1 << 39)
    /// Each one apart from the others: `separately`.
    static let distributive = GrammarRoles(rawValue: 1 << 37)
    /// Only the past tense of an irregular verb: `wrote`, not `told` (also a participle) or `read`.
    static let pastTense = GrammarRoles(rawValue: 1 << 30)
  }
  /// Forms of a verb that do not follow the rules of spelling.
  struct IrregularVerb: Sendable {
    var past: [String] = []
    var participle: [String] = []
    var gerund: String?
  }
  /// What a word says in a date, with its value as `time-words.tsv` gives it.
  struct TimeWord: Hashable, Sendable {
    enum Role: String, Sendable { case weekday, month, day, unit, relative, direction, number, span }
    var role: Role
    var value: Int
  }
  /// What the tables know of one word form.
  struct FormInfo: Sendable {
    /// Lemmas of which the form can be a verb form or noun form.
    var verbLemmas: [WordID] = []
    var nounLemmas: [WordID] = []
    var isPlural = false
    var roles: GrammarRoles = []
    var time: TimeWord?
    /// Some frame belongs to a lemma of the form.
    var isTrigger = false
    /// The frames of all lemmas, those with an event first: `hosted talks between A and B` before `hosted A`.
    var verbFrames: [Int] = []
    var nounFrames: [Int] = []
    /// The bits of the form, and of the verbs that it is a form of, where frames ask for them.
    var asked = AskedWords()
    /// Some noun of the form means an event.
    var isEvent = false

    /// The frames that a word of this form can have by its tag.
    func frames(taggedAs tag: PartOfSpeech) -> [Int] {
      switch tag {
      // `talks` is tagged as a noun also where a caption has it as the verb: `Obama talks to Merkel`.
      case .noun, .properNoun: nounLemmas.isEmpty ? verbFrames : nounFrames
      // `made an appeal to`: a noun taken for an adjective.
      case .adjective: nounFrames
      case .adposition: []
      default: verbFrames
      }
    }
  }

  /// A form of a verb that has events as its object or subject: `held`, `hosted`.
  func isEventVerb(_ id: WordID) -> Bool { info(id).verbLemmas.contains { eventVerbs[$0] != nil } }

  var vocabulary = Vocabulary()
  var frames: [ContactFrame] = []
  /// For each frame what a sentence must hold for it.
  var conditions: [FrameCondition] = []
  var verbFrames: [WordID: [Int]] = [:]
  var nounFrames: [WordID: [Int]] = [:]
  var eventVerbs: [WordID: EventVerb] = [:]
  /// By their verb those that have a particle: `call off`.
  var phrasalEventVerbs: [WordID: [(particle: WordID, event: EventVerb)]] = [:]
  var modalVerbs: [WordID: ModalEffect] = [:]
  var modalAdjectives: [WordID: ModalEffect] = [:]
  var modalNouns: [WordID: ModalEffect] = [:]
  var modals: [WordID: ModalEffect] = [:]
  var marks: [WordID: ModalEffect] = [:]
  /// For each noun the words with which it means unnamed people who stand for nobody: `business` before `leaders`.
  var publicPairs: [WordID: [WordID]] = [:]
  var infos: [FormInfo] = []
  var irregular: [String: IrregularVerb] = [:]
  let prepositions: KnownWords

  /// Function words that the rules of syntax name.
  struct KnownWords: Sendable {
    var by = WordID.unknown
    var with = WordID.unknown
    var to = WordID.unknown
    var between = WordID.unknown
    var among = WordID.unknown
    var of = WordID.unknown
    var from = WordID.unknown
    var inside = WordID.unknown
    var on = WordID.unknown
    var at = WordID.unknown
    var be = WordID.unknown
    var have = WordID.unknown
    var hold = WordID.unknown
    var that = WordID.unknown
    var and = WordID.unknown
    var forWord = WordID.unknown
    var the = WordID.unknown
    var according = WordID.unknown
    var asWord = WordID.unknown
    var involving = WordID.unknown
  }

  /// Reads the tables of a language folder (`Gazetteers/en`).
  ///
  /// - Throws: `DataFaults` with every fault of every table.
  public init(folder: URL) throws(DataFaults) {
    var faults: [DataFault] = []
    func table(_ name: String, _ required: [String], _ optional: [String] = []) -> DataTable? {
      do {
        return try DataTable(contentsOf: folder.appendingPathComponent(name), required: required, optional: optional)
      } catch {
        faults += error.faults
        return nil
      }
    }
    let irregularTable = table("irregular-verbs.tsv", ["verb", "past", "participle"], ["gerund"])
    let contactTable = table(
      "contacts.tsv", ["lemma", "pos", "kind", "from", "to"], ["options", "cameo", "example", "counter"])
    let eventTable = table("event-verbs.tsv", ["verb", "role", "modality"])
    let modalityTable = table("modality.tsv", ["lemma", "pos", "effect"])
    let grammarTable = table("grammar.tsv", ["word", "role"])
    let timeTable = table("time-words.tsv", ["word", "role", "value"])
    let publicsTable = table("publics.tsv", ["noun"], ["plural"])

    var words = KnownWords()
    var vocabulary = Vocabulary()
    words.by = vocabulary.intern("by")
    words.with = vocabulary.intern("with")
    words.to = vocabulary.intern("to")
    words.between = vocabulary.intern("between")
    words.among = vocabulary.intern("among")
    words.of = vocabulary.intern("of")
    words.from = vocabulary.intern("from")
    words.inside = vocabulary.intern("in")
    words.on = vocabulary.intern("on")
    words.at = vocabulary.intern("at")
    words.be = vocabulary.intern("be")
    words.have = vocabulary.intern("have")
    words.hold = vocabulary.intern("hold")
    words.that = vocabulary.intern("that")
    words.and = vocabulary.intern("and")
    words.forWord = vocabulary.intern("for")
    words.the = vocabulary.intern("the")
    words.according = vocabulary.intern("according")
    words.asWord = vocabulary.intern("as")
    words.involving = vocabulary.intern("involving")
    self.prepositions = words
    self.vocabulary = vocabulary

    for row in irregularTable?.rows ?? [] {
      guard let verb = row["verb"] else { continue }
      irregular[verb] = IrregularVerb(
        past: row.values("past"), participle: row.values("participle"), gerund: row["gerund"])
      // `did` and `had` are rather auxiliaries.
      for form in row.values("past") where form != verb && !form.hasSuffix("ed") && verb != "do" && verb != "have" {
        if verb == "be" {
          setRole(form, .copula)
          continue
        }
        if !row.values("participle").contains(form) { setRole(form, .pastTense) }
      }
    }
    addVerbForms("have", also: ["has", "'ve"])
    addVerbForms("be", also: ["am", "is", "are", "'s", "'re", "being"])
    if let contactTable { readFrames(contactTable, faults: &faults) }
    if let eventTable { readEventVerbs(eventTable, faults: &faults) }
    if let modalityTable { readModality(modalityTable, faults: &faults) }
    if let grammarTable { readGrammar(grammarTable, faults: &faults) }
    if let timeTable { readTimeWords(timeTable, faults: &faults) }
    for row in publicsTable?.rows ?? [] {
      for noun in [row["noun"], row["plural"]].compactMap({ $0 }) {
        let words = noun.split(separator: " ").map { self.vocabulary.intern(String($0)) }
        if words.count == 2 { publicPairs[words[1], default: []].append(words[0]) }
        if words.count == 1 { setRole(noun, .unnamedPublic) }
      }
    }
    while infos.count < self.vocabulary.forms.count { infos.append(FormInfo()) }
    // `called Putin in` before `called Putin`: the closer description goes first.
    for (lemma, rows) in verbFrames {
      verbFrames[lemma] = rows.filter { frames[$0].particle != nil } + rows.filter { frames[$0].particle == nil }
    }
    for index in infos.indices {
      let info = infos[index]
      infos[index].isTrigger =
        info.verbLemmas.contains { verbFrames[$0] != nil } || info.nounLemmas.contains { nounFrames[$0] != nil }
      infos[index].verbFrames = eventsFirst(info.verbLemmas.flatMap { verbFrames[$0] ?? [] })
      infos[index].nounFrames = eventsFirst(info.nounLemmas.flatMap { nounFrames[$0] ?? [] })
      infos[index].isEvent = infos[index].nounFrames.contains { frames[$0].options.contains(.event) }
    }
    setConditions()
    guard faults.isEmpty else { throw DataFaults(faults) }
  }

  /// Works out for each frame what a sentence must hold, and gives a bit to each word or verb that is asked for.
  private mutating func setConditions() {
    var words: [WordID: AskedWords] = [:]
    var verbs: [WordID: AskedWords] = [:]
    var next = 0
    func bits(_ asked: [WordID], in known: inout [WordID: AskedWords]) -> AskedWords {
      asked.reduce(into: AskedWords()) { result, word in
        if known[word] == nil {
          known[word] = AskedWords(number: next)
          next += 1
        }
        result.formUnion(known[word] ?? AskedWords())
      }
    }
    conditions = frames.map { frame in
      FrameCondition(
        frame, namesAll: { NounRule.namesAll($0, in: prepositions) }, asked: { bits($0, in: &words) },
        askedVerbs: { bits($0, in: &verbs) })
    }
    for (word, bit) in words { info(of: vocabulary.form(word)) { $0.asked.formUnion(bit) } }
    for index in infos.indices {
      for lemma in infos[index].verbLemmas { infos[index].asked.formUnion(verbs[lemma] ?? AskedWords()) }
    }
  }

  /// What the tables know of a form.
  func info(_ word: WordID) -> FormInfo {
    word.isKnown && Int(word.index) < infos.count ? infos[Int(word.index)] : FormInfo()
  }

  private func eventsFirst(_ indexes: [Int]) -> [Int] {
    indexes.filter { frames[$0].to.contains(.event) } + indexes.filter { !frames[$0].to.contains(.event) }
  }

  /// What the word says in a date.
  func time(_ word: WordID) -> TimeWord? {
    word.isKnown && Int(word.index) < infos.count ? infos[Int(word.index)].time : nil
  }

  func roles(_ word: WordID) -> GrammarRoles {
    word.isKnown && Int(word.index) < infos.count ? infos[Int(word.index)].roles : []
  }

  /// Some frame of a trigger word can find a contact in a sentence that holds this, whatever its arcs.
  ///
  /// - Parameter tag: the word's part of speech, where it is known.
  func canFit(_ trigger: WordID, taggedAs tag: PartOfSpeech?, _ evidence: SentenceEvidence) -> Bool {
    let index = Int(trigger.index)
    func canFit(_ frames: [Int]) -> Bool {
      frames.contains { conditions[$0].isMet(by: evidence, isPlural: infos[index].isPlural) }
    }
    if let tag { return canFit(infos[index].frames(taggedAs: tag)) }
    return canFit(infos[index].verbFrames) || canFit(infos[index].nounFrames)
  }

  /// The words of a document's tokens, each as the tables know it.
  func ids(of tokens: Range<Int>, in document: Document) -> [WordID] {
    document.bytes.withUnsafeBufferPointer { bytes in
      tokens.map { vocabulary.lookup(UnsafeBufferPointer(rebasing: bytes[document.tokens[$0].range.range])) }
    }
  }

  /// The word is a noun that means an event in which people take part: `talks`.
  func isEvent(_ word: WordID) -> Bool {
    word.isKnown && Int(word.index) < infos.count && infos[Int(word.index)].isEvent
  }

  /// A form that can be noun and verb is a verb before this preposition: verb frames have it as a slot, noun frames do not.
  func isVerb(_ form: WordID, before preposition: WordID) -> Bool {
    let info = info(form)
    func takes(_ frames: [Int]?) -> Bool {
      frames?.contains { index in
        (self.frames[index].to + self.frames[index].from).contains(.preposition(preposition))
      } ?? false
    }
    return info.verbLemmas.contains { takes(verbFrames[$0]) } && !info.nounLemmas.contains { takes(nounFrames[$0]) }
  }

  func isTrigger(_ word: WordID) -> Bool {
    word.isKnown && Int(word.index) < infos.count && infos[Int(word.index)].isTrigger
  }

  mutating func info(of form: String, _ change: (inout FormInfo) -> Void) {
    let id = Int(vocabulary.intern(form).index)
    while infos.count < vocabulary.forms.count { infos.append(FormInfo()) }
    change(&infos[id])
  }

  mutating func setRole(_ word: String, _ role: GrammarRoles) {
    info(of: word) { $0.roles.insert(role) }
  }

  mutating func addVerbForms(_ lemma: String, also: [String] = []) {
    let id = vocabulary.intern(lemma)
    let exceptions = irregular[lemma] ?? IrregularVerb()
    let forms = Inflection(
      verb: lemma, past: exceptions.past, participle: exceptions.participle, gerund: exceptions.gerund)
    let all = [lemma, forms.singular3, forms.gerund] + forms.past + forms.participle + also
    for form in Set(all).sorted() {
      info(of: form) { if !$0.verbLemmas.contains(id) { $0.verbLemmas.append(id) } }
    }
  }

  mutating func addNounForms(_ lemma: String) {
    let id = vocabulary.intern(lemma)
    info(of: lemma) { if !$0.nounLemmas.contains(id) { $0.nounLemmas.append(id) } }
    info(of: Inflection.plural(noun: lemma)) {
      if !$0.nounLemmas.contains(id) { $0.nounLemmas.append(id) }
      $0.isPlural = true
    }
  }
}
