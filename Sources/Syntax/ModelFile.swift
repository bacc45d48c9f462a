import Foundation

/// A model file mapped into memory, its header, checksum and the shape of every section checked.
package final class ModelFile {
  private let mapping: UnsafeRawBufferPointer
  private var unpacked: [UnsafeMutableRawBufferPointer] = []
  private var sections: [UnsafeRawBufferPointer] = []

  /// - Throws: `SyntaxError` if the file cannot be read, is no model, is of another version or damaged.
  /// Complexity: O(*n*) in the bytes of the file, for its checksum.
  package init(contentsOf url: URL) throws(SyntaxError) {
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
    mapping = UnsafeRawBufferPointer(start: address, count: size)
    try check(file)
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: mapping.baseAddress), mapping.count)
    for buffer in unpacked { buffer.deallocate() }
  }

  /// The bytes of a section, never empty; valid as long as this file lives.
  package subscript(_ section: ModelFormat.Section) -> UnsafeRawBufferPointer { sections[section.rawValue] }

  /// Checks header, checksum and the shape of every section, and unpacks those that stand without their zeros.
  private func check(_ file: String) throws(SyntaxError) {
    let bytes = mapping
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
    for kind in kinds {
      let offset = number(ModelFormat.headerSize + kind.rawValue * 16)
      let length = number(ModelFormat.headerSize + kind.rawValue * 16 + 8)
      guard offset >= 0, offset % 64 == 0, length > 0, length <= bytes.count, offset <= bytes.count - length else {
        throw damaged
      }
      var section = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
      if ModelFormat.sparse.contains(kind) {
        guard let whole = SparseBytes.unpacked(section) else { throw damaged }
        unpacked.append(whole)
        section = UnsafeRawBufferPointer(whole)
      }
      sections.append(section)
    }
    guard hasShape else { throw damaged }
  }

  /// Tables have powers of two rows and what stands behind them.
  private var hasShape: Bool {
    func isPowerOfTwo(_ n: Int) -> Bool { n > 0 && n & (n - 1) == 0 }
    func length(_ kind: ModelFormat.Section) -> Int { self[kind].count }
    let tags = length(.tagClasses) / 2
    let labels = length(.labelClasses)
    return length(.tagClasses) % 2 == 0 && tags <= 250 && labels <= 64 && length(.margins) == CoarseMargins.kinds * 4
      && [.lexicon, .lemmaSlots].allSatisfy { length($0) % 8 == 0 && isPowerOfTwo(length($0) / 8) }
      && ModelFormat.tagTables.allSatisfy { isPowerOfTwo(length($0) - ModelFormat.padding(classes: tags)) }
      && ModelFormat.labelTables.allSatisfy { isPowerOfTwo(length($0) - ModelFormat.padding(classes: labels)) }
      && ModelFormat.arcTables.allSatisfy {
        (length($0) - RowScorer.block) % 3 == 0 && isPowerOfTwo((length($0) - RowScorer.block) / 3)
      }
  }
}
