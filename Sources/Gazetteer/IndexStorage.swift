import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The bytes of a compiled index, mapped from a file or built in memory; they never change.
///
/// Layout, little-endian: magic, version, number of sections, checksum of all that follows it, length of the file;
/// then offset and length of each section; then the sections, each at a multiple of 64 bytes.
final class IndexStorage: @unchecked Sendable {
  // Unchecked: the memory is written before the initializer returns and only read afterwards.
  let base: UnsafeRawPointer
  let length: Int
  private let mapped: Bool
  private let sections: [Range<Int>]

  enum Section: Int, CaseIterable {
    /// The sources: path, size, modification time, content hash.
    case manifest
    /// One `EntityRecord` an entity, in the order of ids.
    case records
    /// The cells of the entities, one after the other.
    case blob
    /// Kinds and languages, by line.
    case words
    /// `NameNode`s of names as written, and of names in capitals.
    case nodes, capitalNodes
    /// Bit filters of first tokens, and of the first bytes of lower-case names.
    case firsts, capitalFirsts, lowerFirsts
    case candidates
    /// Sorted keys `office/of` by line, the range of holders of each, and the holders.
    case officeKeys, officeRanges, officeHolders
    /// Country codes and entities.
    case countries
  }

  static let magic: UInt64 = 0x5A47_5945_4C52_4150  // "PARLEYGZ"
  static let version: UInt32 = 1
  static let headerSize = 32
  static var prefixSize: Int { headerSize + Section.allCases.count * 16 }

  /// Puts the sections one behind the other: for each `Section` its bytes and what writes them.
  init(sections parts: [(count: Int, write: (UnsafeMutableRawPointer) -> Void)]) {
    var place = Self.aligned(Self.prefixSize)
    var ranges: [Range<Int>] = []
    for part in parts {
      ranges.append(place..<place + part.count)
      place = Self.aligned(place + part.count)
    }
    let buffer = LargeMemory.zeroed(byteCount: place)
    let memory = buffer.baseAddress.unsafelyUnwrapped
    for (part, range) in zip(parts, ranges) { part.write(memory + range.lowerBound) }
    memory.storeBytes(of: Self.magic, toByteOffset: 0, as: UInt64.self)
    memory.storeBytes(of: Self.version, toByteOffset: 8, as: UInt32.self)
    memory.storeBytes(of: UInt32(parts.count), toByteOffset: 12, as: UInt32.self)
    memory.storeBytes(of: UInt64(place), toByteOffset: 24, as: UInt64.self)
    for (number, range) in ranges.enumerated() {
      let entry = Self.headerSize + number * 16
      memory.storeBytes(of: UInt64(range.lowerBound), toByteOffset: entry, as: UInt64.self)
      memory.storeBytes(of: UInt64(range.count), toByteOffset: entry + 8, as: UInt64.self)
    }
    base = UnsafeRawPointer(memory)
    length = place
    mapped = false
    sections = ranges
  }

  /// Maps a compiled file. Complexity: O(*n*) in its bytes, for the checksum.
  init(mapping url: URL) throws(GazetteerError) {
    func damaged(_ what: String) -> GazetteerError {
      GazetteerError("\(url.path): the compiled gazetteer \(what); compile it again with 'parley gazetteer compile'")
    }
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw GazetteerError(
        "\(url.path): the compiled gazetteer cannot be read; check that the file exists and may be read")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size >= Self.prefixSize else { throw damaged("is cut short") }
    let size = Int(status.st_size)
    guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE | Int32(MAP_POPULATE), descriptor, 0),
      memory != MAP_FAILED
    else {
      throw GazetteerError("\(url.path): the compiled gazetteer cannot be mapped into memory; free some memory")
    }
    let bytes = UnsafeRawPointer(memory)
    func refuse(_ what: String) -> GazetteerError {
      munmap(memory, size)
      return damaged(what)
    }
    guard bytes.load(as: UInt64.self) == Self.magic else { throw refuse("is none") }
    guard bytes.load(fromByteOffset: 8, as: UInt32.self) == Self.version else {
      throw refuse("was written by another version of parley")
    }
    guard bytes.load(fromByteOffset: 12, as: UInt32.self) == UInt32(Section.allCases.count),
      bytes.load(fromByteOffset: 24, as: UInt64.self) == UInt64(size)
    else { throw refuse("is cut short or damaged") }
    guard
      ContentHash.of(UnsafeRawBufferPointer(start: bytes + 24, count: size - 24))
        == bytes.load(fromByteOffset: 16, as: UInt64.self)
    else { throw refuse("is damaged") }
    var ranges: [Range<Int>] = []
    for number in Section.allCases.indices {
      let entry = Self.headerSize + number * 16
      let offset = bytes.load(fromByteOffset: entry, as: UInt64.self)
      let count = bytes.load(fromByteOffset: entry + 8, as: UInt64.self)
      guard offset <= UInt64(size), count <= UInt64(size) - offset, offset % 64 == 0 else { throw refuse("is damaged") }
      ranges.append(Int(offset)..<Int(offset + count))
    }
    base = bytes
    length = size
    mapped = true
    sections = ranges
  }

  deinit {
    if mapped {
      munmap(UnsafeMutableRawPointer(mutating: base), length)
    } else {
      LargeMemory.free(UnsafeMutableRawBufferPointer(mutating: UnsafeRawBufferPointer(start: base, count: length)))
    }
  }

  private static func aligned(_ place: Int) -> Int { (place + 63) & ~63 }

  /// The file's bytes with the checksum in place.
  func fileData() -> Data {
    var data = Data(bytes: base, count: length)
    let hash = ContentHash.of(UnsafeRawBufferPointer(start: base + 24, count: length - 24))
    withUnsafeBytes(of: hash.littleEndian) { data.replaceSubrange(16..<24, with: $0) }
    return data
  }

  func bytes(_ section: Section) -> UnsafeRawBufferPointer {
    let range = sections[section.rawValue]
    return UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// The number of values of a type that the section holds.
  @inline(__always) func count<T>(_ section: Section, of type: T.Type) -> Int {
    sections[section.rawValue].count / MemoryLayout<T>.stride
  }

  /// The value at `index`; the caller keeps to `count`.
  @inline(__always) subscript<T>(_ section: Section, _ type: T.Type, _ index: Int) -> T {
    (base + sections[section.rawValue].lowerBound).load(fromByteOffset: index * MemoryLayout<T>.stride, as: T.self)
  }
}
