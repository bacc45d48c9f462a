import ContactModel

/// How one verb or noun tells of a contact: one row of `contacts.tsv`.
struct ContactFrame: Sendable {
  enum Category: String, Sendable { case verb, noun }

  /// Where in the clause or noun phrase a party of the contact stands.
  enum Slot: Hashable, Sendable {
    /// The subject; of a passive verb the `by` phrase.
    case subject
    /// The direct object; of a passive verb the subject.
    case object
    case indirectObject
    /// The possessor: `Macron's call`.
    case possessor
    /// A modifier before the noun: `the US-Russia talks`.
    case modifier
    /// What the verb that governs the noun says of its own subject: `Macron held talks`.
    case governor
    /// The subject of a content clause: `demanded that Pakistan act`.
    case clauseSubject
    /// The parties of an event noun that is the verb's object: `hosted talks between A and B`.
    case event
    /// A phrase with this preposition.
    case preposition(WordID)
  }

  /// What must hold, or follows, beside the slots.
  struct Options: OptionSet, Sendable {
    let rawValue: UInt32
    /// Neither side addresses the other alone.
    static let mutual = Options(rawValue: 1 << 0)
    /// A plural subject suffices: `the two leaders met`.
    static let reciprocal = Options(rawValue: 1 << 1)
    /// Counts only with a content clause, infinitive or quotation: `ordered the army to withdraw`.
    static let clause = Options(rawValue: 1 << 2)
    /// Counts only without an object complement: `called him`, not `called him a liar`.
    static let noComplement = Options(rawValue: 1 << 3)
    /// The addressee must be a person: `received Putin`, not `received Paris`; `a visit to Castro`, not `to Cuba`.
    static let person = Options(rawValue: 1 << 4)
    /// The clause must hold a contact noun: `joined Kerry for talks`.
    static let forEvent = Options(rawValue: 1 << 5)
    /// The content clause must have no finite indicative: `insisted that Kyiv withdraw`.
    static let subjunctive = Options(rawValue: 1 << 6)
    /// An event in which people take part; its participants may come from the clause that governs it.
    static let event = Options(rawValue: 1 << 7)
    /// Careful readers differ: lower confidence.
    static let weak = Options(rawValue: 1 << 8)
    /// Only the plural of the noun tells of a contact: `contacts with`.
    static let plural = Options(rawValue: 1 << 9)
    /// Needs a quotation or content clause beside the addressee.
    static let quote = Options(rawValue: 1 << 10)
    /// Counts only without a direct object: `heard from Merkel`, not `heard songs from Cuba`.
    static let intransitive = Options(rawValue: 1 << 11)
    /// Counts only where the sentence before names the event: `Talks are due in Berlin. The ministers will participate.`
    static let elliptical = Options(rawValue: 1 << 12)
    /// The addressee must be a media outlet: `spoke on the BBC`, not `spoke on Iran`.
    static let outlet = Options(rawValue: 1 << 13)
    /// Counts only where somebody goes for it: `flew to Paris to see Macron`, not `saw Macron on television`.
    static let errand = Options(rawValue: 1 << 14)
  }

  var lemma: String
  var category: Category
  var kind: ContactKind
  var from: [Slot]
  var to: [Slot]
  var options: Options
  /// A particle of a verb, or preposition before a noun, that must be there: `sat down with`, `on the phone with`.
  var particle: WordID?
  /// Nouns of which one must be the direct object, as forms: `shook hands with`.
  var objects: [WordID]
  /// Lemmas of verbs of which one must govern a contact noun: `accepted the invitation`.
  var governors: [WordID] = []
  var cameo: String?
  var example: String?
  var counterexample: String?
  /// The line of the table.
  var line: Int
}
