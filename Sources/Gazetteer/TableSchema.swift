import DataTables
import Foundation

/// The columns of each table beside the entity files: every file of a gazetteer folder is an entity file or in this list.
public struct TableSchema: Sendable {
  /// The file's name in a folder beside the entity files: a language (`Gazetteers/en`), or `import`.
  public let file: String
  public let required: [String]
  public let optional: [String]

  init(_ file: String, _ required: String, optional: String = "") {
    self.file = file
    self.required = required.split(separator: " ").map(String.init)
    self.optional = optional.split(separator: " ").map(String.init)
  }

  /// The tables of a language folder, and of the folder `import`.
  public static let language: [TableSchema] = [
    TableSchema("abbreviations.tsv", "abbreviation ends_sentence", optional: "meaning"),
    TableSchema("anaphors.tsv", "noun types number", optional: "gender heads kinds"),
    TableSchema("common-words.tsv", "surface policy", optional: "reason source"),
    TableSchema("contacts.tsv", "lemma pos kind from to", optional: "options cameo example counter"),
    TableSchema("dictionary.tsv", "word classes"),
    TableSchema("event-verbs.tsv", "verb role modality"),
    TableSchema("given-names.tsv", "name", optional: "gender countries source"),
    TableSchema("grammar.tsv", "word role"),
    TableSchema("institutions.tsv", "surface kind", optional: "default"),
    TableSchema("irregular-forms.tsv", "form lemma tag"),
    TableSchema("irregular-verbs.tsv", "verb past participle", optional: "gerund"),
    TableSchema("layout.tsv", "cue phrase", optional: "value"),
    TableSchema("metonyms.tsv", "surface stands_for", optional: "country condition source"),
    TableSchema("modality.tsv", "lemma pos effect"),
    TableSchema("office-classes.tsv", "name class"),
    TableSchema("office-owners.tsv", "phrase of"),
    TableSchema("offices.tsv", "phrase offices", optional: "gender plural source"),
    TableSchema("organization-heads.tsv", "head", optional: "kind position example"),
    TableSchema("person-nouns.tsv", "noun", optional: "gender plural source"),
    TableSchema("publics.tsv", "noun", optional: "plural number example type"),
    TableSchema("representatives.tsv", "noun", optional: "plural place"),
    TableSchema("surnames.tsv", "name", optional: "countries source"),
    TableSchema("time-words.tsv", "word role value"),
    TableSchema("titles.tsv", "title category", optional: "position gender plural head source"),
    TableSchema("vocabulary.tsv", "word tags"),
    TableSchema("wikidata-classes.tsv", "class type", optional: "kind label"),
    TableSchema("word-classes.tsv", "word classes"),
  ]

  static func named(_ file: String) -> TableSchema? { language.first { $0.file == file } }

  /// Every fault of a table: of its form, its columns, and lines without a required value at their start.
  func faults(bytes: [UInt8], file: String) -> [DataFault] {
    do throws(DataFaults) {
      let table = try DataTable(bytes: bytes, file: file, required: required, optional: optional)
      guard let key = required.first else { return [] }
      return table.rows.filter { $0[key] == nil }.map { table.fault($0, "lacks a value in the column '\(key)'") }
    } catch {
      return error.faults
    }
  }
}
