import DataTables
import Foundation

extension Gazetteer {
  /// Compiles entity files that are given as bytes; `file` names each in faults.
  ///
  /// - Parameters:
  ///   - files: files of one layer: an id stands once.
  ///   - additional: files of the user: their lines replace lines of `files` with the same id.
  /// - Throws: `DataFaults` with every fault.
  public init(
    files: [(file: String, bytes: [UInt8])], additional: [(file: String, bytes: [UInt8])] = []
  ) throws(DataFaults) {
    self.init(storage: try Self.compiled(files: files, additional: additional, manifest: []))
  }

  static func compiled(
    files: [(file: String, bytes: [UInt8])], additional: [(file: String, bytes: [UInt8])], manifest: [UInt8]
  ) throws(DataFaults) -> IndexStorage {
    var faults: [DataFault] = []
    var read: [EntityFile] = []
    for (file, bytes) in files + additional { read.append(EntityFile(bytes: bytes, name: file, faults: &faults)) }
    guard faults.isEmpty else { throw DataFaults(faults) }
    return try IndexBuilder(files: read, firstAdditional: files.count).build(manifest: manifest)
  }

  /// Loads the entity files of a folder and additional files of the user.
  ///
  /// - Parameters:
  ///   - folder: holds `countries.tsv`, `people.tsv`, …: every `.tsv` file in it whose first column is `id`.
  ///   - additional: entity files of the user, whose lines replace lines of the folder with the same id.
  /// - Throws: `DataFaults` with every fault of the files.
  public static func load(folder: URL, additional: [URL] = []) throws -> Gazetteer {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".tsv") }
      .sorted()
    func read(_ url: URL) throws -> (file: String, bytes: [UInt8]) { (url.path, [UInt8](try Data(contentsOf: url))) }
    let files = try names.map { try read(folder.appendingPathComponent($0)) }
    return try Gazetteer(files: files, additional: try additional.map(read))
  }
}
