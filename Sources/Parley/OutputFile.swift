import Foundation

/// Writes result files so that an existing file is replaced whole or not at all.
public enum OutputFile {
  /// Replaces a file by bytes: writes beside it, then renames.
  ///
  /// - Throws: `OutputError` with one sentence where the folder does not exist or may not be written to.
  ///   Complexity: O(*n*) in the bytes.
  public static func replace(_ path: String, with bytes: some ContiguousBytes) throws(OutputError) {
    let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
    do {
      try bytes.withUnsafeBytes { buffer in
        guard let file = fopen(temporary, "wb") else { throw OutputError(path: path, code: errno) }
        defer { fclose(file) }
        guard buffer.baseAddress.map({ fwrite($0, 1, buffer.count, file) == buffer.count }) ?? true,
          fflush(file) == 0
        else { throw OutputError(path: path, code: errno) }
      }
      guard rename(temporary, path) == 0 else { throw OutputError(path: path, code: errno) }
    } catch {
      unlink(temporary)
      throw error as? OutputError ?? OutputError(path: path, code: EIO)
    }
  }
}

/// An output that cannot be written.
public struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  public var path: String
  /// The system's error number.
  public var code: Int32

  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  public var description: String {
    switch code {
    case ENOENT: "\(path): cannot be written because its folder does not exist; create the folder first"
    case EACCES, EPERM, EROFS: "\(path): cannot be written; choose a place where you may write"
    case EISDIR: "\(path): is a folder; name a file"
    case ENOSPC: "\(path): cannot be written because the disk is full"
    default: "\(path): cannot be written (\(String(cString: strerror(code))))"
    }
  }
}
