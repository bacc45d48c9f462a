import CArchive
import Testing

/// The ways in which a file comes packed, made by libarchive.
enum Wrapping: String, CaseIterable, CustomTestStringConvertible {
  case none, gzip, zstd, xz, bzip2, lz4, zip, tar, pax, gnutar, cpio
  case tarGzip, tarZstd, tarXz, tarBzip2, gzipTwice, gzipInZip, zipInTar, tarGzipInZip, membersOfGzip

  var testDescription: String { rawValue }

  /// Whether something is missed where the packed file ends at a place: not where only zeros or a list of the files are gone.
  func isBroken(at length: Int, of packed: [UInt8]) -> Bool {
    switch self {
    case .none: false
    case .zip, .gzipInZip, .tarGzipInZip:
      packed.indices.dropFirst(length).contains { packed[$0...].starts(with: "PK\u{1}\u{2}".utf8) }
    case .tar, .pax, .gnutar, .cpio, .zipInTar: packed[length...].contains { $0 != 0 }
    case .membersOfGzip:
      // The start of a member that is cut off looks like padding.
      packed.indices.dropFirst(18).first { packed[$0...].starts(with: [0x1F, 0x8B, 0x08]) }.map {
        length < $0 || length > $0 + 30
      } ?? true
    default: true
    }
  }

  /// The packed file, and its name.
  func pack(_ bytes: [UInt8], name: String) -> (bytes: [UInt8], name: String) {
    func one(_ format: Packing.Format, _ filter: Packing.Filter, _ ending: String, named packed: String = name) -> (
      bytes: [UInt8], name: String
    ) {
      let entry = Packing.Entry(path: format == .raw ? name : "in/\(name)", bytes: bytes)
      return (Packing.pack([entry], format, filter), format == .raw ? name + ending : "news" + ending)
    }
    func again(_ inner: Wrapping, _ outer: Wrapping) -> (bytes: [UInt8], name: String) {
      let packed = inner.pack(bytes, name: name)
      return outer.pack(packed.bytes, name: packed.name)
    }
    switch self {
    case .none: return (bytes, name)
    case .gzip: return one(.raw, .gzip, ".gz")
    case .zstd: return one(.raw, .zstd, ".zst")
    case .xz: return one(.raw, .xz, ".xz")
    case .bzip2: return one(.raw, .bzip2, ".bz2")
    case .lz4:
      // libarchive crashes where it has nothing to write; this is the frame that `lz4` makes of nothing.
      if bytes.isEmpty { return ([0x04, 0x22, 0x4D, 0x18, 0x60, 0x40, 0x82, 0, 0, 0, 0], name + ".lz4") }
      return one(.raw, .lz4, ".lz4")
    case .zip: return one(.zip, .none, ".zip")
    case .tar: return one(.ustar, .none, ".tar")
    case .pax: return one(.pax, .none, ".tar")
    case .gnutar: return one(.gnutar, .none, ".tar")
    case .cpio: return one(.cpio, .none, ".cpio")
    case .tarGzip: return one(.ustar, .gzip, ".tar.gz")
    case .tarZstd: return one(.pax, .zstd, ".tar.zst")
    case .tarXz: return one(.gnutar, .xz, ".tar.xz")
    case .tarBzip2: return one(.ustar, .bzip2, ".tar.bz2")
    case .gzipTwice: return again(.gzip, .gzip)
    case .gzipInZip: return again(.gzip, .zip)
    case .zipInTar: return again(.zip, .tar)
    case .tarGzipInZip: return again(.tarGzip, .zip)
    case .membersOfGzip:
      // As web archives are packed: several members one after the other.
      let middle = bytes.count / 2
      let members = [bytes[..<middle], bytes[middle...]].flatMap {
        Packing.pack([Packing.Entry(path: name, bytes: Array($0))], .raw, .gzip)
      }
      return (members, name + ".gz")
    }
  }
}

/// Makes archives in memory.
enum Packing {
  enum Format { case raw, zip, storedZip, ustar, pax, gnutar, cpio }
  enum Filter { case none, gzip, zstd, xz, bzip2, lz4 }

  struct Entry {
    var path: String
    var bytes: [UInt8] = []
    /// The file type bits of `stat`; a link leads to `target`.
    var type: UInt32 = 0o100000
    var target: String?
  }

  static func pack(_ entries: [Entry], _ format: Format, _ filter: Filter = .none) -> [UInt8] {
    guard let archive = archive_write_new() else { return [] }
    defer { archive_write_free(archive) }
    var codes: [Int32] = []
    switch format {
    case .raw: codes.append(archive_write_set_format_raw(archive))
    case .zip, .storedZip: codes.append(archive_write_set_format_zip(archive))
    case .ustar: codes.append(archive_write_set_format_ustar(archive))
    case .pax: codes.append(archive_write_set_format_pax(archive))
    case .gnutar: codes.append(archive_write_set_format_gnutar(archive))
    case .cpio: codes.append(archive_write_set_format_cpio_newc(archive))
    }
    if format == .storedZip { codes.append(archive_write_zip_set_compression_store(archive)) }
    switch filter {
    case .none: codes.append(archive_write_add_filter_none(archive))
    case .gzip: codes.append(archive_write_add_filter_gzip(archive))
    case .zstd: codes.append(archive_write_add_filter_zstd(archive))
    case .xz: codes.append(archive_write_add_filter_xz(archive))
    case .bzip2: codes.append(archive_write_add_filter_bzip2(archive))
    case .lz4: codes.append(archive_write_add_filter_lz4(archive))
    }
    codes.append(archive_write_set_bytes_in_last_block(archive, 1))
    var output = [UInt8](repeating: 0, count: entries.reduce(64 << 10) { $0 + 2 * $1.bytes.count + 8192 })
    var used = 0
    output.withUnsafeMutableBytes { buffer in
      codes.append(archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used))
      for entry in entries {
        guard let header = archive_entry_new() else { continue }
        defer { archive_entry_free(header) }
        archive_entry_set_pathname(header, entry.path)
        archive_entry_set_filetype(header, entry.type)
        archive_entry_set_perm(header, 0o644)
        archive_entry_set_size(header, Int64(entry.bytes.count))
        if let target = entry.target { archive_entry_set_symlink(header, target) }
        codes.append(archive_write_header(archive, header))
        if !entry.bytes.isEmpty {
          #expect(
            entry.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) } == entry.bytes.count)
        }
      }
      codes.append(archive_write_close(archive))
    }
    #expect(codes.allSatisfy { $0 == ARCHIVE_OK }, "\(archive_error_string(archive).map { String(cString: $0) } ?? "")")
    return Array(output[..<used])
  }
}
