import Gazetteer
import TextModel

/// What is read to link the names of one article, and what they stand for; nothing of it changes.
///
/// One object: those who read it are then small values.
final class RecognitionContext {
  let document: Document
  let gazetteer: Gazetteer
  /// Today's country of each code.
  let states: [Gazetteer.CountryNumber: EntityIndex]
  let rules: RecognitionRules
  let numbers: GazetteerNumbers
  let words: [Word]
  /// For each sentence of the document the range of its words.
  let sentences: [Range<Int>]
  let titles: [TitleUse]
  let spans: [NameSpan]
  let explains: Bool
  /// The article's date as `RoleSpan.number` gives it; 0 where it is unknown.
  let date: Int32

  init(
    document: Document, recognizer: Recognizer, words: [Word], sentences: [Range<Int>], titles: [TitleUse],
    spans: [NameSpan], explains: Bool
  ) {
    self.document = document
    gazetteer = recognizer.gazetteer
    states = recognizer.states
    rules = recognizer.language
    numbers = recognizer.numbers
    self.words = words
    self.sentences = sentences
    self.titles = titles
    self.spans = spans
    self.explains = explains
    date = document.date.map(RoleSpan.number) ?? 0
  }
}
