/// The layout of a model file, all numbers little-endian.
///
/// ```
/// bytes  0..<8    "PARLEYSX"
/// bytes  8..<12   version of the format
/// bytes 12..<16   number of sections
/// bytes 16..<24   size of the file in bytes
/// bytes 24..<32   checksum of all bytes from 32
/// from 32         for each section its offset and its length in bytes, 8 bytes each
/// ```
///
/// Sections begin at multiples of 64 bytes, in the order of `Section`.
package enum ModelFormat {
  package static let magic = Array("PARLEYSX".utf8)
  package static let version: UInt32 = 4
  package static let headerSize = 32

  package enum Section: Int, CaseIterable {
    /// Two bytes for each tag class: the raw values of `PartOfSpeech` and `WordForm`.
    case tagClasses
    /// One byte for each label class: the raw value of `Relation`.
    case labelClasses
    /// `CoarseMargins`.
    case margins
    /// `Lexicon.Entry` slots.
    case lexicon
    /// Overlapping rows of signed bytes, of `CoarseFeatures` and of `TagFeatures`.
    case coarseTagWeights
    case tagWeights
    /// Rows of three bytes, for the first of the three passes of the parser: weights for left and right, and whose they are;
    /// of `CoarseFeatures` and of all features of an action.
    case firstCoarseArcWeights
    case firstArcWeights
    /// Overlapping rows of signed bytes, of `CoarseFeatures` and of `LabelFeatures`.
    case firstCoarseLabelWeights
    case firstLabelWeights
    /// The same four for the second pass, which reads from the end.
    case backwardCoarseArcWeights
    case backwardArcWeights
    case backwardCoarseLabelWeights
    case backwardLabelWeights
    /// The same four for the last pass.
    case lastCoarseArcWeights
    case lastArcWeights
    case lastCoarseLabelWeights
    case lastLabelWeights
    /// `LemmaTable` slots.
    case lemmaSlots
    /// The text of the lemma table.
    case lemmaText
  }

  /// The sections that stand in the file as `SparseBytes`.
  package static let sparse: Set<Section> = [.lexicon, .coarseTagWeights, .tagWeights]

  static let tagTables: [Section] = [.coarseTagWeights, .tagWeights]
  static let arcTables: [Section] = [
    .firstCoarseArcWeights, .firstArcWeights, .backwardCoarseArcWeights, .backwardArcWeights, .lastCoarseArcWeights,
    .lastArcWeights,
  ]
  static let labelTables: [Section] = [
    .firstCoarseLabelWeights, .firstLabelWeights, .backwardCoarseLabelWeights, .backwardLabelWeights,
    .lastCoarseLabelWeights, .lastLabelWeights,
  ]

  /// Bytes behind a table of overlapping rows, so that the last row ends inside.
  static func padding(classes: Int) -> Int {
    (classes + RowScorer.block - 1) / RowScorer.block * RowScorer.block
  }

  /// A checksum of 64 bits over eight bytes at a time in four lanes; told apart from cryptographic hashes, it finds
  /// accidents only. Complexity: O(*n*).
  package static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes = SIMD4<UInt64>(
      0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63)
    let whole = bytes.count / 32 * 32
    var i = 0
    while i < whole {
      let block = bytes.loadUnaligned(fromByteOffset: i, as: SIMD4<UInt64>.self)
      lanes = (lanes ^ block) &* 0x9FB2_1C65_1E98_DF25
      lanes ^= lanes &>> 32
      i += 32
    }
    var result = UInt64(bytes.count)
    for k in 0..<4 { result = ((result ^ lanes[k]) &* 0x9FB2_1C65_1E98_DF25) ^ (result >> 29) }
    while i < bytes.count {
      result = (result ^ UInt64(bytes[i])) &* 0x0000_0100_0000_01B3
      i += 1
    }
    return result ^ (result >> 31)
  }

  /// The bytes of a file with these sections, one for each case of `Section`.
  package static func file(sections: [[UInt8]]) -> [UInt8] {
    let sections = zip(Section.allCases, sections).map { sparse.contains($0) ? SparseBytes.packed($1) : $1 }
    var offsets: [(Int, Int)] = []
    var end = headerSize + sections.count * 16
    for section in sections {
      end = (end + 63) / 64 * 64
      offsets.append((end, section.count))
      end += section.count
    }
    var file = [UInt8](repeating: 0, count: end)
    func put<T: FixedWidthInteger>(_ value: T, at offset: Int) {
      for k in 0..<(T.bitWidth / 8) { file[offset + k] = UInt8(truncatingIfNeeded: value >> T(8 * k)) }
    }
    file.replaceSubrange(0..<8, with: magic)
    put(version, at: 8)
    put(UInt32(sections.count), at: 12)
    put(UInt64(end), at: 16)
    for (k, section) in sections.enumerated() {
      put(UInt64(offsets[k].0), at: headerSize + k * 16)
      put(UInt64(offsets[k].1), at: headerSize + k * 16 + 8)
      file.replaceSubrange(offsets[k].0..<offsets[k].0 + section.count, with: section)
    }
    let sum = file.withUnsafeBytes { checksum(UnsafeRawBufferPointer(rebasing: $0[headerSize...])) }
    put(sum, at: 24)
    return file
  }
}
