import DataTables
import Foundation

extension Gazetteer {
  /// Compiles entity files that are given as bytes; `file` names each in faults.
  ///
  /// - Parameters:
  ///   - files: files of one layer, in which an id stands once.
  ///   - additional: files of the user: their lines replace lines of `files` with the same id.
  /// - Throws: `DataFaults` with every fault.
  public init(
    files: [(file: String, bytes: [UInt8])], additional: [(file: String, bytes: [UInt8])] = []
  ) throws(DataFaults) {
    self.init(storage: try Self.compiled(files: files + additional, folderCount: files.count, manifest: []))
  }

  /// Loads the entity files of a folder and additional files of the user, compiled.
  ///
  /// The compiled index is kept in `folder/.compiled`, or in `cache` where the folder cannot be written, and made
  /// anew where it is missing, damaged or older than a file. Where neither can be written it is made in memory.
  ///
  /// - Parameters:
  ///   - folder: the entity files: every `.tsv` file that stands in it.
  ///   - additional: entity files of the user, whose lines replace lines of the folder with the same id.
  ///   - cache: another folder for compiled indexes, made where it is missing.
  /// - Throws: `DataFaults` with every fault of the files, or `GazetteerError` where the folder holds none.
  /// - Complexity: O(*n*) in the bytes of the index, for its checksum; of the files, where it is made anew.
  public static func load(folder: URL, additional: [URL] = [], cache: URL? = nil) throws -> Gazetteer {
    let sources = try GazetteerSources(folder: folder, additional: additional)
    var places = [place(in: folder, additional)]
    if let cache { places.append(cache.appendingPathComponent(indexName([folder] + additional))) }
    for place in places where FileManager.default.fileExists(atPath: place.path) {
      // A damaged index is no news to the user where it can be made anew.
      if let storage = try? IndexStorage(mapping: place), sources.match(storage.bytes(.manifest)) {
        return Gazetteer(storage: storage)
      }
    }
    let storage = try compiled(sources)
    for place in places where (try? write(storage, to: place)) != nil {
      if let mapped = try? IndexStorage(mapping: place) { return Gazetteer(storage: mapped) }
    }
    return Gazetteer(storage: storage)
  }

  /// Loads an index that `compile` wrote.
  ///
  /// - Parameters:
  ///   - index: the compiled file.
  ///   - folder: the entity files that it must have been made from; nil where they are not at hand.
  ///   - additional: the files of the user that it must have been made from.
  /// - Throws: `GazetteerError` where the file is damaged, of another version, or older than a source.
  public static func load(
    index: URL, madeFrom folder: URL? = nil, additional: [URL] = []
  ) throws(GazetteerError) -> Gazetteer {
    let storage = try IndexStorage(mapping: index)
    if let folder, !(try GazetteerSources(folder: folder, additional: additional)).match(storage.bytes(.manifest)) {
      throw GazetteerError(
        "\(index.path): the compiled gazetteer is older than its sources; compile it again with 'parley gazetteer compile'"
      )
    }
    return Gazetteer(storage: storage)
  }

  /// Compiles a folder and additional files of the user into one file, which is replaced whole or not at all.
  ///
  /// - Returns: the number of entities and of bytes.
  /// - Throws: `DataFaults` with every fault of the sources, or `GazetteerError` where the file cannot be written.
  public static func compile(
    folder: URL, additional: [URL] = [], to file: URL? = nil
  ) throws -> (file: URL, entities: Int, bytes: Int) {
    let storage = try compiled(try GazetteerSources(folder: folder, additional: additional))
    let place = file ?? place(in: folder, additional)
    try write(storage, to: place)
    return (place, storage.count(.records, of: EntityRecord.self), storage.length)
  }

  private static func compiled(_ sources: GazetteerSources) throws -> IndexStorage {
    let states = sources.states()
    let files = try sources.read()
    return try compiled(
      files: files, folderCount: sources.folderCount,
      manifest: GazetteerSources.manifest(states: states, files: files))
  }

  static func compiled(
    files: [(file: String, bytes: [UInt8])], folderCount: Int, manifest: [UInt8]
  ) throws(DataFaults) -> IndexStorage {
    var faults: [DataFault] = []
    var read: [EntityFile] = []
    for (file, bytes) in files { read.append(EntityFile(bytes: bytes, name: file, faults: &faults)) }
    var builder = IndexBuilder(files: read, firstAdditional: folderCount)
    faults += builder.faultsBetweenLines
    guard faults.isEmpty else { throw DataFaults(faults.sorted { ($0.file, $0.line) < ($1.file, $1.line) }) }
    return builder.build(manifest: manifest)
  }

  /// Where the index of a folder is kept, with one file for each set of files of the user.
  private static func place(in folder: URL, _ additional: [URL]) -> URL {
    folder.appendingPathComponent(".compiled")
      .appendingPathComponent(additional.isEmpty ? "gazetteer.index" : indexName(additional))
  }

  private static func indexName(_ urls: [URL]) -> String {
    let paths = urls.map { $0.absoluteURL.standardizedFileURL.path }.joined(separator: "\n")
    let hash = Array(paths.utf8).withUnsafeBytes { Checksum.of($0) }
    return "gazetteer-\(String(hash, radix: 16)).index"
  }

  private static func write(_ storage: IndexStorage, to file: URL) throws(GazetteerError) {
    let aside = file.deletingLastPathComponent()
      .appendingPathComponent(".\(file.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try storage.fileData().write(to: aside)
      guard rename(aside.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      unlink(aside.path)
      throw GazetteerError(
        "\(file.path): the compiled gazetteer cannot be written; check that the folder may be written and has room")
    }
  }
}
