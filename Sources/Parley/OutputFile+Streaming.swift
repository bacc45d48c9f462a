import Foundation
import GraphExport

extension OutputFile {
  /// Replaces files by what a body writes into their sinks: all of them, or none where the body or a sink fails.
  ///
  /// - Throws: `OutputError`; what the body throws.
  public static func replace(_ paths: [String], writing body: ([ByteSink]) throws -> Void) throws {
    let temporaries = paths.map { "\($0).\(ProcessInfo.processInfo.processIdentifier).part" }
    do {
      var files: [UnsafeMutablePointer<FILE>] = []
      defer { for file in files { fclose(file) } }
      for (path, temporary) in zip(paths, temporaries) {
        guard let file = fopen(temporary, "wb") else { throw OutputError(path: path, code: errno) }
        files.append(file)
      }
      let sinks = zip(paths, files).map { path, file in
        ByteSink { bytes in
          guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else {
            throw OutputError(path: path, code: errno)
          }
        }
      }
      try body(sinks)
      for sink in sinks { try sink.finish() }
      for (path, file) in zip(paths, files) where fflush(file) != 0 { throw OutputError(path: path, code: errno) }
      for (path, temporary) in zip(paths, temporaries) where rename(temporary, path) != 0 {
        throw OutputError(path: path, code: errno)
      }
    } catch {
      for temporary in temporaries { unlink(temporary) }
      throw error
    }
  }
}
