import TextModel

/// A title, office or word for a person's role, as `titles.tsv` and `offices.tsv` give it.
struct RoleTitle: Sendable {
  /// In lower case: `prime minister`.
  var text: String
  /// Coarse class: `head_of_state`, `minister`, `military`, `honorific`, …; empty for a phrase of `offices.tsv` alone.
  var category: String
  /// Classes of office that the title names, as in the gazetteer's roles: `president`, `foreign_minister`.
  var offices: [String]
  var gender: Gender
  var isPlural: Bool
  /// `Mr.`, `Dr.`: tells a person, no role.
  var isHonorific: Bool
  /// Speaks for somebody else.
  var isSpokesperson: Bool
  /// May be followed by a name: `President Obama`.
  var isBeforeName: Bool
  /// Country code or organization that the phrase itself names: `US` for `secretary of state`.
  var owner: String?
  /// Number of the last word in the lexicon, written out: `minister` of `foreign minister`, `general` of `Lt. Gen.`.
  var head: Int
}
