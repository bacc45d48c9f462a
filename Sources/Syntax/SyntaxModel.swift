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
  private nonisolated(unsafe) let mapping: UnsafeRawBufferPointer
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
  nonisolated(unsafe) let lexicon: Lexicon
  nonisolated(unsafe) let tagWeights: UnsafePointer<Int8>
  let tagMask: UInt32
  /// The parser's passes in their order.
  nonisolated(unsafe) let passes: [Pass]
  nonisolated(unsafe) let lemmas: LemmaTable

  /// The weights of one pass of the parser.
  struct Pass {
    let isBackward: Bool
    let arcs: UnsafePointer<Int8>
    let arcMask: UInt32
    let labels: UnsafePointer<Int8>
    let labelMask: UInt32
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
  public init(contentsOf url: URL) throws(SyntaxError) {
    let file = url.path
    let descriptor = open(file, O_RDONLY)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      if descriptor >= 0 { close(descriptor) }
      throw SyntaxError(
        code: .unreadable, file: file, message: "cannot be read; check that the file exists and may be read")
    }
    let size = Int(status.st_size)
    var address: UnsafeMutableRawPointer?
    if size > 0 {
      address = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0)
      if address == MAP_FAILED { address = nil }
    }
    close(descriptor)
    guard let address else {
      throw SyntaxError(
        code: size == 0 ? .notAModel : .unreadable, file: file,
        message: size == 0
          ? "is not a syntax model; give the file syntax.model that comes with this program"
          : "cannot be mapped into memory; free some memory and try again")
    }
    let bytes = UnsafeRawBufferPointer(start: address, count: size)
    let sections: [UnsafeRawBufferPointer]
    do throws(SyntaxError) {
      sections = try Self.sections(of: bytes, file: file)
    } catch {
      munmap(address, size)
      throw error
    }
    func section(_ s: ModelFormat.Section) -> UnsafeRawBufferPointer { sections[s.rawValue] }
    func table(_ s: ModelFormat.Section) -> UnsafePointer<Int8> {
      // Sections are never empty: `sections(of:file:)` checks it.
      UnsafePointer(
        UnsafeRawPointer(address).advanced(by: section(s).startOffset(in: bytes)).assumingMemoryBound(to: Int8.self))
    }
    let classes = section(.tagClasses)
    let tagClasses = stride(from: 0, to: classes.count - 1, by: 2).map { i in
      TagClass(tag: PartOfSpeech(rawValue: classes[i]) ?? .other, form: WordForm(rawValue: classes[i + 1]) ?? .none)
    }
    let relations = section(.labelClasses).map { Relation(rawValue: $0) ?? .dep }
    self.file = file
    self.mapping = bytes
    self.tagClasses = tagClasses
    self.relations = relations
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
    self.lexicon = Lexicon(slots: section(.lexicon).assumingMemoryBound(to: Lexicon.Entry.self))
    self.tagWeights = table(.tagWeights)
    self.tagMask = Self.mask(section(.tagWeights).count - Self.padding(classes: tagClasses.count))
    func pass(_ arcs: ModelFormat.Section, _ labels: ModelFormat.Section, isBackward: Bool) -> Pass {
      Pass(
        isBackward: isBackward, arcs: table(arcs), arcMask: Self.mask((section(arcs).count - RowScorer.block) / 3),
        labels: table(labels), labelMask: Self.mask(section(labels).count - Self.padding(classes: relations.count)))
    }
    self.passes = [
      pass(.firstArcWeights, .firstLabelWeights, isBackward: false),
      pass(.backwardArcWeights, .backwardLabelWeights, isBackward: true),
      pass(.lastArcWeights, .lastLabelWeights, isBackward: false),
    ]
    self.lemmas = LemmaTable(
      slots: section(.lemmaSlots).assumingMemoryBound(to: LemmaTable.Slot.self), text: section(.lemmaText))
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: mapping.baseAddress), mapping.count)
  }

  /// A parser with its own scratch space, for one thread at a time.
  public func makeParser() -> SyntaxParser {
    SyntaxParser(model: self)
  }

  /// Bytes behind a table of overlapping rows, so that the last row ends inside.
  package static func padding(classes: Int) -> Int {
    (classes + RowScorer.block - 1) / RowScorer.block * RowScorer.block
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

  private static func mask(_ count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: count - 1)
  }

  /// Checks header, checksum and the shape of every section.
  private static func sections(
    of bytes: UnsafeRawBufferPointer, file: String
  ) throws(SyntaxError) -> [UnsafeRawBufferPointer] {
    guard bytes.count >= ModelFormat.headerSize, bytes[0..<8].elementsEqual(ModelFormat.magic) else {
      throw SyntaxError(
        code: .notAModel, file: file,
        message: "is not a syntax model; give the file syntax.model that comes with this program")
    }
    func number(_ offset: Int) -> Int {
      Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
    }
    let version = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self).littleEndian
    guard version == ModelFormat.version else {
      throw SyntaxError(
        code: .otherVersion, file: file,
        message: "is a syntax model of format \(version) where this program reads format \(ModelFormat.version); "
          + "use the file that comes with this program")
    }
    guard number(16) == bytes.count else {
      throw SyntaxError(
        code: .damaged, file: file,
        message: "is damaged: it has \(bytes.count) bytes where its header says \(number(16)); copy it again")
    }
    let sum = bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self).littleEndian
    let kinds = ModelFormat.Section.allCases
    let damaged = SyntaxError(
      code: .damaged, file: file, message: "is damaged: its checksum is wrong; copy it again")
    let count = bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self).littleEndian
    guard sum == ModelFormat.checksum(UnsafeRawBufferPointer(rebasing: bytes[ModelFormat.headerSize...])),
      Int(count) == kinds.count, bytes.count >= ModelFormat.headerSize + kinds.count * 16
    else { throw damaged }
    var sections: [UnsafeRawBufferPointer] = []
    for kind in kinds {
      let offset = number(ModelFormat.headerSize + kind.rawValue * 16)
      let length = number(ModelFormat.headerSize + kind.rawValue * 16 + 8)
      guard offset >= 0, offset % 64 == 0, length > 0, length <= bytes.count, offset <= bytes.count - length else {
        throw damaged
      }
      sections.append(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length]))
    }
    func isPowerOfTwo(_ n: Int) -> Bool { n > 0 && n & (n - 1) == 0 }
    func length(_ kind: ModelFormat.Section) -> Int { sections[kind.rawValue].count }
    let tags = length(.tagClasses) / 2
    let labels = length(.labelClasses)
    guard length(.tagClasses) % 2 == 0, tags <= 250, labels <= 64,
      isPowerOfTwo(length(.lexicon) / 8), length(.lexicon) % 8 == 0,
      isPowerOfTwo(length(.tagWeights) - padding(classes: tags)),
      [.firstArcWeights, .backwardArcWeights, .lastArcWeights].allSatisfy({
        (length($0) - RowScorer.block) % 3 == 0 && isPowerOfTwo((length($0) - RowScorer.block) / 3)
      }),
      [.firstLabelWeights, .backwardLabelWeights, .lastLabelWeights].allSatisfy({
        isPowerOfTwo(length($0) - padding(classes: labels))
      }),
      isPowerOfTwo(length(.lemmaSlots) / 8), length(.lemmaSlots) % 8 == 0
    else { throw damaged }
    return sections
  }
}

extension UnsafeRawBufferPointer {
  /// Where this part of another buffer begins in it.
  fileprivate func startOffset(in whole: UnsafeRawBufferPointer) -> Int {
    guard let start = baseAddress, let first = whole.baseAddress else { return 0 }
    return start - first
  }
}
