import DataTables
import Foundation

/// The entity files that an index is compiled from.
struct GazetteerSources {
  /// One file: how it is named in the manifest, and where it is.
  struct Source {
    var name: String
    var url: URL
  }

  /// Files of the folder, sorted by name, then the user's in the order given.
  let sources: [Source]
  /// The number of files that are the folder's.
  let folderCount: Int

  /// - Throws: `GazetteerError` where the folder cannot be read or holds no entity file.
  init(folder: URL, additional: [URL]) throws(GazetteerError) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    } catch {
      throw GazetteerError(
        "\(folder.path): the folder of gazetteers cannot be read; check that it exists and may be read")
    }
    let tables = names.filter { $0.hasSuffix(".tsv") && !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard !tables.isEmpty else {
      throw GazetteerError("\(folder.path): the folder holds no entity file; name the folder that holds countries.tsv")
    }
    folderCount = tables.count
    sources =
      tables.map { Source(name: $0, url: folder.appendingPathComponent($0)) }
      + additional.map { Source(name: $0.absoluteURL.path, url: $0) }
  }

  /// The files' bytes, each named as the user named it.
  ///
  /// - Throws: `DataFaults` with every file that cannot be read.
  func read() throws(DataFaults) -> [(file: String, bytes: [UInt8])] {
    var faults: [DataFault] = []
    var files: [(file: String, bytes: [UInt8])] = []
    for source in sources {
      do {
        files.append((source.url.relativePath, [UInt8](try Data(contentsOf: source.url))))
      } catch {
        faults.append(
          DataFault(
            file: source.url.relativePath, line: 0,
            message: "cannot be read; check that the file exists and may be read"))
      }
    }
    guard faults.isEmpty else { throw DataFaults(faults) }
    return files
  }

  // MARK: Manifest

  /// Lines of name, size, time of modification (nanoseconds) and content hash; taken before the files are read, so that
  /// a change while they are read makes the index stale.
  func states() -> [(name: String, size: Int, modified: Int)] {
    sources.map { source in
      var status = stat()
      guard stat(source.url.path, &status) == 0 else { return (source.name, -1, 0) }
      return (source.name, Int(status.st_size), status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
    }
  }

  static func manifest(
    states: [(name: String, size: Int, modified: Int)], files: [(file: String, bytes: [UInt8])]
  ) -> [UInt8] {
    let lines = zip(states, files).map { state, file in
      "\(state.name)\t\(state.size)\t\(state.modified)\t\(hash(file.bytes))"
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  private static func hash(_ bytes: [UInt8]) -> String {
    String(bytes.withUnsafeBytes { Checksum.of($0) }, radix: 16)
  }

  /// The files are those of the manifest: equal sizes and times, or else equal contents.
  func match(_ manifest: UnsafeRawBufferPointer) -> Bool {
    let lines = String(decoding: manifest, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true)
    let states = states()
    guard lines.count == states.count else { return false }
    for (index, line) in lines.enumerated() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let state = states[index]
      guard cells.count == 4, cells[0] == state.name, Int(cells[1]) == state.size else { return false }
      if Int(cells[2]) == state.modified { continue }
      guard let data = try? Data(contentsOf: sources[index].url), Self.hash([UInt8](data)) == cells[3] else {
        return false
      }
    }
    return true
  }
}
