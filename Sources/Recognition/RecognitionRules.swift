import DataTables
import Foundation
import TextModel

/// What the recognizer knows of a language: words that stand beside names, titles and offices, names of persons, words for
/// representatives, metonyms.
///
/// Read from a folder such as `Gazetteers/en`, all of it data that a person edits.
public struct RecognitionRules: Sendable {
  var lexicon = Lexicon()
  /// Titles and offices; the values of `titlePhrases` are indexes into it.
  var titles: [RoleTitle] = []
  var titlePhrases = PhraseTable()
  /// Nouns for unnamed representatives, singular and plural.
  /// Their value is 1 where, without a country beside them, they are of the government of the place.
  var representativePhrases = PhraseTable()
  /// Nouns for unnamed people who stand for nobody, of two words and more: `business leaders`.
  var publicPhrases = PhraseTable()
  /// Numbers of words that make an outlet's name only of the name of a place: `American` in `the Odessa American`.
  var localOutletHeads: Set<Int32> = []
  /// Kinds of organizations that are part of a state, so that careful readers accept the country in their place.
  var stateKinds: Set<String> = []
  /// Offices that one person holds at a time.
  var soleOffices: Set<String> = []
  /// Names of institutions that every country has.
  var institutions: [String: Institution] = [:]
  var metonyms: [String: Metonym] = [:]
  /// By the noun's number in the lexicon.
  var anaphors = AnaphorTable()

  /// An institution that every country has: `Defense Ministry`.
  struct Institution: Sendable {
    var kind: String
    /// Id of the one that is meant where the article names no country; empty for none.
    var fallback: String
  }

  /// A place or seat that stands for a government or organization.
  struct Metonym: Sendable {
    var standsFor: String
    var country: String
    /// The reading needs more than a verb beside it.
    var isAmbiguous: Bool
  }

  /// A noun that takes up a party named before: `the group`, `the two leaders`.
  struct Anaphor: Sendable {
    var types: TypeSet
    var isPlural: Bool
    /// How many parties a word that counts takes up: 4 for `four`.
    var count: Int?
    var gender: Gender
    /// Words of which the name of the party must hold one; none asked where it is empty.
    var heads: [String]
    /// Kinds of the gazetteer that fit where no head does.
    var kinds: [String]
  }

  /// Reads the rules of a language.
  ///
  /// - Parameter folder: the language's folder, such as `Gazetteers/en`.
  /// - Throws: `DataFaults` with the faults of all files. Complexity: O(*n*) in the bytes of the files.
  public init(folder: URL) throws(DataFaults) {
    var faults: [DataFault] = []
    var builder = RulesBuilder()
    for file in RulesBuilder.File.allCases {
      do {
        try builder.read(file, in: folder)
      } catch {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
    self = builder.rules()
  }

  init() {}
}
