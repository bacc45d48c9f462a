import Foundation

/// A trained tagger, parser and lemmatizer: one file, mapped into memory and shared by all threads.
///
/// ```swift
/// let model = try SyntaxModel(contentsOf: url)
/// let parser = model.makeParser()  // one for each thread
/// let syntax = parser.parse(words: ["Kerry", "told", "Lavrov", "."])
/// // syntax.heads == [1, -1, 1, 1], syntax.relations == [.nsubj, .root, .obj, .punct]
/// model.lemma(of: "told", tag: .verb, form: .past)  // "tell"
/// ```
public final class SyntaxModel: Sendable {
  /// The file as the caller named it.
  public let file: String
  /// Keeps the memory that the tables point to.
  private nonisolated(unsafe) let content: ModelFile
  let tagClasses: [TagClass]
  let relations: [Relation]
  /// For each byte, whether it is the class of a finite verb.
  let isFinite: [Bool]
  /// The tag class of a name.
  let properNameClass: UInt8
  let pastTenseClass: UInt8
  let singularNounClass: UInt8
  let pluralNounClass: UInt8
  /// The tag class of a possessive's `'s`.
  let possessiveClass: UInt8
  package nonisolated(unsafe) let lexicon: Lexicon
  nonisolated(unsafe) let coarseTags: Table
  nonisolated(unsafe) let tags: Table
  /// By how much the coarse features must win a decision to make it.
  package let margins: CoarseMargins
  /// The parser's passes in their order.
  nonisolated(unsafe) let passes: [Pass]
  nonisolated(unsafe) let lemmas: LemmaTable

  /// Rows of weights.
  struct Table {
    let weights: UnsafePointer<Int8>
    /// The number of rows minus one.
    let mask: UInt32

    init(_ section: UnsafeRawBufferPointer, rows: Int) {
      guard let start = section.baseAddress else { preconditionFailure("sections are never empty") }
      weights = start.assumingMemoryBound(to: Int8.self)
      mask = UInt32(truncatingIfNeeded: rows - 1)
    }
  }

  /// The weights of one pass of the parser.
  struct Pass {
    let isBackward: Bool
    let coarseArcs: Table
    let arcs: Table
    let coarseLabels: Table
    let labels: Table
    /// By how much the coarse features must win a decision to make it, in sums of weights.
    let margins: (arc: Int32, label: Int32)
  }

  /// What a tag class stands for.
  package struct TagClass: Hashable, Sendable {
    package var tag: PartOfSpeech
    package var form: WordForm

    package init(tag: PartOfSpeech, form: WordForm) {
      self.tag = tag
      self.form = form
    }
  }

  /// Maps a model file and checks it.
  ///
  /// - Throws: `SyntaxError` if the file cannot be read, is no model, is of another version or damaged.
  /// Complexity: O(*n*) in the bytes of the file, for its checksum.
  public convenience init(contentsOf url: URL) throws(SyntaxError) {
    try self.init(contentsOf: url, margins: nil)
  }

  /// - Parameter margins: used instead of those of the file.
  package init(contentsOf url: URL, margins: CoarseMargins?) throws(SyntaxError) {
    let content = try ModelFile(contentsOf: url)
    let classes = content[.tagClasses]
    let tagClasses = stride(from: 0, to: classes.count - 1, by: 2).map { i in
      TagClass(tag: PartOfSpeech(rawValue: classes[i]) ?? .other, form: WordForm(rawValue: classes[i + 1]) ?? .none)
    }
    let margins = margins ?? CoarseMargins(bytes: content[.margins]) ?? .never
    let relations = content[.labelClasses].map { Relation(rawValue: $0) ?? .dep }
    self.file = url.path
    self.content = content
    self.tagClasses = tagClasses
    self.relations = relations
    self.margins = margins
    self.isFinite = Self.finite(tagClasses)
    self.properNameClass = UInt8(
      truncatingIfNeeded: tagClasses.firstIndex(of: TagClass(tag: .properNoun, form: .singular)) ?? 0)
    self.pastTenseClass = UInt8(
      truncatingIfNeeded: tagClasses.firstIndex(of: TagClass(tag: .verb, form: .past)) ?? 255)
    self.singularNounClass = UInt8(
      truncatingIfNeeded: tagClasses.firstIndex(of: TagClass(tag: .noun, form: .singular)) ?? 255)
    self.pluralNounClass = UInt8(
      truncatingIfNeeded: tagClasses.firstIndex(of: TagClass(tag: .noun, form: .plural)) ?? 255)
    self.possessiveClass = UInt8(
      truncatingIfNeeded: tagClasses.firstIndex(of: TagClass(tag: .particle, form: .possessive)) ?? 255)
    self.lexicon = Lexicon(slots: content[.lexicon].assumingMemoryBound(to: Lexicon.Entry.self))
    func rows(_ s: ModelFormat.Section, classes: Int) -> Table {
      Table(content[s], rows: content[s].count - ModelFormat.padding(classes: classes))
    }
    func arcs(_ s: ModelFormat.Section) -> Table {
      Table(content[s], rows: (content[s].count - RowScorer.block) / 3)
    }
    self.coarseTags = rows(.coarseTagWeights, classes: tagClasses.count)
    self.tags = rows(.tagWeights, classes: tagClasses.count)
    self.passes = [
      Pass(
        isBackward: false, coarseArcs: arcs(.firstCoarseArcWeights), arcs: arcs(.firstArcWeights),
        coarseLabels: rows(.firstCoarseLabelWeights, classes: relations.count),
        labels: rows(.firstLabelWeights, classes: relations.count),
        margins: (arc: margins.action(pass: 0), label: margins.label(pass: 0))),
      Pass(
        isBackward: true, coarseArcs: arcs(.backwardCoarseArcWeights), arcs: arcs(.backwardArcWeights),
        coarseLabels: rows(.backwardCoarseLabelWeights, classes: relations.count),
        labels: rows(.backwardLabelWeights, classes: relations.count),
        margins: (arc: margins.action(pass: 1), label: margins.label(pass: 1))),
      Pass(
        isBackward: false, coarseArcs: arcs(.lastCoarseArcWeights), arcs: arcs(.lastArcWeights),
        coarseLabels: rows(.lastCoarseLabelWeights, classes: relations.count),
        labels: rows(.lastLabelWeights, classes: relations.count),
        margins: (arc: margins.action(pass: 2), label: margins.label(pass: 2))),
    ]
    self.lemmas = LemmaTable(
      slots: content[.lemmaSlots].assumingMemoryBound(to: LemmaTable.Slot.self), text: content[.lemmaText])
  }

  /// A parser with its own scratch space, for one thread at a time.
  public func makeParser() -> SyntaxParser {
    makeParser(recordsDecisions: false)
  }

  /// - Parameter recordsDecisions: has the parser tell what its coarse features would have decided.
  package func makeParser(recordsDecisions: Bool) -> SyntaxParser {
    SyntaxParser(model: self, recordsDecisions: recordsDecisions)
  }

  /// For each byte, whether it is the class of a finite verb.
  package static func finite(_ classes: [TagClass]) -> [Bool] {
    (0..<256).map { i in
      guard i < classes.count else { return false }
      switch classes[i].form {
      case .past, .present, .presentThird, .modal: return true
      default: return false
      }
    }
  }
}
