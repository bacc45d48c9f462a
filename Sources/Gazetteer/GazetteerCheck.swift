import DataTables
import Foundation

/// Names every fault of gazetteer folders and files.
public struct GazetteerCheck: Sendable {
  /// In the order of the paths given, then of file and line.
  public private(set) var faults: [DataFault] = []
  /// The number of files that were read.
  public private(set) var files = 0
  /// The number of entities in them.
  public private(set) var entities = 0

  public init() {}

  /// Checks a folder: its entity files together, and the tables of its language folders by their lists of columns.
  public mutating func check(folder: URL) {
    var faults: [DataFault] = []
    var entityFiles: [EntityFile] = []
    for name in names(in: folder) {
      let url = folder.appendingPathComponent(name)
      if isFolder(url) {
        faults += checkLanguage(url)
      } else if name.hasSuffix(".tsv") {
        guard let bytes = read(url, &faults) else { continue }
        let file = EntityFile(bytes: bytes, name: url.relativePath, faults: &faults)
        faults += file.faultsOfOrder
        entityFiles.append(file)
      } else if name != "README.md" {
        faults.append(
          DataFault(file: url.relativePath, line: 0, message: "is no gazetteer; entity files end with .tsv"))
      }
    }
    if entityFiles.isEmpty {
      faults.append(
        DataFault(
          file: folder.relativePath, line: 0,
          message: "holds no entity file; name the folder that holds countries.tsv"))
    }
    faults += IndexBuilder(files: entityFiles, firstAdditional: entityFiles.count).faultsBetweenLines
    finish(faults, entityFiles)
  }

  /// Checks files: tables of a language by their name, all others together as entity files of the user.
  ///
  /// - Parameter folder: the gazetteers to whose entities the files may add aliases.
  public mutating func check(files urls: [URL], over folder: URL?) {
    var faults: [DataFault] = []
    var own: [EntityFile] = []
    for url in urls {
      guard let bytes = read(url, &faults) else { continue }
      if let schema = TableSchema.named(url.lastPathComponent) {
        faults += schema.faults(bytes: bytes, file: url.relativePath)
      } else {
        own.append(EntityFile(bytes: bytes, name: url.relativePath, faults: &faults))
      }
    }
    // The faults of the folder are not asked for.
    var folderFaults: [DataFault] = []
    var base: [EntityFile] = []
    if let folder, own.contains(where: \.addsAliases) {
      let checked = Set(urls.map { $0.standardizedFileURL.path })
      for name in names(in: folder) where name.hasSuffix(".tsv") {
        let url = folder.appendingPathComponent(name)
        guard !checked.contains(url.standardizedFileURL.path), let data = try? Data(contentsOf: url) else { continue }
        base.append(EntityFile(bytes: [UInt8](data), name: url.relativePath, faults: &folderFaults))
      }
    }
    let names = Set(own.map(\.name))
    faults += IndexBuilder(files: base + own, firstAdditional: base.count).faultsBetweenLines
      .filter { names.contains($0.file) }
    finish(faults, own)
  }

  private mutating func checkLanguage(_ folder: URL) -> [DataFault] {
    var faults: [DataFault] = []
    for name in names(in: folder) where name.hasSuffix(".tsv") {
      let url = folder.appendingPathComponent(name)
      guard let schema = TableSchema.named(name) else {
        faults.append(
          DataFault(
            file: url.relativePath, line: 0,
            message: "is no known table; known are \(TableSchema.language.map(\.file).joined(separator: ", "))"))
        continue
      }
      guard let bytes = read(url, &faults) else { continue }
      faults += schema.faults(bytes: bytes, file: url.relativePath)
    }
    return faults
  }

  private mutating func finish(_ faults: [DataFault], _ entityFiles: [EntityFile]) {
    entities += entityFiles.reduce(0) { $0 + ($1.addsAliases ? 0 : $1.lines.count) }
    self.faults += faults.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  private mutating func read(_ url: URL, _ faults: inout [DataFault]) -> [UInt8]? {
    guard let data = try? Data(contentsOf: url) else {
      faults.append(
        DataFault(
          file: url.relativePath, line: 0, message: "cannot be read; check that the file exists and may be read"))
      return nil
    }
    files += 1
    return [UInt8](data)
  }

  private func names(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
