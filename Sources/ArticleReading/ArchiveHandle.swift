import CArchive
import Foundation

/// One open archive or compressed file of libarchive: entries in order, each streamed, nothing written to disk.
final class ArchiveHandle {
  /// An entry's header.
  struct Entry {
    var path: String
    var isFile: Bool
    var isEncrypted: Bool
  }

  private let archive: OpaquePointer
  private let input: BufferedBytes
  private let inputBuffer: UnsafeMutableRawBufferPointer
  private var failure: ReadingFault?
  private let limits: ReadingOptions
  /// Bytes that came out so far.
  private var unpacked = 0

  /// Opens what is packed in `input`.
  init(_ input: BufferedBytes, limits: ReadingOptions) throws(ReadingFault) {
    guard let archive = archive_read_new() else {
      throw ReadingFault(file: input.name, "cannot be unpacked; memory is short")
    }
    self.archive = archive
    self.input = input
    self.limits = limits
    inputBuffer = .allocate(byteCount: 128 << 10, alignment: 16)
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_zstd(archive)
    archive_read_support_filter_xz(archive)
    archive_read_support_filter_lzma(archive)
    archive_read_support_filter_bzip2(archive)
    archive_read_support_filter_lz4(archive)
    archive_read_support_format_tar(archive)
    archive_read_support_format_zip_streamable(archive)
    archive_read_support_format_cpio(archive)
    archive_read_support_format_raw(archive)
    let context = Unmanaged.passUnretained(self).toOpaque()
    let code = archive_read_open(
      archive, context, nil,
      { _, context, buffer in
        guard let context, let buffer else { return -1 }
        return Unmanaged<ArchiveHandle>.fromOpaque(context).takeUnretainedValue().fill(buffer)
      }, nil)
    if let failure { throw failure }
    guard code == ARCHIVE_OK || code == ARCHIVE_WARN else { throw damage() }
  }

  deinit {
    archive_read_free(archive)
    inputBuffer.deallocate()
  }

  /// The next entry, nil at the end.
  func nextEntry() throws(ReadingFault) -> Entry? {
    var entry: OpaquePointer?
    let code = archive_read_next_header(archive, &entry)
    if let failure { throw failure }
    if code == ARCHIVE_EOF { return nil }
    guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry else { throw damage() }
    let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    let path = name.map { String(cString: $0) } ?? "unnamed"
    let kind = archive_entry_filetype(entry)
    return Entry(
      path: Self.printable(path), isFile: kind == 0o100000 || kind == 0,
      isEncrypted: archive_entry_is_encrypted(entry) != 0)
  }

  /// Bytes of the current entry, 0 at its end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int {
    let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
    if let failure { throw failure }
    guard count >= 0 else { throw damage() }
    unpacked += count
    guard unpacked <= limits.maximumUnpackedBytes else {
      throw ReadingFault(
        file: input.name, "unpacks to more than \(limits.maximumUnpackedBytes >> 20) MB, the limit; split it")
    }
    let packed = Int(archive_filter_bytes(archive, -1))
    if unpacked > 1 << 20, unpacked / max(1, packed) > limits.maximumExpansion {
      throw ReadingFault(
        file: input.name,
        "grows to more than \(limits.maximumExpansion) times its size by unpacking, as archive bombs do; it was not read on"
      )
    }
    return count
  }

  /// All bytes of the first entry, at most `limit`.
  func wholeFirst(limit: Int) throws(ReadingFault) -> [UInt8] {
    guard try nextEntry() != nil else { return [] }
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while all.count <= limit {
      var failure: ReadingFault?
      let count = chunk.withUnsafeMutableBytes { buffer -> Int in
        do throws(ReadingFault) {
          return try read(into: buffer)
        } catch {
          failure = error
          return 0
        }
      }
      if let failure { throw failure }
      if count == 0 { return all }
      all.append(contentsOf: chunk[..<count])
    }
    throw ReadingFault(file: input.name, "unpacks to more than \(limit >> 20) MB, the limit for one article")
  }

  /// Gives libarchive its next bytes.
  private func fill(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    do throws(ReadingFault) {
      let bytes = try input.take(inputBuffer.count)
      inputBuffer.copyBytes(from: bytes)
      buffer.pointee = UnsafeRawPointer(inputBuffer.baseAddress)
      return bytes.count
    } catch {
      failure = error
      return -1
    }
  }

  private func damage() -> ReadingFault {
    // ARCHIVE_ERRNO_FILE_FORMAT is a macro for this.
    if archive_errno(archive) == EILSEQ, archive_filter_bytes(archive, 0) == 0 {
      return ReadingFault(file: input.name, "unpacks to nothing; it is empty, damaged or cut off")
    }
    let detail = archive_error_string(archive).map { String(cString: $0) } ?? "unknown damage"
    return ReadingFault(file: input.name, "cannot be unpacked further (\(detail)); the file is damaged or cut off")
  }

  /// A path for messages and ids: no control characters, no way out of the archive.
  private static func printable(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
    let clean = parts.joined(separator: "/").unicodeScalars.map { scalar -> Character in
      scalar.value < 0x20 || scalar.value == 0x7F ? "?" : Character(scalar)
    }
    return clean.isEmpty ? "unnamed" : String(clean.prefix(400))
  }
}
