/// What features read of one word, as hashes: computed once for each word of a sentence.
package struct WordAttributes {
  /// The word with quotes and dashes of one form and all digits `0`, case kept.
  package var exact: UInt32 = 0
  /// The same in lower case.
  package var lower: UInt32 = 0
  package var prefix1: UInt32 = 0
  package var prefix2: UInt32 = 0
  package var prefix3: UInt32 = 0
  package var prefix4: UInt32 = 0
  package var suffix1: UInt32 = 0
  package var suffix2: UInt32 = 0
  package var suffix3: UInt32 = 0
  package var suffix4: UInt32 = 0
  /// Runs of capitals, small letters, digits and other characters.
  package var shape: UInt32 = 0
  /// The tags that the word had in the treebank, as a number; for a word too rare to tell, from 1024 on what a dictionary
  /// says of it; 0 for an unknown word.
  package var ambiguity: UInt32 = 0
  /// What a dictionary says of the word, with the ending that was taken off to find it there; 0 for nothing.
  package var wordClass: UInt32 = 0
  /// What the parser reads: the word in lower case if it is frequent enough, else its shape, ending and class.
  package var lexical: UInt32 = 0
  /// The tag class of a word that has only one; 255 otherwise.
  package var onlyTag: UInt8 = 255
  /// Bit 0: begins with a capital. Bit 1: has a letter. Bit 2: several words in one. Bit 3: all capitals.
  package var flags: UInt8 = 0

  package init() {}
}
