/// The inflected form of a word, as far as English shows it: the part of the Penn Treebank tags that the universal tags lack.
public enum WordForm: UInt8, Hashable, Sendable, CaseIterable {
  /// No inflection that matters: adverbs, punctuation, plain adjectives.
  case none
  /// Infinitive, imperative, subjunctive: `meet` (VB).
  case base
  /// Finite present but for the third person singular: `they meet` (VBP).
  case present
  /// `meets` (VBZ).
  case presentThird
  /// Finite past: `met`, `told` (VBD).
  case past
  /// `has met`, `was told` (VBN).
  case pastParticiple
  /// `meeting` as a verb (VBG).
  case presentParticiple
  /// `will`, `could` (MD).
  case modal
  /// The `to` of an infinitive (TO).
  case infinitival
  /// Singular noun or name (NN, NNP).
  case singular
  /// Plural noun or name (NNS, NNPS).
  case plural
  /// `later` (JJR, RBR).
  case comparative
  /// `latest` (JJS, RBS).
  case superlative
  /// `his`, `'s`, `whose` (PRP$, POS, WP$).
  case possessive
  /// `who`, `which`, `when`: interrogative or relative (WP, WDT, WRB).
  case interrogative
}
