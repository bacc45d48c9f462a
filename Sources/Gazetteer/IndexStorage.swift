import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The bytes of a compiled index, mapped from a file or built in memory; they never change.
///
/// Layout, little-endian: magic, version, number of sections, checksum of all that follows it, length of the file;
/// then offset and length of each section; then the sections, each at a multiple of 64 bytes.
@usableFromInline final class IndexStorage: @unchecked Sendable {
  // Unchecked: the memory is written before the initializer returns and only read afterwards.
  /// The length of the file in bytes.
  let length: Int
  private let sections: [UnsafeRawBufferPointer]
  /// The sections that are read for every mention.
  let records: UnsafeBufferPointer<EntityRecord>
  @usableFromInline let candidates: UnsafeBufferPointer<Candidate>
  let blob: UnsafeBufferPointer<UInt8>
  let heldOffices: UnsafeBufferPointer<HeldOffice>
  private let mapping: UnsafeMutableRawBufferPointer?
  private let owned: [OwnedBytes]

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
    /// `HeldOffice`s, those of an entity together.
    case heldOffices
    /// Sorted keys `office/of` by line, the range of holders of each, and the holders.
    case officeKeys, officeRanges, officeHolders
    /// Country codes and entities.
    case countries
  }

  static let magic: UInt64 = 0x5A47_5945_4C52_4150  // "PARLEYGZ"
  static let version: UInt32 = 3
  static let headerSize = 32
  static var prefixSize: Int { headerSize + Section.allCases.count * 16 }

  /// Takes the sections, in the order of `Section`.
  init(sections parts: [OwnedBytes]) {
    owned = parts
    sections = parts.map(\.bytes)
    (records, candidates, blob, heldOffices) = Self.hot(sections)
    length = sections.reduce(Self.aligned(Self.prefixSize)) { $0 + Self.aligned($1.count) }
    mapping = nil
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
      Checksum.of(UnsafeRawBufferPointer(start: bytes + 24, count: size - 24))
        == bytes.load(fromByteOffset: 16, as: UInt64.self)
    else { throw refuse("is damaged") }
    var found: [UnsafeRawBufferPointer] = []
    for number in Section.allCases.indices {
      let entry = Self.headerSize + number * 16
      let offset = bytes.load(fromByteOffset: entry, as: UInt64.self)
      let count = bytes.load(fromByteOffset: entry + 8, as: UInt64.self)
      guard offset <= UInt64(size), count <= UInt64(size) - offset, offset % 64 == 0 else { throw refuse("is damaged") }
      found.append(UnsafeRawBufferPointer(start: bytes + Int(offset), count: Int(count)))
    }
    length = size
    mapping = UnsafeMutableRawBufferPointer(start: memory, count: size)
    sections = found
    (records, candidates, blob, heldOffices) = Self.hot(found)
    owned = []
  }

  private static func hot(
    _ sections: [UnsafeRawBufferPointer]
  ) -> (
    UnsafeBufferPointer<EntityRecord>, UnsafeBufferPointer<Candidate>, UnsafeBufferPointer<UInt8>,
    UnsafeBufferPointer<HeldOffice>
  ) {
    (
      sections[Section.records.rawValue].bindMemory(to: EntityRecord.self),
      sections[Section.candidates.rawValue].bindMemory(to: Candidate.self),
      sections[Section.blob.rawValue].bindMemory(to: UInt8.self),
      sections[Section.heldOffices.rawValue].bindMemory(to: HeldOffice.self)
    )
  }

  deinit {
    if let mapping { munmap(mapping.baseAddress, mapping.count) }
    for part in owned { LargeMemory.free(part.memory) }
  }

  private static func aligned(_ place: Int) -> Int { (place + 63) & ~63 }

  /// The bytes of the file. Complexity: O(*n*).
  func fileData() -> Data {
    var data = Data(count: length)
    data.withUnsafeMutableBytes { file in
      var place = Self.aligned(Self.prefixSize)
      file.storeBytes(of: Self.magic, toByteOffset: 0, as: UInt64.self)
      file.storeBytes(of: Self.version, toByteOffset: 8, as: UInt32.self)
      file.storeBytes(of: UInt32(sections.count), toByteOffset: 12, as: UInt32.self)
      file.storeBytes(of: UInt64(length), toByteOffset: 24, as: UInt64.self)
      for (number, section) in sections.enumerated() {
        let entry = Self.headerSize + number * 16
        file.storeBytes(of: UInt64(place), toByteOffset: entry, as: UInt64.self)
        file.storeBytes(of: UInt64(section.count), toByteOffset: entry + 8, as: UInt64.self)
        UnsafeMutableRawBufferPointer(rebasing: file[place...]).copyMemory(from: section)
        place += Self.aligned(section.count)
      }
      let hash = Checksum.of(UnsafeRawBufferPointer(rebasing: file[24...]))
      file.storeBytes(of: hash, toByteOffset: 16, as: UInt64.self)
    }
    return data
  }

  func bytes(_ section: Section) -> UnsafeRawBufferPointer { sections[section.rawValue] }

  /// The number of values of a type that the section holds.
  @inline(__always) func count<T>(_ section: Section, of type: T.Type) -> Int {
    sections[section.rawValue].count / MemoryLayout<T>.stride
  }

  /// The value at `index`; the caller keeps to `count`.
  @inline(__always) subscript<T>(_ section: Section, _ type: T.Type, _ index: Int) -> T {
    sections[section.rawValue].load(fromByteOffset: index * MemoryLayout<T>.stride, as: T.self)
  }
}
