/// What the caller knows of a word before it is tagged.
public enum WordHint: UInt8, Hashable, Sendable {
  case none
  /// A name, of one or several words (`Emmanuel Macron`), given as one unit: tagged as a proper noun.
  case properName
  /// A form that is nothing but the past tense of a verb: `wrote`, `shook`.
  case pastTense
  /// A common noun in the singular or plural, whatever verb its form could be: `states` in `EU states`.
  case singularNoun
  case pluralNoun
  /// The bare apostrophe of a possessive (`Gates' letter`), which is read as `'s`.
  case possessive
}
